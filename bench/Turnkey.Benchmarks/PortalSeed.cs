using System.Collections.Immutable;
using System.Text;
using Turnkey.Contracts;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Questions;
using Turnkey.Contracts.Requests;
using Turnkey.Kernel;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Benchmarks;

/// <summary>Fills an empty data folder with the business of years: requests, parts lists, offers, orders, questions of many companies, made up but whole.</summary>
internal static class PortalSeed
{
    private const int Customers = 20;
    private const int Makers = 10;
    private const int Chunk = 100;

    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Prints one token a line: <c>TOKEN customer|manufacturer</c>.</summary>
    public static async Task<int> RunAsync(string folder, string? database, int requests, int lines)
    {
        await using var store = await Store.OpenAsync(new StoreOptions(folder) { Database = database }, TimeProvider.System);
        var companies = Enumerable.Range(0, Customers + Makers).Select(i => new Organisation(Id(1, i), i < Customers ? $"Customer {i:00}" : $"Manufacturer {i - Customers:00}", i < Customers ? OrganisationKinds.Customer : OrganisationKinds.Manufacturer, "DE")).ToArray();
        await WriteAsync(store, writing =>
        {
            for (var i = 0; i < companies.Length; i++) Company(writing, companies[i], i);
        });
        for (var from = 0; from < requests; from += Chunk)
        {
            var (first, last) = (from, Math.Min(from + Chunk, requests));
            await WriteAsync(store, writing =>
            {
                for (var i = first; i < last; i++) Request(writing, companies, i, lines / requests);
            });
        }
        for (var i = 0; i < companies.Length; i++) Console.WriteLine($"{Token(i)} {(i < Customers ? "customer" : "manufacturer")}");
        return 0;
    }

    private static void Company(Change writing, Organisation company, int i)
    {
        var row = new OrganisationRow { Local = true, Listed = company.Kinds == OrganisationKinds.Manufacturer };
        row.Write(company);
        var user = new Account { Id = Id(2, i), UserName = $"p{i}@example.com", NormalizedUserName = $"P{i}@EXAMPLE.COM", Email = $"p{i}@example.com", NormalizedEmail = $"P{i}@EXAMPLE.COM", DisplayName = $"Person {i}", SecurityStamp = "seed", CreatedAt = Begin };
        const Roles all = Roles.Admin | Roles.Buyer | Roles.Engineer | Roles.Estimator | Roles.Planner | Roles.Quality | Roles.Sales;
        writing.All.Organisations.Add(row);
        writing.All.Users.Add(user);
        writing.All.Memberships.Add(new MembershipRow { UserId = user.Id, OrganisationId = company.Id, Roles = all, CreatedAt = Begin });
        writing.All.ApiTokens.Add(new ApiTokenRow { Id = Id(3, i), OrganisationId = company.Id, UserId = user.Id, Name = "load", Roles = all, Hash = ContentHash.Of(Encoding.UTF8.GetBytes(Token(i))), CreatedAt = Begin });
    }

    private static void Request(Change writing, Organisation[] companies, int i, int lines)
    {
        var customer = companies[i % Customers].Id;
        var at = Begin.AddHours(i);
        var facts = new PackageFacts { Package = new string('a', 64), Name = "board", CopperLayers = 4, WidthMm = 80, HeightMm = 50, HasOutline = true, HasDrills = true, BomLines = lines, Parts = lines * 2, Placements = lines * 2 };
        writing.All.Packages.Add(new PackageRow { Id = Id(4, i), OwnerId = customer, Blob = new string('b', 64), Canonical = facts.Package, Name = "board.zip", Size = 1 << 20, State = PackageState.Read, Facts = ContractJson.Write(facts), UploadedAt = at });
        for (var line = 1; line <= lines; line++)
            writing.All.BomLines.Add(new BomLineRow { PackageId = Id(4, i), Line = line, Designators = $"R{line} R{line + lines}", Quantity = 2, Manufacturer = "Yageo", Mpn = $"RC0402FR-07{line}K", Value = $"{line}k", Footprint = "R_0402_1005Metric" });
        var revision = new RequestRevision(1, facts.Package) { Upload = Id(4, i), PackageName = "board.zip", Services = [Service.Fabrication, Service.Assembly], Quantities = [10, 100, 1000], Destination = "DE" };
        var awarded = i % 3 == 0;
        var rfq = new Rfq(Id(5, i), $"RFQ-{at.Year}-{i:00000}", customer, $"Board {i}", at) { Revisions = [revision], SentRevisions = 1, State = awarded ? RfqState.Awarded : RfqState.Sent, Sent = at };
        var row = new RfqRow();
        row.Write(rfq, at);
        writing.All.Rfqs.Add(row);
        for (var k = 0; k < 3; k++) Invite(writing, companies, rfq, i, k, awarded);
    }

