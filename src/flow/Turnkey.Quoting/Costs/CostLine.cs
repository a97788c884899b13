using System.Collections.Immutable;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing;

namespace Turnkey.Quoting.Costs;

/// <summary>The parts a unit price is shown in.</summary>
public enum CostCategory
{
    Material,
    Fabrication,
    Assembly,
    Test,
    Packaging,
    Overhead,
    Risk,
    Margin,
    /// <summary>Paid once, outside the unit price.</summary>
    NonRecurring,
}

/// <summary>One line of the internal cost sheet; lines with <see cref="Lines"/> are the sum of these.</summary>
/// <param name="Category">Where it counts.</param>
/// <param name="Label">What it is.</param>
/// <param name="Amount">Per product, exact; once for non-recurring costs.</param>
/// <param name="Formula">With the numbers put in; empty for sums.</param>
/// <param name="Figures">Plant figures in the formula, each with its source.</param>
/// <param name="Basis">What a leaf rests on; of a sum, its weakest part.</param>
/// <param name="Lines">What it is made of.</param>
public sealed record CostLine(
    CostCategory Category,
    string Label,
    Spread Amount,
    string Formula,
    ImmutableArray<Figure> Figures,
    PriceBasis Basis,
    ImmutableArray<CostLine> Lines)
{
    /// <summary>Where the price was found: file and row of an offer, class of an estimate; empty when the figures say it all.</summary>
    public string Source { get; init; } = "";

    /// <summary>Every line below that has no lines itself, in order; this one when it is such.</summary>
    public IEnumerable<CostLine> Leaves => Lines.IsEmpty ? [this] : Lines.SelectMany(line => line.Leaves);

    public static CostLine Of(CostCategory category, string label, Calculation calculation, PriceBasis basis, string source = "")
    {
        ArgumentNullException.ThrowIfNull(calculation);
        return new(category, label, calculation.Value, calculation.Formula, calculation.Figures, basis, []) { Source = source };
    }

    public static CostLine Sum(CostCategory category, string label, IEnumerable<CostLine> lines)
    {
        ImmutableArray<CostLine> all = [.. lines];
        return new(category, label, all.Aggregate(Spread.Zero, (sum, line) => sum + line.Amount), "", [],
            all.IsEmpty ? PriceBasis.PriceList : all.Max(line => line.Basis), all);
    }
}
