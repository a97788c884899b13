using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Server.Offers;
using Turnkey.Server.Orders;
using Turnkey.Server.Parties;
using Turnkey.Server.Requests;
using Turnkey.Server.Tests.Jobs;
using Turnkey.Storage;
using Turnkey.Storage.Rows;
using Turnkey.Storage.Upkeep;

namespace Turnkey.Server.Tests.Crashes;

/// <summary>
/// kill -9 at random moments while people upload, the server works and others order. TURNKEY_KILLS says how often (10), TURNKEY_PROGRAM which program
/// (the one that was built with the tests); with a program that is compiled ahead of time, a start has to take less than three seconds.
/// </summary>
public sealed class CrashTests
{
    private const Roles All = Roles.Admin | Roles.Buyer | Roles.Engineer | Roles.Estimator | Roles.Sales;

    [Fact]
    public async Task What_was_acknowledged_stays_and_nothing_is_done_twice()
    {
        var cancel = TestContext.Current.CancellationToken;
        var kills = int.Parse(Environment.GetEnvironmentVariable("TURNKEY_KILLS") ?? "10", CultureInfo.InvariantCulture);
        var given = Environment.GetEnvironmentVariable("TURNKEY_PROGRAM");
        var random = new Random(20260731);

        await using var installation = await Installation.BeginAsync(options => options with { Workers = 0 });
        var (offer, token) = await PrepareAsync(installation);
        await installation.StopAsync(installation.First);
        await File.WriteAllTextAsync(Path.Combine(installation.Folder, "turnkey.json"), """{ "callsPerMinute": 1000000 }""", cancel);

        using var server = new ServeProcess(given is null ? Installation.Worker : [given], installation.Folder);
        var starts = new List<TimeSpan> { await server.StartAsync(cancel) };
        var uploads = new Deeds(server.Address, token, "upload", number => new HttpRequestMessage(HttpMethod.Post, $"/api/v1/packages?name={Upload(number)}") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes($"Designator,Quantity,MPN\nR{number},1,RC0402FR-0710KL\n")) { Headers = { { "Content-Type", "application/octet-stream" } } } });
        var orders = new Deeds(server.Address, token, "order", number => new HttpRequestMessage(HttpMethod.Post, $"/api/v1/offers/{offer}/orders") { Content = Deeds.Json($$"""{"number":"{{Order(number)}}","lots":[{"quantity":10,"due":"2099-01-01"}]}""") });
        using var stop = new CancellationTokenSource();
        Task[] people = [uploads.RunAsync(stop.Token), orders.RunAsync(stop.Token)];
        for (var kill = 0; kill < kills; kill++)
        {
            // However slow the machine is: some have been answered, and then at any moment of the next ones.
            var before = uploads.Acknowledged.Count + orders.Acknowledged.Count;
            var more = random.Next(0, 6);
            while (uploads.Acknowledged.Count + orders.Acknowledged.Count < before + more && !people.Any(one => one.IsFaulted)) await Task.Delay(2, cancel);
            await Task.Delay(random.Next(0, 400), cancel);
            await server.KillAsync();
            starts.Add(await server.StartAsync(cancel));
        }
        await stop.CancelAsync();
        await Task.WhenAll(people);
        Assert.Equal(0, await server.StopAsync());

        // What was left in the middle is done by the next server, when the leases of the killed ones have run out.
        await installation.StartAsync(options => options with { Workers = 2 });
        foreach (var job in await installation.Store.ReadAllAsync(all => all.Jobs.AsNoTracking().OrderBy(row => row.CreatedAt).Select(row => row.Id).ToListAsync(cancel), cancel))
            Assert.Equal(JobState.Done, (await installation.EndOfAsync(job)).State);

        var packages = await installation.Store.ReadAllAsync(all => all.Packages.AsNoTracking().Where(row => row.Name.StartsWith("upload-")).ToListAsync(cancel), cancel);
        var placed = await installation.Store.ReadAllAsync(all => all.Orders.AsNoTracking().Select(row => row.Number).ToListAsync(cancel), cancel);
        var papers = await installation.Store.ReadAllAsync(all => all.Artifacts.AsNoTracking().Select(row => new { row.JobId, row.Name, row.Blob }).ToListAsync(cancel), cancel);
        Assert.Empty(uploads.Acknowledged.Select(Upload).Except(packages.Select(package => package.Name)));
        Assert.Empty(orders.Acknowledged.Select(Order).Except(placed));
        Assert.Equal(packages.Count, packages.DistinctBy(package => package.Name).Count());
        Assert.Equal(placed.Count, placed.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(papers.Count, papers.Distinct().Count());
        Assert.All(packages, package => Assert.Equal(PackageState.Read, package.State));
        Assert.All(packages.Select(package => package.Blob).Concat(papers.Select(paper => paper.Blob)), blob => Assert.Equal(blob, Kernel.ContentHash.Of(File.ReadAllBytes(installation.Store.Blobs.PathOf(blob)))));
        Assert.True((await AuditVerification.RunAsync(installation.Store, cancel)).Intact);
        var told = await installation.Store.ReadAllAsync(all => all.Audit.CountAsync(row => row.Action == "order.placed", cancel), cancel);
        Assert.Equal(placed.Count, told);
        var slowest = starts.Max();
        TestContext.Current.SendDiagnosticMessage($"{kills} kills: {uploads.Acknowledged.Count} uploads and {orders.Acknowledged.Count} orders acknowledged, {uploads.Unanswered + orders.Unanswered} answers did not come; the slowest start took {slowest.TotalSeconds:0.00} s");
        if (given is not null) Assert.True(slowest < TimeSpan.FromSeconds(3), $"the slowest start took {slowest.TotalSeconds:0.00} s");
    }

    private static string Upload(int number) => string.Create(CultureInfo.InvariantCulture, $"upload-{number}.csv");

    private static string Order(int number) => string.Create(CultureInfo.InvariantCulture, $"PO-{number}");

    /// <summary>An offer that the customer may order against, and a token of the customer.</summary>
    private static async Task<(Guid Offer, string Token)> PrepareAsync(Installation installation)
    {
        var (store, customer) = (installation.Store, installation.Actor);
        await using var scope = installation.First.Services.CreateAsyncScope();
        var founded = Installation.Made(await scope.ServiceProvider.GetRequiredService<FoundOrganisation>().RunAsync("Maker", OrganisationKinds.Manufacturer, "EE", "bo@example.com", "Bo", "correct horse battery", first: false));
        var maker = new Actor(founded.Organisation.Id, founded.Administrator, "Bo", All);
        var rfq = Installation.Made(await BeginRequest.RunAsync(store, customer, "Housing"));
        var design = new DesignService(ResultOwner.Customer, [new Milestone("Drawings", new DateOnly(2098, 1, 1), "STEP files")]);
        rfq = Installation.Made(await WriteRequest.ContentAsync(store, customer, rfq.Id, rfq.Latest with { Services = [Service.Design], Design = design, Quantities = [10] }));
        Installation.Made(await SendRequest.RunAsync(store, customer, rfq.Id, [maker.Organisation]));
        var offer = Installation.Made(await WriteOffer.BeginAsync(store, maker, rfq.Id, null, null));
        Installation.Made(await WriteOffer.ContentAsync(store, maker, offer.Id, offer.Content with { Prices = [new OfferPrice(1, 77m, 0, 10, 12)] }));
        Installation.Made(await WriteOffer.SendAsync(store, maker, offer.Id));
        Installation.Made(await PlaceOrder.AwardAsync(store, customer, offer.Id));
        var (_, token) = Installation.Made(await Tokens.CreateAsync(store, customer, "test", Roles.Admin | Roles.Buyer | Roles.Engineer, null));
        return (offer.Id, token);
    }
}
