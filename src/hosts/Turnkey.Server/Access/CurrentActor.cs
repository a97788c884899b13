using Turnkey.Storage;

namespace Turnkey.Server.Access;

/// <summary>Who asks, as <see cref="AccessGuard"/> found out.</summary>
internal static class CurrentActor
{
    /// <exception cref="InvalidOperationException">The page is open to everybody, and nobody is signed in.</exception>
    public static Actor Actor(this HttpContext context) => context.ActorOrNobody() ?? throw new InvalidOperationException("nobody is signed in here");

    public static Actor? ActorOrNobody(this HttpContext context) => context.Items[typeof(Actor)] as Actor;
}
