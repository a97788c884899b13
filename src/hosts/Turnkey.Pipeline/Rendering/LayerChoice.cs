using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;

namespace Turnkey.Pipeline.Rendering;

/// <summary>Finds the layer that somebody names: by its file, or by what it is.</summary>
internal static class LayerChoice
{
    private const string Drill = "drill";

    private static readonly (string Word, LayerRole Role)[] Roles =
    [
        ("copper", LayerRole.Copper), ("cu", LayerRole.Copper),
        ("mask", LayerRole.SolderMask), ("soldermask", LayerRole.SolderMask), ("solder-mask", LayerRole.SolderMask),
        ("paste", LayerRole.Paste), ("stencil", LayerRole.Paste),
        ("legend", LayerRole.Legend), ("silkscreen", LayerRole.Legend), ("silk", LayerRole.Legend),
        ("outline", LayerRole.Outline), ("profile", LayerRole.Outline), ("edge", LayerRole.Outline),
        ("drawing", LayerRole.Drawing),
    ];

    private static readonly (string Word, Side Side)[] Sides =
        [("top", Side.Top), ("front", Side.Top), ("bottom", Side.Bottom), ("bot", Side.Bottom), ("back", Side.Bottom), ("inner", Side.Inner)];

    /// <summary>Null when there is none.</summary>
    public static Layer? Find(Board board, string wanted) =>
        board.Layers.FirstOrDefault(layer => string.Equals(layer.Source, wanted, StringComparison.OrdinalIgnoreCase))
        ?? board.Layers.FirstOrDefault(layer => string.Equals(FileName(layer.Source), wanted, StringComparison.OrdinalIgnoreCase))
        ?? OfDrillFile(board, wanted)
        ?? ByWords(board, wanted.ToLowerInvariant().Split([' ', '_', '.', ','], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a layer was asked for by its file.</summary>
    public static bool IsFile(Layer layer, string wanted) =>
        string.Equals(layer.Source, wanted, StringComparison.OrdinalIgnoreCase) || string.Equals(FileName(layer.Source), wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the layers of a board can be called, for the message that there is no such layer.</summary>
    public static IEnumerable<string> Names(Board board)
    {
        foreach (var layer in board.Layers)
        {
            var word = Roles.FirstOrDefault(pair => pair.Role == layer.Role).Word ?? FileName(layer.Source);
            yield return layer.CopperLayer is { } number ? $"'{word} {number}'"
                : layer.Side is Side.Top or Side.Bottom && layer.Role != LayerRole.Drawing ? $"'{layer.Side.Value.ToString().ToLowerInvariant()} {word}'"
                : layer.Role == LayerRole.Outline ? $"'{word}'" : $"'{FileName(layer.Source)}'";
        }
        if (!board.Holes.IsEmpty) yield return $"'{Drill}'";
    }

    private static Layer? OfDrillFile(Board board, string wanted)
    {
        var holes = board.Holes.Where(hole => string.Equals(hole.Source, wanted, StringComparison.OrdinalIgnoreCase) || string.Equals(FileName(hole.Source), wanted, StringComparison.OrdinalIgnoreCase)).ToArray();
        return holes.Length > 0 ? new Layer(LayerRole.Other, Side.All, null, holes[0].Source, HoleImage.Of(holes)) : null;
    }

    private static Layer? ByWords(Board board, string[] words)
    {
        if (words.Any(word => word is Drill or "drills" or "holes")) return board.Holes.IsEmpty ? null : new Layer(LayerRole.Other, Side.All, null, Drill, HoleImage.Of(board.Holes));
        LayerRole? role = null;
        Side? side = null;
        int? number = null;
        foreach (var word in words)
        {
            if (Roles.FirstOrDefault(pair => pair.Word == word) is { Word: not null } known) role = known.Role;
            else if (Sides.FirstOrDefault(pair => pair.Word == word) is { Word: not null } face) side = face.Side;
            else if (int.TryParse(word.StartsWith('l') ? word.AsSpan(1) : word, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)) number = parsed;
            else return null;
        }
        if (role is null && number is null) return null;
        return board.Layers.FirstOrDefault(layer => layer.Role == (role ?? LayerRole.Copper) && (side is null || layer.Side == side) && (number is null || layer.CopperLayer == number));
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
