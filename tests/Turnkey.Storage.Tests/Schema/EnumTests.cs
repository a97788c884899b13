using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Questions;
using Turnkey.Contracts.Requests;
using Turnkey.Storage.Rows;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Storage.Tests.Schema;

public sealed class EnumTests
{
    /// <summary>The numbers that are in databases. A new word is added with a new number; one that is there never changes.</summary>
    private static readonly Dictionary<Type, string> Numbers = new()
    {
        [typeof(OrganisationKinds)] = "None=0 Customer=1 Manufacturer=2 Supplier=4",
        [typeof(Roles)] = "None=0 Buyer=1 Engineer=2 Estimator=4 Sales=8 Planner=16 Quality=32 Admin=64",
        [typeof(RfqState)] = "Draft=0 Sent=1 Awarded=2 Closed=3",
        [typeof(InvitationState)] = "Sent=0 Declined=1 Revoked=2",
        [typeof(QuestionState)] = "Open=0 Answered=1 Closed=2",
        [typeof(OfferState)] = "Draft=0 Sent=1 Withdrawn=2 Superseded=3 Awarded=4 Declined=5",
        [typeof(OrderState)] = "Placed=0 Acknowledged=1 Changed=2 Refused=3 Cancelled=4",
        [typeof(PackageState)] = "Waiting=0 Read=1 Refused=2",
        [typeof(JobKind)] = "Intake=0 Check=1 Source=2 Quote=3",
        [typeof(JobState)] = "Waiting=0 Running=1 Done=2 Failed=3 Cancelled=4",
        [typeof(Audience)] = "Owner=0 Customer=1",
    };

    [Fact]
    public async Task Every_word_that_is_kept_as_a_number_keeps_its_number()
    {
        await using var place = await Place.MakeAsync(Both.Sqlite);
        var model = await (await place.OpenAsync()).ReadAllAsync(context => Task.FromResult(context.Model), TestContext.Current.CancellationToken);
        var kept = model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Select(property => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).Where(type => type.IsEnum).ToHashSet();
        Assert.Equal(Numbers.Keys.Select(type => type.Name).Order(StringComparer.Ordinal), kept.Select(type => type.Name).Order(StringComparer.Ordinal));
        foreach (var (type, numbers) in Numbers)
            Assert.Equal(numbers, string.Join(' ', Enum.GetValuesAsUnderlyingType(type).Cast<int>().Select(value => $"{Enum.GetName(type, value)}={value}")));
    }
}
