using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>Says what the optimiser has proven of a plan, and of what.</summary>
internal static class PurchaseProof
{
    /// <param name="answer">Of the optimiser.</param>
    /// <param name="credited">What the answer takes off for the pieces that are needed, as if they were left over.</param>
    /// <param name="scope">Of <see cref="Scope"/>.</param>
    /// <param name="parts">As they are bought.</param>
    /// <param name="orders">By supplier.</param>
    public static PlanProof Of(PurchaseAnswer answer, decimal credited, string scope, IEnumerable<PartPurchase> parts, ImmutableArray<SupplierOrder> orders)
    {
        var money = parts.Sum(part => part.Orders.Sum(order => order.Cost.Likely)) + orders.Sum(order => order.Fees.Likely);
        var (objective, bound) = (MicroUnits.Amount(answer.Cost) + credited, MicroUnits.Amount(answer.LowerBound) + credited);
        return new(objective, bound, objective - money) { Scope = scope };
    }

    /// <summary>Of what a bound is proven.</summary>
    /// <param name="problem">As it was solved.</param>
    /// <param name="policy">Of the buyer.</param>
    /// <param name="ways">Per part, that the problem's offers are.</param>
    /// <param name="chosen">As it is bought.</param>
    /// <param name="open">Better ways to share offers are not ruled out.</param>
    public static string Scope(PurchaseProblem problem, SourcingPolicy policy, ImmutableArray<ImmutableArray<PurchaseWay>> ways, ImmutableArray<ChosenPurchase> chosen, bool open) =>
        FormattableString.Invariant($"of these {problem.Lines.Sum(line => line.Offers.Length)} ways to buy {problem.Lines.Length} parts from {problem.Suppliers.Length} suppliers on their terms, ")
        + FormattableString.Invariant($"in at most {policy.MostSources} {(policy.MostSources == 1 ? "purchase" : "purchases")} a part, ")
        + (policy.LeftoverValue > 0 ? FormattableString.Invariant($"with leftovers worth {policy.LeftoverValue:0.##} % of the lowest price") : "with leftovers worth nothing")
        + (policy.LeadTimeLimitDays is { } days ? FormattableString.Invariant($", within {days} days") : policy.WeekWeight == 0 ? ", from stock where stock is enough" : "")
        + (ways.Any(part => part.Any(way => way.Peeled > 0)) ? ", pieces lost in feeding reckoned at the price of the whole need and towards no minimum order" : "")
        + (chosen.SelectMany(part => part.Ways).Any(one => one.Joined > 0) ? ", parts that one offer will do for bought of it together" : "")
        + (open ? "; some parts can be bought of the same offers, and the bound lets each of them have the best price of all" : "")
        + (chosen.Any(part => part.Ways.Any(one => one.Way.Candidate.IsReserve)) ? ", sellers of the last resort after all others" : "");
}
