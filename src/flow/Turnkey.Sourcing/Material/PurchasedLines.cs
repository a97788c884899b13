using Turnkey.Plants.Figures;

namespace Turnkey.Sourcing.Material;

/// <summary>A purchase seen from the BOM lines that it is for: pieces and price of each.</summary>
internal static class PurchasedLines
{
    public static void Write(PartNeed need, PartPurchase purchase, PartDemand[] demands, MaterialLine[] lines, SourcingRequest request)
    {
        long[] each = [.. need.Each];
        var extra = Share(need.Attrition.Required - need.Demand, each);
        var excess = Share(purchase.Excess, each);
        var nothing = purchase.Orders.IsEmpty && purchase.FromStock.IsEmpty;
        var price = purchase.Shortfall > 0 && nothing ? (Spread?)null : Average(purchase);
        for (var k = 0; k < each.Length; k++)
        {
            var own = demands[need.Members[k]];
            lines[need.Members[k]] = new MaterialLine(own.Assembly, own.Line, own.Kind.Class, MaterialState.Bought, own.Bought, each[k], extra[k], excess[k], price, request.Currency,
                Basis(purchase), purchase.Shortfall == 0 ? Text(purchase) : $"{purchase.Shortfall} pieces cannot be had" + (nothing ? "" : $" and are reckoned at the price of the others; {Text(purchase)}"))
            {
                ConsignedPerUnit = own.Consigned,
                AttritionFormula = need.Attrition.Formula,
                PriceFormula = string.Join("; ", purchase.Orders.Select(order => $"{Calculation.Text(order.Price.Amount)} {order.Price.Currency} from {Calculation.Text(order.Offer.Breaks.Last(one => one.Quantity <= order.Quantity + order.Joined).Quantity)}")),
                Offer = purchase.Orders.IsEmpty ? null : purchase.Orders[0].Offer,
                Figures = [.. need.Attrition.Figures],
                Availability = Available(purchase, request),
                Missing = purchase.Shortfall,
            };
        }
    }

    /// <summary>Whole pieces in proportion, by largest remainder, so that nothing is lost between the lines.</summary>
    public static long[] Share(long pieces, long[] weights)
    {
        var sum = weights.Sum();
        decimal[] exact = [.. weights.Select(weight => (decimal)pieces * weight / sum)];
        long[] shares = [.. exact.Select(share => (long)Math.Floor(share))];
        var missing = (int)(pieces - shares.Sum());
        foreach (var i in Enumerable.Range(0, shares.Length).OrderByDescending(i => exact[i] - shares[i]).ThenBy(i => i).Take(missing)) shares[i]++;
        return shares;
    }

    /// <summary>Per piece over all purchases and what is taken from stock, exact where there is one purchase.</summary>
    private static Spread Average(PartPurchase purchase)
    {
        if (purchase is { Orders: [{ Once: 0m } only], FromStock.IsEmpty: true }) return only.Landed;
        var pieces = purchase.Orders.Sum(order => order.Quantity) + purchase.FromStock.Sum(draw => draw.Pieces);
        return purchase.Orders.Aggregate(Spread.Exactly(purchase.FromStock.Sum(draw => draw.Pieces * draw.UnitValue)), (sum, order) => sum + order.Cost) / pieces;
    }

    /// <summary>The weakest of the purchases; stock counts as a price list, pieces that cannot be had and count as much as the others as an estimate.</summary>
    private static PriceBasis Basis(PartPurchase purchase) =>
        purchase.Shortfall > 0 ? purchase.Orders.IsEmpty && purchase.FromStock.IsEmpty ? PriceBasis.None : PriceBasis.Estimate
        : purchase.Orders.Select(order => order.Offer.Basis).Concat(purchase.FromStock.Select(_ => PriceBasis.PriceList)).Max();

    private static string Text(PartPurchase purchase) => string.Join("; ",
    [
        .. purchase.FromStock.Select(draw => FormattableString.Invariant($"{draw.Pieces} from {(draw.Stock.Owner == Offers.StockOwner.Customers ? "the customer's" : "our")} stock, {draw.Stock.Source}:{draw.Stock.Row}")),
        .. purchase.Orders.Select(order => (purchase.Orders.Length > 1 || !purchase.FromStock.IsEmpty ? FormattableString.Invariant($"{order.Quantity} from ") : "") + order.Basis),
    ]);

    /// <summary>The latest of what is not on stock; null when all is, or nothing is known.</summary>
    private static Availability? Available(PartPurchase purchase, SourcingRequest request)
    {
        Availability? latest = null;
        foreach (var order in purchase.Orders.Where(order => order.LeadTimeDays != 0))
        {
            var one = order.LeadTimeDays is { } days
                ? new Availability(WorkingDays(days), $"{order.Offer.Supplier} states {days} days")
                : order.Offer.Stock is { } stock ? Default(order.Offer.Supplier, stock) : null;
            if (one is not null && (latest is null || one.WorkingDays > latest.WorkingDays)) latest = one;
        }
        return latest;

        Availability Default(string supplier, long stock)
        {
            var figure = request.Plant["lead-time.out-of-stock"];
            return new Availability((int)Math.Ceiling(figure.Value), $"{supplier} has {stock} on stock and states no lead time; {figure.Source}");
        }
    }

    /// <summary>Five of seven days.</summary>
    private static int WorkingDays(int calendarDays) => (int)Math.Ceiling(calendarDays * 5m / 7m);
}
