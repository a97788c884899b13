using System.Collections.Immutable;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// The cheapest way to buy: at least the demand of every line, in minimum quantities and multiples, at the price of the break that is reached, from no more
/// offers a line than allowed and from two sources where asked, with each supplier's fixed fee once and its minimum order value met. The answer carries a
/// proven bound; it equals the cost unless the search met its limits (<see cref="SearchEffort"/>), which many binding minimum order values can bring about.
/// </summary>
public static class PurchaseOptimiser
{
    /// <exception cref="ArgumentException">The problem has a <see cref="PurchaseProblem.Fault"/>.</exception>
    public static PurchaseAnswer Solve(PurchaseProblem problem, SearchEffort? effort = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Fault() is { } fault ? throw new ArgumentException(fault, nameof(problem)) : Answer(problem, effort);
    }

    /// <summary>As <see cref="Solve"/>, of a problem whose sum may be above what is reckoned with as long as that of its cheap plans is not.</summary>
    internal static PurchaseAnswer Answer(PurchaseProblem problem, SearchEffort? effort)
    {
        var shortfalls = ImmutableArray.CreateBuilder<Shortfall>();
        var lines = new List<LineChoice>();
        var numbers = new List<int>();
        var suppliers = WaivedFees.Opened(problem.Suppliers);
        for (var i = 0; i < problem.Lines.Length; i++)
        {
            var line = problem.Lines[i];
            var segments = Segment.Of(line, suppliers);
            var choice = LineChoice.Of(line, segments);
            var most = choice.Options.Length == 0 ? LineChoice.Most(line, segments) : line.Demand;
            // Two offers at most cannot cover it; three and more can where they have that many pieces.
            if (choice.Options.Length == 0 && !(choice.IsWide && most >= line.Demand))
            {
                shortfalls.Add(new(i, Math.Max(0, line.Demand - most)));
                if (!problem.BuysInPart || most <= 0 || most >= line.Demand) continue;
                choice = LineChoice.Of(line with { Demand = most }, Segment.Of(line with { Demand = most }, suppliers));
                if (choice.Options.Length == 0 && !choice.IsWide)
                {
                    shortfalls[^1] = new(i, line.Demand);
                    continue;
                }
            }
            lines.Add(choice);
            numbers.Add(i);
        }
        LineChoice[] open = [.. lines];
        problem = problem with { Suppliers = suppliers };
        var (best, lowerBound) = WiderSearch.Solve(problem, open, effort ?? SearchEffort.Usual);
        if (best is null) return new([], shortfalls.ToImmutable(), 0, lines.Count == 0 ? 0 : lowerBound, lines.Count == 0);
        var plan = WaivedFees.Merged(problem, open, best);
        var purchases = ImmutableArray.CreateBuilder<LinePurchase>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (segments, option) = (lines[i].Segments, plan.Options[i]);
            for (var k = 0; k < option.Count; k++) purchases.Add(new(numbers[i], segments[option.SegmentAt(k)].Offer, option.QuantityAt(k), segments[option.SegmentAt(k)].UnitPrice));
        }
        return new(purchases.ToImmutable(), shortfalls.ToImmutable(), plan.Cost, Math.Min(lowerBound, plan.Cost), true);
    }

    /// <summary>
    /// For each line that is bought, the cheapest way without one of its offers when all other lines stay as they are: with the fixed fees that are opened or
    /// saved, and all minimum order values still met. Lines with no such way are left out.
    /// </summary>
    /// <param name="problem">As it was solved.</param>
    /// <param name="answer">Of <see cref="Solve"/>.</param>
    public static ImmutableArray<NextBest> NextBest(PurchaseProblem problem, PurchaseAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(answer);
        return NextBestPurchases.Of(problem, answer);
    }
}

/// <summary>How long is searched, counted in steps and not in seconds, so that an answer is the same on every machine.</summary>
/// <param name="Steps">Quantities of a line that are tried, about; 100 million take two to three seconds of one core.</param>
public sealed record SearchEffort(long Steps)
{
    /// <summary>Within these steps the search goes on until the bound is as good as equal to the cost.</summary>
    public long ExactSteps { get; init; } = Steps / 8;

    /// <summary>Part of the cost at which the search ends after that.</summary>
    public double Tolerance { get; init; } = 4e-7;

    public static SearchEffort Usual { get; } = new(800_000_000);
}

/// <param name="Purchases">By line, in its order.</param>
/// <param name="Shortfalls">Lines that cannot be bought, or with <see cref="PurchaseProblem.BuysInPart"/> are bought in part; the others are solved as if they were not there.</param>
/// <param name="Cost">Of all purchases with the fixed fees.</param>
/// <param name="LowerBound">No way to buy costs less; equal to the cost when the answer is proven.</param>
/// <param name="Feasible">False when no way was found that meets the minimum order values.</param>
public sealed record PurchaseAnswer(ImmutableArray<LinePurchase> Purchases, ImmutableArray<Shortfall> Shortfalls, long Cost, long LowerBound, bool Feasible);

/// <param name="Line">Index of the line.</param>
/// <param name="Offer">Index among the line's offers.</param>
public readonly record struct LinePurchase(int Line, int Offer, long Quantity, long UnitPrice);

/// <param name="Line">Index of the line.</param>
/// <param name="Missing">Pieces of the demand that no allowed number of offers covers.</param>
public readonly record struct Shortfall(int Line, long Missing);

/// <param name="Line">Index of the line.</param>
/// <param name="ExtraCost">What it costs more than the answer's way; below 0 only where the answer is not proven.</param>
/// <param name="Purchases">Of this line instead of the answer's.</param>
public sealed record NextBest(int Line, long ExtraCost, ImmutableArray<LinePurchase> Purchases);
