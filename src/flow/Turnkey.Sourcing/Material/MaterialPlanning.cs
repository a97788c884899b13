using Turnkey.Kernel;
using Turnkey.Plants.Parts;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// Says for every BOM line what must be bought, from whom and at which price. Lines of the same part are one purchase. The cheapest purchase of those
/// offers wins that can deliver the release from stock (or do not say); an offer or list goes before an estimate; nothing unpriced becomes zero.
/// </summary>
public static class MaterialPlanning
{
    private const long MostPieces = 1_000_000_000_000;

    public static MaterialPlan Plan(SourcingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var demands = request.Assemblies
            .SelectMany(one => one.Assembly.Bom.Lines.Select(line => PartDemand.Of(line, one, request.Plant, request.Consignment))).ToArray();
        var log = new SourcingLog();
        var pricing = new PartPricing(request.Plant, request.Currency, request.Offers);
        var lines = new MaterialLine[demands.Length];
        foreach (var group in Enumerable.Range(0, demands.Length).GroupBy(i => Key(demands[i])))
        {
            int[] members = [.. group];
            if (State(demands[members[0]]) is var state && state != MaterialState.Bought)
            {
                foreach (var i in members) lines[i] = NotBought(demands[i], state, request.Currency);
            }
            else Buy(members, demands, lines, request, pricing, log);
        }
        return new MaterialPlan([.. lines], [.. log.ToList()]);
    }

    private static string Key(PartDemand demand) => $"{State(demand)}\n{demand.PurchaseKey}";

    private static MaterialState State(PartDemand demand) =>
        demand.Line.DoNotPlace ? MaterialState.NotPlaced
        : demand.Kind.Class == PartKind.NotAPart || (demand.Kind.Mounting == Mounting.NotMounted && demand.Line.Mpn is null) ? MaterialState.NotAPart
        : demand.IsPlausible && demand.Bought == 0 ? MaterialState.Consigned
        : MaterialState.Bought;

    private static MaterialLine NotBought(PartDemand demand, MaterialState state, Currency currency) =>
        new(demand.Assembly, demand.Line, demand.Kind.Class, state, 0, 0, 0, 0, null, currency, PriceBasis.None, state switch
        {
            MaterialState.Consigned => "supplied by the customer",
            MaterialState.NotPlaced => "not to be mounted",
            _ => "nothing to buy",
        })
        { ConsignedPerUnit = state == MaterialState.Consigned ? demand.Consigned : 0 };

    private static void Buy(int[] members, PartDemand[] demands, MaterialLine[] lines, SourcingRequest request, PartPricing pricing, SourcingLog log)
    {
        var first = demands[members[0]];
        long[] each = [.. members.Select(i => demands[i].Bought * request.Products)];
        var demand = each.Sum();
        var choice = demand is 0 or > MostPieces ? null : Choose(first, demand, request, pricing, log);
        if (choice is null)
        {
            foreach (var i in members) lines[i] = Unpriced(demands[i], request, log);
            return;
        }
        var (purchase, attrition) = choice.Value;
        var extra = Share(attrition.Required - demand, each);
        var excess = Share(purchase.Quantity - attrition.Required, each);
        for (var k = 0; k < members.Length; k++)
        {
            var own = demands[members[k]];
            lines[members[k]] = new MaterialLine(own.Assembly, own.Line, own.Kind.Class, MaterialState.Bought, own.Bought, each[k], extra[k], excess[k],
                purchase.Price, request.Currency, purchase.Source.Basis, purchase.Source.Text)
            {
                ConsignedPerUnit = own.Consigned,
                AttritionFormula = attrition.Formula,
                PriceFormula = purchase.PriceText,
                Offer = purchase.Source.Offer,
                Figures = [.. purchase.Source.Figures.Where(figure => figure.Name.StartsWith("parts.price", StringComparison.Ordinal)), .. attrition.Figures],
                Availability = Available(purchase, request),
            };
        }
    }

