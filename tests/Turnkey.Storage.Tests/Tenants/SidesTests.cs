using Microsoft.EntityFrameworkCore;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Storage.Tests.Tenants;

public sealed class SidesTests
{
    /// <summary>The lists that pages show, newest first.</summary>
    private static readonly Dictionary<string, Func<ViewerContext, IQueryable<object>>> Lists = new(StringComparer.Ordinal)
    {
        ["own requests"] = context => context.OwnRfqs().OrderByDescending(row => row.UpdatedAt).Take(50),
        ["received invitations"] = context => context.ReceivedInvitations().OrderByDescending(row => row.SentAt).Take(50),
        ["sent invitations"] = context => context.SentInvitations().OrderByDescending(row => row.SentAt).Take(50),
        ["own offers"] = context => context.OwnOffers().OrderByDescending(row => row.CreatedAt).Take(50),
        ["received offers"] = context => context.ReceivedOffers().OrderByDescending(row => row.SentAt).Take(50),
        ["placed orders"] = context => context.PlacedOrders().OrderByDescending(row => row.UpdatedAt).Take(50),
        ["received orders"] = context => context.ReceivedOrders().OrderByDescending(row => row.UpdatedAt).Take(50),
        ["open questions on own requests"] = context => context.QuestionsOnOwnRfqs().Where(row => row.State == Contracts.Questions.QuestionState.Open).OrderByDescending(row => row.UpdatedAt).Take(50),
        ["open questions on received requests"] = context => context.QuestionsOnReceivedRfqs().Where(row => row.State == Contracts.Questions.QuestionState.Open).OrderByDescending(row => row.UpdatedAt).Take(50),
        ["own packages"] = context => context.OwnPackages().OrderByDescending(row => row.UploadedAt).Take(50),
        ["accesses to own packages"] = context => context.AccessesToOwnPackages().OrderByDescending(row => row.At).Take(50),
        ["own accesses"] = context => context.OwnAccesses().OrderByDescending(row => row.At).Take(50),
        ["jobs"] = context => context.Jobs.OrderByDescending(row => row.CreatedAt).Take(50),
        ["notices"] = context => context.Notices.OrderByDescending(row => row.At).Take(50),
        ["audit"] = context => context.Audit.OrderByDescending(row => row.Number).Take(50),
    };

    public static TheoryData<string> Names => [.. Lists.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_list_is_read_from_an_index_in_its_order(string name)
    {
        await using var place = await Place.MakeAsync(Both.Sqlite);
        var sql = await (await place.OpenAsync()).ReadAsync(World.First, context => Task.FromResult(Lists[name](context).ToQueryString()), TestContext.Current.CancellationToken);
        // EF writes parameters for SQLite's shell: .param set @name 'value'
        var lines = sql.ReplaceLineEndings("\n").Split('\n');
        var query = string.Join('\n', lines.Where(line => !line.StartsWith(".param", StringComparison.Ordinal)));
        foreach (var parameter in lines.Where(line => line.StartsWith(".param", StringComparison.Ordinal)).Select(line => line.Split(' ', 4)).OrderByDescending(parts => parts[2].Length))
            query = query.Replace(parameter[2], parameter[3], StringComparison.Ordinal);
        var plan = string.Join('\n', await place.QueryAsync("EXPLAIN QUERY PLAN " + query));
        Assert.Contains("SEARCH", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("ORDER BY", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("MULTI-INDEX", plan, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task The_two_sides_of_a_list_are_all_of_it(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        foreach (var viewer in new[] { World.First, World.Maker, World.Rival, World.Stranger })
        {
            await store.ReadAsync(viewer, async context =>
            {
                var cancel = TestContext.Current.CancellationToken;
                Assert.Equal(await context.Invitations.CountAsync(cancel), await context.SentInvitations().CountAsync(cancel) + await context.ReceivedInvitations().CountAsync(cancel));
                Assert.Equal(await context.Offers.CountAsync(cancel), await context.OwnOffers().CountAsync(cancel) + await context.ReceivedOffers().CountAsync(cancel));
                Assert.Equal(await context.Orders.CountAsync(cancel), await context.PlacedOrders().CountAsync(cancel) + await context.ReceivedOrders().CountAsync(cancel));
                Assert.Equal(await context.Questions.CountAsync(cancel), await context.QuestionsOnOwnRfqs().CountAsync(cancel) + await context.QuestionsOnReceivedRfqs().CountAsync(cancel));
                Assert.Equal(await context.Rfqs.CountAsync(cancel), await context.OwnRfqs().CountAsync(cancel) + await context.ReceivedInvitations().CountAsync(cancel));
                return true;
            }, TestContext.Current.CancellationToken);
        }
    }
}
