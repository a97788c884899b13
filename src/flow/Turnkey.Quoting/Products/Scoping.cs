using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Kernel;

namespace Turnkey.Quoting.Products;

/// <summary>Makes the scope no wider than the package: boards cannot be quoted without copper, nor assembly without parts.</summary>
internal static class Scoping
{
    /// <param name="asked">What is to be quoted.</param>
    /// <param name="consignsAll">The customer supplies every component, so that no BOM is needed to buy them.</param>
    public static (QuoteScope Scope, ImmutableArray<Diagnostic> Diagnostics) Shrink(QuoteScope asked, ProductParts product, bool consignsAll)
    {
        var scope = asked;
        var log = new DiagnosticLog("");
        if (scope.HasFlag(QuoteScope.Fabrication) && !product.Boards.Any(board => board.HasBoard))
        {
            scope &= ~QuoteScope.Fabrication;
            log.Warning("quote.scope", 0, "the package has no copper layers: fabrication of the bare board is not quoted");
        }
        const QuoteScope Work = QuoteScope.Assembly | QuoteScope.Test;
        // Things with a price or labour are material and assembly of their own: a product may be a cable and a box.
        if ((scope & Work) != QuoteScope.None && !product.HasThingsToQuote && !product.Boards.Any(board => !board.Assembly.Bom.IsEmpty))
        {
            if (!product.Boards.Any(board => board.HasParts))
            {
                scope &= ~Work;
                log.Warning("quote.scope", 0, "the package has neither BOM nor centroid file: components, assembly and test are not quoted");
            }
            else if (!consignsAll && (asked == QuoteScope.All || !asked.HasFlag(QuoteScope.Assembly)))
            {
                scope &= ~Work;
                log.Warning("quote.scope", 0, "the package has a centroid file but no BOM: what the components are is not known, so components, assembly and test are not quoted. Send the BOM; or have placement alone quoted by asking for assembly, or by supplying all parts");
            }
        }
        if (!product.Boards.Any(board => board.HasParts)) scope &= ~QuoteScope.Test;
        foreach (var board in product.Boards.Where(board => scope.HasFlag(QuoteScope.Assembly) && board.PlacedOnly > 0))
        {
            log.Warning("quote.placement-only", 0, FormattableString.Invariant($"{board.Assembly.Name}: there is no BOM, so the {board.PlacedOnly} parts of the centroid file are placed but not bought: {(consignsAll ? "you supply them" : "their price is not in the unit price")}"));
        }
        if (scope == QuoteScope.Packaging && asked != QuoteScope.Packaging && !product.HasThingsToQuote) scope = QuoteScope.None;
        if (scope == QuoteScope.None) log.Error("quote.nothing", 0, "nothing of what was asked for can be quoted from this package");
        return (scope, [.. log.ToList()]);
    }
}
