using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Products;
using Turnkey.Kernel;

namespace Turnkey.Quoting.Changes;

/// <summary>Prices the design with each change that there is a reason for, and tells the difference. The parts are the same, so they are not bought anew.</summary>
internal static class SavingsSearch
{
    /// <param name="asSent">The design without what findings add.</param>
    /// <param name="built">The design that was priced.</param>
    /// <param name="pricing">Of the built design.</param>
    /// <param name="prices">At each quantity.</param>
    /// <returns>What saves something, by what it saves at the largest quantity.</returns>
    public static ImmutableArray<Saving> Of(Design asSent, BuiltDesign built, QuantityPricing pricing, IReadOnlyList<QuoteQuantity> prices)
    {
        var assemblies = asSent.Assemblies.ToArray();
        var savings = new List<Saving>();
        for (var i = 0; i < assemblies.Length; i++)
        {
            foreach (var change in DesignChange.Of(assemblies[i], built.Consequences[i], pricing.Plant))
            {
                var number = i;
                var changed = pricing with { Product = ProductParts.Of(built.Design.WithAssemblies((assembly, at) => at == number ? change.Apply(assemblies[number]) : assembly).Product) };
                ImmutableArray<SavingAtQuantity> at = [.. prices.Select(price => Difference(price, (changed with { Known = price }).Price(price.Quantity).Price))];
                if (at.Any(one => one.UnitPrice.Amount > 0 || one.NonRecurring.Amount > 0 || one.WorkingDays > 0))
                    savings.Add(new Saving(assemblies.Length > 1 ? assemblies[i].Name : "", change.Title, change.Evidence, change.Findings, at));
            }
        }
        return [.. savings.OrderByDescending(saving => saving.AtQuantities[^1].UnitPrice.Amount)];
    }

    private static SavingAtQuantity Difference(QuoteQuantity price, QuoteQuantity changed) => new(price.Quantity,
        Less(price.UnitPrice, changed.UnitPrice), Less(price.NonRecurring, changed.NonRecurring), Math.Max(0, price.LeadTime.WorkingDays - changed.LeadTime.WorkingDays));

    private static Money Less(Money before, Money after) => before > after ? before - after : Money.Zero(before.Currency);
}