    private static void Invite(Change writing, Organisation[] companies, Rfq rfq, int i, int k, bool awarded)
    {
        var maker = companies[Customers + ((i + (k * 3)) % Makers)].Id;
        var invitation = new Invitation(Id(6, (i * 3) + k), rfq.Id, rfq.Customer, maker, rfq.Created) { Revisions = [1] };
        var row = new InvitationRow();
        row.Write(invitation);
        writing.All.Invitations.Add(row);
        writing.All.PackageGrants.Add(new PackageGrantRow { PackageId = rfq.Latest.Upload!.Value, InvitationId = invitation.Id, Revision = 1, ManufacturerId = maker, UntilDay = DateOnly.MaxValue.DayNumber });
        if (k == 2)
        {
            var question = new Question(Id(7, i), rfq.Id, rfq.Customer, maker, 1, "Which way does U1 lie?") { Remarks = [new Remark(maker, "Person", rfq.Created, "Which way does U1 lie?")] };
            var asked = new QuestionRow();
            asked.Write(question, rfq.Created);
            writing.All.Questions.Add(asked);
            return;
        }
        ImmutableArray<OfferPrice> prices = [.. rfq.Latest.Quantities.Select(quantity => new OfferPrice(quantity, 20m + k + (100m / quantity), 400m, 15, 25))];
        var offer = new Offer(Id(8, (i * 3) + k), rfq.Id, rfq.Customer, maker, 1, new OfferContent { Revision = 1, Package = rfq.Latest.Package, Prices = prices, ValidUntil = new DateOnly(2099, 1, 1) })
        {
            State = !awarded ? OfferState.Sent : k == 0 ? OfferState.Awarded : OfferState.Declined,
            Sent = rfq.Created.AddDays(2),
        };
        var offered = new OfferRow { CreatedAt = rfq.Created.AddDays(2) };
        offered.Write(offer);
        writing.All.Offers.Add(offered);
        writing.All.Notices.Add(new NoticeRow { Id = Id(9, (i * 3) + k), OrganisationId = rfq.Customer, At = rfq.Created.AddDays(2), Kind = "offer.received", Text = $"An offer for {rfq.Number}", Link = $"/rfqs/{rfq.Id}" });
        if (!awarded || k != 0) return;
        var order = new Order(Id(10, i), $"PO-{rfq.Created.Year}-{i:00000}", rfq.Id, offer.Id, rfq.Customer, maker, rfq.Created.AddDays(5)) { State = OrderState.Acknowledged, UnitPrice = prices[1].UnitPrice, NonRecurring = 400m, Lots = [new OrderedLot(100, new DateOnly(2099, 1, 1))] };
        var ordered = new OrderRow();
        ordered.Write(order, order.Placed);
        writing.All.Orders.Add(ordered);
        writing.Audit("order.placed", $"order/{order.Id}", new { order.Number });
    }

    private static async Task WriteAsync(Store store, Action<Change> write)
    {
        var decision = await store.WriteAsync<int>(Actor.Installation, writing =>
        {
            write(writing);
            return Task.FromResult<Decision<int>>(0);
        });
        if (!decision.TryGet(out _, out var why)) throw new InvalidOperationException(why.Message);
    }

    /// <summary>The same in every run: what kind of thing, and which one.</summary>
    private static Guid Id(int kind, int number) => new(kind, 7, 0, [0x80, 0, 0, 0, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);

    /// <summary>A token of the form that the server makes; it opens nothing but this made-up data.</summary>
    private static string Token(int i) => "tk_load-" + ContentHash.Of(Encoding.UTF8.GetBytes($"load {i}"))[..32];
}
