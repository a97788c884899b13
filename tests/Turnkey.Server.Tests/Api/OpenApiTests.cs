using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Turnkey.Server.Tests.Isolation;
using Turnkey.Server.Tests.Trade;

namespace Turnkey.Server.Tests.Api;

/// <summary>The interface describes itself, whole.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task Every_operation_is_described_with_its_problems_and_who_may_use_it()
    {
        await using var market = await Market.OpenAsync();
        var document = await Market.MadeAsync(await market.GetAsync("/api/openapi.json"));

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString());
        var operations = Operations(document).ToArray();
        Assert.Equal(Route.All(market.Server).Count(route => route.Template.StartsWith("/api/v1/", StringComparison.Ordinal)), operations.Length);
        Assert.Equal(operations.Length, operations.Select(one => one.Operation.GetProperty("operationId").GetString()).Distinct().Count());
        foreach (var (name, operation) in operations)
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString()), name);
            Assert.Contains("permission", operation.GetProperty("description").GetString(), StringComparison.Ordinal);
            var answers = operation.GetProperty("responses").EnumerateObject().ToDictionary(answer => answer.Name, answer => answer.Value);
            Assert.Contains(answers.Keys, status => status[0] == '2');
            foreach (var status in new[] { "401", "403", "422", "429" }) Assert.True(answers[status].GetProperty("content").TryGetProperty("application/problem+json", out _), name + " " + status);
            if (operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json)) Assert.True(json.TryGetProperty("example", out _), name + " has no example");
        }
    }

    [Fact]
    public async Task The_documentation_page_shows_every_operation_with_a_command_and_needs_no_script()
    {
        await using var market = await Market.OpenAsync();
        using var answer = await market.GetAsync("/api");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var operations = Operations(await Market.MadeAsync(await market.GetAsync("/api/openapi.json"))).Select(one => one.Operation.GetProperty("operationId").GetString()!).ToArray();

        foreach (var operation in operations)
        {
            var article = page.GetElementById(operation);
            Assert.NotNull(article);
            Assert.StartsWith("curl ", article.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src])"));
    }

    /// <summary>A body that the documentation shows is one that can be read; whether it can stand is another question.</summary>
    [Fact]
    public async Task Every_example_is_read_by_its_own_route()
    {
        await using var market = await Market.OpenAsync();

        foreach (var route in Route.All(market.Server).Where(route => route.IsApi && !route.Reads))
        {
            using var answer = await market.AskAsync(new HttpMethod(route.Method), route.Path(Guid.CreateVersion7()), market[Market.Customer], route.Body(), headers: ("If-Match", "*"));
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500, $"{route}: {text}");
            Assert.DoesNotContain("problem:body.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("problem:request.", text, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Name is "get" or "post" or "put" or "delete" or "patch"
        select ($"{operation.Name} {path.Name}", operation.Value);
}
