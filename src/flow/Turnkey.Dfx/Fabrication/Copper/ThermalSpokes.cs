using System.Collections.Concurrent;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>
/// Bridges of copper between a pad and the pour of its own net that surrounds it, counted where the gap between the two is most open: spokes, and tracks that
/// leave the pad. A pad that is joined solidly, or that no bridge of the layer reaches, has no thermal relief. Costs some hundred looks a pad.
/// </summary>
internal static class ThermalSpokes
{
    /// <summary>How far outside of a pad its relief is looked for, and in which steps, in nanometres: gaps are 0.15 to 0.5 mm.</summary>
    private const int Farthest = 650_000, Step = 50_000;

    /// <summary>Copper of its own net must cover that share of a line around the pad for it to lie in a pour.</summary>
    private const double Surrounded = 0.5;

    /// <summary>Between two looks around a pad, in nanometres: half the narrowest spoke that is drawn (0.15 mm).</summary>
    private const double Spacing = 60_000;

    /// <summary>Looks around a pad: at least so many to see whether a pour surrounds it.</summary>
    private const int Rough = 16, Fine = 36, Most = 720;

    /// <summary>A pour that is filled with strokes has more of them around a pad.</summary>
    private const int FewTracks = 12;

    /// <summary>Smaller holes are vias, which are joined solidly or not at all.</summary>
    private static readonly Length LargestVia = Length.FromMillimetres(0.5);

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} hang on {worst.Measured} {(worst.Measured.Value == 1 ? "spoke" : "spokes")}, for example {worst.What} on {worst.Layer}",
        (_, verdict) => $"give the pad at least {verdict.Limit} spokes, turn them, or join it solidly");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var sightings = new ConcurrentBag<Sighting>();
        var (pads, relieved) = (0, 0);
        Parallel.ForEach(design.Sheets, sheet =>
        {
            foreach (var pad in Pads(design, sheet))
            {
                Interlocked.Increment(ref pads);
                if (Spokes(sheet, pad.Primitive, pad.At, pad.Net) is not { } spokes) continue;
                Interlocked.Increment(ref relieved);
                sightings.Add(new Sighting(pad.IsThrough ? "through-hole pads in a pour" : "surface pads in a pour", pad.At, CheckedDesign.Name(sheet), Measure.Count(spokes))
                {
                    What = $"{pad.Name} in {design.NetName(pad.Net)}",
                    Bounds = pad.Primitive.Bounds.Grow(Farthest),
                    Case = design.CaseOf(sheet, pad.At, pad.Net),
                });
            }
        });
        return pads == 0
            ? new CheckOutcome.Skipped("no part has a pad")
            : new CheckOutcome.Done($"{relieved.ToString("N0", CultureInfo.InvariantCulture)} thermal reliefs among {pads.ToString("N0", CultureInfo.InvariantCulture)} pads", [.. sightings]);
    }

    private readonly record struct Target(Primitive Primitive, Point At, int Net, bool IsThrough, string Name);

    private static IEnumerable<Target> Pads(CheckedDesign design, CopperSheet sheet)
    {
        var face = design.FaceOf(sheet);
        if (face is not null)
        {
            foreach (var pad in face.Pads.Where(pad => pad.Kind is PadKind.Surface && pad.Net >= 0)) yield return new Target(pad.Primitive, pad.At, pad.Net, false, pad.Called(design));
        }
        foreach (var hole in design.Holes)
        {
            if (!hole.IsPlated || hole.Net < 0 || !hole.Passes(sheet.Number) || hole.Hole.Kind == HoleKind.Route || hole.Hole.Function is HoleFunction.Via or HoleFunction.BackDrill) continue;
            if (hole.Hole.Function == HoleFunction.Unstated && hole.Hole.Diameter < LargestVia) continue;
            var (primitive, name) = Around(design, sheet, hole);
            yield return new Target(primitive, hole.Hole.Bounds.Centre, hole.Net, true, name ?? $"a hole of {hole.Hole.Diameter}");
        }
    }

    /// <summary>The pad that is drawn around a hole; its wall where there is none, as in a plane.</summary>
    private static (Primitive Primitive, string? Name) Around(CheckedDesign design, CopperSheet sheet, CheckedHole hole)
    {
        var found = -1;
        var middle = hole.Hole.Bounds.Centre;
        foreach (var i in sheet.Index.Overlapping(new Box(middle.X, middle.Y, middle.X, middle.Y)))
        {
            var piece = sheet.Pieces[i];
            if (piece.Net != hole.Net || piece.Feature < 0 || sheet.Layer.Image.Features[piece.Feature].Kind != FeatureKind.Flash || !piece.Primitive.Contains(middle)) continue;
            if (found < 0 || piece.Primitive.Bounds.Area > sheet.Pieces[found].Primitive.Bounds.Area) found = i;
        }
        if (found < 0) return (hole.Wall, null);
        return (sheet.Pieces[found].Primitive, design.PadOf(sheet, sheet.Pieces[found].Feature) is { } name ? $"{name.Component}.{name.Pin}" : null);
    }

    /// <summary>How many bridges; null where the pad has no thermal relief on the layer.</summary>
    internal static int? Spokes(CopperSheet sheet, Primitive pad, Point middle, int net)
    {
        var pieces = Near(sheet, pad, net);
        // A few tracks are no pour.
        if (pieces.Length < FewTracks && !Array.Exists(pieces, piece => piece.Surface is not null && piece.Bounds.Area > pad.Bounds.Area)) return null;
        var rough = Outline(pad, middle, Rough);
        if (!Enumerable.Range(1, 3).Any(third => Share(Covered(rough, pieces, third * Farthest / 3)) >= Surrounded)) return null;
        var around = pad.Bounds;
        var fine = Outline(pad, middle, Math.Clamp((int)(2 * (around.Right - around.Left + around.Top - around.Bottom + (4L * Farthest)) / Spacing), Fine, Most));
        bool[]? open = null;
        var (least, isSurrounded) = (1d, false);
        for (var away = Step; away <= Farthest; away += Step)
        {
            var covered = Covered(fine, pieces, away);
            var share = Share(covered);
            if (open is not null && share >= Math.Max(Surrounded, 1.5 * least)) isSurrounded = true;
            // Beyond the pour's inner edge its own openings are of no interest.
            if (isSurrounded) break;
            if (share < least) (least, open) = (share, covered);
        }
        if (open is null || !isSurrounded) return null;
        var bridges = 0;
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i] && !open[(i + open.Length - 1) % open.Length]) bridges++;
        }
        return bridges == 0 ? null : bridges;
    }

    private static Primitive[] Near(CopperSheet sheet, Primitive pad, int net)
    {
        var near = new List<Primitive>();
        foreach (var i in sheet.Index.Overlapping(pad.Bounds.Grow(Farthest)))
        {
            if (sheet.Pieces[i].Net == net) near.Add(sheet.Pieces[i].Primitive);
        }
        // Tracks are quicker to be asked than pours.
        return [.. near.OrderBy(piece => piece.EdgeCount)];
    }

    /// <summary>Where rays from the middle leave the pad, and how much of the way along them leads away from its edge.</summary>
    private static (Point Exit, double X, double Y, double Slope)[] Outline(in Primitive pad, Point middle, int rays)
    {
        var outline = new (Point, double, double, double)[rays];
        var far = Point.Distance(new Point(pad.Bounds.Left, pad.Bounds.Bottom), new Point(pad.Bounds.Right, pad.Bounds.Top));
        for (var i = 0; i < rays; i++)
        {
            var (y, x) = Math.SinCos(Math.Tau * i / rays);
            double inside = 0, outside = far;
            while (outside - inside > 1_000)
            {
                var half = (inside + outside) / 2;
                if (pad.Contains(middle.Toward(x, y, half))) inside = half;
                else outside = half;
            }
            var exit = middle.Toward(x, y, outside);
            outline[i] = (exit, x, y, Math.Max(pad.DistanceTo(Primitive.Disc(exit.Toward(x, y, Step), 0)) / Step, 0.2));
        }
        return outline;
    }

    private static bool[] Covered((Point Exit, double X, double Y, double Slope)[] outline, Primitive[] pieces, int away)
    {
        var covered = new bool[outline.Length];
        for (var i = 0; i < covered.Length; i++)
        {
            var ray = outline[i];
            covered[i] = IsCovered(ray.Exit.Toward(ray.X, ray.Y, away / ray.Slope), pieces);
        }
        return covered;
    }

    private static bool IsCovered(Point at, Primitive[] pieces)
    {
        foreach (ref readonly var piece in pieces.AsSpan())
        {
            if (piece.Contains(at)) return true;
        }
        return false;
    }

    private static double Share(bool[] covered) => covered.Count(one => one) / (double)covered.Length;
}
