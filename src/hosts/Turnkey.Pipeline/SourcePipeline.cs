using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Sourcing.Material;

namespace Turnkey.Pipeline;

/// <summary>Package or parts list → design → purchases at each quantity.</summary>
public static class SourcePipeline
{
    private const int Stages = 3;

    /// <summary>The same job gives the same purchases, to the byte of its results.</summary>
    /// <exception cref="ArgumentException">The policy names no day: offers and risks are judged on one.</exception>
    public static Sourced Run(SourceJob job, IProgress<Stage>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        var (read, refusal) = RequestInputs.Read(job);
        if (read is null) return new Sourced.Refused(job.Inspect.Package, refusal);
        switch (InspectPipeline.Run(job.Inspect, progress, Stages))
        {
            case Inspection.Refused refused:
                return new Sourced.Refused(refused.Name, refused.Diagnostics);
            case Inspection.Done { Design: var design, Inputs: var inputs }:
                var (own, said) = InCurrency(read.Plant, job.Currency);
                var request = read.Purchase(job, design, own);
                if (request.Assemblies.All(demand => demand.Assembly.Bom.IsEmpty))
                    return new Sourced.Refused(design.Package.Name, [NothingToBuy, .. design.Diagnostics.OrderByDescending(diagnostic => diagnostic.Severity)]);
                var asked = read.Ask(job, request, progress, 3, Stages);
                progress?.Report(new Stage("buying", 3, Stages));
                request = request with { Offers = asked.Offers };
                request = request with { Parts = PartIdentities.Of(request) };
                var quantities = job.Quantities.Distinct().AsParallel().AsOrdered().Select(quantity => Buy(quantity, request, job)).ToImmutableArray();
                ImmutableArray<Diagnostic> diagnostics =
                    [.. asked.Diagnostics, .. asked.Offers.Diagnostics, .. said, .. ProductParts.Of(design.Product).Diagnostics, .. quantities.SelectMany(quantity => quantity.Plan.Diagnostics)];
                var (enquiries, about) = job.Enquiries.IsEmpty ? ([], [])
                    : EnquiryPlanning.Plan(request.Parts!.Bom, job.Quantities, job.Annual, job.Enquiries, request.Offers.Offers, own.Currency, job.Policy.AsOf!.Value);
                return new Sourced.Done(design, own.Currency, job, quantities, [.. diagnostics.Concat(about).Distinct()], inputs, own.Sha256, asked.Offers.Sha256) { Enquiries = enquiries, Understood = asked.Offers.Understood };
            case var other:
                throw new InvalidOperationException($"no inspection {other}");
        }
    }

    private static Diagnostic NothingToBuy { get; } = Diagnostic.Error("sourcing.nothing-to-buy", "", 0, "no parts list was found; send a BOM (CSV, XLSX, ODS …) alone or in a package");

    private static SourcedQuantity Buy(int quantity, SourcingRequest request, SourceJob job)
    {
        var products = Math.Max(job.Annual ?? quantity, quantity);
        request = request with { Products = products, Release = quantity };
        var plan = MaterialPlanning.Plan(request);
        return new(quantity, products, plan, PlanRisk.Of(plan, request, job.Annual));
    }

    private static (Plant Plant, ImmutableArray<Diagnostic> Said) InCurrency(Plant plant, Currency? currency) =>
        currency is null || currency == plant.Currency ? (plant, [])
        : plant.In(currency) is { } converted ? (converted, [])
        : (plant, [Diagnostic.Error("sourcing.no-rate", "", 0, $"there is no exchange rate from {plant.Currency} to {currency}: amounts are in {plant.Currency}; give a rate in the plant file (exchange-rates)")]);
}
