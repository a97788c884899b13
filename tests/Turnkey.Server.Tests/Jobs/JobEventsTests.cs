using System.Net;
using System.Net.Http.Headers;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Jobs;
using Turnkey.Server.Parties;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Tests.Jobs;

public sealed class JobEventsTests : IDisposable
{
    private readonly string scripts = Directory.CreateTempSubdirectory("turnkey-scripts-").FullName;

    public void Dispose() => Directory.Delete(scripts, recursive: true);

    [Fact]
    public async Task Progress_is_told_until_the_job_has_ended_also_by_a_server_that_does_not_work_on_it()
    {
        await using var installation = await Installation.BeginAsync(options => options with { Worker = Pretender.Endless(scripts) });
        var other = await installation.StartAsync(options => options with { Workers = 0 });
        var upload = await installation.UploadAsync("a.zip", Installation.Sample);
        var running = await installation.UntilAsync((await installation.IntakeOfAsync(upload)).Id, job => job.Stage == "pretending");

        using var client = await ClientAsync(installation, installation.Actor, other);
        using var answer = await client.GetAsync($"/api/v1/jobs/{running.Id}/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event: progress", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Contains("\"state\":\"running\",\"permille\":100,\"stage\":\"pretending\"", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Installation.Made(await RequestJob.CancelAsync(installation.Store, installation.Actor, running.Id, TestContext.Current.CancellationToken));
        var rest = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("event: ended\ndata: {\"id\":\"" + running.Id, rest, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"cancelled\"", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anothers_job_is_not_there_and_nobody_is_told_nothing()
    {
        await using var installation = await Installation.BeginAsync(options => options with { Workers = 0 });
        var job = await installation.IntakeOfAsync(await installation.UploadAsync("a.zip", Installation.Sample));
        using var stranger = await ClientAsync(installation, installation.Actor with { Organisation = Guid.CreateVersion7() }, installation.First);
        foreach (var path in new[] { $"/jobs/{job.Id}/events", $"/api/v1/jobs/{job.Id}/events" })
        {
            using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(installation.First.Address) };
            Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    /// <summary>A program with a token; of a new organisation where the actor's is not there.</summary>
    private static async Task<HttpClient> ClientAsync(Installation installation, Actor actor, TurnkeyServer server)
    {
        if (actor.Organisation != installation.Actor.Organisation)
        {
            await installation.Store.WriteAsync<bool>(Actor.Installation, writing =>
            {
                var row = new OrganisationRow { Local = true };
                row.Write(new Organisation(actor.Organisation, "Strangers", OrganisationKinds.Customer, "DE"));
                writing.All.Organisations.Add(row);
                writing.All.Memberships.Add(new MembershipRow { UserId = actor.User, OrganisationId = actor.Organisation, Roles = actor.Roles, CreatedAt = writing.At });
                return Task.FromResult<Contracts.Decision<bool>>(true);
            });
        }
        var (_, token) = Installation.Made(await Tokens.CreateAsync(installation.Store, actor, "test", Roles.Admin | Roles.Engineer, null));
        var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
