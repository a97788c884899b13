using System.ComponentModel;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Parties;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Api;

/// <summary>What the organisation was told.</summary>
internal static class NoticesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/notices", ListAsync).Needs(Permission.Read).WithTags("Notices").Says("listNotices", "List notices", "Newest first.").Gives<Page<NoticeAnswer>>();
        api.MapPost("/notices/{id:guid}/read", (HttpContext context, Store store, Guid id, CancellationToken cancel) => MarkAsync(context, store, id, cancel))
            .Needs(Permission.Read).WithTags("Notices").Says("readNotice", "Mark a notice as read").Gives<MarkedAnswer>();
        api.MapPost("/notices/read", (HttpContext context, Store store, CancellationToken cancel) => MarkAsync(context, store, null, cancel))
            .Needs(Permission.Read).WithTags("Notices").Says("readNotices", "Mark all notices as read").Gives<MarkedAnswer>();
    }

    private static Task<IResult> ListAsync(HttpContext context, Store store, [AsParameters] PageQuery page, [Description("Only those that nobody has read.")] bool? unread, CancellationToken cancel) =>
        page.AnswerAsync((count, after) => ReadNotices.ListAsync(store, context.Actor(), unread ?? false, count, after?.Time, cancel), row => Position.Of(row.At, row.Id), NoticeAnswer.Of);

    private static async Task<IResult> MarkAsync(HttpContext context, Store store, Guid? id, CancellationToken cancel) =>
        (await ReadNotices.MarkAsync(store, context.Actor(), id, cancel)).Answer(count => new MarkedAnswer(count));
}

/// <param name="Kind">What happened, as webhooks name it.</param>
/// <param name="Link">Path of the page that shows it.</param>
internal sealed record NoticeAnswer(Guid Id, DateTimeOffset At, string Kind, string Text, string Link, DateTimeOffset? Read)
{
    public static NoticeAnswer Of(NoticeRow row) => new(row.Id, row.At, row.Kind, row.Text, row.Link, row.ReadAt);
}

internal sealed record MarkedAnswer(int Marked);
