using System.ComponentModel;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Server.Access;
using Turnkey.Server.Requests;
using Turnkey.Storage;

namespace Turnkey.Server.Api;

/// <summary>What a manufacturer answers to being asked, and how the customer takes it back.</summary>
internal static class InvitationsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/rfqs/{id:guid}/gates/accept", AcceptAsync).Needs(Permission.Sell).WithTags("Invitations")
            .Says("acceptGate", "Accept a condition", "An agreement or a declaration, by the key that the request names. What cannot be accepted, as a certificate that is not held, stays closed.", new GateContent("nda:9f86d081884c7d65…")).Gives<Invitation>();
        api.MapPost("/rfqs/{id:guid}/decline", DeclineAsync).Needs(Permission.Sell).WithTags("Invitations")
            .Says("declineRfq", "Decline to quote", example: new ReasonContent("our lines are full until June")).Gives<Invitation>();
        api.MapPost("/rfqs/{id:guid}/revoke", RevokeAsync).Needs(Permission.Request).WithTags("Invitations")
            .Says("revokeInvitation", "Take a request back from a manufacturer", "One revision, or all of it. What was opened stays in the log; what was downloaded cannot be called back.",
                new RevokeContent(new Guid("01978a6e-0000-7000-8000-000000000001"), null, "sent by mistake")).Gives<Invitation>();
    }

    private static async Task<IResult> AcceptAsync(HttpContext context, Store store, Guid id, GateContent content, CancellationToken cancel) =>
        (await AnswerInvitation.AcceptAsync(store, context.Actor(), id, content.Gate, cancel)).Answer(made => made);

    private static async Task<IResult> DeclineAsync(HttpContext context, Store store, Guid id, ReasonContent content, CancellationToken cancel) =>
        (await AnswerInvitation.DeclineAsync(store, context.Actor(), id, content.Reason, cancel)).Answer(made => made);

    private static async Task<IResult> RevokeAsync(HttpContext context, Store store, Guid id, RevokeContent content, CancellationToken cancel) =>
        (await AnswerInvitation.RevokeAsync(store, context.Actor(), id, content.Manufacturer, content.Revision, content.Reason, cancel)).Answer(made => made);
}

internal sealed record GateContent([property: Description("The key of the condition, as the request names it.")] string Gate);

internal sealed record ReasonContent(string Reason);

internal sealed record RevokeContent(Guid Manufacturer, [property: Description("Number of the one revision; null for the whole request.")] int? Revision = null, string Reason = "");
