using Turnkey.Contracts.Parties;

namespace Turnkey.Storage;

/// <summary>Who does something, and for whom.</summary>
/// <param name="Organisation">On whose behalf; empty for the installation itself.</param>
/// <param name="User">The person; empty for the installation itself.</param>
/// <param name="Name">How others see them.</param>
/// <param name="Roles">What they may do.</param>
public sealed record Actor(Guid Organisation, Guid User, string Name, Roles Roles)
{
    /// <summary>The installation itself: jobs, clean-up, the first start.</summary>
    public static Actor Installation { get; } = new(Guid.Empty, Guid.Empty, "Turnkey", Roles.None);

    public bool May(Permission permission) => Roles.May(permission);
}
