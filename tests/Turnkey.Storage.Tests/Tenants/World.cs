using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Questions;
using Turnkey.Contracts.Requests;
using Turnkey.Storage.Rows;

namespace Turnkey.Storage.Tests.Tenants;

/// <summary>
/// Two customers and two manufacturers with something of everything. Each customer sent a request to both manufacturers and took it back from the second;
/// every row has a name, and its identifier is made from that.
/// </summary>
internal static class World
{
    public static readonly Guid First = Id("first customer"), Second = Id("second customer"), Maker = Id("maker"), Rival = Id("rival"), Stranger = Id("stranger");

    private static readonly DateTimeOffset At = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The identifier of a name.</summary>
    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>A plausible hash of content.</summary>
    public static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    public static async Task<Store> FillAsync(Store store)
    {
        var made = await store.WriteAsync<bool>(Actor.Installation, writing =>
        {
            foreach (var row in Rows(DateOnly.FromDateTime(At.UtcDateTime))) writing.All.Add(row);
            writing.Audit("world.made", "world");
            return Task.FromResult<Contracts.Decision<bool>>(true);
        }, TestContext.Current.CancellationToken);
        Assert.IsType<Contracts.Decision<bool>.Made>(made);
        await store.WriteAsync<bool>(new Actor(First, Id("first customer's person"), "Ada", Roles.Buyer), writing =>
        {
            writing.Audit("rfq.sent", "rfq/1");
            return Task.FromResult<Contracts.Decision<bool>>(true);
        }, TestContext.Current.CancellationToken);
        return store;
    }

    private static IEnumerable<object> Rows(DateOnly today)
    {
        foreach (var (name, kinds, listed) in new[]
        {
            ("first customer", OrganisationKinds.Customer, false), ("second customer", OrganisationKinds.Customer, false),
            ("maker", OrganisationKinds.Manufacturer, false), ("rival", OrganisationKinds.Manufacturer, true), ("stranger", OrganisationKinds.Customer | OrganisationKinds.Manufacturer, false),
        })
        {
            foreach (var row in Own(name, kinds, listed)) yield return row;
        }
        foreach (var customer in new[] { "first customer", "second customer" })
        {
            foreach (var row in Trade(customer, today)) yield return row;
        }
        yield return new OutgoingMailRow { Id = Id("mail"), To = "someone@example.com", Subject = "s", Text = "t", NextAt = At };
        yield return new SettingRow { Name = "a setting", Value = "1" };
    }

    /// <summary>What is one organisation's alone.</summary>
    private static IEnumerable<object> Own(string name, OrganisationKinds kinds, bool listed)
    {
        var id = Id(name);
        var organisation = new OrganisationRow { Listed = listed, Local = true };
        organisation.Write(new Organisation(id, name, kinds, "DE"));
        yield return organisation;
        var person = new Account { Id = Id(name + "'s person"), DisplayName = name + "'s person", CreatedAt = At, UserName = name, NormalizedUserName = name.ToUpperInvariant(), Email = "mail@example.com", EmailConfirmed = true };
        yield return person;
        yield return new MembershipRow { UserId = person.Id, OrganisationId = id, Roles = Roles.Admin, CreatedAt = At };
        yield return new IdentityUserClaim<Guid> { UserId = person.Id, ClaimType = "a", ClaimValue = "b" };
        yield return new IdentityUserLogin<Guid> { UserId = person.Id, LoginProvider = "p", ProviderKey = name };
        yield return new IdentityUserToken<Guid> { UserId = person.Id, LoginProvider = "p", Name = "n", Value = "v" };
        yield return new IdentityUserPasskey<Guid>
        {
            UserId = person.Id,
            CredentialId = SHA256.HashData(Encoding.UTF8.GetBytes(name)),
            Data = new IdentityPasskeyData { PublicKey = [1, 2, 3], Name = "key", CreatedAt = At, AttestationObject = [4], ClientDataJson = [5] },
        };
        yield return new OrganisationKeyRow { OrganisationId = id, Protected = "secret of " + name, CreatedAt = At };
        yield return new JoinRow { Id = Id(name + "'s join"), OrganisationId = id, Mail = "new@example.com", TokenHash = Hash(name + " join"), CreatedAt = At, ExpiresAt = At.AddDays(7) };
        yield return new ApiTokenRow { Id = Id(name + "'s token"), OrganisationId = id, UserId = person.Id, Name = "ci", Hash = Hash(name + " token"), CreatedAt = At };
        yield return new JobRow { Id = Id(name + "'s job"), OrganisationId = id, PackageId = Id(name + "'s package"), Kind = JobKind.Intake, State = JobState.Done, CreatedAt = At };
        yield return new NoticeRow { Id = Id(name + "'s notice"), OrganisationId = id, At = At, Kind = "k", Text = "t", Link = "/" };
        yield return new WebhookRow { Id = Id(name + "'s hook"), OrganisationId = id, Url = "https://example.com", ProtectedSecret = "s", CreatedAt = At };
        yield return new WebhookDeliveryRow { Id = Id(name + "'s delivery"), WebhookId = Id(name + "'s hook"), OrganisationId = id, Event = "e", Body = "{}", NextAt = At };
        yield return new IdempotencyRow { OrganisationId = id, Key = "k", RequestHash = Hash("r"), Body = name, CreatedAt = At };
        yield return new CounterRow { OrganisationId = id, Series = "RFQ-2026", Last = 7 };
        yield return new OrganisationFileRow { OrganisationId = id, Kind = "plant", Name = "plant.yaml", Blob = Hash(name + " plant"), UploadedAt = At };
        yield return new BundleRow { Id = Id("a bundle"), OrganisationId = id, SenderId = id, Kind = "rfq", Blob = Hash(name + " bundle"), At = At };
    }

