using Microsoft.AspNetCore.Identity;

namespace Turnkey.Storage.Rows;

/// <summary>A person who can sign in. What they may do is in <see cref="MembershipRow"/>.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>How others see them.</summary>
    public string DisplayName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
