using Microsoft.EntityFrameworkCore;
using Turnkey.Server.Tests.Trade;

namespace Turnkey.Server.Tests.Isolation;

/// <summary>Everything on the market that an address can name.</summary>
/// <param name="Subject">As the first part of an address calls it.</param>
/// <param name="Owners">Organisations whose it is; others may see it only as the marks say.</param>
internal sealed record Thing(string Subject, Guid Id, params Guid[] Owners)
{
    public static Task<IReadOnlyList<Thing>> AllAsync(Market market) => market.Store.ReadAllAsync<IReadOnlyList<Thing>>(async all =>
    [
        .. (await all.Rfqs.AsNoTracking().ToListAsync()).Select(row => new Thing("rfqs", row.Id, row.CustomerId)),
        .. (await all.Invitations.AsNoTracking().ToListAsync()).Select(row => new Thing("invitations", row.Id, row.CustomerId, row.ManufacturerId)),
        .. (await all.Packages.AsNoTracking().ToListAsync()).Select(row => new Thing("packages", row.Id, row.OwnerId)),
        .. (await all.Questions.AsNoTracking().ToListAsync()).Select(row => new Thing("questions", row.Id, row.CustomerId, row.ManufacturerId)),
        .. (await all.Offers.AsNoTracking().ToListAsync()).Select(row => new Thing("offers", row.Id, row.CustomerId, row.ManufacturerId)),
        .. (await all.CounterOffers.AsNoTracking().ToListAsync()).Select(row => new Thing("counter-offers", row.Id, row.CustomerId, row.ManufacturerId)),
        .. (await all.Orders.AsNoTracking().ToListAsync()).Select(row => new Thing("orders", row.Id, row.CustomerId, row.ManufacturerId)),
        .. (await all.Jobs.AsNoTracking().ToListAsync()).Select(row => new Thing("jobs", row.Id, row.OrganisationId)),
        .. (await all.Artifacts.AsNoTracking().ToListAsync()).Select(row => new Thing("artifacts", row.Id, row.OrganisationId)),
        // Two of each for each: they are all alike.
        .. (await all.Notices.AsNoTracking().ToListAsync()).GroupBy(row => row.OrganisationId).SelectMany(group => group.OrderBy(row => row.Id).TakeLast(2)).Select(row => new Thing("notices", row.Id, row.OrganisationId)),
        .. (await all.Webhooks.AsNoTracking().ToListAsync()).Select(row => new Thing("webhooks", row.Id, row.OrganisationId)),
        .. (await all.Joins.AsNoTracking().ToListAsync()).Select(row => new Thing("member-invitations", row.Id, row.OrganisationId)),
        .. (await all.ApiTokens.AsNoTracking().ToListAsync()).GroupBy(row => row.OrganisationId).SelectMany(group => group.OrderBy(row => row.Id).TakeLast(2)).Select(row => new Thing("tokens", row.Id, row.OrganisationId)),
        .. (await all.Memberships.AsNoTracking().ToListAsync()).GroupBy(row => row.OrganisationId).SelectMany(group => group.OrderBy(row => row.UserId).TakeLast(2)).Select(row => new Thing("members", row.UserId, row.OrganisationId)),
        .. (await all.Organisations.AsNoTracking().ToListAsync()).Select(row => new Thing("organisations", row.Id, row.Id)),
    ]);

    /// <summary>The page of papers calls them by another name than the interface.</summary>
    public bool IsSubjectOf(Route route) => Subject == route.Subject || (Subject == "artifacts" && route.Subject == "papers");
}
