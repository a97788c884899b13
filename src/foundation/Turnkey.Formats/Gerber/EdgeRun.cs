using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber;

/// <summary>One edge, or the chords that stand for an arc whose centre is too far away to be kept; enumerable without allocating for the one.</summary>
internal readonly struct EdgeRun(Edge single, List<Point>? chords = null)
{
    /// <summary>Chord error of 0.25 µm, far below what any film or laser resolves.</summary>
    private const double Tolerance = 250;
    private const double MostChords = 1 << 15;

    /// <summary>A single line where the allowance for the chords is used up.</summary>
    public static EdgeRun Chords(Edge arc, Allowance allowance, int line)
    {
        // Few, because a radius beyond 1.07 m makes the chords long: at most 2200 for half a turn at the limit.
        var count = 2 + (arc.Sweep / Math.Acos(1 - (Tolerance / arc.Radius)));
        if (!allowance.TrySpend((long)Math.Min(count, MostChords) * (Allowance.Feature + 48), line)) return new EdgeRun(Edge.Line(arc.Start, arc.End));
        var points = new List<Point> { arc.Start };
        arc.Flatten(points, Tolerance);
        return new EdgeRun(arc, points);
    }

    public Enumerator GetEnumerator() => new(single, chords);

    internal struct Enumerator(Edge single, List<Point>? chords)
    {
        private int at = -1;

        public readonly Edge Current => chords is null ? single : Edge.Line(chords[at], chords[at + 1]);

        public bool MoveNext() => ++at < (chords is null ? 1 : chords.Count - 1);
    }
}
