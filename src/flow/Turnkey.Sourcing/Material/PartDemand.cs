using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Parts;

namespace Turnkey.Sourcing.Material;

/// <summary>A BOM line as something to buy.</summary>
/// <param name="Line">The line.</param>
/// <param name="Assembly">Name of its assembly.</param>
/// <param name="Kind">As the plant's library recognises it.</param>
/// <param name="PerUnit">Pieces per product, bought and consigned together.</param>
/// <param name="Consigned">Of them the customer supplies.</param>
internal sealed record PartDemand(BomLine Line, string Assembly, PartKind Kind, long PerUnit, long Consigned)
{
    /// <summary>A line that asks for more pieces per board is taken for an error.</summary>
    private const int MostPiecesPerLine = 100_000;

    /// <summary>Words that stand in a part number column where any part will do.</summary>
    private static readonly string[] Placeholders = ["ANY", "GENERIC", "TBD", "NA", "N/A", "NONE", "UNKNOWN", "DNP", "STD", "STANDARD", "VARIOUS"];

    public PartNumber? Mpn { get; } = Line.Mpn is { } mpn && !Placeholders.Contains(mpn.Key, StringComparer.Ordinal) ? mpn : null;

    public string? Manufacturer { get; } = Line.Manufacturer is { } maker && !Placeholders.Contains(maker.Trim().ToUpperInvariant(), StringComparer.Ordinal) ? maker : null;

    public ImmutableDictionary<string, PartNumber> SupplierCodes => Line.SupplierCodes;

    /// <summary>Part numbers that may be bought with their makers: the line's own first, then its approved alternates.</summary>
    public IEnumerable<(PartNumber Mpn, string? Manufacturer)> Allowed =>
        (Mpn is { } own ? [(own, Manufacturer)] : Array.Empty<(PartNumber, string?)>()).Concat(Line.Alternates.Select(other => (other.Mpn, other.Manufacturer)));

    public int Row => Line.Row;

    public long Bought => PerUnit - Consigned;

    /// <summary>Lines with the same key are one purchase: BOMs with a row per designator, a part on both boards of a product.</summary>
    public string PurchaseKey => Mpn is { } mpn ? $"m\n{mpn.Key}\n{Manufacturer?.ToUpperInvariant()}"
        : SupplierCodes.Count > 0 ? $"s\n{string.Join('\n', SupplierCodes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value.Key}"))}"
        : $"v\n{Line.Value}\n{Line.Footprint}\n{Line.Description}\n{Kind.Class}\n{OffersOnly}";

    public string Name => Mpn?.Text ?? (Line.Value.Length > 0 ? Line.Value : Line.Designators.IsDefaultOrEmpty ? Line.Description : Line.Designators[0].Text);

    public bool IsPlausible => PerUnit > 0;

    public bool OffersOnly { get; private init; }

    public static PartDemand Of(BomLine line, AssemblyDemand owner, Plant plant, Consignment consignment)
    {
        var prefix = line.Designators.IsDefaultOrEmpty ? "" : line.Designators[0].Prefix;
        var kind = plant.Parts.Recognise(new PartDescription(prefix, line.Value, line.Footprint, line.Description, line.Mpn is not null || !line.SupplierCodes.IsEmpty));
        var pieces = line.Designators.IsDefaultOrEmpty ? line.Quantity : line.Designators.Length * line.Times;
        if (pieces is < 0 or > MostPiecesPerLine) pieces = 0;
        var consigned = consignment.Everything ? pieces : line.Designators.IsDefaultOrEmpty ? 0 : line.Designators.Count(consignment.Designators.Contains);
        return new PartDemand(line, owner.Assembly.Name, owner.OffersOnly ? kind with { Class = PartKind.Other } : kind, (long)pieces * owner.PerProduct, (long)consigned * owner.PerProduct)
        {
            OffersOnly = owner.OffersOnly,
        };
    }
}
