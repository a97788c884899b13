using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Geometry.Distances;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>
/// Features that say they are another pad than they are. Some tools write the name of a pad after the area that fills it, so that the area says what the pad
/// before it was (KiCad 5.0). A flash is written with its own name: where a flash on an area says another pin, the area is believed nothing. Where a netlist
/// that fits the board says another pin than both, it is believed: it was not written in the order of drawing.
/// </summary>
internal static class DisputedPads
{
    /// <summary>A netlist that fits less of the board may be of another revision: it overrules nobody. The figure is an assumption.</summary>
    private const double Fits = 0.95;

    /// <summary>Of an IPC-D-356 record's fields for part and pin: what is longer is cut.</summary>
    private const int PartField = 6, PinField = 4;

    /// <summary>Pieces that are looked at under one area.</summary>
    private const int MostPieces = 2_000;

    /// <param name="copper">Traced.</param>
    /// <param name="placed">The netlist on it; null when there is none.</param>
    /// <param name="byNetlist">As <see cref="NamedPads.Of"/>.</param>
    /// <returns>For each layer, by the index of the feature, whose pads they are in spite of what they say, null when nobody's for sure; and a remark for each layer.</returns>
    public static (ImmutableArray<ImmutableDictionary<int, PadName?>> Names, ImmutableArray<Diagnostic> Diagnostics) Of(TracedCopper copper, PlacedNetlist? placed, ImmutableArray<ImmutableDictionary<int, PadName>> byNetlist)
    {
        var names = ImmutableArray.CreateBuilder<ImmutableDictionary<int, PadName?>>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var fits = placed is { Registration: { IsRegistered: true } registration } && registration.Matched >= Fits * registration.Compared;
        foreach (var (layer, drawn) in copper.Layers.Zip(copper.Board.Copper))
        {
            var disputed = new Dictionary<int, PadName?>();
            if (OfAreas(layer, disputed) is > 0 and var areas)
            {
                diagnostics.Add(Diagnostic.Warning("nets.pad-names-shifted", drawn.Source, 0,
                    $"{Count(areas)} areas name another pad than the flash that lies on them, as when a tool writes the name after the area; the names of flashes are believed, and no name of an area without one"));
            }
            if (fits && names.Count < byNetlist.Length && OfNetlist(layer, byNetlist[names.Count], disputed) is > 0 and var contradicted)
            {
                diagnostics.Add(Diagnostic.Warning("nets.pad-names-differ", drawn.Source, 0, $"{Count(contradicted)} pads name themselves otherwise than the netlist, which fits the board; the netlist is believed"));
            }
            names.Add(disputed.ToImmutableDictionary());
        }
        return (names.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>How many areas the flashes on them contradict.</summary>
    private static int OfAreas(LayerCopper layer, Dictionary<int, PadName?> disputed)
    {
        var (wrong, right) = (0, 0);
        var open = new List<int>();
        var last = -1;
        for (var i = 0; i < layer.Pieces.Length; i++)
        {
            var feature = layer.Pieces[i].Feature;
            if (feature < 0 || feature == last || layer.Image.Features[feature].Kind != FeatureKind.Area || Stated(layer, feature) is not { } own) continue;
            last = feature;
            var flashes = FlashesOn(layer, layer.Pieces[i].Primitive);
            if (flashes.Count == 0) open.Add(feature);
            else if (flashes.Contains(own)) right++;
            else
            {
                wrong++;
                disputed[feature] = flashes.Count == 1 ? flashes.First() : null;
            }
        }
        // Where the file is wrong oftener than right, an area that no flash confirms is not believed.
        if (wrong > right) foreach (var feature in open) disputed[feature] = null;
        return wrong;
    }

    private static HashSet<PadName> FlashesOn(LayerCopper layer, in Primitive area)
    {
        var names = new HashSet<PadName>();
        var looked = 0;
        foreach (var i in layer.Index.Overlapping(area.Bounds))
        {
            if (looked++ > MostPieces) break;
            var feature = layer.Pieces[i].Feature;
            if (feature < 0 || layer.Image.Features[feature] is not { Kind: FeatureKind.Flash } flash || Stated(layer, feature) is not { } name) continue;
            if (area.Contains(flash.Start)) names.Add(name);
        }
        return names;
    }

    /// <summary>How many pads the netlist contradicts; none where it contradicts most of them, as it is then numbered otherwise.</summary>
    private static int OfNetlist(LayerCopper layer, ImmutableDictionary<int, PadName> byNetlist, Dictionary<int, PadName?> disputed)
    {
        var differing = new List<(int Feature, PadName Name)>();
        var alike = 0;
        foreach (var (feature, name) in byNetlist)
        {
            if ((disputed.TryGetValue(feature, out var found) ? found : Stated(layer, feature)) is not { } own) continue;
            if (IsSame(own.Component, name.Component, PartField) && IsSame(own.Pin, name.Pin, PinField)) alike++;
            else differing.Add((feature, name));
        }
        if (differing.Count > alike) return 0;
        foreach (var (feature, name) in differing) disputed[feature] = name;
        return differing.Count;
    }

    /// <summary>What the netlist had no room for is not held against it; nor is what it leaves out.</summary>
    private static bool IsSame(string own, string listed, int field) =>
        listed.Length == 0 || (listed.Length >= field ? own.StartsWith(listed, StringComparison.OrdinalIgnoreCase) : own.Equals(listed, StringComparison.OrdinalIgnoreCase));

    /// <summary>The pin that a feature names; null when it names none.</summary>
    private static PadName? Stated(LayerCopper layer, int feature) =>
        layer.Image.Attributes[layer.Image.Features[feature].Attributes] is { Component: { Length: > 0 } component, Pin: { Length: > 0 } pin } ? new PadName(component, pin) : null;

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
