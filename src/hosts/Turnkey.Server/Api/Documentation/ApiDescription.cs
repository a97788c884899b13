using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Turnkey.Contracts;
using Turnkey.Server.Access;

namespace Turnkey.Server.Api.Documentation;

/// <summary>The interface's description in OpenAPI 3.1: what the routes say of themselves, and what holds for all of them.</summary>
internal static class ApiDescription
{
    public const string Name = "v1";

    private const string Bearer = "token";

    public static void Add(IServiceCollection services) => services.AddOpenApi(Name, openApi =>
    {
        openApi.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        openApi.ShouldInclude = one => one.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        openApi.AddDocumentTransformer(DescribeAsync);
        openApi.AddOperationTransformer(DescribeAsync);
    });

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo { Title = "Turnkey", Version = Name, Description = Words };
        // Where it is reached is known to whoever reads this; a request's own address could be made up.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of an organisation, from its page or from POST /api/v1/tokens." },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas["Problem"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457",
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "urn:turnkey:problem: and the code" },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "For the person who asked: what is wrong, and what to do." },
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable and for machines: offer.already-sent" },
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = context.Description.HttpMethod ?? "GET";
        operation.Responses ??= [];
        foreach (var (status, words) in Wrong(method, context.Description.RelativePath ?? ""))
        {
            operation.Responses[status] = new OpenApiResponse
            {
                Description = words,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Problems.MediaType] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) } },
            };
        }
        if (metadata.OfType<RequiresAttribute>().FirstOrDefault() is { } requires) operation.Description = $"{operation.Description}{(string.IsNullOrEmpty(operation.Description) ? "" : " ")}Takes the permission to {Pages.Shared.Words.Of(requires.Permission)}.";
        if (metadata.OfType<BodyExample>().FirstOrDefault()?.Value is { } example and not FileExample && operation.RequestBody?.Content is { } content)
        {
            foreach (var body in content.Values) body.Example = JsonNode.Parse(ContractJson.Write(example));
        }
        operation.Parameters ??= [];
        if (method == "POST") operation.Parameters.Add(Header("Idempotency-Key", required: false, "A word of your choice, for example a UUID: the same request sent again with it does nothing and gets the same answer, for a day at least."));
        if (method == "PUT" && !context.Description.RelativePath!.Contains("/roles", StringComparison.Ordinal) && (operation.Description ?? "").Contains("If-Match", StringComparison.Ordinal))
            operation.Parameters.Add(Header("If-Match", required: true, "The ETag that you read; '*' for whatever is there."));
        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, bool required, string description) =>
        new() { Name = name, In = ParameterLocation.Header, Required = required, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static IEnumerable<(string Status, string Words)> Wrong(string method, string path)
    {
        yield return ("401", "Not signed in");
        yield return ("403", "Your roles do not allow it");
        if (path.Contains('{', StringComparison.Ordinal)) yield return ("404", "There is no such thing, or not for you");
        if (method != "GET") yield return ("409", "Not in the state it is in");
        if (method == "PUT")
        {
            yield return ("412", "Changed meanwhile");
            yield return ("428", "If-Match is missing");
        }
        yield return ("422", "Cannot stand like this");
        yield return ("429", "Too many requests; see Retry-After");
    }

    private const string Words =
        "Everything that the pages do. Requests carry a token: 'Authorization: Bearer tk_…'. Bodies are JSON in camelCase, states in kebab-case, times in UTC (RFC 3339), days as 2027-03-15, money as decimal numbers in the currency beside them. " +
        "A member that is not known here is refused, and so is a body that leaves one out that is needed: what is mistyped is said instead of guessed; answers may gain members with time, so ignore what you do not know. " +
        "What went wrong is a problem (RFC 9457) with a stable code and a sentence for people. What is another organisation's is answered like what never was: 404. " +
        "Lists are given in pages: send 'next' as 'cursor'. Single resources carry an ETag: send it as If-None-Match to save the answer, and as If-Match where a change is to be held against what you read. " +
        "Each organisation may ask 1,200 times a minute unless the installation says otherwise.";
}
