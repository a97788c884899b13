using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Storage.Rows;
using Turnkey.Storage.Tests.Databases;
using Turnkey.Storage.Tests.Tenants;
using Turnkey.Storage.Upkeep;

namespace Turnkey.Storage.Tests.Writing;

public sealed class WritingTests
{
    private static readonly Actor Buyer = new(World.First, World.Id("first customer's person"), "Ada", Roles.Buyer);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Both))]
    public async Task Sixteen_writers_of_two_servers_leave_no_gap_in_numbers_and_an_intact_chain(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var servers = new[] { await place.OpenAsync(), await place.OpenAsync() };
        const int writers = 16, each = 8;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                // Every fourth is refused, or thrown away, after it took a number.
                var bad = i % 4 == 3;
                var write = servers[writer % 2].WriteAsync<string>(Buyer, async writing =>
                {
                    var number = await writing.NextNumberAsync("RFQ");
                    writing.Audit("rfq.made", number);
                    if (bad && writer % 2 == 0) throw new InvalidOperationException("on purpose");
                    return bad ? new Refusal("no", "on purpose") : number;
                }, Cancel);
                if (bad && writer % 2 == 0) await Assert.ThrowsAsync<InvalidOperationException>(() => write);
                else Assert.Equal(bad, await write is Decision<string>.Refused);
            }
        }, Cancel)));
        const int good = writers * each * 3 / 4;
        var numbers = await servers[0].ReadAllAsync(all => all.Audit.Select(row => row.Subject).ToListAsync(Cancel), Cancel);
        Assert.Equal(Enumerable.Range(1, good).Select(number => $"RFQ-2026-{number:0000}"), numbers.Order(StringComparer.Ordinal));
        var verdict = await AuditVerification.RunAsync(servers[1], Cancel);
        Assert.True(verdict.Intact, verdict.Fault);
        Assert.Equal(good, verdict.Verified);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_refusal_and_an_exception_change_nothing_even_after_rows_were_saved(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        foreach (var thrown in new[] { false, true })
        {
            async Task<Decision<bool>> Write(Storage.Change writing)
            {
                (await writing.Seen.Rfqs.FirstAsync(Cancel)).Title = "changed";
                writing.All.Settings.Add(new SettingRow { Name = "new", Value = "1" });
                writing.Audit("x", "y");
                await writing.All.SaveChangesAsync(Cancel);
                await writing.Seen.SaveChangesAsync(Cancel);
                return thrown ? throw new InvalidOperationException("on purpose") : new Refusal("no", "on purpose");
            }
            if (thrown) await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync<bool>(Buyer, Write, Cancel));
            else Assert.IsType<Decision<bool>.Refused>(await store.WriteAsync<bool>(Buyer, Write, Cancel));
        }
        Assert.Equal((0, 1, 2), await store.ReadAllAsync(async all => (await all.Rfqs.CountAsync(row => row.Title == "changed", Cancel), await all.Settings.CountAsync(Cancel), await all.Audit.CountAsync(Cancel)), Cancel));
        // And the turn was passed on.
        Assert.IsType<Decision<bool>.Made>(await store.WriteAsync<bool>(Buyer, _ => Task.FromResult<Decision<bool>>(true), Cancel));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_number_that_is_taken_is_refused_in_words(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        var refused = await store.WriteAsync<bool>(Buyer, writing =>
        {
            var row = new RfqRow();
            row.Write(new Rfq(writing.NewId(), "RFQ-2026-0001", World.First, "again", writing.At) { Revisions = [new RequestRevision(1, "")] }, writing.At);
            writing.Seen.Rfqs.Add(row);
            return Task.FromResult<Decision<bool>>(true);
        }, Cancel);
        Assert.Equal(new Refusal("already-there", "there is already a request with this number; choose another one"), Assert.IsType<Decision<bool>.Refused>(refused).Why);
        var counter = await store.WriteAsync<bool>(Buyer, writing =>
        {
            writing.All.Settings.Add(new SettingRow { Name = "a setting" });
            return Task.FromResult<Decision<bool>>(true);
        }, Cancel);
        Assert.Equal("already-there", Assert.IsType<Decision<bool>.Refused>(counter).Why.Code);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_row_that_was_changed_since_it_was_shown_is_refused_in_words(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        async Task<Decision<bool>> Rename(int shown) => await store.WriteAsync<bool>(Buyer, async writing =>
        {
            var row = await writing.Seen.Rfqs.SingleAsync(one => one.State == RfqState.Draft, Cancel);
            writing.Seen.Entry(row).Property(one => one.Version).OriginalValue = shown;
            row.Write(row.Read() with { Title = "renamed" }, writing.At);
            return true;
        }, Cancel);
        Assert.IsType<Decision<bool>.Made>(await Rename(1));
        Assert.Equal("changed-meanwhile", Assert.IsType<Decision<bool>.Refused>(await Rename(1)).Why.Code);
        Assert.IsType<Decision<bool>.Made>(await Rename(2));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_row_is_not_changed_through_both_contexts(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync<bool>(Buyer, async writing =>
        {
            (await writing.Seen.Jobs.SingleAsync(Cancel)).Stage = "one";
            (await writing.All.Jobs.SingleAsync(row => row.OrganisationId == World.First, Cancel)).Permille = 2;
            return true;
        }, Cancel));
        Assert.Contains("change it through one", wrong.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_reader_sees_one_state_while_another_writes(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        var (before, after) = await store.ReadAllAsync(async all =>
        {
            var first = await all.Settings.CountAsync(Cancel);
            Assert.IsType<Decision<bool>.Made>(await store.WriteAsync<bool>(Actor.Installation, writing =>
            {
                writing.All.Settings.Add(new SettingRow { Name = "meanwhile" });
                return Task.FromResult<Decision<bool>>(true);
            }, Cancel));
            return (first, await all.Settings.CountAsync(Cancel));
        }, Cancel);
        Assert.Equal(before, after);
        Assert.Equal(before + 1, await store.ReadAllAsync(all => all.Settings.CountAsync(Cancel), Cancel));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task Writing_in_a_read_fails_and_leaves_the_connection_usable(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => store.ReadAllAsync(all => all.Settings.ExecuteDeleteAsync(Cancel), Cancel));
        Assert.Equal(1, await store.ReadAllAsync(all => all.Settings.CountAsync(Cancel), Cancel));
        Assert.IsType<Decision<int>.Made>(await store.WriteAsync<int>(Actor.Installation, async writing => await writing.All.Settings.ExecuteDeleteAsync(Cancel), Cancel));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task Sign_in_writes_on_a_connection_that_a_reader_had_before(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        Assert.Equal(1, await store.ReadAllAsync(all => all.Settings.CountAsync(Cancel), Cancel));
        await using var context = store.OpenForSignIn();
        context.Settings.Add(new SettingRow { Name = "signed in" });
        Assert.Equal(1, await context.SaveChangesAsync(Cancel));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task Text_that_a_database_cannot_keep_is_mended_the_same_way_on_both(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await place.OpenAsync();
        await store.WriteAsync<bool>(Actor.Installation, writing =>
        {
            writing.All.Settings.Add(new SettingRow { Name = "damaged", Value = "a\0b\uD800c" });
            writing.All.Settings.Add(new SettingRow { Name = "whole", Value = "Ω 😀" });
            return Task.FromResult<Decision<bool>>(true);
        }, Cancel);
        Assert.Equal(["a\uFFFDb\uFFFDc", "Ω 😀"], await store.ReadAllAsync(all => all.Settings.OrderBy(row => row.Name).Select(row => row.Value).ToListAsync(Cancel), Cancel));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task Members_of_an_organisation_must_be_people(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await place.OpenAsync();
        await Assert.ThrowsAsync<DbUpdateException>(() => store.WriteAsync<bool>(Actor.Installation, writing =>
        {
            writing.All.Memberships.Add(new MembershipRow { UserId = World.Id("nobody"), OrganisationId = World.First });
            return Task.FromResult<Decision<bool>>(true);
        }, Cancel));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_notice_goes_to_pages_mail_and_hooks_of_local_organisations_only(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        await place.ExecuteAsync(place.OnPostgres ? "UPDATE webhooks SET active = true" : "UPDATE webhooks SET active = 1");
        await store.WriteAsync<bool>(Buyer, async writing =>
        {
            await writing.NotifyAsync(World.Maker, "rfq.sent", "A request came", "/requests/1");
            await writing.NotifyAsync(World.Id("unknown"), "rfq.sent", "A request came", "/requests/1");
            return true;
        }, Cancel);
        await store.ReadAllAsync(async all =>
        {
            Assert.Equal(World.Maker, (await all.Notices.SingleAsync(row => row.Kind == "rfq.sent", Cancel)).OrganisationId);
            Assert.Equal("mail@example.com", (await all.OutgoingMails.SingleAsync(row => row.Subject == "A request came", Cancel)).To);
            Assert.Equal(World.Id("maker's hook"), (await all.WebhookDeliveries.SingleAsync(row => row.Event == "rfq.sent", Cancel)).WebhookId);
            return true;
        }, Cancel);
    }
}
