using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turnkey.Contracts;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Requests;
using Turnkey.Server.Jobs;
using Turnkey.Server.Offers;
using Turnkey.Server.Orders;
using Turnkey.Server.Packages;
using Turnkey.Server.Parties;
using Turnkey.Server.Questions;
using Turnkey.Server.Requests;
using Turnkey.Server.Webhooks;
using Turnkey.Storage;
using Turnkey.Storage.Rows;
using static Turnkey.Server.Tests.Trade.Market;

namespace Turnkey.Server.Tests.Trade;

/// <summary>What happened on a market before a test begins, with a word of its own in everything that somebody wrote.</summary>
internal sealed class Story(Market market)
{
    public Marks Marks { get; } = new();

    /// <summary>Sent to both manufacturers, who fulfil its conditions; both offer. Its next revision is being written.</summary>
    public Guid Contested { get; private set; }

    /// <summary>Sent to both manufacturers; only the maker accepted the agreement.</summary>
    public Guid Guarded { get; private set; }

    /// <summary>Sent to the maker only, awarded and ordered.</summary>
    public Guid Ordered { get; private set; }

    public Guid Draft { get; private set; }

    public Guid Order { get; private set; }

    /// <summary>Packages by the words of their names.</summary>
    public Dictionary<string, Guid> Packages { get; } = new(StringComparer.Ordinal);

    /// <summary>The offer that a party sent for <see cref="Contested"/>.</summary>
    public Dictionary<string, Guid> Offers { get; } = new(StringComparer.Ordinal);

    public static async Task<Story> TellAsync(Market market)
    {
        var story = new Story(market);
        await story.ContestAsync();
        await story.GuardAsync();
        await story.OrderAsync();
        await story.DraftAsync();
        await story.ForeignAsync();
        foreach (var party in market.Parties.Values) await story.HouseholdAsync(party);
        return story;
    }

    private Actor As(string party) => market[party].Actor;

    private async Task ContestAsync()
    {
        string[] all = [Customer, Maker, Rival];
        var package = await UploadAsync(Customer, Marks.For("file-contested", all));
        Contested = await BeginAsync(Customer, Marks.For("title-contested", all), package, Marks.For("note-contested", all), [new Gate.Nda("Agreement", Marks.For("nda-contested", all))]);
        await SendAsync(Customer, Contested, Maker, Rival);
        await AcceptAsync(Maker, Contested);
        await AcceptAsync(Rival, Contested);
        foreach (var (party, price, cost) in new[] { (Maker, 1234.5678m, 871.2345m), (Rival, 1198.7654m, 843.4321m) }) await OfferAsync(party, price, cost);
        Made(await WriteRequest.ReviseAsync(market.Store, As(Customer), Contested));
        var rfq = await RfqAsync(Contested);
        Made(await WriteRequest.ContentAsync(market.Store, As(Customer), Contested, rfq.Latest with { Note = Marks.For("note-unsent", Customer), AnswersDue = new DateOnly(2091, 2, 3) }));
    }

    private async Task OfferAsync(string party, decimal price, decimal cost)
    {
        string[] both = [Customer, party];
        var asked = Made(await Converse.AskAsync(market.Store, As(party), Contested, null, 1, Marks.For($"question-{party}", both), "", ""));
        Made(await Converse.SayAsync(market.Store, As(Customer), asked.Id, Marks.For($"answer-{party}", both)));
        var job = Made(await RequestJob.ForRequestAsync(market.Store, As(party), Contested, JobKind.Quote));
        await QuoteAsync(party, job, Marks.PriceFor(price, both), Marks.PriceFor(cost, party));
        var offer = Made(await WriteOffer.BeginAsync(market.Store, As(party), Contested, job.Id, null));
        Made(await WriteOffer.ContentAsync(market.Store, As(party), offer.Id, offer.Content with { Note = Marks.For($"offer-{party}", both) }));
        Made(await WriteOffer.SendAsync(market.Store, As(party), offer.Id));
        Offers[party] = offer.Id;
        Made(await CounterAnOffer.RunAsync(market.Store, As(Customer), offer.Id, 100, 900m, null, Marks.For($"counter-{party}", both)));
        var next = Made(await WriteOffer.AgainAsync(market.Store, As(party), offer.Id, null));
        Made(await WriteOffer.ContentAsync(market.Store, As(party), next.Id, next.Content with { Note = Marks.For($"offer-unsent-{party}", party) }));
    }

