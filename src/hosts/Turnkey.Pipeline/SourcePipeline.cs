using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Pipeline.Suppliers;
using Turnkey.Plants;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Suppliers;

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
        // What the requester wrote comes first: a typing error there is told before a long read.
        var plant = PlantInput.Read(job.Plant);
        if (plant.Plant is null) return new Sourced.Refused(job.Inspect.Package, plant.Diagnostics);
        var offers = OffersInput.Read(job.Offers, job.Inspect.Limits);
        if (offers.Book is null) return new Sourced.Refused(job.Inspect.Package, offers.Diagnostics);
        var approved = ApprovedInput.Read(job.Approved);
        if (approved.Parts is not { } allowed) return new Sourced.Refused(job.Inspect.Package, approved.Diagnostics);
        switch (InspectPipeline.Run(job.Inspect, progress, Stages))
        {
            case Inspection.Refused refused:
                return new Sourced.Refused(refused.Name, refused.Diagnostics);
            case Inspection.Done { Design: var design, Inputs: var inputs }:
                var product = ProductParts.Of(design.Product);
                var demands = AssemblyDemand.Of(product, design.Product.Name);
                if (demands.All(demand => demand.Assembly.Bom.IsEmpty))
                    return new Sourced.Refused(design.Package.Name, [NothingToBuy, .. design.Diagnostics.OrderByDescending(diagnostic => diagnostic.Severity)]);
                var (own, said) = InCurrency(plant.Plant, job.Currency);
                var request = new SourcingRequest(demands, own, offers.Book, own.Currency, job.Consignment, 1, 1) { Policy = job.Policy, Tables = offers.Tables, Approved = allowed };
                var asked = Ask(job, request, offers, progress);
                request = request with { Offers = offers.Book with { Offers = [.. offers.Book.Offers, .. asked.Offers] } };
                progress?.Report(new Stage("buying", 3, Stages));
                request = request with { Parts = PartIdentities.Of(request) };
                var quantities = job.Quantities.Distinct().AsParallel().AsOrdered().Select(quantity => Buy(quantity, request, job)).ToImmutableArray();
                ImmutableArray<Diagnostic> diagnostics =
                    [.. plant.Diagnostics, .. offers.Diagnostics, .. offers.Book.Diagnostics, .. approved.Diagnostics, .. asked.Diagnostics, .. said, .. product.Diagnostics, .. quantities.SelectMany(quantity => quantity.Plan.Diagnostics)];
                var (enquiries, about) = job.Enquiries.IsEmpty ? ([], [])
                    : EnquiryPlanning.Plan(request.Parts.Bom, job.Quantities, job.Annual, job.Enquiries, request.Offers.Offers, own.Currency, job.Policy.AsOf!.Value);
                return new Sourced.Done(design, own.Currency, job, quantities, [.. diagnostics.Concat(about).Distinct()], inputs, own.Sha256, offers.Book.Sha256) { Enquiries = enquiries, Understood = offers.Book.Understood };
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

    /// <summary>What suppliers' interfaces answer to the parts that the list names; nothing when none is to be asked.</summary>
    private static SupplierReport Ask(SourceJob job, SourcingRequest request, OffersInput offers, IProgress<Stage>? progress)
    {
        if (job.Online is not { } online) return new([], []);
        var told = new SortedDictionary<string, SupplierProgress>(StringComparer.Ordinal);
        return OnlineOffers.AskAsync(online, PartIdentities.Of(request).Bom, offers.Suppliers, new SupplierMarket(job.Policy.Destination is { Length: 2 } country and not "EU" ? country : "US", request.Currency), Tell, CancellationToken.None)
            .GetAwaiter().GetResult();

        void Tell(SupplierProgress one)
        {
            lock (told)
            {
                told[one.Supplier] = one;
                progress?.Report(new Stage("asking " + string.Join(", ", told.Values.Select(each => FormattableString.Invariant($"{each.Supplier} {each.Asked + each.Kept + each.Failed}/{each.Questions}"))), 3, Stages));
            }
        }
    }

    private static (Plant Plant, ImmutableArray<Diagnostic> Said) InCurrency(Plant plant, Currency? currency) =>
        currency is null || currency == plant.Currency ? (plant, [])
        : plant.In(currency) is { } converted ? (converted, [])
        : (plant, [Diagnostic.Error("sourcing.no-rate", "", 0, $"there is no exchange rate from {plant.Currency} to {currency}: amounts are in {plant.Currency}; give a rate in the plant file (exchange-rates)")]);
}
