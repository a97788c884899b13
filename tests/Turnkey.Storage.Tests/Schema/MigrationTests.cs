using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Turnkey.Storage.Schema;
using Turnkey.Storage.Tests.Databases;
using Turnkey.Storage.Tests.Tenants;

namespace Turnkey.Storage.Tests.Schema;

public sealed class MigrationTests
{
    [Theory, ClassData(typeof(Both))]
    public async Task An_empty_database_gets_todays_schema_and_a_second_start_changes_nothing(string database)
    {
        await using var place = await Place.MakeAsync(database);
        await place.OpenAsync();
        var (first, ran) = (await Catalogue.ReadAsync(place), await place.QueryAsync("SELECT number, hash, ran_at FROM schema_scripts ORDER BY number"));
        place.Clock.Advance(TimeSpan.FromDays(1));
        await place.OpenAsync();
        Assert.Equal(first, await Catalogue.ReadAsync(place));
        Assert.Equal(ran, await place.QueryAsync("SELECT number, hash, ran_at FROM schema_scripts ORDER BY number"));
        Assert.Equal(Migration.Newest(database), ran.Count);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task Servers_that_start_at_once_upgrade_once(string database)
    {
        await using var place = await Place.MakeAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => { await using var store = await Store.OpenAsync(place.Options, place.Clock, TestContext.Current.CancellationToken); })));
        Assert.Single(await place.QueryAsync("SELECT number FROM schema_scripts WHERE number = 1"));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_script_that_was_changed_after_it_ran_is_refused(string database)
    {
        await using var place = await Place.MakeAsync(database);
        await place.OpenAsync();
        await place.ExecuteAsync("UPDATE schema_scripts SET hash = 'another' WHERE number = 1");
        var refused = await Assert.ThrowsAsync<StoreException>(place.OpenAsync);
        Assert.Contains("0001_beginning.sql was changed after it ran", refused.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_database_of_a_newer_program_is_refused(string database)
    {
        await using var place = await Place.MakeAsync(database);
        await place.OpenAsync();
        await place.ExecuteAsync("INSERT INTO schema_scripts (number, name, hash, ran_at) VALUES (9999, '9999_later.sql', 'x', 0)");
        var refused = await Assert.ThrowsAsync<StoreException>(place.OpenAsync);
        Assert.Contains("schema 9999", refused.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task Every_earlier_schema_is_upgraded_with_its_rows(string database)
    {
        var fresh = await FreshAsync(database);
        foreach (var (number, _, _, _) in Migration.Scripts(database))
        {
            await using var place = await Place.MakeAsync(database);
            await place.ExecuteAsync(EarlierSchema.Read(database, number));
            Assert.Equal(number, (await place.QueryAsync("SELECT number FROM schema_scripts")).Count);
            var store = await place.OpenAsync();
            Assert.Equal(fresh, await Catalogue.ReadAsync(place));
            Assert.Equal(12, await store.ReadAllAsync(all => all.CostSheets.CountAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
            Assert.Equal("first customer's Sent request", await store.ReadAsync(World.First, context => context.Rfqs.Where(rfq => rfq.State == Contracts.Requests.RfqState.Sent).Select(rfq => rfq.Title).SingleAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
            Assert.True((await Storage.Upkeep.AuditVerification.RunAsync(store, TestContext.Current.CancellationToken)).Intact);
        }
    }

    [Theory, ClassData(typeof(Both))]
    public async Task The_scripts_make_what_the_model_says(string database)
    {
        await using var modelled = await Place.MakeAsync(database);
        await using (var built = Store.Choose(modelled.Options))
        {
            await using var connection = await built.OpenAsync(TestContext.Current.CancellationToken);
            await using var context = new SystemContext(built.Use(new DbContextOptionsBuilder<SystemContext>(), connection).Options);
            await modelled.ExecuteAsync(context.Database.GenerateCreateScript());
        }
        Assert.Equal(await Catalogue.ReadAsync(modelled), await FreshAsync(database));
    }

    [Fact]
    public void Both_databases_have_the_same_scripts()
    {
        Assert.Equal(Migration.Scripts("sqlite").Select(script => script.Name), Migration.Scripts("postgres").Select(script => script.Name));
        Assert.Equal(Enumerable.Range(1, Migration.Newest("sqlite")), Migration.Scripts("sqlite").Select(script => script.Number));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_dump_of_todays_schema_is_written_on_request(string database)
    {
        var folder = Environment.GetEnvironmentVariable("TURNKEY_DUMP_SCHEMA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "done once for each new script, with TURNKEY_DUMP_SCHEMA=tests/Turnkey.Storage.Tests/Earlier");
        await using var place = await Place.MakeAsync(database);
        await World.FillAsync(await place.OpenAsync());
        var file = Path.Combine(folder!, database, Migration.Newest(database).ToString("0000", CultureInfo.InvariantCulture) + ".sql");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, await EarlierSchema.DumpAsync(place), TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<string>> FreshAsync(string database)
    {
        await using var place = await Place.MakeAsync(database);
        await place.OpenAsync();
        return await Catalogue.ReadAsync(place);
    }
}
