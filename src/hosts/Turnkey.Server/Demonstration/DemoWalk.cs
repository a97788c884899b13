using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Server.Jobs;
using Turnkey.Server.Offers;
using Turnkey.Server.Orders;
using Turnkey.Server.Packages;
using Turnkey.Server.Parties;
using Turnkey.Server.Questions;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Demonstration;

/// <summary>
/// Walks the whole way once, with invented companies and a real design: a customer sends a request to two manufacturers, they ask and offer, it counters,
/// awards and orders, and the order is acknowledged. It does what people do on the pages, by the same use cases, with real jobs.
/// </summary>
public sealed class DemoWalk
{
    private const int Ordered = 100;

    private readonly TurnkeyServer server;
    private readonly DemoFiles files;
    private readonly Action<string> say;

    private DemoWalk(TurnkeyServer server, DemoFiles files, Action<string> say) => (this.server, this.files, this.say) = (server, files, say);

    private Store Store => server.Store;

    private DateTimeOffset Now => server.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Walks; gives who can sign in afterwards, and with which password.</summary>
    /// <param name="server">Just started, with nobody in it.</param>
    /// <param name="files">The design and what the manufacturers reckon with.</param>
    /// <param name="say">Told each step in a line.</param>
    /// <exception cref="InvalidOperationException">A step was refused, which in a demonstration is a bug.</exception>
    public static async Task<DemoAccess> RunAsync(TurnkeyServer server, DemoFiles files, Action<string> say, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(say);
        return await new DemoWalk(server, files, say).WalkAsync(cancel);
    }

    private async Task<DemoAccess> WalkAsync(CancellationToken cancel)
    {
        var password = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        var customer = await FoundAsync(DemoCompany.Customer, password, first: true, cancel);
        var baltic = await FoundAsync(DemoCompany.Baltic, password, first: false, cancel);
        var delta = await FoundAsync(DemoCompany.Delta, password, first: false, cancel);
        await GiveAsync(baltic, files.BalticPlant, cancel);
        await GiveAsync(delta, files.DeltaPlant, cancel);

        var rfq = await AskAsync(customer, [baltic.Organisation, delta.Organisation], cancel);
        await OfferAsync(baltic, rfq, cancel);
        await OfferAsync(delta, rfq, cancel);
        await ConverseAsync(baltic, customer, rfq, cancel);

        var compared = await CompareAsync(customer, rfq.Id, cancel);
        var best = compared[0].Offer;
        var maker = best.Manufacturer == baltic.Organisation ? baltic : delta;
        var better = await NegotiateAsync(customer, maker, best, cancel);
        await OrderAsync(customer, maker, better, cancel);
        return new DemoAccess(password, [DemoCompany.Customer, DemoCompany.Baltic, DemoCompany.Delta], rfq.Id);
    }

    private async Task<Actor> FoundAsync(DemoCompany company, string password, bool first, CancellationToken cancel)
    {
        using var scope = server.Services.CreateScope();
        var founding = scope.ServiceProvider.GetRequiredService<FoundOrganisation>();
        var founded = Made(await founding.RunAsync(company.Profile.Name, company.Profile.Kinds, company.Profile.Country, company.Mail, company.Person, password, first, cancel));
        var roles = await Store.ReadAllAsync(all => all.Memberships.Where(row => row.UserId == founded.Administrator).Select(row => row.Roles).SingleAsync(cancel), cancel);
        var actor = company.At(founded.Organisation.Id, founded.Administrator, roles);
        Made(await EditOrganisation.RunAsync(Store, actor, company.Profile, cancel: cancel));
        say($"{company.Profile.Name} ({company.Profile.Country}) joins as {(company.Profile.Kinds == OrganisationKinds.Customer ? "customer" : "manufacturer")}");
        return actor;
    }

    private async Task GiveAsync(Actor maker, string plant, CancellationToken cancel)
    {
        await using (var content = new FileStream(plant, FileMode.Open, FileAccess.Read)) Made(await OrganisationFiles.PutAsync(Store, maker, "plant", Path.GetFileName(plant), content, cancel));
        using var offers = new MemoryStream(files.Offers());
        Made(await OrganisationFiles.PutAsync(Store, maker, "offers", "offers.zip", offers, cancel));
    }

