using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Drawing;

namespace Turnkey.Documents.Viewer;

/// <summary>The layers a scene has, top to bottom, each with a short name that stands in addresses, and which of them make up each face.</summary>
internal sealed record SceneLayers(ImmutableArray<SceneLayers.Entry> Entries, BoardFace Top, BoardFace Bottom)
{
    public static SceneLayers Of(Board board)
    {
        var copper = board.Copper.ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var entries = board.Layers
            .Where(layer => layer.Role is LayerRole.Copper or LayerRole.SolderMask or LayerRole.Paste or LayerRole.Legend && layer.Image.Features.Length > 0)
            .Select((layer, place) => (Layer: layer, Place: place))
            .OrderBy(entry => Depth(entry.Layer, board.CopperLayers)).ThenBy(entry => entry.Place)
            .Select(entry => new Entry(Name(entry.Layer, taken), Label(entry.Layer, board.CopperLayers), entry.Layer, copper.IndexOf(entry.Layer)))
            .ToImmutableArray();
        return new SceneLayers(entries, BoardFace.Of(board, Side.Top), BoardFace.Of(board, Side.Bottom));
    }

    public IEnumerable<string> NamesOf(ImmutableArray<Layer> layers) =>
        Entries.Where(entry => layers.Any(layer => ReferenceEquals(layer, entry.Layer))).Select(entry => entry.Name);

    /// <summary>Without the layer that is missed least: paste first, then inner copper from within; null when only what the faces show is left.</summary>
    public SceneLayers? Without(out string label)
    {
        var inner = Entries.Where(entry => entry.Layer.Role == LayerRole.Copper && !Top.Copper.Contains(entry.Layer) && !Bottom.Copper.Contains(entry.Layer)).ToArray();
        var least = Entries.LastOrDefault(entry => entry.Layer.Role == LayerRole.Paste) ?? (inner.Length > 0 ? inner[inner.Length / 2] : null);
        label = least?.Label ?? "";
        return least is null ? null : this with { Entries = Entries.Remove(least) };
    }

    /// <summary>Where a layer lies in the stack seen from the top.</summary>
    private static int Depth(Layer layer, int copperLayers)
    {
        var fromSurface = layer.Role switch { LayerRole.Legend => 0, LayerRole.Paste => 1, LayerRole.SolderMask => 2, _ => 3 };
        if (layer.Role == LayerRole.Copper) return 3 + Math.Max(0, (layer.CopperLayer ?? 1) - 1);
        return layer.Side == Side.Bottom ? 2 + Math.Max(copperLayers, 1) + 3 - fromSurface : fromSurface;
    }

    private static string Name(Layer layer, HashSet<string> taken)
    {
        var side = layer.Side switch { Side.Top => "t", Side.Bottom => "b", _ => "" };
        var name = layer.Role switch
        {
            LayerRole.Copper => "c" + Text(layer.CopperLayer ?? 0),
            LayerRole.SolderMask => "m" + side,
            LayerRole.Paste => "p" + side,
            _ => "l" + side,
        };
        for (var again = 2; !taken.Add(name); again++) name = $"{name.Split('-')[0]}-{Text(again)}";
        return name;
    }

    private static string Label(Layer layer, int copperLayers)
    {
        var side = layer.Side switch { Side.Top => ", top", Side.Bottom => ", bottom", _ => "" };
        return layer.Role switch
        {
            LayerRole.Copper when layer.CopperLayer is { } number && number > 1 && number < copperLayers => $"Copper {Text(number)}, inner",
            LayerRole.Copper => layer.CopperLayer is { } number ? $"Copper {Text(number)}{side}" : $"Copper{side}",
            LayerRole.SolderMask => $"Mask openings{side}",
            LayerRole.Paste => $"Paste{side}",
            _ => $"Legend{side}",
        };
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <param name="Name">Letters and digits: <c>c1</c>, <c>mt</c>, <c>lb</c>.</param>
    /// <param name="Label">For people.</param>
    /// <param name="Layer">The layer itself.</param>
    /// <param name="Copper">Its place among the board's copper; -1 for other layers.</param>
    internal sealed record Entry(string Name, string Label, Layer Layer, int Copper);
}
