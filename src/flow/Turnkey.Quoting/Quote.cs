using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.ProcessPlanning;
using Turnkey.Quoting.Changes;
using Turnkey.Quoting.Costs;
using Turnkey.Quoting.LeadTimes;
using Turnkey.Sourcing.Material;

namespace Turnkey.Quoting;

/// <summary>What a product costs at each quantity asked for. Internal: the customer's view is made from its public part only (see <see cref="CustomerNotes"/>).</summary>
/// <param name="Product">Name.</param>
/// <param name="Currency">Of every amount in it.</param>
/// <param name="Scope">What is quoted, after it shrank to what the package allows.</param>
/// <param name="Annual">Yearly volume that material is bought on; null: each release buys its own.</param>
/// <param name="Quantities">In the order asked for.</param>
/// <param name="Notes">For the customer: what is included, assumed, estimated, missing.</param>
/// <param name="Diagnostics">Of sourcing, planning and quoting (the design's own are not repeated).</param>
/// <param name="Inputs">What it was made from.</param>
public sealed record Quote(
    string Product,
    Currency Currency,
    QuoteScope Scope,
    int? Annual,
    ImmutableArray<QuoteQuantity> Quantities,
    CustomerNotes Notes,
    ImmutableArray<Diagnostic> Diagnostics,
    QuoteInputs Inputs)
{
    /// <summary>What changes of the design would save, the most first.</summary>
    public ImmutableArray<Saving> Savings { get; init; } = [];

    /// <summary>What findings added to the order.</summary>
    public ImmutableArray<Consequence> Consequences { get; init; } = [];
}

/// <param name="Plant">The plant's name.</param>
/// <param name="PlantSha256">Of all its data files.</param>
/// <param name="OffersSha256">Of the offers folder; empty when there is none.</param>
public sealed record QuoteInputs(string PackageSha256, string Plant, string PlantSha256, string OffersSha256);

/// <summary>The price at one quantity.</summary>
/// <param name="Quantity">Products per release.</param>
/// <param name="UnitPrice">Rounded once, to four decimals.</param>
/// <param name="Low">Lower end of the range the unit price will likely fall in, independent reasons combined as a root of squares; four decimals.</param>
/// <param name="High">Upper end of that range; four decimals.</param>
/// <param name="NonRecurring">Paid once, rounded to the minor unit.</param>
/// <param name="Total"><paramref name="UnitPrice"/> × <paramref name="Quantity"/> + <paramref name="NonRecurring"/>, rounded to the minor unit.</param>
/// <param name="Breakdown">Adds up to <paramref name="UnitPrice"/> exactly.</param>
/// <param name="Basis">What the unit price rests on; adds up to it exactly.</param>
/// <param name="LeadTime">In working days, with its critical path.</param>
/// <param name="Costs">One line per category, exact, before rounding.</param>
/// <param name="NonRecurringCosts">One line each.</param>
/// <param name="Material">Every BOM line with its purchase.</param>
/// <param name="Plans">One per assembly.</param>
/// <param name="RuleOfThumb">A sanity check from outside; null when nothing is placed.</param>
public sealed record QuoteQuantity(
    int Quantity,
    Money UnitPrice,
    Money Low,
    Money High,
    Money NonRecurring,
    Money Total,
    PriceBreakdown Breakdown,
    BasisShares Basis,
    LeadTime LeadTime,
    ImmutableArray<CostLine> Costs,
    ImmutableArray<CostLine> NonRecurringCosts,
    ImmutableArray<MaterialLine> Material,
    ImmutableArray<ProcessPlan> Plans,
    RuleOfThumb? RuleOfThumb)
{
    /// <summary>The purchases behind <see cref="Material"/>: orders, what is left over, and what is proven; null outside the scope.</summary>
    public MaterialPlan? Purchases { get; init; }

    /// <summary>The risk of supply, and when the components are complete; null where nothing is bought or no day is given.</summary>
    public PlanRisk? Supply { get; init; }
}

/// <summary>The unit price in its parts, at four decimals by largest remainder.</summary>
public sealed record PriceBreakdown(Money Material, Money Fabrication, Money Assembly, Money Test, Money Packaging, Money Overhead, Money Risk, Money Margin)
{
    public IEnumerable<(CostCategory Category, Money Amount)> Parts =>
    [
        (CostCategory.Material, Material), (CostCategory.Fabrication, Fabrication), (CostCategory.Assembly, Assembly), (CostCategory.Test, Test),
        (CostCategory.Packaging, Packaging), (CostCategory.Overhead, Overhead), (CostCategory.Risk, Risk), (CostCategory.Margin, Margin),
    ];
}

/// <summary>
/// The part of the unit price that rests on each basis; the three add up to the unit price. A line counts by its weakest figure: labour at a rate that the
/// plant has set is its price list, at an assumed rate it is an estimate; percentages follow the same rule.
/// </summary>
/// <param name="UnpricedLines">BOM lines and product items that have no price and are not in the unit price.</param>
public sealed record BasisShares(Money Offer, Money PriceList, Money Estimate, int UnpricedLines);

/// <summary>(material × (1 + attrition) + $1 × placements) ÷ 0.65, Optimum Design 2021: a check on the order of magnitude, not a price.</summary>
/// <param name="UnitPrice">What the rule says.</param>
/// <param name="Ratio">Our unit price ÷ the rule's.</param>
public sealed record RuleOfThumb(Spread UnitPrice, decimal Ratio, string Formula, ImmutableArray<Figure> Figures);

/// <summary>What the customer is told beside the price; nothing in it shows a cost, a rate or a margin.</summary>
/// <param name="Included">What the price covers.</param>
/// <param name="Excluded">What it does not cover, with the reason.</param>
/// <param name="Assumed">What was taken for granted, with the source.</param>
/// <param name="Estimated">What has no offer behind it.</param>
/// <param name="Missing">What the customer should send.</param>
/// <param name="Terms">How prices are rounded, what the lead time counts from.</param>
public sealed record CustomerNotes(
    ImmutableArray<Note> Included,
    ImmutableArray<Note> Excluded,
    ImmutableArray<Note> Assumed,
    ImmutableArray<Note> Estimated,
    ImmutableArray<Note> Missing,
    ImmutableArray<Note> Terms)
{
    /// <summary>When the components are complete, and what about their supply only the customer can decide.</summary>
    public ImmutableArray<Note> Supply { get; init; } = [];
}

/// <param name="Text">A sentence.</param>
/// <param name="Source">File, default or reference behind it; empty when there is none.</param>
/// <param name="Assembly">The assembly it concerns; empty for all.</param>
public sealed record Note(string Text, string Source = "", string Assembly = "");
