using Turnkey.Geometry.Flattening;

namespace Turnkey.Geometry.Distances;

/// <summary>The area that primitives cover together, overlaps counted once, by the lengths that they cover of horizontal lines: near enough for shares, and quick.</summary>
public static class ScannedArea
{
    /// <param name="primitives">Of any kind and number.</param>
    /// <param name="within">Only what lies at these heights counts.</param>
    /// <param name="lines">How many lines, evenly spread: a straight edge of length l that lies along them makes an error of up to half a line's distance times l; others even out.</param>
    /// <returns>In square nanometres.</returns>
    public static double Of(IReadOnlyList<Primitive> primitives, Box within, int lines)
    {
        ArgumentNullException.ThrowIfNull(primitives);
        ArgumentOutOfRangeException.ThrowIfLessThan(lines, 1);
        if (within.IsEmpty || within.Top == within.Bottom) return 0;
        var scan = new Scan(within, lines);
        foreach (var primitive in primitives) primitive.Put(scan);
        return scan.Covered();
    }

    internal sealed class Scan(Box within, int lines)
    {
        private readonly double step = (within.Top - within.Bottom) / (double)lines;

        /// <summary>Of all lines together: a list for each would be thousands that grow.</summary>
        private readonly List<(int Line, double From, double To)> spans = [];

        /// <summary>Of the surface that is being put.</summary>
        private readonly List<(int Line, double X, int Turn)> crossings = [];

        /// <summary>The lines between two heights, both included.</summary>
        public (int First, int Last) Between(double low, double high) =>
            (Math.Max(0, (int)Math.Ceiling(((low - within.Bottom) / step) - 0.5)), Math.Min(lines - 1, (int)Math.Floor(((high - within.Bottom) / step) - 0.5)));

        public double HeightOf(int line) => within.Bottom + ((line + 0.5) * step);

        public void Add(int line, double from, double to) => spans.Add((line, from, to));

        /// <summary>An edge of the surface that is being put: it crosses lines upwards or downwards.</summary>
        public void Cross(Point from, Point to)
        {
            var (low, high) = from.Y < to.Y ? (from, to) : (to, from);
            if (low.Y == high.Y) return;
            var (first, last) = Between(low.Y, high.Y);
            for (var line = first; line <= last; line++)
            {
                var y = HeightOf(line);
                // The lower end belongs to an edge, the upper one to its neighbour.
                if (y < low.Y || y >= high.Y) continue;
                crossings.Add((line, low.X + ((y - low.Y) * (high.X - low.X) / (high.Y - low.Y)), from.Y < to.Y ? 1 : -1));
            }
        }

        /// <summary>All edges of the surface were put: what they wind round is covered.</summary>
        public void CloseSurface()
        {
            crossings.Sort();
            var (winding, from) = (0, 0d);
            foreach (var (line, x, turn) in crossings)
            {
                if (winding == 0) from = x;
                winding += turn;
                if (winding == 0) Add(line, from, x);
            }
            crossings.Clear();
        }

        public double Covered()
        {
            // By lines first, which takes no comparing.
            var starts = new int[lines + 1];
            foreach (var span in spans) starts[span.Line + 1]++;
            for (var line = 0; line < lines; line++) starts[line + 1] += starts[line];
            var (ordered, next) = (new (double From, double To)[spans.Count], starts.AsSpan(0, lines).ToArray());
            foreach (var span in spans) ordered[next[span.Line]++] = (span.From, span.To);
            var sum = 0d;
            for (var line = 0; line < lines; line++)
            {
                var onLine = ordered.AsSpan(starts[line]..starts[line + 1]);
                onLine.Sort();
                var until = double.NegativeInfinity;
                foreach (var (from, to) in onLine)
                {
                    if (to <= until) continue;
                    sum += to - Math.Max(from, until);
                    until = to;
                }
            }
            return sum * step;
        }
    }
}

/// <content>What lies on horizontal lines.</content>
public readonly partial struct Primitive
{
    internal void Put(ScannedArea.Scan scan)
    {
        if (surface is null)
        {
            if (!path.IsArc)
            {
                PutStroke(scan, new Point((long)path.StartX, (long)path.StartY), new Point((long)path.EndX, (long)path.EndY), Radius);
                return;
            }
            var corners = Corners();
            for (var i = 0; i < Math.Max(1, corners.Count - 1); i++) PutStroke(scan, corners[i], corners[Math.Min(i + 1, corners.Count - 1)], Radius);
            return;
        }
        foreach (var contour in surface.Contours)
        {
            var corners = contour.Flatten(ArcChords.Tolerance);
            for (var i = 0; i < corners.Count; i++) scan.Cross(corners[i] + offset, corners[(i + 1) % corners.Count] + offset);
        }
        scan.CloseSurface();
    }

    /// <summary>A straight stroke is convex: on each line it covers one span.</summary>
    private static void PutStroke(ScannedArea.Scan scan, Point start, Point end, double radius)
    {
        double dx = end.X - start.X, dy = end.Y - start.Y;
        var length = double.Hypot(dx, dy);
        var (nx, ny) = length == 0 ? (0d, 0d) : (-dy / length * radius, dx / length * radius);
        var (first, last) = scan.Between(Math.Min(start.Y, end.Y) - radius, Math.Max(start.Y, end.Y) + radius);
        for (var line = first; line <= last; line++)
        {
            var y = scan.HeightOf(line);
            var (from, to) = (double.PositiveInfinity, double.NegativeInfinity);
            Disc(start);
            if (length > 0)
            {
                Disc(end);
                Side(nx, ny);
                Side(-nx, -ny);
            }
            if (from < to) scan.Add(line, from, to);

            void Disc(Point centre)
            {
                var up = y - centre.Y;
                if (Math.Abs(up) >= radius) return;
                var half = Math.Sqrt((radius * radius) - (up * up));
                (from, to) = (Math.Min(from, centre.X - half), Math.Max(to, centre.X + half));
            }

            void Side(double x, double up)
            {
                if (dy == 0) return;
                var share = (y - start.Y - up) / dy;
                if (share is < 0 or > 1) return;
                var at = start.X + x + (share * dx);
                (from, to) = (Math.Min(from, at), Math.Max(to, at));
            }
        }
    }
}
