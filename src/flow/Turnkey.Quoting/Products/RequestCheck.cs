using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Kernel;

namespace Turnkey.Quoting.Products;

/// <summary>What the request asks for and the package cannot answer: most often a typing error, and it changes the price.</summary>
internal static class RequestCheck
{
    public static IEnumerable<Diagnostic> Of(QuoteRequest request, ProductParts product)
    {
        var known = product.Boards.SelectMany(board => board.Assembly.Bom.Lines.SelectMany(line => line.Designators.IsDefault ? [] : line.Designators)
            .Concat(board.Assembly.Placements.IsDefault ? [] : board.Assembly.Placements.Select(placement => placement.Designator))).ToHashSet();
        ImmutableArray<Designator> unknown = [.. request.Consignment.Designators.Where(designator => !known.Contains(designator)).Order()];
        if (!unknown.IsEmpty)
            yield return Diagnostic.Warning("quote.consign-unknown", "", 0, $"{DesignatorList.Format(unknown)} {(unknown.Length == 1 ? "is" : "are")} said to be supplied by the customer, but stand{(unknown.Length == 1 ? "s" : "")} neither in the BOM nor in the centroid file");
        if (request.Annual is not { } annual) yield break;
        foreach (var quantity in request.Quantities.Where(quantity => quantity > annual).Distinct())
            yield return Diagnostic.Warning("quote.annual-below-release", "", 0, FormattableString.Invariant($"a yearly volume of {annual} is less than the release of {quantity}: material is bought for {quantity}"));
    }
}
