using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Storage.Rows;
using Turnkey.Storage.Tests.Databases;
using Turnkey.Storage.Tests.Tenants;
using Turnkey.Storage.Upkeep;

namespace Turnkey.Storage.Tests.Upkeep;

public sealed class CleanupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Both))]
    public async Task What_no_row_refers_to_goes_after_its_grace_and_nothing_else(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await place.OpenAsync();
        var (wanted, young, old) = (await PutAsync("wanted", TimeSpan.FromDays(30)), await PutAsync("young", Cleanup.Grace - TimeSpan.FromHours(1)), await PutAsync("old", Cleanup.Grace + TimeSpan.FromHours(1)));
        var left = Path.Combine(place.Options.Folder, "blobs", "incoming", "0123456789abcdef0123456789abcdef");
        await File.WriteAllTextAsync(left, "half", Cancel);
        File.SetLastWriteTimeUtc(left, (place.Clock.GetUtcNow() - TimeSpan.FromDays(2)).UtcDateTime);
        await store.WriteAsync<bool>(Actor.Installation, writing =>
        {
            writing.All.Packages.Add(new PackageRow { Id = writing.NewId(), Blob = wanted });
            return Task.FromResult<Decision<bool>>(true);
        }, Cancel);
        Assert.Equal(new CleanupReport(1, 3, 1, 0), await Cleanup.RunAsync(store, Cancel));
        Assert.Equal((true, true, false), (await store.Blobs.IsWholeAsync(wanted, Cancel), await store.Blobs.IsWholeAsync(young, Cancel), await store.Blobs.IsWholeAsync(old, Cancel)));
        Assert.Equal(new CleanupReport(0, 0, 0, 0), await Cleanup.RunAsync(store, Cancel));

        async Task<string> PutAsync(string text, TimeSpan age)
        {
            var put = await store.Blobs.PutAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), 100, Cancel);
            File.SetLastWriteTimeUtc(store.Blobs.PathOf(put!.Value.Hash), (place.Clock.GetUtcNow() - age).UtcDateTime);
            return put.Value.Hash;
        }
    }

    [Theory, ClassData(typeof(Both))]
    public async Task Answers_to_repeated_requests_are_forgotten_when_their_time_is_over(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await World.FillAsync(await place.OpenAsync());
        var before = await store.ReadAllAsync(all => all.Idempotency.CountAsync(Cancel), Cancel);
        place.Clock.Advance(Cleanup.IdempotencyKept);
        Assert.Equal(0, (await Cleanup.RunAsync(store, Cancel)).IdempotencyKeys);
        place.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(before, (await Cleanup.RunAsync(store, Cancel)).IdempotencyKeys);
        Assert.Equal(0, await store.ReadAllAsync(all => all.Idempotency.CountAsync(Cancel), Cancel));
    }
}
