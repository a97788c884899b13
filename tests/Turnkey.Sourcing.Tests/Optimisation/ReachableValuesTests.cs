using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Tests.Optimisation;

public sealed class ReachableValuesTests
{
    [Fact]
    public void The_next_sum_is_the_least_that_one_value_of_each_line_makes()
    {
        var random = new Random(20261204);
        for (var number = 0; number < 100; number++)
        {
            var lines = Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, random.Next(1, 12)).Select(_ => (long)random.Next(0, 300)).ToArray()).ToArray();
            var sums = (from a in lines[0] from b in lines[1] from c in lines[2] select a + b + c).Order().ToArray();
            var reachable = lines.Aggregate((ReachableValues?)ReachableValues.Nothing, (before, line) => before?.With(Of(line), 600, 100_000));
            for (var need = -5L; need <= 600; need++)
            {
                var next = sums.FirstOrDefault(sum => sum >= need && sum <= 600, -1);
                Assert.Equal(next, reachable?.Next(need) ?? -1);
            }
        }
    }

    /// <summary>Too many to list: no sum that can be made is ever passed over, and most of those that cannot are told.</summary>
    [Fact]
    public void Many_sums_are_marked_so_that_none_is_passed_over()
    {
        var first = Enumerable.Range(0, 1_000).Select(n => n * 3_571_930L).ToArray();
        var second = Enumerable.Range(0, 1_000).Select(n => n * 7_130L).ToArray();
        var marked = Of(first).With(Of(second), 4_000_000_000, 10_000_000)!;
        var sums = (from a in first from b in second where a + b <= 4_000_000_000 select a + b).Distinct().Order().ToArray();

        Assert.Equal(0, marked.Listed.Length);
        var random = new Random(20261205);
        var told = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var need = random.NextInt64(0, sums[^1]);
            var at = Array.BinarySearch(sums, need);
            var next = sums[at < 0 ? ~at : at];
            Assert.InRange(marked.Next(need), need, next);
            if (marked.Next(need) > need || next == need) told++;
        }
        Assert.InRange(told, 1_800, 2_000);
    }

    [Fact]
    public void Where_no_sums_are_listed_all_between_the_least_and_the_most_count()
    {
        var between = ReachableValues.Between(10, 20).With(Of([1, 5]), 22, 100)!;

        Assert.Equal((11, 15, -1), (between.Next(0), between.Next(15), between.Next(23)));
        Assert.Null(ReachableValues.Between(10, 20).With(Of([13, 15]), 22, 100));
    }

    private static ReachableValues Of(long[] values)
    {
        var gathered = new ReachableValues.Gathered(values.Min(), values.Max(), values.Length);
        foreach (var value in values) gathered.Add(value);
        return gathered.Done();
    }
}
