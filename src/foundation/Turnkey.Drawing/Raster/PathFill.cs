using Turnkey.Geometry;

namespace Turnkey.Drawing.Raster;

/// <summary>
/// Fills closed lines of straight edges and arcs by the nonzero rule: a pixel is covered when its centre is inside. Each edge is cut where it turns in y;
/// the crossings of a pixel row with lines and circles are computed, not stepped, so nothing drifts.
/// </summary>
internal sealed class PathFill(Bitmap bitmap, PixelGrid grid)
{
    /// <summary>An arc whose ends lie further apart in radius than this many pixels is no circle; it is drawn as chords, like everywhere else.</summary>
    private const double RoundEnough = 0.02;

    /// <summary>Of the edges that begin in one row.</summary>
    private const int MostSortedByInsertion = 64;

    // Pixels of the picture left of and above the bitmap.
    private int left;
    private int above;

    /// <summary>Pieces of what was added so far; those that no row crosses do not count.</summary>
    public int Count => count;

    // Monotone pieces, each as first row, end row, winding, and what gives x at a row.
    private Piece[] pieces = new Piece[64];
    private int count;

    // Pieces by the row they begin in.
    private int[] heads = [];
    private int[] next = [];
    private int top = int.MaxValue;
    private int bottom;

    // The pieces that the current row crosses, from left to right.
    private int[] active = new int[32];
    private double[] crossings = new double[32];

    public void Add(Contour contour, Point offset = default)
    {
        bitmap.Work += contour.Edges.Length * (contour.HasArcs ? 4L : 1L);
        foreach (var edge in contour.Edges) Add(edge, offset);
    }

    /// <summary>Takes the bitmap for a part of the picture that begins at this pixel.</summary>
    public void Shift(int toLeft, int toTop) => (left, above) = (toLeft, toTop);

    /// <summary>A closed polygon.</summary>
    public void Add(ReadOnlySpan<Point> corners, Point offset = default)
    {
        if (corners.IsEmpty) return;
        bitmap.Work += corners.Length;
        double x0 = X(corners[^1].X + offset.X), y0 = Y(corners[^1].Y + offset.Y);
        foreach (var corner in corners)
        {
            double x1 = X(corner.X + offset.X), y1 = Y(corner.Y + offset.Y);
            AddLine(x0, y0, x1, y1);
            (x0, y0) = (x1, y1);
        }
    }

    public void AddLine(double x0, double y0, double x1, double y1)
    {
        var winding = 1;
        if (y0 > y1)
        {
            (x0, y0, x1, y1) = (x1, y1, x0, y0);
            winding = -1;
        }
        if (!Rows(y0, y1, out var first, out var end)) return;
        var slope = (x1 - x0) / (y1 - y0);
        Push(new Piece(first, end, winding, x0 - ((y0 - 0.5) * slope), slope, 0, 0));
    }

    /// <summary>An arc around a centre, in pixels with y down; angles in radians in the same axes, <paramref name="sweep"/> with its sign.</summary>
    public void AddArc(double x, double y, double radius, double from, double sweep, double startY, double endY)
    {
        // Cut where y turns: at the odd multiples of a quarter turn.
        var at = from;
        var atY = startY;
        var end = from + sweep;
        var step = Math.Sign(sweep);
        var turn = step > 0 ? (Math.Floor((from / Math.PI) - 0.5) + 1.5) * Math.PI : (Math.Ceiling((from / Math.PI) - 0.5) - 0.5) * Math.PI;
        for (var i = 0; i < 4; i++)
        {
            var last = step > 0 ? turn >= end : turn <= end;
            var to = last ? end : turn;
            var toY = last ? endY : y + (Math.Sin(turn) > 0 ? radius : -radius);
            // Which half of the circle: where the middle of the piece lies.
            AddArcPiece(x, y, radius, atY, toY, Math.Cos((at + to) / 2) < 0 ? -1 : 1);
            if (last) return;
            (at, atY) = (to, toY);
            turn += step * Math.PI;
        }
    }

    /// <summary>Paints what was added and forgets it.</summary>
    public void Fill(bool dark)
    {
        if (count > 0 && top < bottom) Scan(dark);
        count = 0;
        top = int.MaxValue;
        bottom = 0;
    }

    private double X(double x) => grid.X(x) - left;

    private double Y(double y) => grid.Y(y) - above;

