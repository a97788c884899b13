using Turnkey.Geometry.Indexing;

namespace Turnkey.Geometry.Tests.Indexing;

public sealed class BoxIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5000)]
    public void A_query_finds_what_looking_at_every_box_finds(int count)
    {
        var random = new Random(count);
        var boxes = Enumerable.Range(0, count).Select(index => Random(random, index % 50 == 0 ? 40_000_000 : 400_000)).ToArray();
        var index = new BoxIndex(boxes);
        Assert.Equal(boxes.Aggregate(Box.Empty, (box, other) => box.Join(other)), index.Bounds);
        for (var query = 0; query < 200; query++)
        {
            var window = Random(random, query % 2 == 0 ? 0 : 10_000_000);
            var found = new List<int>();
            index.Query(window, found);
            found.Sort();
            Assert.Equal(Enumerable.Range(0, count).Where(index => boxes[index].Overlaps(window)), found);
            Assert.Equal(found.Count > 0, index.Any(window));
        }
    }

    [Fact]
    public void Boxes_that_only_touch_are_found()
    {
        var index = new BoxIndex([new Box(0, 0, 10, 10), new Box(10, 10, 20, 20), new Box(21, 0, 30, 9)]);
        var found = new List<int>();
        index.Query(new Box(10, 10, 10, 10), found);
        Assert.Equal([0, 1], found.Order());
    }

    [Fact]
    public void Empty_boxes_and_empty_windows_find_nothing()
    {
        var index = new BoxIndex([Box.Empty, new Box(0, 0, 10, 10), Box.Empty]);
        Assert.Equal(3, index.Count);
        Assert.False(index.Any(Box.Empty));
        var found = new List<int>();
        index.Query(new Box(-1000, -1000, 1000, 1000), found);
        Assert.Equal([1], found);
    }

    [Fact]
    public void A_query_allocates_nothing()
    {
        var random = new Random(7);
        var index = new BoxIndex([.. Enumerable.Range(0, 10_000).Select(_ => Random(random, 400_000))]);
        var sum = Sum(index);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = Sum(index);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(sum, again);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void The_curve_visits_every_cell_once_and_moves_to_a_neighbour()
    {
        const uint side = 32;
        var cells = new (uint X, uint Y)[side * side];
        for (uint x = 0; x < side; x++)
        {
            for (uint y = 0; y < side; y++) cells[HilbertCurve.Along(x, y)] = (x, y);
        }
        for (var i = 1; i < cells.Length; i++)
        {
            Assert.Equal(1, Math.Abs((int)cells[i].X - (int)cells[i - 1].X) + Math.Abs((int)cells[i].Y - (int)cells[i - 1].Y));
        }
    }

    private static long Sum(BoxIndex index)
    {
        long sum = 0;
        foreach (var found in index.Overlapping(new Box(-10_000_000, -10_000_000, 10_000_000, 10_000_000))) sum += found;
        return sum;
    }

    private static Box Random(Random random, long size)
    {
        var corner = new Point(random.NextInt64(-100_000_000, 100_000_000), random.NextInt64(-100_000_000, 100_000_000));
        return new Box(corner.X, corner.Y, corner.X + random.NextInt64(size + 1), corner.Y + random.NextInt64(size + 1));
    }
}
