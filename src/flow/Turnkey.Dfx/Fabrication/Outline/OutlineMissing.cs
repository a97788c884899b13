using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>No outline, or one that does not close even when gaps are: nobody can mill along it.</summary>
internal static class OutlineMissing
{
    private const string Missing = "no outline";
    private const string Open = "an outline that does not close";

    /// <summary>Extents that differ by no more are the same, in nanometres.</summary>
    private const long Same = 10_000;

    public static CheckWording Wording { get; } = new(
        worst => worst.Cause == Missing ? "the package has no outline around the copper" : $"the outline ends {worst.What}, and does not close",
        (worst, _) => worst.Cause == Missing ? "send an outline layer with one closed line around the board" : "close the line in the design and send it again");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.Board is not { } board || (board.Layers.IsEmpty && board.Holes.IsEmpty)) return new CheckOutcome.Skipped("the package has no layers");
        var drawn = design.DrawnOutline;
        if (board.Outline is not { Boundaries.IsEmpty: false } outline)
        {
            var extent = board.Layers.Where(layer => layer.Role == LayerRole.Copper).Aggregate(Box.Empty, (box, layer) => box.Join(layer.Image.Bounds));
            return new CheckOutcome.Done("the layers", [drawn is null || IsOpenEnd(drawn) is not { } end ? Sight(Missing, extent.Centre, extent) : Sight(Open, end, drawn.Layer.Image.Bounds)]);
        }
        // An outline that does not close is taken as the rectangle around it; then no closed line has its extent.
        ImmutableArray<Sighting> sightings = [];
        if (drawn is not null && drawn.Layer.Source == outline.Source && IsOpenEnd(drawn) is { } loose && outline.Boundaries is [var boundary] && IsRectangle(boundary)
            && !drawn.Closed.Any(contour => Alike(contour.Bounds, boundary.Bounds)) && !drawn.Layer.Image.Areas.Any(area => Alike(area.Bounds, boundary.Bounds)))
        {
            sightings = [Sight(Open, loose, boundary.Bounds)];
        }
        return new CheckOutcome.Done($"{outline.Boundaries.Length} outline{(outline.Boundaries.Length == 1 ? "" : "s")}", sightings);
    }

    private static Sighting Sight(string cause, Point at, Box bounds) => new(cause, at, "outline", Measure.Fact) { What = $"at {at}", Bounds = bounds };

    /// <summary>Where the longest line that closes nothing ends; null when all lines close.</summary>
    private static Point? IsOpenEnd(DrawnOutline drawn) =>
        drawn.Trace.OpenChains.IsEmpty ? null : drawn.Trace.OpenChains.MaxBy(chain => chain.Sum(edge => edge.Length))[^1].End;

    private static bool IsRectangle(Contour contour) => !contour.HasArcs && contour.Edges.Length == 4 && Math.Abs(contour.SignedArea) >= (double)contour.Bounds.Area;

    private static bool Alike(Box a, Box b) =>
        Math.Abs(a.Left - b.Left) <= Same && Math.Abs(a.Right - b.Right) <= Same && Math.Abs(a.Bottom - b.Bottom) <= Same && Math.Abs(a.Top - b.Top) <= Same;
}