    private async Task GuardAsync()
    {
        var package = await UploadAsync(Customer, Marks.For("file-guarded", Customer, Maker));
        Guarded = await BeginAsync(Customer, Marks.For("title-guarded", Customer, Maker, Rival), package, Marks.For("note-guarded", Customer, Maker), [new Gate.Nda("Agreement", Marks.For("nda-guarded", Customer, Maker, Rival))]);
        await SendAsync(Customer, Guarded, Maker, Rival);
        await AcceptAsync(Maker, Guarded);
    }

    private async Task OrderAsync()
    {
        var package = await UploadAsync(Customer, Marks.For("file-ordered", Customer, Maker));
        Ordered = await BeginAsync(Customer, Marks.For("title-ordered", Customer, Maker), package, Marks.For("note-ordered", Customer, Maker), []);
        await SendAsync(Customer, Ordered, Maker);
        var offer = Made(await WriteOffer.BeginAsync(market.Store, As(Maker), Ordered, null, null));
        Made(await WriteOffer.ContentAsync(market.Store, As(Maker), offer.Id, offer.Content with { Prices = [new OfferPrice(1, Marks.PriceFor(77.1357m, Customer, Maker), 0, 10, 12)], Note = Marks.For("offer-ordered", Customer, Maker) }));
        Made(await WriteOffer.SendAsync(market.Store, As(Maker), offer.Id));
        Made(await PlaceOrder.AwardAsync(market.Store, As(Customer), offer.Id));
        Order = Made(await PlaceOrder.RunAsync(market.Store, As(Customer), offer.Id, "", [new OrderedLot(10, new DateOnly(2090, 1, 1))], Marks.For("address", Customer, Maker), Marks.For("order", Customer, Maker))).Id;
    }

    private async Task DraftAsync()
    {
        var package = await UploadAsync(Customer, Marks.For("file-draft", Customer));
        Draft = await BeginAsync(Customer, Marks.For("title-draft", Customer), package, Marks.For("note-draft", Customer), []);
    }

    private async Task ForeignAsync()
    {
        var package = await UploadAsync(Foreign, Marks.For("file-foreign", Foreign, Unasked));
        var rfq = await BeginAsync(Foreign, Marks.For("title-foreign", Foreign, Unasked), package, Marks.For("note-foreign", Foreign, Unasked), []);
        await SendAsync(Foreign, rfq, Unasked);
        var offer = Made(await WriteOffer.BeginAsync(market.Store, As(Unasked), rfq, null, null));
        Made(await WriteOffer.ContentAsync(market.Store, As(Unasked), offer.Id, offer.Content with { Prices = [new OfferPrice(1, 5m, 0, 10, 12)], Note = Marks.For("offer-unasked", Foreign, Unasked) }));
        Made(await WriteOffer.SendAsync(market.Store, As(Unasked), offer.Id));
    }

    /// <summary>What every organisation has for itself.</summary>
    private async Task HouseholdAsync(Party party)
    {
        await using var scope = market.Server.Services.CreateAsyncScope();
        Made(await OrganisationFiles.PutAsync(market.Store, party.Actor, "plant", Marks.For($"plant-{party.Name}", party.Name), new MemoryStream(Encoding.UTF8.GetBytes(Marks.For($"rates-{party.Name}", party.Name)))));
        Made(await Tokens.CreateAsync(market.Store, party.Actor, Marks.For($"token-{party.Name}", party.Name), Contracts.Parties.Roles.Planner, null));
        Made(await scope.ServiceProvider.GetRequiredService<Membership>().InviteAsync(party.Actor, Marks.For($"guest-{party.Name}", party.Name) + "@example.com", Contracts.Parties.Roles.Planner));
        Made(await scope.ServiceProvider.GetRequiredService<EditWebhooks>().AddAsync(party.Actor, $"https://{Marks.For($"hook-{party.Name}", party.Name)}.invalid/"));
        Made(await market.Store.WriteAsync<bool>(Actor.Installation, writing =>
        {
            var person = new Account { Id = writing.NewId(), UserName = $"quiet@{party.Name}.example", Email = $"quiet@{party.Name}.example", DisplayName = Marks.For($"person-{party.Name}", party.Name), SecurityStamp = "0", CreatedAt = writing.At };
            writing.All.Users.Add(person);
            writing.All.Memberships.Add(new MembershipRow { UserId = person.Id, OrganisationId = party.Id, Roles = Contracts.Parties.Roles.Planner, CreatedAt = writing.At });
            writing.All.Notices.Add(new NoticeRow { Id = writing.NewId(), OrganisationId = party.Id, At = writing.At, Kind = "test", Text = Marks.For($"notice-{party.Name}", party.Name), Link = "/" });
            return Task.FromResult<Decision<bool>>(true);
        }));
    }

