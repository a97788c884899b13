using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Sourcing.Risk;

namespace Turnkey.Sourcing.Material;

/// <summary>The risk of a plan's supply, and when its kit is complete.</summary>
/// <param name="Bom">Findings per part and for the whole.</param>
/// <param name="Kit">Null when nothing is bought on offers: there is nothing to reckon a date from.</param>
public sealed record PlanRisk(BomRisk Bom, KitResult? Kit)
{
    /// <param name="plan">What is bought.</param>
    /// <param name="request">What it was planned for; the day must be given.</param>
    /// <param name="forecast">Products a year; null when there is no forecast.</param>
    /// <exception cref="ArgumentException">The request's policy names no day.</exception>
    public static PlanRisk Of(MaterialPlan plan, SourcingRequest request, long? forecast)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(request);
        if (request.Policy.AsOf is not { } day) throw new ArgumentException("risk is judged on a day", nameof(request));
        var lines = plan.Purchases.Select(purchase => Line(purchase, plan, request, forecast)).ToImmutableArray();
        var risk = SupplyRisk.Assess(new RiskRequest(day, lines, request.Tables.Thresholds, request.Tables.Suppliers, request.Policy.LeadTimeLimitDays));
        return new(risk, plan.Purchases.All(purchase => purchase.Orders.IsEmpty) ? null : KitCompletion.Simulate(new KitRequest(day, KitLines(lines, plan, request), request.Tables.LeadTimes)));
    }

    private static RiskLine Line(PartPurchase purchase, MaterialPlan plan, SourcingRequest request, long? forecast)
    {
        var share = (decimal)request.Release / request.Products;
        return new(Key(plan, purchase.Lines), purchase.Name, Math.Max(1, (long)Math.Ceiling(purchase.Required * share)), forecast is { } year ? (long)Math.Ceiling((decimal)purchase.Demand * year / request.Products) : null, purchase.Usable,
            [.. purchase.Orders.Select(order => new RiskPurchase(order.Offer, Math.Max(1, (long)Math.Ceiling(order.Quantity * share)), order.Cost.Likely))])
        {
            OnHand = purchase.FromStock.Sum(draw => draw.Pieces),
            LeftOver = purchase.ExcessCost.Likely,
        };
    }

    /// <summary>What is bought, what the customer supplies, and what has no offer yet and so no date.</summary>
    private static ImmutableArray<KitLine> KitLines(ImmutableArray<RiskLine> bought, MaterialPlan plan, SourcingRequest request)
    {
        var lines = bought.Select(line => KitLine.Of(line, request.Tables.Suppliers)).ToList();
        var covered = plan.Purchases.SelectMany(purchase => purchase.Lines).ToHashSet();
        foreach (var (i, line) in plan.Lines.Index())
        {
            if (line.State == MaterialState.Consigned) lines.Add(KitLine.Consigned(Key(plan, [i]), Name(line)));
            else if (line.State == MaterialState.Bought && !covered.Contains(i)) lines.Add(new(Key(plan, [i]), Name(line), []));
        }
        return [.. lines];
    }

    /// <summary>The places of a part, and the first row where it has none or they are not its own.</summary>
    private static string Key(MaterialPlan plan, ImmutableArray<int> lines)
    {
        var places = DesignatorList.Format([.. lines.SelectMany(i => plan.Lines[i].Line.Designators)]);
        var first = lines[0].ToString(CultureInfo.InvariantCulture);
        return plan.Lines.Select(line => line.Assembly).Distinct(StringComparer.Ordinal).Count() > 1 || places.Length == 0 ? $"{places} ({plan.Lines[lines[0]].Assembly}, {first})" : $"{places} ({first})";
    }

    private static string Name(MaterialLine line) => line.Line.Mpn?.Text ?? (line.Line.Value.Length > 0 ? line.Line.Value : line.Class);
}
