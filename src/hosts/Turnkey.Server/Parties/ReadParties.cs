using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts.Parties;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Parties;

/// <summary>What a page or a program reads of organisations and their people, as far as the viewer may.</summary>
internal static class ReadParties
{
    /// <summary>Organisations that the viewer may know of, by name.</summary>
    /// <param name="kinds">Only those that are at least one of these; none for all.</param>
    public static Task<ImmutableArray<Organisation>> DirectoryAsync(Store store, Actor actor, string find, OrganisationKinds kinds, int count, (string Name, Guid Id)? after = null, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var rows = db.Organisations.AsNoTracking();
            if (kinds != OrganisationKinds.None) rows = rows.Where(row => (row.Kinds & kinds) != OrganisationKinds.None);
#pragma warning disable CA1862, MA0011 // It becomes the database's lower(), which knows no culture.
            if (find.Trim().ToLowerInvariant() is { Length: > 0 } wanted) rows = rows.Where(row => row.Name.ToLower().Contains(wanted));
#pragma warning restore CA1862, MA0011
            if (after is { } last) rows = rows.Where(row => row.Name.CompareTo(last.Name) > 0 || (row.Name == last.Name && row.Id.CompareTo(last.Id) > 0));
            return (await rows.OrderBy(row => row.Name).ThenBy(row => row.Id).Take(count).ToListAsync(cancel)).Select(row => row.Read()).ToImmutableArray();
        }, cancel);

    /// <summary>Null when the viewer may not know of it, or there is none.</summary>
    public static Task<(Organisation Organisation, int Version)?> OneAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        store.ReadAsync<(Organisation, int)?>(actor.Organisation, async db =>
            await db.Organisations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } row ? (row.Read(), row.Version) : null, cancel);

    /// <summary>The people of the viewer's organisation, in the order they joined.</summary>
    public static Task<ImmutableArray<Member>> MembersAsync(Store store, Actor actor, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
            (await db.Memberships.AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.UserId)
                .Select(row => new { row.UserId, row.User!.DisplayName, row.User.Email, row.Roles, row.CreatedAt }).ToListAsync(cancel))
            .Select(row => new Member(row.UserId, row.DisplayName, row.Email ?? "", row.Roles, row.CreatedAt)).ToImmutableArray(), cancel);

    /// <summary>Invitations of people that were neither used nor ran out, newest first.</summary>
    public static Task<ImmutableArray<JoinRow>> InvitedAsync(Store store, Actor actor, DateTimeOffset now, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
            (await db.Joins.AsNoTracking().Where(row => row.UsedAt == null && row.ExpiresAt > now).OrderByDescending(row => row.CreatedAt).ToListAsync(cancel)).ToImmutableArray(), cancel);

    /// <summary>Tokens: one's own, and as administrator everybody's; newest first.</summary>
    public static Task<ImmutableArray<ApiTokenRow>> TokensAsync(Store store, Actor actor, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var rows = db.ApiTokens.AsNoTracking();
            if (!actor.May(Permission.Administer)) rows = rows.Where(row => row.UserId == actor.User);
            return (await rows.OrderByDescending(row => row.CreatedAt).ToListAsync(cancel)).ToImmutableArray();
        }, cancel);
}

/// <summary>A person of the organisation.</summary>
internal sealed record Member(Guid User, string Name, string Mail, Roles Roles, DateTimeOffset Since);
