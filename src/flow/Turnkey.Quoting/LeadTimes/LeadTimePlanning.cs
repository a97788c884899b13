using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Plants;
using Turnkey.Plants.Figures;
using Turnkey.ProcessPlanning;
using Turnkey.Sourcing.Boards;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Risk;

namespace Turnkey.Quoting.LeadTimes;

/// <summary>
/// Kit complete, then production: bare boards and components are waited for side by side, and work starts when the last is there.
/// </summary>
internal static class LeadTimePlanning
{
    /// <param name="boards">Purchases of bare boards, with the number per release; empty outside the scope.</param>
    /// <param name="material">Lines to wait for; empty outside the scope.</param>
    /// <param name="kit">When the components are complete, as simulated; null where no part has an offer or no day is given.</param>
    /// <param name="percentile">Of the simulated kits that the lead time reckons with, 1 to 99.</param>
    /// <param name="work">Operations with their lot; empty outside the scope.</param>
    /// <param name="additions">What of the work takes days beside its hours.</param>
    public static LeadTime Plan(
        Plant plant, int quantity,
        IReadOnlyList<(string Name, BoardPurchase Purchase, long Count)> boards,
        IReadOnlyList<MaterialLine> material,
        KitResult? kit, int percentile,
        IReadOnlyList<(Operation Operation, long Lot)> work,
        IEnumerable<LeadTimeAddition> additions)
    {
        var waits = new List<LeadTimeStep>();
        foreach (var (name, purchase, count) in boards)
        {
            var figure = plant.Bands("lead-time.fabrication").Between(count);
            var (days, reason) = purchase.LeadTimeDays is { } stated ? (stated, $"stated by {purchase.Source}") : (figure.WholeDays(), figure.Source);
            // A price list states the days of a plain board, as the plant's table does.
            waits.Add(With(new LeadTimeStep($"Bare boards: {name}", 0, days, false, reason), purchase.Extras.Where(extra => extra.Days is not null).Select(extra => LeadTimeAddition.Of(extra.Label, extra.Days!, extra.Source))));
        }
        var bought = material.Where(line => line.State == MaterialState.Bought).ToArray();
        if (bought.Length > 0)
        {
            var (name, days, reason) = Components(plant, quantity, bought, kit, percentile);
            waits.Add(new LeadTimeStep(name, 0, days, false, reason));
        }
        var start = waits.Count == 0 ? 0 : waits.Max(wait => wait.Days);
        var steps = waits.Select(wait => wait with { Critical = wait.Days == start }).ToList();
        if (work.Count > 0) steps.Add(With(Production(plant, quantity, work, start), additions));
        return new LeadTime(steps.Count == 0 ? 0 : steps.Max(step => step.End), [.. steps.OrderBy(step => step.Start).ThenBy(step => step.Name, StringComparer.Ordinal)]);
    }

    private static (string Name, int Days, string Reason) Components(Plant plant, int quantity, MaterialLine[] bought, KitResult? kit, int percentile)
    {
        var figure = plant.Bands("lead-time.sourcing").Between(quantity);
        var (days, reason) = (figure.WholeDays(), figure.Source);
        var unclear = bought.Count(line => line.Line.Mpn is null && line.Line.SupplierCodes.IsEmpty);
        if (unclear > 0)
        {
            var extra = plant["lead-time.incomplete-line"];
            days += extra.WholeDays();
            reason += string.Create(CultureInfo.InvariantCulture, $"; {unclear} lines without part number: {extra.Source}");
        }
        if (kit is not null)
        {
            // The simulation knows every purchase; the plant's figure stays the least, for it holds for the lines that have none.
            var complete = kit.Percentiles[percentile];
            var wait = kit.WorkingDays(complete);
            return wait > days
                ? ("Components", wait, string.Create(CultureInfo.InvariantCulture, $"{percentile} of 100 simulated kits are complete by {kit.Day(complete):yyyy-MM-dd} (kit-rules: quoted-percentile), ordered on {kit.Start:yyyy-MM-dd}{Last(kit)}"))
                : ("Components", days, reason);
        }
        var slowest = bought.Where(line => line.Availability is not null).MaxBy(line => line.Availability!.WorkingDays);
        return slowest?.Availability is { } stated && stated.WorkingDays > days
            ? ("Components", stated.WorkingDays, $"{slowest.Line.Mpn?.Text ?? slowest.Line.Value}: {stated.Reason}")
            : ("Components", days, reason);
    }

    private static string Last(KitResult kit) => kit.Drivers.IsEmpty ? "" : $"; {kit.Drivers[0].Name} makes it latest";

    private static LeadTimeStep Production(Plant plant, int quantity, IReadOnlyList<(Operation Operation, long Lot)> work, int start)
    {
        var figure = plant.Bands("lead-time.assembly-and-test").Between(quantity);
        var perDay = plant["lead-time.hours-per-day"];
        var busiest = work.GroupBy(one => one.Operation.WorkCentre, StringComparer.Ordinal)
            .Select(group => (Centre: group.Key, Hours: group.Sum(one => one.Operation.SetUp.Likely + (one.Operation.Run.Likely * one.Lot)) / 3600m))
            .OrderByDescending(one => one.Hours).ThenBy(one => one.Centre, StringComparer.Ordinal).First();
        var needed = Math.Ceiling(busiest.Hours / perDay.Value);
        return needed > figure.Value
            ? new LeadTimeStep("Assembly, test and packing", start, (int)Math.Min(needed, 100_000m), true,
                $"{Calculation.Text(Math.Round(busiest.Hours, 1))} h on {busiest.Centre} at {perDay} ({perDay.Source})")
            : new LeadTimeStep("Assembly, test and packing", start, figure.WholeDays(), true, figure.Source);
    }

    /// <summary>The step with what makes it longer; figures of zero add nothing.</summary>
    private static LeadTimeStep With(LeadTimeStep step, IEnumerable<LeadTimeAddition> additions)
    {
        ImmutableArray<LeadTimeAddition> longer = [.. additions.Where(addition => addition.Days > 0)];
        return step with { Days = step.Days + longer.Sum(addition => addition.Days), Additions = longer };
    }
}
