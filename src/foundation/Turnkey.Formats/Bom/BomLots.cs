using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Kernel;

namespace Turnkey.Formats.Bom;

/// <summary>
/// Quantities against designators. Where nearly every line has the same multiple of its designators, the list counts for a lot (ten boards) and is brought
/// back to one board; elsewhere a quantity that differs is the customer's to explain.
/// </summary>
internal static class BomLots
{
    private const int FewestLines = 4;

    public static ImmutableArray<BomLine> PerBoard(ImmutableArray<BomLine> lines, BomColumns columns, DiagnosticLog log)
    {
        if (!columns.Has(BomField.Quantity) || !columns.Has(BomField.Designators)) return lines;
        var counted = lines.Where(line => !line.Designators.IsEmpty && line.Quantity > 0).ToArray();
        var lot = counted.Where(line => line.Quantity % line.Designators.Length == 0).GroupBy(line => line.Quantity / line.Designators.Length)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault();
        if (lot is { Key: > 1 } && lot.Count() >= FewestLines && lot.Count() >= 0.9 * counted.Length)
        {
            log.Warning("bom.quantity-is-for-lot", 0, $"the quantities are {lot.Key} times the designators and are taken as those of {lot.Key} boards");
            return [.. lines.Select(line => line with { Quantity = line.Quantity % lot.Key == 0 ? line.Quantity / lot.Key : line.Quantity })];
        }
        foreach (var line in counted.Where(line => line.Quantity != line.Designators.Length && !line.QuantityHolds))
        {
            log.Warning("bom.quantity-differs", line.Row,
                $"quantity {line.Quantity}, but {line.Designators.Length} designators ({DesignatorList.Format(line.Designators.Take(12))}{(line.Designators.Length > 12 ? " …" : "")})");
        }
        return lines;
    }
}
