using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Layers;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>What a written file says of itself (<c>TF</c>).</summary>
/// <param name="FileFunction">Fields of <c>.FileFunction</c>: Copper, L1, Top.</param>
public sealed record GerberFileAttributes(ImmutableArray<string> FileFunction)
{
    /// <summary>For an image of no stated purpose: the file says nothing of itself.</summary>
    public static GerberFileAttributes None { get; } = new([]);

    /// <summary>
    /// <c>.FilePolarity</c>: true where what is drawn is where material is missing; null where neither makes sense (drawings). It says what the picture stands
    /// for and does not turn it (Gerber layer format specification 2024.05, 5.6.4), unlike the deprecated <c>IP</c>, which is never written.
    /// </summary>
    public bool? Negative { get; init; }

    /// <summary><c>Single</c>, <c>Array</c> …</summary>
    public string Part { get; init; } = "Single";

    /// <summary>Vendor, application, version; empty for none.</summary>
    public ImmutableArray<string> GenerationSoftware { get; init; } = [];

    /// <summary>Name, GUID and revision of the project; empty for none.</summary>
    public ImmutableArray<string> ProjectId { get; init; } = [];

    /// <summary>The same text in all files that are aligned with each other; null where that is not said.</summary>
    public string? SameCoordinates { get; init; }

    /// <summary>Left out where it is not given: the same image then gives the same bytes.</summary>
    public DateTimeOffset? CreationDate { get; init; }

    /// <summary>What a layer of a board is, in the words of the standard (Gerber layer format specification 2024.05, 5.6.3).</summary>
    /// <param name="copperLayers">Of the board.</param>
    public static GerberFileAttributes Of(Layer layer, int copperLayers)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var side = layer.Side switch { Side.Top => "Top", Side.Bottom => "Bot", _ => null };
        return (layer.Role, side) switch
        {
            (LayerRole.Copper, _) when layer.CopperLayer is { } number =>
                new(["Copper", "L" + number.ToString(CultureInfo.InvariantCulture), number == 1 ? "Top" : number == copperLayers ? "Bot" : "Inr"]) { Negative = layer.Negative },
            // Drawn are the openings of a mask: the file is negative unless the layer says that it draws the mask itself.
            (LayerRole.SolderMask, { } face) => new(["Soldermask", face]) { Negative = !layer.Negative },
            (LayerRole.Paste, { } face) => new(["Paste", face]) { Negative = layer.Negative },
            (LayerRole.Legend, { } face) => new(["Legend", face]) { Negative = layer.Negative },
            (LayerRole.Outline, _) => new(["Profile", "NP"]) { Negative = layer.Negative },
            (LayerRole.Drawing, _) => new(["OtherDrawing", "Drawing"]),
            _ => new(["Other", layer.Role switch { LayerRole.SolderMask => "Solder mask", LayerRole.Paste => "Paste", LayerRole.Legend => "Legend", LayerRole.Copper => "Copper", _ => "Other" }]) { Negative = layer.Negative },
        };
    }

    internal IEnumerable<string> Commands()
    {
        if (!GenerationSoftware.IsEmpty) yield return Text(".GenerationSoftware", GenerationSoftware);
        if (CreationDate is { } date) yield return "TF.CreationDate," + date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        if (!ProjectId.IsEmpty) yield return Text(".ProjectId", ProjectId);
        if (FileFunction.IsEmpty) yield break;
        yield return Text(".Part", [Part]);
        yield return Text(".FileFunction", FileFunction);
        if (Negative is { } negative) yield return Text(".FilePolarity", [negative ? "Negative" : "Positive"]);
        if (SameCoordinates is { } same) yield return same.Length > 0 ? Text(".SameCoordinates", [same]) : "TF.SameCoordinates";
    }

    private static string Text(string name, ImmutableArray<string> fields) => $"TF{name},{string.Join(',', fields.Select(GerberText.Field))}";
}
