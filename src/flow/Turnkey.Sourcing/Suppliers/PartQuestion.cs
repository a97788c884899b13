using Turnkey.Kernel;

namespace Turnkey.Sourcing.Suppliers;

/// <summary>A part that suppliers are asked for. At least one of the numbers is given.</summary>
/// <param name="Manufacturer">Null when not known.</param>
/// <param name="Mpn">Manufacturer part number; null when only a supplier's code is known.</param>
/// <param name="SupplierCode">The code of the supplier that is asked; null when not known.</param>
public sealed record PartQuestion(string? Manufacturer, PartNumber? Mpn, PartNumber? SupplierCode = null)
{
    /// <summary>What two questions have in common that have the same answer.</summary>
    public string Key => $"{Mpn?.Key}\n{SupplierCode?.Key}\n{Manufacturer?.Trim().ToUpperInvariant()}";

    /// <summary>The number to search by: the supplier's own code finds one part, a manufacturer's number may find several.</summary>
    public string Text => (SupplierCode ?? Mpn)?.Text ?? "";

    /// <summary>
    /// Whether an answer is about the part that was asked for. Suppliers find by likeness, and write numbers with and without dashes: punctuation does not count
    /// here, letters and digits do.
    /// </summary>
    public bool IsAnsweredBy(PartNumber? mpn, PartNumber? supplierCode) =>
        (SupplierCode is { } code && supplierCode is { } offered && code == offered) || (Mpn is { } asked && mpn is { } found && Letters(asked) == Letters(found));

    private static string Letters(PartNumber number) => string.Concat(number.Key.Where(char.IsLetterOrDigit));
}
