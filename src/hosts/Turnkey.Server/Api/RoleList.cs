using System.Collections.Immutable;
using Turnkey.Contracts.Parties;

namespace Turnkey.Server.Api;

/// <summary>Roles as programs write them: one by one in a list.</summary>
internal static class RoleList
{
    public static ImmutableArray<Roles> Each(this Roles roles) => [.. RolePermissions.Single.Where(role => roles.HasFlag(role))];

    public static Roles Together(this ImmutableArray<Roles> roles) => roles.Aggregate(Roles.None, (all, one) => all | one);
}
