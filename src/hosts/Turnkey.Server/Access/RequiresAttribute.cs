using Turnkey.Contracts.Parties;

namespace Turnkey.Server.Access;

/// <summary>What a page or an interface asks of who comes. Without it, and without <c>AllowAnonymous</c>, nobody gets in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
