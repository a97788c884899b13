using System.Collections.Immutable;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>
/// Radius of corners that are milled from within: a mill leaves its own radius standing, so a part with square corners does not go into a cut-out that was drawn
/// for it. Sharp corners measure zero.
/// </summary>
internal static class InnerCorner
{
    /// <summary>Corners of less than this, in radians, are chords of an arc.</summary>
    private const double Bend = 0.2;

    public static CheckWording Wording { get; } = new(
        worst => worst.Measured.Value == 0 ? $"inner corners of {worst.Cause} are drawn sharp" : $"inner corners of {worst.Cause} have a radius of {worst.Measured}",
        (_, verdict) => $"draw them with a radius of {verdict.Limit} or more, or let the mill leave its own");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoEdge is { } why) return new CheckOutcome.Skipped(why);
        var edges = design.Edges!;
        var reach = demands.Reach(DesignRule.Of("inner-corner"))!.Value.Length.Nanometres;
        ImmutableArray<Sighting> sightings =
        [
            .. edges.Outer.Contours.SelectMany(contour => Corners(contour, isCutout: false, reach)).Select(corner => Sight("the outline", corner)),
            .. edges.Cutouts.Contours.Where(contour => !MillPath.IsRound(contour)).SelectMany(contour => Corners(contour, isCutout: true, reach)).Select(corner => Sight("cut-outs", corner)),
        ];
        return new CheckOutcome.Done($"corners of {edges.Outer.Contours.Length} outline{(edges.Outer.Contours.Length == 1 ? "" : "s")} and {edges.Cutouts.Contours.Length} cut-outs", sightings);
    }

    private static Sighting Sight(string cause, (Point At, double Radius) corner) =>
        new(cause, corner.At, "outline", Measure.OfNanometres(corner.Radius)) { What = $"at {corner.At}", Bounds = Box.Around(corner.At, 1_000_000, 1_000_000) };

    /// <summary>Corners into which the mill has to go, of less than a radius in nanometres.</summary>
    private static IEnumerable<(Point At, double Radius)> Corners(Contour contour, bool isCutout, long reach)
    {
        // A contour that runs counter-clockwise turns left at corners that stick out; those of a cut-out are milled from within, and so are its others of a board.
        var inward = (contour.SignedArea > 0 ? 1 : -1) * (isCutout ? 1 : -1);
        var edges = contour.Edges;
        for (var i = 0; i < edges.Length; i++)
        {
            var (edge, next) = (edges[i], edges[(i + 1) % edges.Length]);
            if (edge.IsArc && (int)edge.Direction == inward && edge.Radius < reach && edge.Sweep > Bend) yield return (edge.Middle, edge.Radius);
            if (edge.Length == 0 || next.Length == 0) continue;
            var (_, x, y) = edge.Along(1);
            var (_, nextX, nextY) = next.Along(0);
            if (Math.Atan2((x * nextY) - (y * nextX), (x * nextX) + (y * nextY)) * inward > Bend) yield return (edge.End, 0);
        }
    }
}
