using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Kernel;

namespace Turnkey.Quoting.Changes;

/// <summary>Prices the design with each change that there is a reason for, and tells the difference. The parts are the same, so they are not bought anew.</summary>
internal static class SavingsSearch
{
    /// <param name="built">The design that was priced, with what is ordered beside what was asked for.</param>
    /// <param name="pricing">Of the built design.</param>
    /// <param name="prices">At each quantity.</param>
    /// <returns>What saves something, by what it saves at the largest quantity.</returns>
    public static ImmutableArray<Saving> Of(BuiltDesign built, QuantityPricing pricing, IReadOnlyList<QuoteQuantity> prices)
    {
        var savings = new List<Saving>();
        for (var i = 0; i < built.Assemblies.Length; i++)
        {
            var assembly = built.Assemblies[i];
            foreach (var change in DesignChange.Of(assembly, pricing.PlanOf(assembly.Built, prices), pricing.Plant))
            {
                var number = i;
                var changed = pricing with { Product = ProductParts.Of(built.Design.WithAssemblies((one, at) => at == number ? change.Changed : one).Product) };
                ImmutableArray<SavingAtQuantity> at = [.. prices.Select(price => Difference(price, (changed with { Known = price }).Price(price.Quantity).Price))];
                if (at.Any(one => one.UnitPrice.Amount > 0 || one.NonRecurring.Amount > 0 || one.WorkingDays > 0))
                    savings.Add(new Saving(built.Assemblies.Length > 1 ? assembly.AsSent.Name : "", change.Title, change.Evidence, change.Findings, at) { IsAtMost = change.IsAtMost });
            }
        }
        return [.. savings.OrderByDescending(saving => saving.AtQuantities[^1].UnitPrice.Amount)];
    }

    private static SavingAtQuantity Difference(QuoteQuantity price, QuoteQuantity changed) => new(price.Quantity,
        Less(price.UnitPrice, changed.UnitPrice), Less(price.NonRecurring, changed.NonRecurring), Math.Max(0, price.LeadTime.WorkingDays - changed.LeadTime.WorkingDays));

    private static Money Less(Money before, Money after) => before > after ? before - after : Money.Zero(before.Currency);
}
