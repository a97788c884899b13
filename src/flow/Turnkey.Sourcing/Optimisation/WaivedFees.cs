using System.Collections.Immutable;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// A supplier that waives freight from an order value on is searched as two: itself, and a twin without the freight whose minimum order value that value is.
/// Every offer is both's, and a line buys an offer of one of them at most. A plan that buys of both is never cheaper than the same plan with all of it at the
/// twin, so nothing is lost by allowing it and <see cref="Merged"/> undoes it.
/// </summary>
internal static class WaivedFees
{
    /// <returns>The suppliers in their order, and behind them the twins.</returns>
    public static ImmutableArray<SupplierTerms> Opened(ImmutableArray<SupplierTerms> suppliers)
    {
        if (suppliers.All(supplier => supplier.WaivedFrom is null)) return suppliers;
        var all = suppliers.ToBuilder();
        for (var s = 0; s < suppliers.Length; s++)
        {
            if (suppliers[s].WaivedFrom is not { } from) continue;
            all[s] = suppliers[s] with { Twin = all.Count };
            all.Add(new(suppliers[s].Name, suppliers[s].FixedFee - suppliers[s].Waived, Math.Max(from, suppliers[s].MinimumOrderValue)));
        }
        return all.ToImmutable();
    }

    /// <summary>The plan with all that is bought of a supplier bought of its twin where the twin is used, or could be.</summary>
    /// <param name="problem">With twins.</param>
    /// <param name="lines">That the plan buys.</param>
    public static Plan Merged(PurchaseProblem problem, LineChoice[] lines, Plan plan)
    {
        for (var s = 0; s < problem.Suppliers.Length; s++)
        {
            if (problem.Suppliers[s].Twin is not { } twin || !plan.Used[s] || plan.Values[s] + plan.Values[twin] < problem.Suppliers[twin].MinimumOrderValue) continue;
            plan = Plan.Of(problem, [.. plan.Options.Select((option, line) => Moved(lines[line].Segments, option, s, twin))]);
        }
        return plan;
    }

    /// <summary>What an order of this value costs beside the goods; nothing where none is placed.</summary>
    public static long Fee(SupplierTerms supplier, bool used, long value) => !used ? 0 : supplier.WaivedFrom <= value ? supplier.FixedFee - supplier.Waived : supplier.FixedFee;

    private static Option Moved(Segment[] segments, in Option option, int from, int to)
    {
        if (!option.Uses(from)) return option;
        var (which, quantities) = (new int[option.Count], new long[option.Count]);
        for (var i = 0; i < which.Length; i++)
        {
            var (segment, quantity) = (segments[option.SegmentAt(i)], option.QuantityAt(i));
            quantities[i] = quantity;
            which[i] = segment.Supplier != from ? option.SegmentAt(i)
                : Array.FindIndex(segments, one => one.Offer == segment.Offer && one.Supplier == to && one.Low <= quantity && quantity <= one.High);
        }
        return Option.Of(segments, which, quantities);
    }
}
