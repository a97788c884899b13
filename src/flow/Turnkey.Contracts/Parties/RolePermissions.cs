namespace Turnkey.Contracts.Parties;

/// <summary>Which role may do what. One table, read by every page and interface.</summary>
public static class RolePermissions
{
    private static readonly IReadOnlyDictionary<Roles, Permission[]> Table = new Dictionary<Roles, Permission[]>
    {
        [Roles.Buyer] = [Permission.Read, Permission.Request, Permission.Converse, Permission.Buy],
        [Roles.Engineer] = [Permission.Read, Permission.Request, Permission.Converse],
        [Roles.Estimator] = [Permission.Read, Permission.Converse, Permission.Estimate],
        [Roles.Sales] = [Permission.Read, Permission.Converse, Permission.Estimate, Permission.Sell],
        [Roles.Planner] = [Permission.Read],
        [Roles.Quality] = [Permission.Read, Permission.Converse, Permission.Audit],
        [Roles.Admin] = [Permission.Read, Permission.Audit, Permission.Administer],
    };

    /// <summary>Every role by itself.</summary>
    public static IReadOnlyList<Roles> Single { get; } = [.. Table.Keys];

    public static bool May(this Roles roles, Permission permission) => Single.Any(role => roles.HasFlag(role) && Table[role].Contains(permission));
}
