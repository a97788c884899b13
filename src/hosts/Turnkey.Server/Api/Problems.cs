using System.Collections.Frozen;
using Turnkey.Contracts;

namespace Turnkey.Server.Api;

/// <summary>Refusals as RFC 9457 problems: which status each has, and one form for all of them.</summary>
internal static class Problems
{
    public const string MediaType = "application/problem+json";

    /// <summary>The wish is in order, but not in the state that things are in; it may be later, or was before.</summary>
    private static readonly FrozenSet<string> Conflicts = new[]
    {
        "already-there", "changed-meanwhile", "first.over", "gates.closed", "idempotency.answer-lost", "invitation.declined", "invitation.revoked", "job.ended", "job.lost",
        "offer.already-sent", "offer.draft", "offer.expired", "offer.no-sheet", "offer.not-open", "order.answered", "order.ended", "order.no-change", "order.not-awarded",
        "order.number-taken", "person.known", "person.last-admin", "question.asked", "question.closed", "quote.no-result", "quote.not-done", "quote.other-package",
        "rfq.ended", "rfq.gates-fixed", "rfq.not-sent", "rfq.revision-open", "rfq.sent",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static int StatusOf(Refusal why) => why.Code switch
    {
        "not-found" => StatusCodes.Status404NotFound,
        "not-allowed" => StatusCodes.Status403Forbidden,
        "changed" => StatusCodes.Status412PreconditionFailed,
        "unconditional" => StatusCodes.Status428PreconditionRequired,
        "paper.lost" => StatusCodes.Status500InternalServerError,
        _ when why.Code.EndsWith(".too-large", StringComparison.Ordinal) => StatusCodes.Status413PayloadTooLarge,
        _ when Conflicts.Contains(why.Code) => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public static IResult Of(Refusal why) => Of(StatusOf(why), why.Code, why.Message);

    /// <param name="code">Stable and for machines; it is the end of the problem's <c>type</c> too.</param>
    /// <param name="message">For the person: what is wrong and what to do.</param>
    public static IResult Of(int status, string code, string message) =>
        Results.Problem(message, statusCode: status, title: TitleOf(status), type: "urn:turnkey:problem:" + code, extensions: [new("code", code)]);

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Not understood",
        StatusCodes.Status401Unauthorized => "Not signed in",
        StatusCodes.Status403Forbidden => "Not allowed",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status405MethodNotAllowed => "Not possible here",
        StatusCodes.Status409Conflict => "Not in this state",
        StatusCodes.Status412PreconditionFailed => "Changed meanwhile",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Unknown kind of content",
        StatusCodes.Status422UnprocessableEntity => "Cannot stand like this",
        StatusCodes.Status428PreconditionRequired => "Say which version",
        StatusCodes.Status429TooManyRequests => "Too many requests",
        _ => "Something broke",
    };
}
