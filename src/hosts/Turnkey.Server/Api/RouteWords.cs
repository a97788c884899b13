using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;

namespace Turnkey.Server.Api;

/// <summary>What is said of a route where it is mapped: whom it lets in, what it does, what it gives.</summary>
internal static class RouteWords
{
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, Permission permission) => route.WithMetadata(new RequiresAttribute(permission));

    /// <param name="name">Its name in programs made from the description.</param>
    /// <param name="summary">In a line.</param>
    /// <param name="description">What else is worth knowing; empty when the summary says it all.</param>
    /// <param name="example">A body that it takes; null when it takes none.</param>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder route, string name, string summary, string description = "", object? example = null)
    {
        route.WithName(name).WithSummary(summary);
        if (description.Length > 0) route.WithDescription(description);
        if (example is not null) route.WithMetadata(new BodyExample(example));
        return route;
    }

    /// <summary>What it answers when it goes well; what may go wrong is added for all routes alike.</summary>
    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) => route.Produces<T>(status, "application/json");

    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder route) => route.Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream");

    public static RouteHandlerBuilder GivesNothing(this RouteHandlerBuilder route) => route.Produces(StatusCodes.Status204NoContent);
}

/// <summary>A body that a route takes, for its documentation and for the tests that try every route.</summary>
internal sealed record BodyExample(object Value);
