using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Turnkey.Storage.Rows;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Storage.Tests.Tenants;

public sealed class TenancyTests
{
    /// <summary>Entities that need no filter of their own, and why.</summary>
    private static readonly Dictionary<string, string> Unfiltered = new(StringComparer.Ordinal)
    {
        ["IdentityPasskeyData"] = "a column of the passkey, which is filtered",
    };

    private static readonly Dictionary<Guid, string> Names = Every().ToDictionary(World.Id);

    [Fact]
    public async Task Every_table_says_who_sees_its_rows()
    {
        await using var place = await Place.MakeAsync(Both.Sqlite);
        var model = await (await place.OpenAsync()).ReadAsync(World.First, context => Task.FromResult(context.Model), TestContext.Current.CancellationToken);
        var open = model.GetEntityTypes().Where(entity => entity.GetDeclaredQueryFilters().Count == 0).Select(entity => entity.ClrType.Name).Order(StringComparer.Ordinal);
        Assert.Equal(Unfiltered.Keys.Order(StringComparer.Ordinal), open);
        Assert.True(model.GetEntityTypes().Count() > 30);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_stranger_sees_listed_manufacturers_and_nothing_else_of_others(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        await store.ReadAsync(World.Stranger, async context =>
        {
            foreach (var entity in context.Model.GetEntityTypes().Where(entity => !entity.IsOwned()))
            {
                var rows = await RowsAsync(context, entity);
                if (entity.ClrType == typeof(OrganisationRow)) Assert.Equal([World.Rival, World.Stranger], rows.Cast<OrganisationRow>().Select(row => row.Id).Order().ToHashSet());
                else Assert.All(rows, row => Assert.Contains(World.Stranger, Holders(row)));
            }
            return true;
        }, TestContext.Current.CancellationToken);
        await store.ReadAllAsync(async context =>
        {
            // A table without rows would have shown nothing above.
            foreach (var entity in context.Model.GetEntityTypes().Where(entity => !entity.IsOwned())) Assert.NotEmpty(await RowsAsync(context, entity));
            return true;
        }, TestContext.Current.CancellationToken);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task What_people_prove_themselves_with_and_what_is_the_installations_own_nobody_sees(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        foreach (var viewer in new[] { World.First, World.Maker, Guid.Empty })
        {
            await store.ReadAsync(viewer, async context =>
            {
                Assert.Empty(await context.UserClaims.ToListAsync(TestContext.Current.CancellationToken));
                Assert.Empty(await context.UserLogins.ToListAsync(TestContext.Current.CancellationToken));
                Assert.Empty(await context.UserTokens.ToListAsync(TestContext.Current.CancellationToken));
                Assert.Empty(await context.UserPasskeys.ToListAsync(TestContext.Current.CancellationToken));
                Assert.Empty(await context.OutgoingMails.ToListAsync(TestContext.Current.CancellationToken));
                Assert.Empty(await context.Settings.ToListAsync(TestContext.Current.CancellationToken));
                return true;
            }, TestContext.Current.CancellationToken);
        }
    }

    [Theory, ClassData(typeof(Both))]
    public async Task Organisations_are_seen_by_whom_they_work_with(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        await SeesAsync(store, World.First, context => context.Organisations.Select(row => row.Id), "first customer", "maker", "rival");
        await SeesAsync(store, World.Maker, context => context.Organisations.Select(row => row.Id), "first customer", "maker", "rival", "second customer");
        // The invitations of both customers were revoked.
        await SeesAsync(store, World.Rival, context => context.Organisations.Select(row => row.Id), "rival");
        await SeesAsync(store, World.First, context => context.Users.Select(row => row.Id), "first customer's person");
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_request_is_its_customers_and_while_the_invitation_stands_the_manufacturers(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        await SeesAsync(store, World.First, context => context.Rfqs.Select(row => row.Id), "first customer's Draft request", "first customer's Sent request");
        await SeesAsync(store, World.Maker, context => context.Rfqs.Select(row => row.Id), "first customer's Sent request", "second customer's Sent request");
        await SeesAsync(store, World.Rival, context => context.Rfqs.Select(row => row.Id));
        await SeesAsync(store, World.First, context => context.Invitations.Select(row => row.Id), "first customer invites maker", "first customer invites rival");
        await SeesAsync(store, World.Maker, context => context.Invitations.Select(row => row.Id), "first customer invites maker", "second customer invites maker");
        await SeesAsync(store, World.Rival, context => context.Invitations.Select(row => row.Id));
        await SeesAsync(store, World.First, context => context.Questions.Select(row => row.Id), "maker asks first customer", "rival asks first customer");
        await SeesAsync(store, World.Maker, context => context.Questions.Select(row => row.Id), "maker asks first customer", "maker asks second customer");
        await SeesAsync(store, World.Rival, context => context.Questions.Select(row => row.Id));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_package_is_its_owners_and_the_manufacturers_while_grant_certificate_and_invitation_stand(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        await SeesAsync(store, World.First, context => context.Packages.Select(row => row.Id), "first customer's certified package", "first customer's hidden package", "first customer's package");
        await SeesAsync(store, World.Maker, context => context.Packages.Select(row => row.Id), "first customer's package", "second customer's package");
        await SeesAsync(store, World.Maker, context => context.BomLines.Select(row => row.PackageId), "first customer's package", "second customer's package");
        await SeesAsync(store, World.Rival, context => context.Packages.Select(row => row.Id));
        await SeesAsync(store, World.Rival, context => context.BomLines.Select(row => row.PackageId));
        await SeesAsync(store, World.Rival, context => context.PackageGrants.Select(row => row.PackageId));
        Assert.Equal(4, await store.ReadAsync(World.First, context => context.PackageGrants.CountAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
        place.Clock.Advance(TimeSpan.FromDays(1));
        await SeesAsync(store, World.Maker, context => context.Packages.Select(row => row.Id));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_draft_is_the_manufacturers_alone_and_no_manufacturer_sees_anothers_offer(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        await SeesAsync(store, World.First, context => context.Offers.Select(row => row.Id),
            "maker's offer 1 to first customer", "maker's offer 2 to first customer", "rival's offer 1 to first customer", "rival's offer 2 to first customer");
        await SeesAsync(store, World.Rival, context => context.Offers.Select(row => row.Id), [.. from customer in new[] { "first", "second" } from number in new[] { 1, 2, 3 } select $"rival's offer {number} to {customer} customer"]);
        await SeesAsync(store, World.First, context => context.CounterOffers.Select(row => row.Id), "first customer counters maker", "first customer counters rival");
        await SeesAsync(store, World.Maker, context => context.CounterOffers.Select(row => row.Id), "first customer counters maker", "second customer counters maker");
        await SeesAsync(store, World.First, context => context.Orders.Select(row => row.Id), "first customer orders from maker");
        await SeesAsync(store, World.Rival, context => context.Orders.Select(row => row.Id));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_cost_sheet_is_the_manufacturers_unless_the_book_of_a_sent_offer_is_open(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        await SeesAsync(store, World.First, context => context.CostSheets.Select(row => row.OfferId), "maker's offer 2 to first customer", "rival's offer 2 to first customer");
        await SeesAsync(store, World.Maker, context => context.CostSheets.Select(row => row.OfferId), [.. from customer in new[] { "first", "second" } from number in new[] { 1, 2, 3 } select $"maker's offer {number} to {customer} customer"]);
        await SeesAsync(store, World.First, context => context.Artifacts.Select(row => row.Id), [.. from maker in new[] { "maker", "rival" }
            from paper in new[] { "Customer paper of {0}'s offer 1", "Customer paper of {0}'s offer 2", "Owner paper of {0}'s offer 2" }
            select string.Format(System.Globalization.CultureInfo.InvariantCulture, paper, maker) + " to first customer"]);
        Assert.Equal(14, await store.ReadAsync(World.Maker, context => context.Artifacts.CountAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
        Assert.Equal(0, await store.ReadAsync(World.Maker, context => context.Artifacts.CountAsync(row => row.OrganisationId == World.Rival, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task Who_opened_a_design_its_owner_sees_and_audit_who_did_it(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        await SeesAsync(store, World.First, context => context.Accesses.Select(row => row.Id), "maker opens first customer's package", "rival opens first customer's package");
        await SeesAsync(store, World.Maker, context => context.Accesses.Select(row => row.Id), "maker opens first customer's package", "maker opens second customer's package");
        Assert.Equal(["rfq.sent"], await store.ReadAsync(World.First, context => context.Audit.Select(row => row.Action).ToListAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
        Assert.Empty(await store.ReadAsync(World.Maker, context => context.Audit.ToListAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task What_is_one_organisations_alone_each_sees_its_own_of(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        foreach (var viewer in new[] { World.First, World.Second, World.Maker, World.Rival })
        {
            await store.ReadAsync(viewer, async context =>
            {
                foreach (var type in new[] { typeof(OrganisationKeyRow), typeof(MembershipRow), typeof(JoinRow), typeof(ApiTokenRow), typeof(JobRow), typeof(NoticeRow), typeof(WebhookRow), typeof(WebhookDeliveryRow), typeof(IdempotencyRow), typeof(CounterRow), typeof(BundleRow), typeof(OrganisationFileRow) })
                {
                    var row = Assert.Single(await RowsAsync(context, context.Model.FindEntityType(type)!));
                    Assert.Contains(viewer, Holders(row));
                }
                return true;
            }, TestContext.Current.CancellationToken);
        }
    }

    private static async Task SeesAsync(Store store, Guid viewer, Func<ViewerContext, IQueryable<Guid>> rows, params string[] expected)
    {
        var seen = await store.ReadAsync(viewer, context => rows(context).ToListAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Equal(expected.Order(StringComparer.Ordinal), seen.Select(id => Names.GetValueOrDefault(id, id.ToString())).Order(StringComparer.Ordinal));
    }

    private static async Task<List<object>> RowsAsync(TurnkeyContext context, IEntityType entity)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(entity.ClrType).Invoke(context, null)!;
        return await set.ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Every identifier in a row: one of them is the organisation's or its person's.</summary>
    private static IEnumerable<Guid> Holders(object row) =>
        row.GetType().GetProperties().Where(property => property.PropertyType == typeof(Guid)).Select(property => (Guid)property.GetValue(row)!)
            .Select(id => id == World.Id("stranger's person") ? World.Stranger : id);

    private static IEnumerable<string> Every()
    {
        string[] customers = ["first customer", "second customer"], makers = ["maker", "rival"];
        foreach (var one in customers.Concat(makers).Append("stranger"))
        {
            yield return one;
            yield return one + "'s person";
        }
        foreach (var customer in customers)
        {
            foreach (var what in new[] { "Draft request", "Sent request", "package", "certified package", "hidden package" }) yield return $"{customer}'s {what}";
            foreach (var maker in makers)
            {
                yield return $"{customer} invites {maker}";
                yield return $"{maker} asks {customer}";
                yield return $"{customer} counters {maker}";
                yield return $"{customer} orders from {maker}";
                yield return $"{maker} opens {customer}'s package";
                yield return $"{maker}'s loose paper for {customer}";
                foreach (var number in new[] { 1, 2, 3 })
                {
                    yield return $"{maker}'s offer {number} to {customer}";
                    foreach (var audience in new[] { "Owner", "Customer" }) yield return $"{audience} paper of {maker}'s offer {number} to {customer}";
                }
            }
        }
    }
}