    private void Add(in Edge edge, Point offset)
    {
        double x0 = X(edge.Start.X + offset.X), y0 = Y(edge.Start.Y + offset.Y), x1 = X(edge.End.X + offset.X), y1 = Y(edge.End.Y + offset.Y);
        if (!edge.IsArc)
        {
            AddLine(x0, y0, x1, y1);
            return;
        }
        double x = X(edge.Centre.X + offset.X), y = Y(edge.Centre.Y + offset.Y);
        double r0 = double.Hypot(x0 - x, y0 - y), r1 = double.Hypot(x1 - x, y1 - y);
        if (Math.Abs(r0 - r1) > RoundEnough)
        {
            var points = new List<Point> { edge.Start };
            edge.Flatten(points, Math.Max(grid.Pitch / 16, 1));
            for (var i = 0; i + 1 < points.Count; i++)
            {
                AddLine(X(points[i].X + offset.X), Y(points[i].Y + offset.Y), X(points[i + 1].X + offset.X), Y(points[i + 1].Y + offset.Y));
            }
            return;
        }
        // With y down a counter-clockwise arc turns the other way, unless the picture is mirrored.
        var sign = grid.Mirrored ? (int)edge.Direction : -(int)edge.Direction;
        AddArc(x, y, (r0 + r1) / 2, Math.Atan2(y0 - y, x0 - x), sign * edge.Sweep, y0, y1);
    }

    private void AddArcPiece(double x, double y, double radius, double y0, double y1, int half)
    {
        var winding = y0 > y1 ? -1 : 1;
        if (!Rows(Math.Min(y0, y1), Math.Max(y0, y1), out var first, out var end)) return;
        Push(new Piece(first, end, winding, x, y, radius * radius, half));
    }

    /// <summary>The rows whose centres lie from <paramref name="y0"/> to <paramref name="y1"/>; false when there is none in the picture.</summary>
    private bool Rows(double y0, double y1, out int first, out int end)
    {
        first = y0 <= 0.5 ? 0 : y0 >= bitmap.Height + 0.5 ? bitmap.Height : (int)Math.Ceiling(y0 - 0.5);
        end = y1 >= bitmap.Height + 0.5 ? bitmap.Height : y1 <= 0.5 ? 0 : (int)Math.Ceiling(y1 - 0.5);
        return first < end;
    }

    private void Push(in Piece piece)
    {
        if (count == pieces.Length) Array.Resize(ref pieces, count * 2);
        pieces[count++] = piece;
        top = Math.Min(top, piece.First);
        bottom = Math.Max(bottom, piece.End);
    }

    private void Scan(bool dark)
    {
        var height = bottom - top;
        if (heads.Length < height) heads = new int[Math.Max(height, heads.Length * 2)];
        if (next.Length < count) next = new int[pieces.Length];
        heads.AsSpan(0, height).Fill(-1);
        for (var i = 0; i < count; i++)
        {
            ref var head = ref heads[pieces[i].First - top];
            next[i] = head;
            head = i;
        }
        var crossing = 0;
        for (var row = top; row < bottom; row++)
        {
            var kept = 0;
            for (var i = 0; i < crossing; i++)
            {
                if (pieces[active[i]].End > row) active[kept++] = active[i];
            }
            var stayed = kept;
            for (var entering = heads[row - top]; entering >= 0; entering = next[entering])
            {
                if (kept == active.Length)
                {
                    Array.Resize(ref active, kept * 2);
                    Array.Resize(ref crossings, kept * 2);
                }
                active[kept++] = entering;
            }
            crossing = kept;
            bitmap.Work += crossing;
            if (crossing - stayed > MostSortedByInsertion) SortAll(row, crossing);
            else Sort(row, crossing);
            FillRow(row, crossing, dark);
        }
    }

    /// <summary>By insertion: from one row to the next hardly anything changes its place.</summary>
    private void Sort(int row, int crossing)
    {
        long shifts = 0;
        for (var i = 0; i < crossing; i++)
        {
            var piece = active[i];
            var x = pieces[piece].At(row);
            var j = i;
            for (; j > 0 && crossings[j - 1] > x; j--)
            {
                crossings[j] = crossings[j - 1];
                active[j] = active[j - 1];
            }
            crossings[j] = x;
            active[j] = piece;
            shifts += i - j;
        }
        bitmap.Work += shifts >> 3;
    }

    /// <summary>Where so many begin at once that by insertion they would take the square of their number.</summary>
    private void SortAll(int row, int crossing)
    {
        for (var i = 0; i < crossing; i++) crossings[i] = pieces[active[i]].At(row);
        Array.Sort(crossings, active, 0, crossing);
        bitmap.Work += 4L * crossing;
    }

    private void FillRow(int row, int crossing, bool dark)
    {
        var winding = 0;
        var from = 0d;
        for (var i = 0; i < crossing; i++)
        {
            var before = winding;
            winding += pieces[active[i]].Winding;
            if (before == 0) from = crossings[i];
            else if (winding == 0) Spans.Paint(bitmap, row, from, crossings[i], dark);
        }
    }

    /// <summary>One piece that rows cross at most once. Straight: x = A + B·row. Round (Half is not 0): around (A, B), on the left or right half.</summary>
    private readonly record struct Piece(int First, int End, int Winding, double A, double B, double SquaredRadius, int Half)
    {
        public double At(int row)
        {
            if (Half == 0) return A + (B * row);
            var away = row + 0.5 - B;
            return A + (Half * Math.Sqrt(Math.Max(SquaredRadius - (away * away), 0)));
        }
    }
}