    /// <summary>What a customer and the manufacturers have with one another.</summary>
    private static IEnumerable<object> Trade(string customer, DateOnly today)
    {
        var owner = Id(customer);
        foreach (var state in new[] { RfqState.Sent, RfqState.Draft })
        {
            var rfq = new RfqRow();
            rfq.Write(new Rfq(Id($"{customer}'s {state} request"), $"RFQ-2026-{(int)state:0000}", owner, $"{customer}'s {state} request", At) { State = state, Revisions = [new RequestRevision(1, Hash(customer))] }, At);
            yield return rfq;
        }
        foreach (var package in new[] { "package", "certified package", "hidden package" })
        {
            yield return new PackageRow { Id = Id($"{customer}'s {package}"), OwnerId = owner, Blob = Hash(package), Name = package, State = PackageState.Read, UploadedAt = At, UploadedBy = Id(customer + "'s person") };
            yield return new BomLineRow { PackageId = Id($"{customer}'s {package}"), Line = 1, Designators = "R1", Quantity = 1, Mpn = "RC0603" };
        }
        foreach (var (maker, state) in new[] { ("maker", InvitationState.Sent), ("rival", InvitationState.Revoked) })
        {
            foreach (var row in Dealing(customer, maker, state, today)) yield return row;
        }
    }

    private static IEnumerable<object> Dealing(string customer, string maker, InvitationState state, DateOnly today)
    {
        var (owner, other, rfq) = (Id(customer), Id(maker), Id(customer + "'s Sent request"));
        var invitation = new InvitationRow();
        invitation.Write(new Invitation(Id($"{customer} invites {maker}"), rfq, owner, other, At) { State = state, Revisions = [1] });
        yield return invitation;
        // The certificate that was asked for ran out yesterday; that of a revoked invitation was forgotten.
        yield return new PackageGrantRow { PackageId = Id(customer + "'s package"), InvitationId = invitation.Id, Revision = 1, ManufacturerId = other, UntilDay = today.DayNumber };
        yield return new PackageGrantRow { PackageId = Id(customer + "'s certified package"), InvitationId = invitation.Id, Revision = 1, ManufacturerId = other, UntilDay = today.DayNumber - 1 };
        var question = new QuestionRow();
        question.Write(new Question(Id($"{maker} asks {customer}"), rfq, owner, other, 1, "which finish?"), At);
        yield return question;
        foreach (var (number, offerState, open) in new[] { (1, OfferState.Superseded, false), (2, OfferState.Sent, true), (3, OfferState.Draft, true) })
        {
            var name = $"{maker}'s offer {number} to {customer}";
            var offer = new OfferRow { CreatedAt = At };
            offer.Write(new Offer(Id(name), rfq, owner, other, number, new OfferContent { ValidUntil = today.AddDays(30) }) { State = offerState, Sent = offerState == OfferState.Draft ? null : At });
            yield return offer;
            yield return new CostSheetRow { OfferId = offer.Id, CustomerId = owner, ManufacturerId = other, OpenBook = open, JobId = Id(maker + "'s job"), Body = "{}" };
            foreach (var audience in new[] { Audience.Owner, Audience.Customer })
                yield return new ArtifactRow { Id = Id($"{audience} paper of {name}"), OrganisationId = other, JobId = Id(maker + "'s job"), PackageId = Id(customer + "'s package"), OfferId = offer.Id, Name = $"{audience}", Blob = Hash(name + audience), Audience = audience, CreatedAt = At };
        }
        yield return new ArtifactRow { Id = Id($"{maker}'s loose paper for {customer}"), OrganisationId = other, JobId = Id(maker + "'s job"), PackageId = Id(customer + "'s package"), Name = "loose", Blob = Hash(maker), Audience = Audience.Customer, CreatedAt = At };
        yield return CounterOfferRow.Of(new CounterOffer(Id($"{customer} counters {maker}"), Id($"{maker}'s offer 2 to {customer}"), rfq, owner, other, At, 10, 1.5m, null, ""));
        yield return new AccessRow { Id = Id($"{maker} opens {customer}'s package"), At = At, OwnerId = owner, OrganisationId = other, PackageId = Id(customer + "'s package"), What = "package" };
        if (state == InvitationState.Revoked) yield break;
        yield return new OrderRow { Id = Id($"{customer} orders from {maker}"), Number = "PO-1", RfqId = rfq, OfferId = Id($"{maker}'s offer 2 to {customer}"), CustomerId = owner, ManufacturerId = other, State = OrderState.Placed, PlacedAt = At, UpdatedAt = At, Body = "{}" };
    }
}
