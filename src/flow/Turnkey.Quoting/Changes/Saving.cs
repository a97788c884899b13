using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Quoting.Changes;

/// <summary>What a change of the design would save.</summary>
/// <param name="Assembly">Its name; empty where there is one only.</param>
/// <param name="Title">What to do.</param>
/// <param name="Evidence">What in the design is the reason.</param>
/// <param name="Findings">Ids of findings that say so.</param>
/// <param name="AtQuantities">One for each quantity of the quote, in its order.</param>
public sealed record Saving(string Assembly, string Title, string Evidence, ImmutableArray<string> Findings, ImmutableArray<SavingAtQuantity> AtQuantities)
{
    /// <summary>It saves up to this: what takes the place of what is left out costs something too, which nobody knows yet.</summary>
    public bool IsAtMost { get; init; }
}

/// <param name="Quantity">Products per release.</param>
/// <param name="UnitPrice">Less per unit; never negative.</param>
/// <param name="NonRecurring">Less once; never negative.</param>
/// <param name="WorkingDays">Sooner.</param>
public sealed record SavingAtQuantity(int Quantity, Money UnitPrice, Money NonRecurring, int WorkingDays);
