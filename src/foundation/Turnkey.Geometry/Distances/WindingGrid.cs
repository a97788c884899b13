namespace Turnkey.Geometry.Distances;

/// <summary>
/// Tells how often contours wind round a place by the few edges near it, also within a pour of a hundred thousand: a grid that knows the winding number of
/// the upper right corner of each of its cells. From the place to the right border and from there up to the corner it changes by what is crossed.
/// </summary>
/// <remarks>
/// Arcs count as their chords there, and what lies between chord and arc by itself. Chords are held against places as in <see cref="Curve.SideOf"/>, where no
/// place lies on one, so whichever way is taken to a place gives the same number. As many cells as edges at most; building takes about as long as sorting them.
/// </remarks>
internal sealed class WindingGrid
{
    /// <summary>An edge lies in so many cells on average at most; where it would be more (long slanted edges), cells are made larger.</summary>
    private const int CellsOfEdge = 8;

    private readonly Curve[] edges;
    private readonly Box bounds;
    private readonly long width, height;
    private readonly int columns, rows;

    /// <summary>Of each cell, row by row from the lower left, where its edges begin in <see cref="listed"/>.</summary>
    private readonly int[] first;

    private readonly int[] listed;

    /// <summary>Chords' winding number of each cell's upper right corner.</summary>
    private readonly int[] corners;

    /// <param name="edges">Closed contours.</param>
    /// <param name="boxes">Of each edge.</param>
    /// <param name="bounds">Of all.</param>
    public WindingGrid(Curve[] edges, Box[] boxes, Box bounds)
    {
        (this.edges, this.bounds) = (edges, bounds);
        double wide = Math.Max(1, bounds.Right - bounds.Left), high = Math.Max(1, bounds.Top - bounds.Bottom);
        for (var cells = Math.Max(1, edges.Length / 2d); ; cells /= 4)
        {
            var side = Math.Sqrt(wide * high / cells);
            columns = (int)Math.Clamp(wide / side, 1, Math.Max(1, cells));
            rows = (int)Math.Clamp(high / side, 1, Math.Max(1, cells));
            (width, height) = (((long)wide / columns) + 1, ((long)high / rows) + 1);
            first = new int[(columns * rows) + 1];
            var listings = 0L;
            for (var i = 0; i < edges.Length; i++) listings += Visit(edges[i], boxes[i], cell => first[cell + 1]++);
            if (listings <= (long)CellsOfEdge * edges.Length || columns * rows == 1) break;
        }
        for (var cell = 0; cell < first.Length - 1; cell++) first[cell + 1] += first[cell];
        listed = new int[first[^1]];
        var next = first.AsSpan(0, first.Length - 1).ToArray();
        for (var i = 0; i < edges.Length; i++) Visit(edges[i], boxes[i], cell => listed[next[cell]++] = i);
        corners = new int[columns * rows];
        for (var i = 0; i < edges.Length; i++) Wind(edges[i]);
        for (var row = 0; row < rows; row++)
        {
            for (var column = columns - 2; column >= 0; column--) corners[(row * columns) + column] += corners[(row * columns) + column + 1];
        }
    }

    /// <summary>How often the contours wind round a place; on an edge either side's number.</summary>
    /// <param name="x">Of the place.</param>
    /// <param name="y">Of the place.</param>
    /// <param name="looks">Grows by how many edges were looked at.</param>
    public int Around(double x, double y, ref long looks)
    {
        looks++;
        if (!(x >= bounds.Left && x <= bounds.Right && y >= bounds.Bottom && y <= bounds.Top)) return 0;
        int column = ColumnOf(x), row = RowOf(y), cell = (row * columns) + column;
        double right = RightOf(column), top = TopOf(row);
        var winding = corners[cell];
        foreach (var at in listed.AsSpan(first[cell]..first[cell + 1]))
        {
            ref readonly var edge = ref edges[at];
            looks++;
            winding += edge.WindingAround(x, y) - edge.ChordRightOf(right, y) + edge.ChordAbove(right, y) - edge.ChordAbove(right, top);
        }
        return winding;
    }

    private int ColumnOf(double x) => Math.Clamp((int)((x - bounds.Left) / width), 0, columns - 1);

    private int RowOf(double y) => Math.Clamp((int)((y - bounds.Bottom) / height), 0, rows - 1);

    private double RightOf(int column) => bounds.Left + ((column + 1) * width);

    private double TopOf(int row) => bounds.Bottom + ((row + 1) * height);

    /// <summary>The cells that an edge may touch, each once; a straight one only where it passes.</summary>
    private int Visit(in Curve edge, Box box, Action<int> put)
    {
        var count = 0;
        // A nanometre more, so that what lies on a border belongs to the cells on both sides.
        int low = RowOf(box.Bottom - 1), high = RowOf(box.Top + 1);
        for (var row = low; row <= high; row++)
        {
            double from = box.Left, to = box.Right;
            if (!edge.IsArc && low < high)
            {
                var slope = (edge.EndX - edge.StartX) / (edge.EndY - edge.StartY);
                double a = edge.StartX + ((TopOf(row - 1) - 1 - edge.StartY) * slope), b = edge.StartX + ((TopOf(row) + 1 - edge.StartY) * slope);
                // Of a level edge on a border neither is a number, and the box it is.
                if (double.IsFinite(a) && double.IsFinite(b)) (from, to) = (Math.Max(from, Math.Min(a, b)), Math.Min(to, Math.Max(a, b)));
            }
            int left = ColumnOf(from - 1), right = ColumnOf(to + 1);
            for (var column = left; column <= right; column++)
            {
                put((row * columns) + column);
                count++;
            }
        }
        return count;
    }

    /// <summary>Adds the chord's crossing of each upper border of cells to the last corner to the left of it; the sums from the right are the winding numbers.</summary>
    private void Wind(in Curve edge)
    {
        int low = RowOf(Math.Min(edge.StartY, edge.EndY) - 1), high = RowOf(Math.Max(edge.StartY, edge.EndY) + 1);
        for (var row = low; row <= high; row++)
        {
            var y = TopOf(row);
            if (edge.StartY > y == edge.EndY > y) continue;
            var crossing = edge.StartX + ((y - edge.StartY) * (edge.EndX - edge.StartX) / (edge.EndY - edge.StartY));
            var column = ColumnOf(crossing);
            while (column < columns && edge.ChordRightOf(RightOf(column), y) != 0) column++;
            while (column > 0 && edge.ChordRightOf(RightOf(column - 1), y) == 0) column--;
            if (column > 0) corners[(row * columns) + column - 1] += edge.ChordRightOf(RightOf(column - 1), y);
        }
    }
}
