using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Parties;
using Turnkey.Storage;
using Turnkey.Storage.Rows;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Server.Tests.Trade;

/// <summary>
/// A server with the parties that may meet on one: a customer, two manufacturers that compete for its work, a manufacturer that was not asked, and another
/// customer that has nothing to do with the first.
/// </summary>
internal sealed class Market : IAsyncDisposable
{
    public const string Customer = "customer", Maker = "maker", Rival = "rival", Unasked = "unasked", Foreign = "foreign";

    private readonly PostgresCluster? cluster;
    private readonly ServerOptions options;

    private Market(TurnkeyServer server, ServerOptions options, PostgresCluster? cluster)
    {
        (Server, this.options, this.cluster) = (server, options, cluster);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(server.Address), Timeout = TimeSpan.FromMinutes(5) };
    }

    public TurnkeyServer Server { get; }

    public Store Store => Server.Store;

    public HttpClient Client { get; }

    public Dictionary<string, Party> Parties { get; } = new(StringComparer.Ordinal);

    public Party this[string name] => Parties[name];

    /// <param name="database">SQLite, or PostgreSQL where there is one.</param>
    public static async Task<Market> OpenAsync(string database = Both.Sqlite, Func<ServerOptions, ServerOptions>? change = null, TimeProvider? clock = null)
    {
        var postgres = database == Both.Postgres ? await PostgresCluster.ObtainAsync() : null;
        var asked = new ServerOptions(Directory.CreateTempSubdirectory("turnkey-server-").FullName)
        {
            Database = postgres is null ? null : await postgres.CreateAsync(),
            Listen = "http://127.0.0.1:0",
            Pooling = false,
            Log = false,
            // Nothing is read or reckoned here: what jobs give is put down by hand.
            Workers = 0,
            CallsPerMinute = 10_000_000,
            TriesPerMinute = 10_000,
        };
        if (change is not null) asked = change(asked);
        var market = new Market(await TurnkeyServer.StartAsync(asked, clock, TestContext.Current.CancellationToken), asked, postgres);
        await market.FoundAsync(Customer, OrganisationKinds.Customer, "DE");
        await market.FoundAsync(Maker, OrganisationKinds.Manufacturer, "EE");
        await market.FoundAsync(Rival, OrganisationKinds.Manufacturer, "PL");
        await market.FoundAsync(Unasked, OrganisationKinds.Manufacturer, "CZ");
        await market.FoundAsync(Foreign, OrganisationKinds.Customer, "FR");
        return market;
    }

    /// <summary>Asks as somebody; a body is written as JSON.</summary>
    public async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, Party? party = null, object? body = null, Roles role = Party.Everything, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (party is not null) request.Headers.Authorization = party.As(role);
        if (body is HttpContent content) request.Content = content;
        else if (body is not null) request.Content = JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>Everything of an answer as text; of one that goes on for ever, what comes first.</summary>
    public static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var cancel = TestContext.Current.CancellationToken;
        if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream") return System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancel));
        var some = new byte[1 << 16];
        return System.Text.Encoding.UTF8.GetString(some, 0, await (await answer.Content.ReadAsStreamAsync(cancel)).ReadAsync(some, cancel));
    }

    public Task<HttpResponseMessage> GetAsync(string path, Party? party = null, Roles role = Party.Everything, params (string Name, string Value)[] headers) => AskAsync(HttpMethod.Get, path, party, null, role, headers);

    public Task<HttpResponseMessage> PostAsync(string path, Party? party, object? body = null, params (string Name, string Value)[] headers) => AskAsync(HttpMethod.Post, path, party, body, Party.Everything, headers);

    /// <summary>The body of an answer that went well.</summary>
    public static async Task<JsonElement> MadeAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.PathAndQuery} answered {(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The code of the problem that it was refused with.</summary>
    public static async Task<(int Status, string Code)> RefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.Equal("urn:turnkey:problem:" + problem.GetProperty("code").GetString(), problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return ((int)answer.StatusCode, problem.GetProperty("code").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        if (cluster is not null) await cluster.DropAsync(options.Database!);
        Directory.Delete(options.Folder, recursive: true);
    }

    public static T Made<T>(Decision<T> decision) => decision.TryGet(out var value, out var why) ? value : throw new InvalidOperationException($"{why.Code}: {why.Message}");

    private async Task FoundAsync(string name, OrganisationKinds kinds, string country)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        var mail = $"head@{name}.example";
        var founded = Made(await scope.ServiceProvider.GetRequiredService<FoundOrganisation>().RunAsync($"The {name}", kinds, country, mail, $"Head of the {name}", Party.Password, first: Parties.Count == 0));
        var tokens = new Dictionary<Roles, string>();
        Made(await Store.WriteAsync<bool>(Actor.Installation, async writing =>
        {
            (await writing.All.Memberships.SingleAsync(row => row.UserId == founded.Administrator)).Roles = Party.Everything;
            AddToken(founded.Administrator, Party.Everything);
            foreach (var role in RolePermissions.Single)
            {
                var person = new Account { Id = writing.NewId(), UserName = $"{role}@{name}.example", Email = $"{role}@{name}.example", DisplayName = $"{role} of the {name}", SecurityStamp = "0", CreatedAt = writing.At };
                (person.NormalizedUserName, person.NormalizedEmail) = (person.UserName.ToUpperInvariant(), person.Email.ToUpperInvariant());
                writing.All.Users.Add(person);
                writing.All.Memberships.Add(new MembershipRow { UserId = person.Id, OrganisationId = founded.Organisation.Id, Roles = role, CreatedAt = writing.At });
                AddToken(person.Id, role);
            }
            return true;

            void AddToken(Guid user, Roles roles)
            {
                var (token, hash) = AccessToken.Create();
                tokens.Add(roles, token);
                writing.All.ApiTokens.Add(new ApiTokenRow { Id = writing.NewId(), OrganisationId = founded.Organisation.Id, UserId = user, Name = "test", Roles = roles, Hash = hash, CreatedAt = writing.At });
            }
        }));
        Parties.Add(name, new Party(name, founded.Organisation.Id, new Actor(founded.Organisation.Id, founded.Administrator, $"Head of the {name}", Party.Everything), mail, tokens));
    }
}
