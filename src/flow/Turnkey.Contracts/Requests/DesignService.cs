using System.Collections.Immutable;

namespace Turnkey.Contracts.Requests;

/// <summary>Design work that is bought: what is handed over when, and whose it is then.</summary>
/// <param name="ResultOwner">Who owns what comes of it.</param>
/// <param name="Milestones">In the order of their dates.</param>
public sealed record DesignService(ResultOwner ResultOwner, ImmutableArray<Milestone> Milestones);

/// <summary>Who owns the result of design work: the question that ends in court when nobody asked it.</summary>
public enum ResultOwner
{
    Customer,
    Manufacturer,

    /// <summary>Both, each free to use it.</summary>
    Shared,
}

/// <summary>A date on which something is handed over.</summary>
/// <param name="Name">What it is called: <c>schematic review</c>.</param>
/// <param name="Due">The day.</param>
/// <param name="Deliverable">What is handed over.</param>
public sealed record Milestone(string Name, DateOnly Due, string Deliverable);