    private async Task<Rfq> AskAsync(Actor customer, Guid[] makers, CancellationToken cancel)
    {
        using var design = new MemoryStream(files.Design());
        var package = Made(await UploadPackage.RunAsync(Store, customer, files.DesignName, design, 1L << 30, cancel));
        await JobDoneAsync(customer, package.Id, JobKind.Intake, cancel);
        var rfq = Made(await BeginRequest.RunAsync(Store, customer, "Sensor node, revision C", cancel));
        var due = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(14);
        rfq = Made(await WriteRequest.ContentAsync(Store, customer, rfq.Id, rfq.Latest with
        {
            Upload = package.Id,
            PackageName = package.Name,
            Label = "C",
            Services = [Service.Fabrication, Service.Assembly, Service.Test, Service.Packaging],
            Quantities = [10, Ordered, 1000],
            AnnualVolume = 4000,
            AnswersDue = due,
        }, cancel: cancel));
        ImmutableArray<Gate> gates = [new Gate.Nda("Confidentiality agreement", "What is seen here is used for quoting and making this product, told to nobody else, and deleted when the customer asks."), new Gate.CertificationHeld(Standards.Iso9001)];
        Made(await WriteRequest.GatesAsync(Store, customer, rfq.Id, gates, cancel: cancel));
        rfq = Made(await SendRequest.RunAsync(Store, customer, rfq.Id, makers, cancel));
        var facts = await Store.ReadAsync(customer.Organisation, async db => (await db.Packages.SingleAsync(row => row.Id == package.Id, cancel)).ReadFacts()!, cancel);
        say(string.Create(CultureInfo.InvariantCulture, $"{rfq.Number}: {facts.WidthMm:0.#} × {facts.HeightMm:0.#} mm, {facts.CopperLayers} copper layers, {facts.BomLines} lines of parts; sent to two manufacturers that have to accept an agreement and hold ISO 9001"));
        return rfq;
    }

    private async Task OfferAsync(Actor maker, Rfq rfq, CancellationToken cancel)
    {
        var nda = rfq.Gates.OfType<Gate.Nda>().Single();
        Made(await AnswerInvitation.AcceptAsync(Store, maker, rfq.Id, nda.Key, cancel));
        var check = Made(await RequestJob.ForRequestAsync(Store, maker, rfq.Id, JobKind.Check, cancel));
        var quote = Made(await RequestJob.ForRequestAsync(Store, maker, rfq.Id, JobKind.Quote, cancel));
        await JobDoneAsync(maker, check.Id, cancel);
        await JobDoneAsync(maker, quote.Id, cancel);
        var draft = Made(await WriteOffer.BeginAsync(Store, maker, rfq.Id, quote.Id, null, cancel));
        draft = Made(await WriteOffer.ContentAsync(Store, maker, draft.Id, draft.Content with { Terms = "FCA, Incoterms 2020; 30 days net" }, cancel: cancel));
        var offer = Made(await WriteOffer.SendAsync(Store, maker, draft.Id, cancel));
        var (price, name) = (offer.Content.At(Ordered)!, await NameAsync(maker.Organisation, cancel));
        say(string.Create(CultureInfo.InvariantCulture, $"{name} accepts, reviews the design and offers {price.UnitPrice:N4} {offer.Content.Currency} at {Ordered}, {price.LeadDaysP50} working days, {offer.Content.Errors} errors and {offer.Content.Warnings} warnings"));
    }

    private async Task ConverseAsync(Actor maker, Actor customer, Rfq rfq, CancellationToken cancel)
    {
        // What the review of this very design asks first, and the answer that it proposes.
        var query = (await ReviewQueries.OfPackageAsync(Store, maker, rfq.Latest.Upload!.Value, cancel))[0];
        var question = Made(await Converse.AskAsync(Store, maker, rfq.Id, null, rfq.Latest.Number, query.Question, query.Query, query.Proposal, cancel));
        Made(await Converse.SayAsync(Store, customer, question.Id, query.Proposal, cancel));
        say($"{await NameAsync(maker.Organisation, cancel)} asks: {question.Subject} {await NameAsync(customer.Organisation, cancel)} answers");
    }

