using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Kernel;
using Turnkey.Plants.Parts;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.PartNumbers;

namespace Turnkey.Sourcing.Material;

/// <summary>A BOM line as something to buy.</summary>
/// <param name="Line">The line.</param>
/// <param name="Assembly">Name of its assembly.</param>
/// <param name="Kind">As the plant's library recognises it.</param>
/// <param name="PerUnit">Pieces per product, bought and consigned together.</param>
/// <param name="Consigned">Of them the customer supplies.</param>
/// <param name="Part">Which part the line means.</param>
internal sealed record PartDemand(BomLine Line, string Assembly, PartKind Kind, long PerUnit, long Consigned, ScrubbedLine Part)
{
    /// <summary>A line that asks for more pieces per board is taken for an error.</summary>
    private const int MostPiecesPerLine = 100_000;

    public PartNumber? Mpn => Part.Mpn?.Value;

    /// <summary>By its usual name; null when not known.</summary>
    public string? Manufacturer => Part.Manufacturer?.Value.Canonical;

    public ImmutableArray<DistributorCode> Codes => Part.Codes;

    /// <summary>Part numbers that may be bought with their makers: the line's own first, then its approved alternates.</summary>
    public IEnumerable<(PartNumber Mpn, string? Manufacturer)> Allowed => Part.Allowed.Select(one => (one.Mpn, one.Manufacturer?.Canonical));

    public int Row => Line.Row;

    public long Bought => PerUnit - Consigned;

    /// <summary>Lines with the same key are one purchase: BOMs with a row per designator, a part on both boards of a product.</summary>
    public string PurchaseKey { get; private init; } = "";

    public string Name => Mpn?.Text ?? Part.Generic?.ToString() ?? (Line.Value.Length > 0 ? Line.Value : Line.Designators.IsDefaultOrEmpty ? Line.Description : Line.Designators[0].Text);

    public bool IsPlausible => PerUnit > 0;

    public bool OffersOnly { get; private init; }

    public static PartDemand Of(BomLine line, AssemblyDemand owner, SourcingRequest request, PartIdentities parts)
    {
        var prefix = line.Designators.IsDefaultOrEmpty ? "" : line.Designators[0].Prefix;
        var kind = request.Plant.Parts.Recognise(new PartDescription(prefix, line.Value, line.Footprint, line.Description, line.Mpn is not null || !line.SupplierCodes.IsEmpty));
        var pieces = line.Pieces;
        if (pieces is < 0 or > MostPiecesPerLine) pieces = 0;
        var consigned = request.Consignment.Everything ? pieces : line.Designators.IsDefaultOrEmpty ? 0 : line.Designators.Count(request.Consignment.Designators.Contains) * line.Times;
        var (index, part) = parts.PartOf(line);
        return new PartDemand(line, owner.Assembly.Name, owner.OffersOnly ? kind with { Class = PartKind.Other } : kind, (long)pieces * owner.PerProduct, (long)consigned * owner.PerProduct, part)
        {
            OffersOnly = owner.OffersOnly,
            PurchaseKey = FormattableString.Invariant($"{index} {owner.OffersOnly}"),
        };
    }
}
