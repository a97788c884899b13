using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Dfx;
using Turnkey.Kernel;
using Turnkey.Pipeline.Checking;
using Turnkey.Plants;
using Turnkey.Plants.Patterns;
using Turnkey.Quoting;

namespace Turnkey.Pipeline;

/// <summary>Package → design → quote: the main job, for the command line, the server and the benchmarks alike.</summary>
public static class QuotePipeline
{
    private const int Stages = 4;

    /// <summary>The same job gives the same quotation, to the byte of its results.</summary>
    public static Quotation Run(QuoteJob job, IProgress<Stage>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        var (read, refusal) = RequestInputs.Read(job);
        if (read is null) return new Quotation.Refused(job.Inspect.Package, refusal);
        var (terms, wrong) = ReviewInputs.Read(job.Review);
        if (terms is null) return new Quotation.Refused(job.Inspect.Package, wrong);
        switch (InspectPipeline.Run(job.Inspect, progress, Stages))
        {
            case Inspection.Refused refused:
                return new Quotation.Refused(refused.Name, refused.Diagnostics);
            case Inspection.Done { Design: var design, Inputs: var inputs }:
                if (NothingToQuote(design)) return new Quotation.Refused(design.Package.Name, NothingBecause(design));
                progress?.Report(new Stage("checking", 3, Stages));
                var (reviewed, unusable) = terms.Review(design);
                if (reviewed is null) return new Quotation.Refused(design.Package.Name, unusable);
                var asked = job.Scope.HasFlag(QuoteScope.Assembly) ? read.Ask(job, read.Purchase(job, design, InCurrency(read.Plant, job)), progress, 3, Stages) : read;
                progress?.Report(new Stage("pricing", 3, Stages));
                var quote = Quoter.Quote(new QuoteRequest(design, asked.Plant, job.Quantities)
                {
                    Offers = asked.Offers,
                    Annual = job.Annual,
                    Scope = job.Scope,
                    Consignment = job.Consignment,
                    Policy = job.Policy,
                    Tables = asked.Tables,
                    Approved = asked.Approved,
                    Currency = job.Currency,
                    Reviews = [.. reviewed.Reviews.Select(one => one.Review)],
                    Patterns = job.Scope.HasFlag(QuoteScope.Fabrication) ? [.. reviewed.Traced.Select(traced => DesignReview.Check(traced, new Demands([PatternClasses.StandardOf(asked.Plant)])))] : [],
                });
                if (quote.Quantities.IsEmpty) return new Quotation.Refused(design.Package.Name, WorstFirst([.. quote.Diagnostics, .. design.Diagnostics]));
                return new Quotation.Done(design, quote with { Diagnostics = [.. asked.Diagnostics, .. reviewed.Diagnostics, .. quote.Diagnostics] }, inputs) { Reviews = reviewed.Reviews, Queries = reviewed.Queries };
            case var other:
                throw new InvalidOperationException($"no inspection {other}");
        }
    }

    /// <summary>Suppliers are asked for prices in the currency of the quote, where the plant has a rate to it.</summary>
    private static Plant InCurrency(Plant plant, QuoteJob job) => job.Currency is { } currency && currency != plant.Currency ? plant.In(currency) ?? plant : plant;

    private static Diagnostic Nothing { get; } = Diagnostic.Error("quote.nothing-to-quote", "", 0,
        "neither a board nor a BOM nor placements were found in the package; send Gerber and drill files, a BOM, or both");

    /// <summary>A product file that is not understood hides the whole package: what is wrong with it is the reason then, and nothing found is what follows.</summary>
    private static ImmutableArray<Diagnostic> NothingBecause(Design design)
    {
        var (product, others) = (design.Diagnostics.Where(IsProductError), design.Diagnostics.Where(diagnostic => !IsProductError(diagnostic)));
        return [.. product, Nothing, .. WorstFirst(others)];
    }

    private static bool IsProductError(Diagnostic diagnostic) => diagnostic.Severity == Severity.Error && diagnostic.Code.StartsWith("product.", StringComparison.Ordinal);

    private static ImmutableArray<Diagnostic> WorstFirst(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.OrderByDescending(diagnostic => diagnostic.Severity)];

    private static bool NothingToQuote(Design design) =>
        design.Product.Items.IsEmpty
        || (design.Product.Items.All(item => item.Kind is Designs.Products.ProductItemKind.Assembly or Designs.Products.ProductItemKind.Board)
            && design.Assemblies.All(assembly => (assembly.Board is null || (assembly.Board.Layers.IsEmpty && assembly.Board.Outline is null)) && assembly.Bom.IsEmpty && assembly.Placements.IsEmpty));
}
