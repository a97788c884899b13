using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Tests.Trade;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Server.Tests.Isolation;

/// <summary>
/// Every route of the server's own table, asked by everybody for everything that there is. Nobody has to remember to add a route here; a route that nobody
/// said who may use fails. What each may see is in <see cref="Story"/>, beside what was written.
/// </summary>
public sealed class IsolationTests
{
    [Fact]
    public async Task Every_route_says_who_may_use_it()
    {
        await using var market = await Market.OpenAsync();

        var routes = Route.All(market.Server);

        Assert.All(market.Server.Endpoints, endpoint => Assert.IsType<Microsoft.AspNetCore.Routing.RouteEndpoint>(endpoint));
        Assert.True(routes.Count > 60, $"only {routes.Count} routes were found");
        // The framework's own, for a script that is not here, stays closed to everybody.
        Assert.Equal(["GET /_framework/opaque-redirect"], routes.Where(route => !route.Open && route.Requires is null).Select(route => route.ToString()));
        // Open to everybody is what cannot be otherwise, and holds nothing of anybody.
        string[] open = ["/", "/first", "/sign-in", "/join/{token}", "/health", "/ready", "/assets/{hash}/{*name}", "/api", "/api/openapi.json"];
        Assert.Empty(routes.Where(route => route.Open && route.Requires is null && !open.Contains(route.Template, StringComparer.OrdinalIgnoreCase)).Select(route => route.ToString()));
    }

    [Theory]
    [ClassData(typeof(Both))]
    public async Task Nobody_reads_what_is_anothers(string database)
    {
        await using var market = await Market.OpenAsync(database, options => options with { Pooling = true });
        var story = await Story.TellAsync(market);
        var things = await Thing.AllAsync(market);
        var leaks = new ConcurrentBag<string>();
        var seen = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var asked = 0;

        await Parallel.ForEachAsync(Questions(), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (one, _) =>
        {
            var (route, party, role, id) = one;
            using var answer = await market.GetAsync(route.Path(id), party, role);
            var text = await Market.TextAsync(answer) + answer.Headers + answer.Content.Headers;
            Interlocked.Increment(ref asked);
            if (answer.StatusCode == HttpStatusCode.InternalServerError) leaks.Add($"{route} broke for {party?.Name} as {role} with {things.FirstOrDefault(thing => thing.Id == id)?.Subject}");
            foreach (var leak in story.Marks.Leaks(text, party?.Name ?? "nobody")) leaks.Add($"{route} shows {leak} to {party?.Name ?? "nobody"} as {role}");
            if (party is not null)
            {
                foreach (var (mark, seers) in story.Marks.All.Where(mark => mark.Value.Contains(party.Name) && text.Contains(mark.Key, StringComparison.Ordinal))) seen[mark] = seers.Count > 0;
            }
            if (party is null && !route.Open && answer.IsSuccessStatusCode) leaks.Add($"{route} answers {(int)answer.StatusCode} to nobody");
            if (party is not null && route.Requires is { } requires && !role.May(requires.Permission) && answer.StatusCode != HttpStatusCode.Forbidden) leaks.Add($"{route} answers {(int)answer.StatusCode} to {role}");
        });

        Assert.Empty(leaks.Distinct().Order());
        Assert.True(asked > 2000, $"only {asked} were asked");
        // Each word was seen by somebody who may: what is nowhere to be seen would prove nothing by not being seen.
        Assert.Empty(story.Marks.All.Keys.Where(mark => !mark.Contains(',', StringComparison.Ordinal)).Except(seen.Keys));

        IEnumerable<(Route Route, Party? Party, Roles Role, Guid Id)> Questions()
        {
            foreach (var route in Route.All(market.Server).Where(route => route.Reads))
            {
                var ids = route.NamesSomething ? things.Select(thing => thing.Id).ToArray() : [Guid.Empty];
                // Roles only take away from what an organisation may: they are tried on what the route is about.
                var own = route.NamesSomething ? things.Where(thing => thing.IsSubjectOf(route)).Select(thing => thing.Id).ToArray() : ids;
                foreach (var id in own.DefaultIfEmpty(Guid.Empty)) yield return (route, null, Roles.None, id);
                foreach (var party in market.Parties.Values)
                {
                    foreach (var id in ids) yield return (route, party, Party.Everything, id);
                    foreach (var role in RolePermissions.Single)
                    {
                        foreach (var id in own.DefaultIfEmpty(Guid.Empty)) yield return (route, party, role, id);
                    }
                }
            }
        }
    }

