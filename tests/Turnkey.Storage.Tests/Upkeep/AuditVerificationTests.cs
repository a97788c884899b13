using Turnkey.Contracts;
using Turnkey.Storage.Tests.Databases;
using Turnkey.Storage.Tests.Tenants;
using Turnkey.Storage.Upkeep;

namespace Turnkey.Storage.Tests.Upkeep;

public sealed class AuditVerificationTests
{
    [Theory, ClassData(typeof(Both))]
    public async Task A_changed_and_a_removed_entry_show(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await place.OpenAsync();
        for (var i = 0; i < 3; i++)
        {
            await store.WriteAsync<bool>(Actor.Installation with { Organisation = World.First }, writing =>
            {
                writing.Audit("a.b", "c", new { price = 5, note = "naïve ✓" });
                writing.Audit("d.e", "f");
                return Task.FromResult<Decision<bool>>(true);
            }, TestContext.Current.CancellationToken);
        }
        var whole = await AuditVerification.RunAsync(store, TestContext.Current.CancellationToken);
        Assert.Equal((6, true), (whole.Verified, whole.Intact));
        await place.ExecuteAsync("UPDATE audit SET detail = '{\"price\":4}' WHERE number = 3");
        Assert.Equal((2, "entry 3 was changed after it was written"), await VerdictAsync());
        await place.ExecuteAsync("DELETE FROM audit WHERE number = 2");
        Assert.Equal((1, "entry 2 is missing: 3 follows 1"), await VerdictAsync());

        async Task<(long, string?)> VerdictAsync()
        {
            var verdict = await AuditVerification.RunAsync(store, TestContext.Current.CancellationToken);
            return (verdict.Verified, verdict.Fault);
        }
    }
}
