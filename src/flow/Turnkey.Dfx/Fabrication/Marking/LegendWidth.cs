using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Marking;

/// <summary>Width of the legend's lines; strokes that fill an area together are as wide as that. Costs six looks a line that is drawn narrow.</summary>
internal static class LegendWidth
{
    /// <summary>In nanometres.</summary>
    private const double OnePlace = 1_000_000;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} are as narrow as {worst.Measured}, {worst.Layer}",
        (_, verdict) => $"draw them {verdict.Limit} wide, or let the maker widen them");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        var reach = demands.Reach(DesignRule.Of("legend-width"))!.Value.Length;
        if (design.Faces.All(face => face.Legend is null)) return new CheckOutcome.Skipped("the package has no legend layer");
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var face in design.Faces)
        {
            if (face.Legend is not { } legend) continue;
            var image = legend.Layer.Image;
            var last = -1;
            var found = new List<Sighting>();
            for (var i = 0; i < legend.Pieces.Length; i++)
            {
                var piece = legend.Pieces[i];
                if (piece.Feature < 0 || piece.Feature == last) continue;
                last = piece.Feature;
                var feature = image.Features[piece.Feature];
                if (feature.Kind != FeatureKind.Stroke) continue;
                looked++;
                var shape = image.Shapes[feature.Shape];
                var width = Length.Min(shape.Width, shape.Height);
                if (width >= reach || StrokeWidth.Narrowest(new DrawnPieces(legend), i, feature.Path, width, reach) is not { } narrowest) continue;
                found.Add(new Sighting("lines of the legend", narrowest.At, $"{face.Name} legend", Measure.OfNanometres(narrowest.Width)) { What = $"drawn {width} wide", Bounds = image.BoundsOf(feature) });
            }
            // Letters are made of many short lines: within a letter one place is enough, the narrowest.
            var places = new PlaceThinning(OnePlace);
            sightings.AddRange(found.OrderBy(sighting => sighting.Measured).ThenBy(sighting => sighting.At.Y).ThenBy(sighting => sighting.At.X).Where(sighting => places.TryKeep(sighting.At)));
        }
        return looked == 0 ? new CheckOutcome.Skipped("the legend has no line") : new CheckOutcome.Done($"{looked.ToString("N0", CultureInfo.InvariantCulture)} lines", [.. sightings]);
    }
}