    [Theory]
    [ClassData(typeof(Both))]
    public async Task Nobody_changes_what_is_anothers(string database)
    {
        await using var market = await Market.OpenAsync(database, options => options with { Pooling = true });
        var story = await Story.TellAsync(market);
        var things = await Thing.AllAsync(market);
        var before = await StateAsync(market);
        var faults = new ConcurrentBag<string>();
        var routes = Route.All(market.Server).Where(route => !route.Reads && route.IsApi && route.NamesSomething).ToArray();

        // What is also theirs they may do something with: that is another test's.
        var questions = from route in routes
                        from party in market.Parties.Values.Cast<Party?>().Append(null)
                        from thing in things
                        where party is null || (!thing.Owners.Contains(party.Id) && !Shown(party, thing.Id))
                        select (route, party, thing);

        await Parallel.ForEachAsync(questions, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (one, _) =>
        {
            var (route, party, thing) = one;
            using var answer = await market.AskAsync(new HttpMethod(route.Method), route.Path(thing.Id), party, route.Body(), headers: ("If-Match", "*"));
            var text = await Market.TextAsync(answer);
            if (answer.IsSuccessStatusCode) faults.Add($"{route} was done by {party?.Name ?? "nobody"} to a thing of {thing.Subject}");
            if (answer.StatusCode == HttpStatusCode.InternalServerError) faults.Add($"{route} broke for {party?.Name} with a thing of {thing.Subject}");
            foreach (var leak in story.Marks.Leaks(text, party?.Name ?? "nobody")) faults.Add($"{route} shows {leak} to {party?.Name ?? "nobody"}");
        });

        Assert.Empty(faults.Distinct().Order());
        Assert.Equal(before, await StateAsync(market));

        bool Shown(Party party, Guid id) =>
            (party.Name is Market.Maker or Market.Rival && (id == story.Contested || id == story.Guarded)) || (party.Name == Market.Maker && id == story.Ordered)
            // Requests of the foreign customer are the unasked manufacturer's to answer.
            || (party.Name == Market.Unasked && things.Any(thing => thing.Id == id && thing.Subject == "rfqs" && thing.Owners.Contains(market[Market.Foreign].Id)));
    }

    [Theory]
    [ClassData(typeof(Both))]
    public async Task A_customer_sees_no_internal_figure_until_the_book_is_opened(string database)
    {
        await using var market = await Market.OpenAsync(database);
        var story = await Story.TellAsync(market);
        var (customer, maker, offer) = (market[Market.Customer], market[Market.Maker], story.Offers[Market.Maker]);

        Assert.Equal(HttpStatusCode.NotFound, (await market.GetAsync($"/api/v1/offers/{offer}/cost-sheet", customer)).StatusCode);
        Assert.Contains("871.2345", await (await market.GetAsync($"/api/v1/offers/{offer}/cost-sheet", maker)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var papers = await Market.MadeAsync(await market.GetAsync($"/api/v1/offers/{offer}/artifacts", customer));
        Assert.Equal(["offer.html"], papers.GetProperty("items").EnumerateArray().Select(paper => paper.GetProperty("name").GetString()));

        await Market.MadeAsync(await market.AskAsync(HttpMethod.Put, $"/api/v1/offers/{offer}/open-book", maker, new { open = true }));

        Assert.Contains("871.2345", await (await market.GetAsync($"/api/v1/offers/{offer}/cost-sheet", customer)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await market.GetAsync($"/api/v1/offers/{offer}/cost-sheet", market[Market.Rival])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await market.GetAsync($"/api/v1/offers/{story.Offers[Market.Rival]}/cost-sheet", customer)).StatusCode);
    }

    /// <summary>Whatever somebody could have changed.</summary>
    private static Task<string> StateAsync(Market market) => market.Store.ReadAllAsync(async all => string.Join('\n',
    [
        .. (await all.Rfqs.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => row.Body),
        .. (await all.Invitations.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => row.Body),
        .. (await all.Questions.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => row.Body),
        .. (await all.Offers.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => row.Body),
        .. (await all.Orders.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => row.Body),
        .. (await all.CostSheets.AsNoTracking().OrderBy(row => row.OfferId).ToListAsync()).Select(row => row.OfferId + row.OpenBook.ToString()),
        .. (await all.Organisations.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => row.Body),
        .. (await all.Memberships.AsNoTracking().OrderBy(row => row.UserId).ToListAsync()).Select(row => row.UserId + row.Roles.ToString()),
        .. (await all.Jobs.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => row.Id + row.State.ToString()),
        .. (await all.ApiTokens.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => (row.Id, row.RevokedAt?.UtcTicks).ToString()),
        .. (await all.Notices.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => (row.Id, row.ReadAt?.UtcTicks).ToString()),
        .. (await all.Webhooks.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => row.Id.ToString()),
        .. (await all.Joins.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => row.Id.ToString()),
        (await all.Audit.CountAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture),
    ]));
}
