using System.ComponentModel;
using System.Globalization;
using Turnkey.Contracts.Audit;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Audit;
using Turnkey.Storage;

namespace Turnkey.Server.Api;

/// <summary>Who did what in one's organisation, and who opened its designs.</summary>
internal static class AuditApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/audit", ListAsync).Needs(Permission.Audit).WithTags("Audit")
            .Says("listAudit", "List what was done", "In your organisation, newest first. Numbers have gaps where others did something: the chain goes over all of them.").Gives<Page<AuditEntry>>();
        api.MapGet("/accesses", OpenedAsync).Needs(Permission.Audit).WithTags("Audit")
            .Says("listAccesses", "List who opened designs", "Your designs, and what your people opened of others; newest first.").Gives<Page<AccessAnswer>>();
    }

    private static Task<IResult> ListAsync(HttpContext context, Store store, [AsParameters] PageQuery page, CancellationToken cancel) =>
        page.AnswerAsync(
            (count, after) => ReadAudit.ListAsync(store, context.Actor(), count, after is not null && long.TryParse(after.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, cancel),
            entry => new Position(entry.Number.ToString(CultureInfo.InvariantCulture), Guid.Empty), entry => entry);

    private static Task<IResult> OpenedAsync(HttpContext context, Store store, [AsParameters] PageQuery page, [Description("Only this package.")] Guid? package, CancellationToken cancel) =>
        page.AnswerAsync((count, after) => ReadAudit.OpenedAsync(store, context.Actor(), package, count, after?.Time, cancel), one => Position.Of(one.Access.At, one.Access.Id), AccessAnswer.Of);
}

/// <param name="By">How the person is called.</param>
/// <param name="What">What was opened: <c>package</c>, or the name of a paper.</param>
internal sealed record AccessAnswer(Guid Id, DateTimeOffset At, Guid Organisation, string OrganisationName, string By, Guid Package, string What)
{
    public static AccessAnswer Of(OpenedDesign one) => new(one.Access.Id, one.Access.At, one.Access.OrganisationId, one.Organisation, one.Access.By, one.Access.PackageId, one.Access.What);
}
