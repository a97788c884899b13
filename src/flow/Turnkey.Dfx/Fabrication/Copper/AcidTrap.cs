using System.Collections.Concurrent;
using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>
/// Acute corners without copper: where two tracks meet, and where a track leaves the straight side of a pad aslant. The corner is looked at a little outside
/// of where the edges meet: what copper fills (a teardrop, a pad over the joint, a pour) is no trap. Costs one look around each end of a track.
/// </summary>
internal static class AcidTrap
{
    /// <summary>Tracks whose middle lines end within this of each other meet, in nanometres.</summary>
    private const double Same = 1_000;

    /// <summary>That far into the corner it is looked whether copper fills it, in nanometres: what the etchant leaves of a corner anyway.</summary>
    private const double IntoCorner = 30_000;

    /// <summary>Traps nearer to each other are one place, in nanometres.</summary>
    private const double OnePlace = 500_000;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} at {worst.Measured} on {worst.Layer}, net {worst.What}",
        (_, verdict) => $"bend the track so that it meets at {verdict.Limit} or more, or fill the corner with a teardrop");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var reach = (double)demands.Reach(DesignRule.Of("acid-trap"))!.Value.Value;
        var sightings = new ConcurrentBag<Sighting>();
        var looked = 0;
        Parallel.ForEach(design.Sheets, sheet =>
        {
            var places = new PlaceThinning(OnePlace);
            foreach (var (corner, net) in Corners(design, sheet, () => Interlocked.Increment(ref looked)).Where(found => found.Corner.Angle < reach).OrderBy(found => found.Corner.Angle).ThenBy(found => found.Corner.At.Y).ThenBy(found => found.Corner.At.X))
            {
                if (!places.TryKeep(corner.At)) continue;
                sightings.Add(new Sighting(corner.Cause, corner.At, CheckedDesign.Name(sheet), Measure.Of(corner.Angle, MeasureUnit.Degree))
                {
                    What = design.NetName(net),
                    Bounds = Box.Around(corner.At, 250_000, 250_000),
                    Case = design.CaseOf(sheet, corner.At, net),
                });
            }
        });
        return looked == 0 ? new CheckOutcome.Skipped("no copper layer has a track") : new CheckOutcome.Done($"both ends of {looked.ToString("N0", CultureInfo.InvariantCulture)} tracks", [.. sightings]);
    }

    private readonly record struct Corner(double Angle, Point At, string Cause);

    private readonly record struct Ray(Point From, double X, double Y, double Length, double Half);

    private static IEnumerable<(Corner Corner, int Net)> Corners(CheckedDesign design, CopperSheet sheet, Action count)
    {
        for (var i = 0; i < sheet.Pieces.Length; i++)
        {
            if (!design.IsConnected(sheet.Pieces[i].Net) || Rays(sheet, i) is not { } ends) continue;
            count();
            foreach (var ray in (Ray[])[ends.Start, ends.End])
            {
                foreach (var j in sheet.Index.Overlapping(new Box(ray.From.X, ray.From.Y, ray.From.X, ray.From.Y).Grow((long)Same)))
                {
                    if (j == i) continue;
                    if (Rays(sheet, j) is { } other)
                    {
                        if (BetweenTracks(sheet, ray, other, isFirst: i < j) is { } corner) yield return (corner, sheet.Pieces[i].Net);
                    }
                    else if (IsPad(sheet, j) && AtPad(sheet, ray, sheet.Pieces[j].Primitive) is { } aslant) yield return (aslant, sheet.Pieces[i].Net);
                }
            }
        }
    }

    private static bool IsPad(CopperSheet sheet, int piece) => sheet.Pieces[piece].Feature >= 0 && sheet.Layer.Image.Features[sheet.Pieces[piece].Feature].Kind == FeatureKind.Flash;

    /// <summary>Both ends of a straight track, each looking along it; null for anything else.</summary>
    private static (Ray Start, Ray End)? Rays(CopperSheet sheet, int piece)
    {
        if (sheet.Pieces[piece].Feature < 0 || sheet.Layer.Image.Features[sheet.Pieces[piece].Feature] is not { Kind: FeatureKind.Stroke } feature) return null;
        var path = feature.Path;
        if (path.IsArc || path.Start == path.End) return null;
        var half = sheet.Layer.Image.Shapes[feature.Shape].Width.Nanometres / 2d;
        var (_, x, y) = path.Along(0);
        var length = path.Length;
        return (new Ray(path.Start, x, y, length, half), new Ray(path.End, -x, -y, length, half));
    }

    private static Corner? BetweenTracks(CopperSheet sheet, in Ray ray, in (Ray Start, Ray End) other, bool isFirst)
    {
        if (Point.Distance(ray.From, other.Start.From) <= Same) return isFirst ? Between(sheet, ray, other.Start) : null;
        if (Point.Distance(ray.From, other.End.From) <= Same) return isFirst ? Between(sheet, ray, other.End) : null;
        // The end lies on the other's middle line: both its halves go on from here.
        double dx = ray.From.X - other.Start.From.X, dy = ray.From.Y - other.Start.From.Y;
        var along = (dx * other.Start.X) + (dy * other.Start.Y);
        if (along < 0 || along > other.Start.Length || Math.Abs((dx * other.Start.Y) - (dy * other.Start.X)) > Same) return null;
        return Between(sheet, ray, other.Start with { From = ray.From, Length = other.Start.Length - along }) ?? Between(sheet, ray, other.End with { From = ray.From, Length = along });
    }

    private static Corner? Between(CopperSheet sheet, in Ray a, in Ray b)
    {
        var (cos, sin) = ((a.X * b.X) + (a.Y * b.Y), Math.Abs((a.X * b.Y) - (a.Y * b.X)));
        if (cos <= 0 || sin < 1e-3) return null;
        // Where the edges that face each other meet: past the end of one of the tracks there is no corner.
        var (alongA, alongB) = ((b.Half + (a.Half * cos)) / sin, (a.Half + (b.Half * cos)) / sin);
        if (alongA + IntoCorner > a.Length || alongB + IntoCorner > b.Length) return null;
        var meeting = a.From.Toward((b.Half * a.X) + (a.Half * b.X), (b.Half * a.Y) + (a.Half * b.Y), 1 / sin);
        return IsFilled(sheet, meeting, a.X + b.X, a.Y + b.Y) ? null : new Corner(Degrees(sin, cos), meeting, "tracks meet");
    }

    /// <summary>Where a track crosses the edge of a pad, by the angle to the edge there.</summary>
    private static Corner? AtPad(CopperSheet sheet, in Ray ray, in Primitive pad)
    {
        if (!pad.Contains(ray.From) || pad.Contains(ray.From.Toward(ray.X, ray.Y, ray.Length))) return null;
        double inside = 0, outside = ray.Length;
        while (outside - inside > 1)
        {
            var middle = (inside + outside) / 2;
            if (pad.Contains(ray.From.Toward(ray.X, ray.Y, middle))) inside = middle;
            else outside = middle;
        }
        // The edge lies across the way to it from a place a little outside.
        const double Step = 20_000;
        var exit = ray.From.Toward(ray.X, ray.Y, inside);
        var out1 = exit.Toward(ray.X, ray.Y, Step);
        var probe = Primitive.Disc(out1, 0);
        var approach = pad.ApproachTo(probe, 2 * Step);
        if (approach.Distance is < 1_000 or > 2 * Step) return null;
        var (nx, ny) = ((out1.X - approach.At.X) * 2 / approach.Distance, (out1.Y - approach.At.Y) * 2 / approach.Distance);
        var (cos, sin) = ((ray.X * nx) + (ray.Y * ny), Math.Abs((ray.X * ny) - (ray.Y * nx)));
        if (sin < 1e-3 || cos < 1e-3) return null;
        // Along the edge to the side that the track leans to.
        var (tx, ty) = (ray.X - (cos * nx), ray.Y - (cos * ny));
        (tx, ty) = (tx / sin, ty / sin);
        var meeting = exit.Toward(tx, ty, ray.Half / cos);
        // Round a corner of the pad, or on a bent edge, there is no straight edge to lean to.
        if (Math.Abs(pad.SignedDepthAt(meeting)) > 2_000 || Math.Abs(pad.SignedDepthAt(meeting.Toward(tx, ty, IntoCorner))) > 2_000) return null;
        return IsFilled(sheet, meeting, ray.X + tx, ray.Y + ty) ? null : new Corner(Degrees(cos, sin), meeting, "tracks leave pads");
    }

    private static bool IsFilled(CopperSheet sheet, Point meeting, double x, double y)
    {
        var length = double.Hypot(x, y);
        return length < 1e-6 || CopperProbe.Covers(sheet, meeting.Toward(x / length, y / length, IntoCorner));
    }

    private static double Degrees(double sin, double cos) => Math.Atan2(sin, cos) * 180 / Math.PI;
}
