using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Quoting.Products;

/// <summary>Makes the scope no wider than the package: boards cannot be quoted without copper, nor assembly without parts.</summary>
internal static class Scoping
{
    public static (QuoteScope Scope, ImmutableArray<Diagnostic> Diagnostics) Shrink(QuoteScope asked, ProductParts product)
    {
        var scope = asked;
        var log = new DiagnosticLog("");
        if (scope.HasFlag(QuoteScope.Fabrication) && !product.Boards.Any(board => board.HasBoard))
        {
            scope &= ~QuoteScope.Fabrication;
            log.Warning("quote.scope", 0, "the package has no copper layers: fabrication of the bare board is not quoted");
        }
        if ((scope & (QuoteScope.Assembly | QuoteScope.Test)) != QuoteScope.None && !product.Boards.Any(board => board.HasParts))
        {
            scope &= ~(QuoteScope.Assembly | QuoteScope.Test);
            log.Warning("quote.scope", 0, "the package has neither BOM nor centroid file: components, assembly and test are not quoted");
        }
        if (scope == QuoteScope.Packaging && asked != QuoteScope.Packaging) scope = QuoteScope.None;
        if (scope == QuoteScope.None) log.Error("quote.nothing", 0, "nothing of what was asked for can be quoted from this package");
        return (scope, [.. log.ToList()]);
    }
}
