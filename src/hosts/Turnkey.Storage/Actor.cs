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

    /// <summary>The request that this is done for, where its sender gave it a key: the key is written down in the transaction of the change, so that it is done once.</summary>
    public RequestKey? Once { get; init; }

    public bool May(Permission permission) => Roles.May(permission);
}