    private static (Purchase Purchase, Attrition Attrition)? Choose(PartDemand part, long demand, SourcingRequest request, PartPricing pricing, SourcingLog log)
    {
        var release = (long)Math.Ceiling((decimal)demand * request.Release / request.Products);
        var offers = pricing.Offers(part, log);
        var ready = offers.Where(source => source.Offer!.Stock is null || source.Offer.Stock >= release).ToArray();
        IEnumerable<Source> candidates = ready.Length > 0 ? ready : offers;
        if (offers.Count == 0) candidates = part.OffersOnly ? [] : pricing.Estimate(part.Kind.Class) is { } estimate ? [estimate] : [];
        (Purchase Purchase, Attrition Attrition)? best = null;
        foreach (var source in candidates)
        {
            var attrition = Attrition.Of(part, demand, request.Products, source.ListPrice, request.Plant);
            var purchase = source.Buy(attrition.Required);
            if (best is null || purchase.Cost < best.Value.Purchase.Cost) best = (purchase, attrition);
        }
        return best is { Purchase.Source.Offer: not null } offered ? OrCutTape(part, demand, offered, request, pricing, log) : best;
    }

    /// <summary>
    /// A seller that only sells far more than is needed (a full reel for ten boards) is no way to buy a few: where the needed pieces cost less at the high
    /// end of their class's price, they are estimated, and the offer is named. Half of the purchase or more must be left over.
    /// </summary>
    private static (Purchase Purchase, Attrition Attrition) OrCutTape(
        PartDemand part, long demand, (Purchase Purchase, Attrition Attrition) offered, SourcingRequest request, PartPricing pricing, SourcingLog log)
    {
        var (purchase, needed) = offered;
        if (part.OffersOnly || purchase.Quantity < 2 * needed.Required || pricing.Estimate(part.Kind.Class) is not { } estimate) return offered;
        var attrition = Attrition.Of(part, demand, request.Products, estimate.ListPrice, request.Plant);
        var pieces = estimate.Buy(attrition.Required);
        if (pieces.Highest >= purchase.Cost) return offered;
        log.Info("sourcing.minimum-too-large", part.Line, FormattableString.Invariant(
            $"{part.Name}: {purchase.Source.Offer!.Supplier} sells at least {purchase.Quantity} pieces for {purchase.Cost:0.00} {request.Currency}, and {attrition.Required} are needed; estimated as bought in the needed quantity. Ask for an offer of cut tape"));
        return (pieces, attrition);
    }

    private static MaterialLine Unpriced(PartDemand demand, SourcingRequest request, SourcingLog log)
    {
        log.Warning("sourcing.unpriced", demand.Line, demand.IsPlausible
            ? demand.OffersOnly ? $"{demand.Name}: no stated price and no offer" : $"{demand.Name}: no offer that can be used, and no estimate for {demand.PerUnit} pieces of class {demand.Kind.Class}"
            : $"{demand.Name}: a quantity of {demand.Line.Quantity} per board cannot be priced");
        return new MaterialLine(demand.Assembly, demand.Line, demand.Kind.Class, MaterialState.Bought, demand.Bought, demand.Bought * request.Products, 0, 0, null, request.Currency, PriceBasis.None, "no price")
        {
            ConsignedPerUnit = demand.Consigned,
        };
    }

    private static Availability? Available(Purchase purchase, SourcingRequest request)
    {
        if (purchase.Source.Offer is not { } offer) return null;
        if (offer.Stock is { } stock && stock >= Math.Min(purchase.Quantity, Math.Max(1, purchase.Quantity * request.Release / request.Products)))
            return null;
        if (offer.LeadTimeDays is { } days) return new Availability(WorkingDays(days), $"{offer.Supplier} states {days} days");
        if (offer.Stock is null) return null;
        var default_ = request.Plant["lead-time.out-of-stock"];
        return new Availability((int)Math.Ceiling(default_.Value), $"{offer.Supplier} has {offer.Stock} on stock and states no lead time; {default_.Source}");
    }

    /// <summary>Five of seven days.</summary>
    private static int WorkingDays(int calendarDays) => (int)Math.Ceiling(calendarDays * 5m / 7m);

    /// <summary>Whole pieces in proportion, by largest remainder, so that nothing is lost between the lines.</summary>
    private static long[] Share(long pieces, long[] weights)
    {
        var sum = weights.Sum();
        decimal[] exact = [.. weights.Select(weight => (decimal)pieces * weight / sum)];
        long[] shares = [.. exact.Select(share => (long)Math.Floor(share))];
        var missing = (int)(pieces - shares.Sum());
        foreach (var i in Enumerable.Range(0, shares.Length).OrderByDescending(i => exact[i] - shares[i]).ThenBy(i => i).Take(missing)) shares[i]++;
        return shares;
    }
}
