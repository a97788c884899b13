using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Layers;

/// <summary>
/// Layers that lie on the others only when they are mirrored, turned or moved: copper by its pads on the plated holes, mask and paste by their openings on the
/// pads of their face, mask by holes as well, as it is open over those without pads, legend by the pads that it goes around. A layer is named only when it is sure how it would fit: planes without pads are no evidence.
/// </summary>
internal static class MirroredLayer
{
    public static CheckWording Wording { get; } = new(
        worst => worst.Layer.EndsWith(" legend", StringComparison.Ordinal) ? $"{worst.Layer} keeps clear of pads only when it is {worst.What}" : $"{worst.Layer} lies on the others only when it is {worst.What}",
        (worst, _) => $"send {worst.Layer} again as all layers are: seen from the top, from one origin");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.Board is not { } board || !design.HasCopper) return new CheckOutcome.Skipped("the package has no copper layer");
        var looked = 0;
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        var copper = board.Copper.Select((layer, i) => (Name: $"L{layer.CopperLayer ?? i + 1}", Layer: layer, Fit: CopperOnHoles(design, layer, layer.CopperLayer ?? i + 1))).Where(one => one.Fit is not null).ToArray();
        looked += copper.Length;
        // What lies beside its holes by a little is a fault of registration, which has a rule of its own.
        copper = [.. copper.Where(one => one.Fit!.Best is not { MirrorX: false, Rotation: 0 } moved || !one.Fit.IsAstray || Point.Distance(moved.Offset, Point.Origin) > Registration.Farthest)];
        // When no copper lies on the holes, and all in the same way, it is the holes that lie elsewhere.
        if (copper.Length > 1 && copper.All(one => one.Fit!.IsAstray && one.Fit.Wording == copper[0].Fit!.Wording)) sightings.Add(Sight("drills", copper[0].Layer, copper[0].Fit!));
        else sightings.AddRange(copper.Where(one => one.Fit!.IsAstray).Select(one => Sight(one.Name, one.Layer, one.Fit!)));
        foreach (var face in design.Faces)
        {
            if (board.Find(LayerRole.Copper, face.Side) is not { } outer) continue;
            var pads = Middles(outer.Image);
            Point[] padsAndHoles = [.. pads.Concat(design.Holes.Where(hole => hole.IsRound).Select(hole => hole.At)).Distinct()];
            foreach (var (role, name, on) in new[] { (LayerRole.SolderMask, "mask", padsAndHoles), (LayerRole.Paste, "paste", pads) })
            {
                if (board.Find(role, face.Side) is not { } layer || LayerFit.Of(Middles(layer.Image), on) is not { } fit) continue;
                looked++;
                if (fit.IsAstray) sightings.Add(Sight($"{face.Name} {name}", layer, fit));
            }
            if (board.Find(LayerRole.Legend, face.Side) is { } legend && LegendFit.Of(face, legend, board.Outline?.Bounds ?? outer.Image.Bounds) is { } drawn)
            {
                looked++;
                if (drawn.IsAstray) sightings.Add(Sight($"{face.Name} legend", legend, drawn));
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("there are too few holes and pads to tell how layers lie on each other") : new CheckOutcome.Done($"{looked} layers", sightings.ToImmutable());
    }

    private static Sighting Sight(string name, Layer layer, LegendFit fit) => new("layers mirrored or turned", layer.Image.Bounds.Centre, name, Measure.Fact)
    {
        What = FormattableString.Invariant($"{fit.Wording} ({100 * fit.AsIs:0.#} % of it lies on pads as it is, {100 * fit.Least:0.#} % then)"),
        Bounds = layer.Image.Bounds,
    };

    private static Sighting Sight(string name, Layer layer, LayerFit fit) => new(fit.Wording.StartsWith("moved", StringComparison.Ordinal) ? "layers moved" : "layers mirrored or turned", layer.Image.Bounds.Centre, name, Measure.Fact)
    {
        What = FormattableString.Invariant($"{fit.Wording} ({100 * fit.Fit:0} % of the places fit then, {100 * fit.AsIs:0} % as it is)"),
        Bounds = layer.Image.Bounds,
    };

    /// <summary>
    /// Holes on pads, or on the clearances of a negative plane. Inner layers without pads that nothing is joined to have few for many holes: there the pads say it,
    /// which all lie on holes.
    /// </summary>
    private static LayerFit? CopperOnHoles(CheckedDesign design, Layer layer, int number)
    {
        Point[] holes = [.. design.Holes.Where(hole => hole.IsPlated && hole.IsRound && hole.Passes(number)).Select(hole => hole.At).Distinct()];
        var pads = Middles(layer.Image);
        if (LayerFit.Of(holes, pads) is not { } fit) return null;
        if (fit.IsUnsure && LayerFit.Of(pads, holes) is { IsUnsure: false } ofPads) return ofPads;
        // Measured is how the layer would have to be moved: it is put on the holes, except that all its pads on none would say nothing.
        return fit with { Best = fit.Best with { Offset = fit.Best is { MirrorX: false, Rotation: 0 } ? Point.Origin - fit.Best.Offset : fit.Best.Offset } };
    }

    /// <summary>Of all flashes, and of small areas, which some tools draw pads as.</summary>
    private static Point[] Middles(LayerImage image)
    {
        const long LargestPad = 10_000_000;
        var places = new List<Point>();
        foreach (var feature in image.Features)
        {
            if (feature.Kind == FeatureKind.Flash) places.Add(feature.Start);
            else if (feature.Kind == FeatureKind.Area && image.Areas[feature.Shape].Bounds is var box && box.Width.Nanometres < LargestPad && box.Height.Nanometres < LargestPad) places.Add(box.Centre);
        }
        return [.. places.Distinct()];
    }
}
