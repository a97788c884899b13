using System.Collections.Immutable;
using System.ComponentModel;
using Turnkey.Contracts;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Offers;
using Turnkey.Server.Requests;
using Turnkey.Storage;

namespace Turnkey.Server.Api;

/// <summary>Competing offers side by side, for the customer that got them.</summary>
internal static class ComparisonApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/rfqs/{id:guid}/comparison", CompareAsync).Needs(Permission.Read).WithTags("Offers")
            .Says("compareOffers", "Compare offers", "At one quantity, the cheapest total first within each currency. Only for the customer.").Gives<ComparisonAnswer>();

    private static async Task<IResult> CompareAsync(HttpContext context, Store store, TimeProvider clock, Guid id, [Description("How many products; the smallest quantity asked for when nothing is said.")] int? quantity, CancellationToken cancel)
    {
        if (await ReadRequests.OneAsync(store, context.Actor(), id, cancel) is not { View.Mine: true } detail) return Problems.Of(Refusal.NotFound("request"));
        var wanted = quantity ?? detail.Request.Latest.Quantities.FirstOrDefault(1);
        if (wanted < 1) return Problems.Of(new Refusal("comparison.quantity", "compare at one product or more"));
        var offers = await ReadOffers.OfRequestAsync(store, context.Actor(), id, cancel);
        var compared = OfferComparison.At(offers, wanted, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return Answers.Tagged(context, new ComparisonAnswer(wanted, [.. compared.Select(ComparedAnswer.Of)]));
    }
}

internal sealed record ComparisonAnswer(int Quantity, ImmutableArray<ComparedAnswer> Offers);

/// <param name="Price">That of the largest offered quantity not above the one asked for; null when none is.</param>
/// <param name="Total">With what is paid once.</param>
internal sealed record ComparedAnswer(
    Guid Offer, int Version, OfferState State, Guid Manufacturer, string ManufacturerName, string Country, string Site, string Currency, OfferPrice? Price, decimal? Total, DateOnly ValidUntil,
    bool Expired, int Errors, int Warnings, ImmutableArray<string> Certifications, bool Cheapest, bool Fastest)
{
    public static ComparedAnswer Of(ComparedOffer one) => new(
        one.Offer.Id, one.Offer.Version, one.Offer.State, one.Manufacturer.Id, one.Manufacturer.Name, one.Manufacturer.Country, one.Offer.Content.Site, one.Offer.Content.Currency, one.Price, one.Total,
        one.Offer.Content.ValidUntil, one.Expired, one.Offer.Content.Errors, one.Offer.Content.Warnings, one.Certifications, one.Cheapest, one.Fastest);
}
