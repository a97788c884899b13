using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Plants.Figures;
using Turnkey.Plants;
using Turnkey.ProcessPlanning;
using Turnkey.Sourcing;

namespace Turnkey.Quoting.Costs;

/// <summary>What is paid once per product, at cost: stencils, programs, test development, tooling.</summary>
internal static class NonRecurringCosts
{
    public static IEnumerable<CostLine> Of(ProductBoard board, ProcessPlan plan, PriceBasis boardBasis, QuoteScope scope, Plant plant)
    {
        var name = board.Assembly.Name;
        // A board maker's own price list has its tooling in its set-up column.
        if (scope.HasFlag(QuoteScope.Fabrication) && board.HasBoard && boardBasis == PriceBasis.Estimate) yield return Money("Board tooling", "non-recurring.board-tooling", 1, "board");
        if (scope.HasFlag(QuoteScope.Assembly) && !plan.Operations.IsEmpty)
        {
            var sides = (plan.PlacementsOn(Side.Top) > 0 ? 1 : 0) + (plan.PlacementsOn(Side.Bottom) > 0 ? 1 : 0);
            if (sides > 0)
            {
                yield return Money("Stencils", "non-recurring.stencil", sides, "sides");
                yield return Time("Line programs", "non-recurring.line-program", sides, "sides");
            }
            yield return Time("Engineering of the first build", "non-recurring.first-build-engineering", 1, "assembly");
        }
        if (!scope.HasFlag(QuoteScope.Test) || plan.Operations.IsEmpty) yield break;
        if (board.Programmed) yield return Time("Firmware loading", "non-recurring.firmware-programming", 1, "assembly");
        switch (plan.Test)
        {
            case TestMethod.FlyingProbe:
                yield return Time("Flying-probe program", "non-recurring.flying-probe-program", 1, "assembly");
                break;
            case TestMethod.InCircuit:
                yield return Money("In-circuit fixture", "non-recurring.in-circuit-fixture", 1, "assembly");
                break;
            case TestMethod.Functional:
                yield return Time("Functional test development", "non-recurring.functional-test-development", 1, "assembly");
                yield return Money("Functional test fixture", "non-recurring.functional-test-fixture", 1, "assembly");
                break;
            case TestMethod.None:
            default:
                break;
        }

        CostLine Money(string label, string path, int count, string what) => Line(label, Calculation.Count(count, what) * Calculation.Of(plant[path]));

        CostLine Time(string label, string path, int count, string what) =>
            Line(label, Calculation.Count(count, what) * Calculation.Of(plant[path]) / Calculation.Count(3600, "s/h") * Calculation.Of(plant.HourlyRate("office")));

        CostLine Line(string label, Calculation cost) =>
            CostLine.Of(CostCategory.NonRecurring, $"{name}: {label}", cost, cost.IsUncertain ? PriceBasis.Estimate : PriceBasis.PriceList);
    }
}
