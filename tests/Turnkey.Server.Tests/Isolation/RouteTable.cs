using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Turnkey.Contracts;
using Turnkey.Server.Access;
using Turnkey.Server.Api;

namespace Turnkey.Server.Tests.Isolation;

/// <summary>One thing that the server can be asked, as its own table has it.</summary>
/// <param name="Method">How.</param>
/// <param name="Template">Where, with its parameters.</param>
internal sealed partial record Route(string Method, string Template, RouteEndpoint Endpoint)
{
    /// <summary>What stands for parameters that are no identifiers. A route with another one fails the tests until it is said here how to fill it.</summary>
    private static readonly Dictionary<string, string> Fills = new(StringComparer.OrdinalIgnoreCase) { ["kind"] = "plant", ["hash"] = "0", ["name"] = "turnkey.css", ["token"] = "tk_0", ["rest"] = "x", ["documentName"] = "v1" };

    public bool Open => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    public RequiresAttribute? Requires => Endpoint.Metadata.GetMetadata<RequiresAttribute>();

    public bool IsApi => Template.StartsWith("/api/", StringComparison.Ordinal);

    public bool Reads => Method == "GET";

    /// <summary>It names something that belongs to somebody.</summary>
    public bool NamesSomething => Parameters.Any(parameter => Identifier().IsMatch(parameter));

    /// <summary>What it is about: <c>rfqs</c> in <c>/api/v1/rfqs/{id}/send</c>.</summary>
    public string Subject => Template.Replace("/api/v1", "", StringComparison.Ordinal).Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";

    private IEnumerable<string> Parameters => Parameter().Matches(Template).Select(match => match.Value);

    public static IReadOnlyList<Route> All(TurnkeyServer server) =>
    [
        .. from endpoint in server.Endpoints.OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           select new Route(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint),
    ];

    /// <summary>The address with an identifier in every place for one, and whatever else it asks for.</summary>
    public string Path(Guid id) => Parameter().Replace(Template, match => Identifier().IsMatch(match.Value) ? id.ToString() : Fills[match.Groups["name"].Value]) + "?from=1&to=1&name=x.zip&quantity=10";

    /// <summary>A body that it takes: what its documentation shows.</summary>
    public HttpContent? Body() => Endpoint.Metadata.GetMetadata<BodyExample>()?.Value switch
    {
        null => Method == "GET" ? null : new StringContent("{}", Encoding.UTF8, "application/json"),
        FileExample => new ByteArrayContent("some bytes"u8.ToArray()) { Headers = { ContentType = new("application/octet-stream") } },
        var example => new StringContent(ContractJson.Write(example), Encoding.UTF8, "application/json"),
    };

    public override string ToString() => $"{Method} {Template}";

    [GeneratedRegex(@"\{\*{0,2}(?<name>[a-zA-Z]+)[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@":(guid)\b|\{(id|user)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();
}
