using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Documents.Tables;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Pipeline.Json;
using Turnkey.Pipeline.Outputs;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Cli.Commands;

/// <summary>The files of a sourcing: the result, lists to order by for each quantity and supplier, what the columns of the price lists were taken for, and enquiries.</summary>
internal static class SourceFiles
{
    /// <summary>Record of the purchase lists that a run wrote.</summary>
    public const string Manifest = "purchase-lists.json";

    /// <summary>The lists to order by, which hold together: one of them beside those of another plan would be ordered twice.</summary>
    public static ImmutableArray<OutputFile> Lists(Sourced.Done sourced) =>
        [.. sourced.Quantities.SelectMany(quantity => PurchaseLists.Write([.. Lines(quantity.Plan)]).Select(file => new OutputFile($"qty-{quantity.Quantity.ToString(CultureInfo.InvariantCulture)}-{file.Name}", file.Content)))];

    /// <param name="sourced">The result.</param>
    /// <param name="lists">Its <see cref="Lists"/>.</param>
    public static IReadOnlyList<OutputFile> Of(Sourced.Done sourced, ImmutableArray<OutputFile> lists) =>
    [
        new("source.json", SourceJson.Write(sourced)),
        .. lists,
        OutputManifest.Of(Manifest, lists),
        .. sourced.Understood.IsEmpty ? Array.Empty<OutputFile>() : [new(ColumnMappings.FileName, Encoding.UTF8.GetBytes(ColumnMappings.Write(sourced.Understood)))],
        .. sourced.Enquiries.Select(EnquirySheets.Write).Select(file => new OutputFile(file.Name, file.Content)),
    ];

    private static IEnumerable<PurchaseListLine> Lines(MaterialPlan plan) => PurchaseRow.Of(plan).Select(row => new PurchaseListLine(
        row.Offer.Supplier, row.Offer.SupplierCode?.Text ?? "", row.Offer.Manufacturer ?? "", row.Offer.Mpn?.Text ?? "", row.Quantity, Reference(plan, row), row.Price.Amount, row.Price.Currency.Code));

    /// <summary>The places of the part, for the label on its bag.</summary>
    private static string Reference(MaterialPlan plan, PurchaseRow row)
    {
        var places = DesignatorList.Format([.. row.Lines.SelectMany(i => plan.Lines[i].Line.Designators)]);
        return places.Length is 0 or > 40 ? row.Name : places;
    }
}