    private async Task<ImmutableArray<ComparedOffer>> CompareAsync(Actor customer, Guid rfq, CancellationToken cancel)
    {
        var compared = OfferComparison.At(await ReadOffers.OfRequestAsync(Store, customer, rfq, cancel), Ordered, DateOnly.FromDateTime(Now.UtcDateTime));
        say(string.Create(CultureInfo.InvariantCulture, $"Side by side at {Ordered}: {string.Join("; ", compared.Select(one => $"{one.Manufacturer.Name} {one.Total:N2} {one.Offer.Content.Currency}"))}"));
        return compared;
    }

    /// <summary>Three per cent less, as a buyer would ask; the manufacturer agrees in a new version.</summary>
    private async Task<Offer> NegotiateAsync(Actor customer, Actor maker, Offer offer, CancellationToken cancel)
    {
        var wanted = Math.Round(offer.Content.At(Ordered)!.UnitPrice * 0.97m, 4, MidpointRounding.AwayFromZero);
        var counter = Made(await CounterAnOffer.RunAsync(Store, customer, offer.Id, Ordered, wanted, null, "We order 4,000 a year.", cancel));
        var draft = Made(await WriteOffer.AgainAsync(Store, maker, offer.Id, counter.Id, cancel));
        draft = Made(await WriteOffer.ContentAsync(Store, maker, draft.Id, draft.Content with
        {
            Prices = [.. draft.Content.Prices.Select(price => price.Quantity == Ordered ? price with { UnitPrice = wanted } : price)],
        }, cancel: cancel));
        var sent = Made(await WriteOffer.SendAsync(Store, maker, draft.Id, cancel));
        say(string.Create(CultureInfo.InvariantCulture, $"A counter-offer of {wanted:N4} is met with version {sent.Version}"));
        return sent;
    }

    private async Task OrderAsync(Actor customer, Actor maker, Offer offer, CancellationToken cancel)
    {
        Made(await PlaceOrder.AwardAsync(Store, customer, offer.Id, cancel));
        // Working days of the offer as days of the calendar, and a week to spare.
        var due = DateOnly.FromDateTime(Now.UtcDateTime).AddDays((offer.Content.At(Ordered)!.LeadDaysP50 * 7 / 5) + 7);
        var order = Made(await PlaceOrder.RunAsync(Store, customer, offer.Id, "", [new OrderedLot(Ordered, due)], "", "", cancel));
        order = Made(await AnswerOrder.AcknowledgeAsync(Store, maker, order.Id, "SO-1001", [due], "", cancel));
        say(string.Create(CultureInfo.InvariantCulture, $"Awarded, ordered and acknowledged: {order.Number}, {order.Quantity} pieces, {order.Total:N2} {order.Currency}, due {due:d MMM yyyy}"));
    }

    private Task<string> NameAsync(Guid organisation, CancellationToken cancel) => Store.ReadAllAsync(all => all.Organisations.Where(row => row.Id == organisation).Select(row => row.Name).SingleAsync(cancel), cancel);

    private async Task JobDoneAsync(Actor actor, Guid package, JobKind kind, CancellationToken cancel) =>
        await JobDoneAsync(actor, await Store.ReadAsync(actor.Organisation, db => db.Jobs.Where(row => row.PackageId == package && row.Kind == kind).Select(row => row.Id).FirstAsync(cancel), cancel), cancel);

    private async Task JobDoneAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        while (true)
        {
            var job = await Store.ReadAsync(actor.Organisation, db => db.Jobs.AsNoTracking().SingleAsync(row => row.Id == id, cancel), cancel);
            if (job.State == JobState.Done) return;
            if (job.State is JobState.Failed or JobState.Cancelled) throw new InvalidOperationException($"{job.Kind}: {job.Error}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
    }

    private static T Made<T>(Decision<T> decision) => decision.TryGet(out var value, out var why) ? value : throw new InvalidOperationException($"{why.Code}: {why.Message}");
}
