using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Turnkey.Server.Hosting;

/// <summary>What could not be read, and what broke, in the words of who asked; nothing of how the program is made.</summary>
internal static class Faults
{
    public static Task AnswerAsync(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return fault switch
        {
            BadHttpRequestException { InnerException: JsonException json } => PlainAnswer.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, "body.member", Words(json)),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => PlainAnswer.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, "body.too-large", "that is more than can be sent at once"),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => PlainAnswer.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, "body.kind", "send the body as JSON, with Content-Type: application/json"),
            BadHttpRequestException { InnerException: AntiforgeryValidationException } => PlainAnswer.WriteAsync(context, StatusCodes.Status400BadRequest, "forgery", "this form is too old, or did not come from one of our pages; load the page again"),
            BadHttpRequestException wrong => PlainAnswer.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, "request.value", Words(wrong)),
            InvalidDataException => PlainAnswer.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, "body.form", "the form cannot be read; send it again"),
            _ => PlainAnswer.WriteAsync(context, StatusCodes.Status500InternalServerError, "fault", "something broke here; it was written to the server's log. Try again, and tell whoever runs this installation if it stays"),
        };
    }

    private static string Words(JsonException json)
    {
        var place = json.Path is { Length: > 1 } path ? $"'{path.Replace("$.", "", StringComparison.Ordinal)}'" : "the body";
        if (json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)) return $"{place}: there is no such member; see /api for those there are";
        if (json.Message.Contains("missing required properties", StringComparison.Ordinal)) return $"{place}: members are missing: {string.Join(", ", Quoted(json.Message).Skip(1))}";
        // What the reader itself stumbled over is no JSON; everything else is JSON of another shape.
        return json.InnerException is JsonException ? $"the body is no JSON, near line {json.LineNumber + 1}" : $"{place} cannot be read as what belongs there; see /api";
    }

    /// <summary>What the framework put into quotes: the type, then the members.</summary>
    private static IEnumerable<string> Quoted(string message) => message.Split('\'').Where((_, i) => i % 2 == 1);

    private static string Words(BadHttpRequestException wrong) =>
        wrong.Message.EndsWith("from body.", StringComparison.Ordinal) ? "a body in JSON is missing; see /api" :
        // Required parameter "int from" was not provided from query string. / Failed to bind parameter "int? limit" from "many".
        wrong.Message.Split('"') is [_, var parameter, ..] && parameter.Split(' ') is [_, var name, ..]
            ? wrong.Message.StartsWith("Required", StringComparison.Ordinal) ? $"'{name}' is missing; see /api" : $"'{name}' cannot be read as what belongs there; see /api"
            : "the request cannot be read; a JSON body is expected, see /api";
}
