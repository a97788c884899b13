using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing;

namespace Turnkey.Quoting.Costs;

/// <summary>
/// Overhead, risk and margin. All percentages stand on the same base, the cost of material and work, one beside the other: no markup is taken on a markup.
/// </summary>
internal static class CommercialCosts
{
    public static IReadOnlyList<CostLine> Of(IReadOnlyList<CostLine> material, IReadOnlyList<CostLine> work, Calculation hours, Plant plant, Currency currency)
    {
        var lines = new List<CostLine>();
        if (!hours.IsZero)
        {
            var activity = hours * Calculation.Of(plant["commercial.activity-overhead"]);
            lines.Add(CostLine.Of(CostCategory.Overhead, "Activity overhead", activity, activity.IsUncertain ? PriceBasis.Estimate : PriceBasis.PriceList));
        }
        lines.AddRange(On(CostCategory.Overhead, "General and administration", "commercial.sga", [.. material, .. work]));
        lines.AddRange(On(CostCategory.Risk, "Risk", "commercial.risk", [.. material, .. work]));
        lines.AddRange(On(CostCategory.Margin, "Markup on material", "commercial.material-markup", material));
        lines.AddRange(On(CostCategory.Margin, "Margin on work", "commercial.work-margin", work));
        return lines;

        // A percentage that the plant has set rests on what it is taken of; one that is an assumption makes an estimate of it.
        IEnumerable<CostLine> On(CostCategory category, string label, string path, IReadOnlyList<CostLine> costs)
        {
            var figure = plant[path];
            var groups = costs.SelectMany(line => line.Leaves).Where(leaf => leaf.Amount != Spread.Zero)
                .GroupBy(leaf => figure.IsUncertain ? PriceBasis.Estimate : leaf.Basis).OrderBy(group => group.Key).ToArray();
            foreach (var group in groups)
            {
                var sum = group.Aggregate(Spread.Zero, (total, leaf) => total + leaf.Amount);
                var what = groups.Length > 1 ? $" ({Name(group.Key)})" : "";
                var amount = new Calculation(sum, $"{Calculation.Text(Math.Round(sum.Likely, 6))} {currency}", []) * Calculation.Percent(figure);
                yield return CostLine.Of(category, label + what, amount, group.Key);
            }
        }
    }

    private static string Name(PriceBasis basis) => basis switch { PriceBasis.Offer => "on offers", PriceBasis.PriceList => "on lists", _ => "on estimates" };
}
