using System.Globalization;
using Turnkey.Designs.Specification;

namespace Turnkey.Drawing.Colours;

/// <summary>
/// The colours a board is drawn in, each as <c>#rrggbb</c>. For the eye only: what the board is made of stands in the specification.
/// </summary>
/// <param name="Laminate">Bare base material: mask openings without copper, boards without mask.</param>
/// <param name="Mask">Solder mask over laminate.</param>
/// <param name="MaskOverCopper">Solder mask over copper.</param>
/// <param name="Finish">Copper that the mask leaves open.</param>
/// <param name="Legend">Legend ink.</param>
public sealed record BoardColours(string Laminate, string Mask, string MaskOverCopper, string Finish, string Legend)
{
    /// <summary>Mask over a closed via: it sags into the hole and looks darker.</summary>
    public string Tent => Darker(MaskOverCopper, 0.62);

    /// <summary>Green mask, white legend, ENIG on FR-4: what a board looks like when nobody says.</summary>
    public static BoardColours Default { get; } = From(BuildSpecification.Empty);

    /// <summary>Looks the colours up by the words of the specification; words that the table does not have give the default's colour.</summary>
    public static BoardColours From(BuildSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        var mask = Find("mask", specification[SpecificationNames.MaskColour]?.Value, "green");
        // White ink on white mask cannot be read, so no fabricator prints it: black is the usage where the specification is silent.
        var legendDefault = mask.Names.Contains("white") ? "black" : "white";
        return new BoardColours(
            Find("laminate", specification[SpecificationNames.Material]?.Value, "fr4").Colour,
            mask.Colour,
            mask.OverCopper,
            Find("finish", specification[SpecificationNames.Finish]?.Value, "enig").Colour,
            Find("legend", specification[SpecificationNames.LegendColour]?.Value, legendDefault).Colour);
    }

    private static string Darker(string colour, double factor)
    {
        Span<char> hex = stackalloc char[7];
        hex[0] = '#';
        for (var i = 1; i < 7; i += 2)
        {
            var channel = (int)(byte.Parse(colour.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) * factor);
            channel.TryFormat(hex[i..], out _, "x2", CultureInfo.InvariantCulture);
        }
        return hex.ToString();
    }

    private static ColourRow Find(string kind, string? text, string otherwise) => ColourTable.Find(kind, text) ?? ColourTable.Find(kind, otherwise)!;
}