    /// <summary>A package that was read, as the job that reads it would have put it down.</summary>
    private async Task<Guid> UploadAsync(string party, string name)
    {
        var row = Made(await UploadPackage.RunAsync(market.Store, As(party), name + ".zip", new MemoryStream(Encoding.UTF8.GetBytes("content of " + name)), 1 << 20));
        Made(await market.Store.WriteAsync<bool>(Actor.Installation, async writing =>
        {
            var package = await writing.All.Packages.SingleAsync(one => one.Id == row.Id);
            package.State = PackageState.Read;
            package.Canonical = Kernel.ContentHash.Of(Encoding.UTF8.GetBytes(name));
            package.Facts = ContractJson.Write(new PackageFacts { Package = package.Canonical, Name = name, CopperLayers = 2, WidthMm = 40, HeightMm = 30, HasOutline = true, HasDrills = true, BomLines = 1, Parts = 1, Placements = 1, Designators = ["R1"] });
            return true;
        }));
        Packages[name] = row.Id;
        return row.Id;
    }

    private async Task<Guid> BeginAsync(string party, string title, Guid package, string note, Gate[] gates)
    {
        var rfq = Made(await BeginRequest.RunAsync(market.Store, As(party), title));
        Made(await WriteRequest.ContentAsync(market.Store, As(party), rfq.Id, rfq.Latest with { Upload = package, Quantities = [10, 100], Currency = "EUR", Destination = "DE", Note = note, AnswersDue = new DateOnly(2090, 1, 1) }));
        if (gates.Length > 0) Made(await WriteRequest.GatesAsync(market.Store, As(party), rfq.Id, [.. gates]));
        return rfq.Id;
    }

    private async Task SendAsync(string party, Guid rfq, params string[] makers) => Made(await SendRequest.RunAsync(market.Store, As(party), rfq, [.. makers.Select(maker => market[maker].Id)]));

    private async Task AcceptAsync(string party, Guid rfq)
    {
        foreach (var gate in (await RfqAsync(rfq)).Gates) Made(await AnswerInvitation.AcceptAsync(market.Store, As(party), rfq, gate.Key));
    }

    private Task<Rfq> RfqAsync(Guid id) => market.Store.ReadAllAsync(async all => (await all.Rfqs.AsNoTracking().SingleAsync(row => row.Id == id)).Read());

    /// <summary>Ends a quote job with what it would have given.</summary>
    private async Task QuoteAsync(string party, JobRow asked, decimal price, decimal cost)
    {
        var quote = FormattableString.Invariant($$$"""
            {"currency":"EUR","notes":{"assumed":[{"text":"as usual","source":"","assembly":""}],"excluded":[]},"findings":[{"severity":"warning"}],
             "quantities":[{"quantity":10,"unitPrice":{{{price}}},"nonRecurring":100.00,"low":{{{price}}},"high":{{{price}}},"leadTimeWorkingDays":12,
               "breakdown":{"material":{{{cost}}},"margin":{{{cost}}}},"basis":{"offer":0,"priceList":0,"estimate":{{{price}}},"unpricedLines":0}}]}
            """);
        var papers = new (string Name, string Type, Audience Audience, string Content)[]
        {
            ("quote.json", "application/json", Audience.Owner, quote),
            ("costing.html", "text/html", Audience.Owner, Marks.For($"costing-{party}", party)),
            ("offer.html", "text/html", Audience.Customer, Marks.For($"paper-{party}", Customer, party)),
        };
        var blobs = new List<(string Name, string Type, Audience Audience, string Hash, long Size)>();
        foreach (var (name, type, audience, content) in papers)
        {
            var blob = (await market.Store.Blobs.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), 1 << 20))!.Value;
            blobs.Add((name, type, audience, blob.Hash, blob.Size));
        }
        Made(await market.Store.WriteAsync<bool>(Actor.Installation, async writing =>
        {
            var job = await writing.All.Jobs.SingleAsync(row => row.Id == asked.Id);
            (job.State, job.EndedAt, job.Permille) = (JobState.Done, writing.At, 1000);
            foreach (var (name, type, audience, hash, size) in blobs)
                writing.All.Artifacts.Add(new ArtifactRow { Id = writing.NewId(), OrganisationId = job.OrganisationId, JobId = job.Id, PackageId = job.PackageId, Name = name, MediaType = type, Audience = audience, Blob = hash, Size = size, CreatedAt = writing.At });
            return true;
        }));
    }
}
