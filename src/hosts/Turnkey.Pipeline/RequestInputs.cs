using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Pipeline.Suppliers;
using Turnkey.Plants;
using Turnkey.Sourcing;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub.Approved;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline;

/// <summary>What a request brings beside its package: the plant, the offers and the approved parts. Read before the package: a typing error there is told before a long read.</summary>
/// <param name="Offers">Of the folder; what suppliers' interfaces answer comes on top (<see cref="Ask"/>).</param>
/// <param name="Diagnostics">Of the files; the offer book's own are not repeated.</param>
internal sealed record RequestInputs(Plant Plant, OfferBook Offers, SourcingTables Tables, ImmutableArray<ApprovedPart> Approved, ImmutableArray<Diagnostic> Diagnostics)
{
    private SupplierTable Suppliers { get; init; } = SupplierTable.Default;

    /// <returns>Null inputs where one of the files cannot be used; the first diagnostic is then the reason.</returns>
    public static (RequestInputs? Inputs, ImmutableArray<Diagnostic> Refusal) Read(ProductJob job)
    {
        var plant = PlantInput.Read(job.Plant);
        if (plant.Plant is null) return (null, plant.Diagnostics);
        var offers = OffersInput.Read(job.Offers, job.Inspect.Limits);
        if (offers.Book is null) return (null, offers.Diagnostics);
        var approved = ApprovedInput.Read(job.Approved);
        if (approved.Parts is not { } allowed) return (null, approved.Diagnostics);
        return (new(plant.Plant, offers.Book, offers.Tables, allowed, [.. plant.Diagnostics, .. offers.Diagnostics, .. approved.Diagnostics]) { Suppliers = offers.Suppliers }, []);
    }

    /// <summary>What is to be bought for the product, without quantities.</summary>
    /// <param name="plant">In the currency that is bought in.</param>
    public SourcingRequest Purchase(ProductJob job, Design design, Plant plant) =>
        new(AssemblyDemand.Of(ProductParts.Of(design.Product), design.Product.Name), plant, Offers, plant.Currency, job.Consignment, 1, 1) { Policy = job.Policy, Tables = Tables, Approved = Approved };

    /// <summary>These inputs with what suppliers' interfaces answer to the parts of the product; as they are when none is to be asked.</summary>
    /// <param name="number">Of the stage.</param>
    /// <param name="of">Stages of the run.</param>
    public RequestInputs Ask(ProductJob job, SourcingRequest request, IProgress<Stage>? progress, int number, int of)
    {
        if (job.Online is not { } online) return this;
        var report = OnlineOffers.Ask(online, PartIdentities.Of(request).Bom, Suppliers, job.Policy.Destination, request.Currency, told => progress?.Report(new Stage(told, number, of)));
        return this with { Offers = Offers with { Offers = [.. Offers.Offers, .. report.Offers] }, Diagnostics = [.. Diagnostics, .. report.Diagnostics] };
    }
}
