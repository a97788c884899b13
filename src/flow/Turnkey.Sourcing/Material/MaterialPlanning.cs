using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants.Parts;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// Says for every BOM line what must be bought, from whom and at which price. Lines of the same part are one purchase. Pieces on stock are used first; the
/// rest is bought together at the least landed cost of all parts, with the fees and minimum order values of whole orders. An offer or list goes before an
/// estimate; nothing unpriced becomes zero.
/// </summary>
public static class MaterialPlanning
{
    private const long MostPieces = 1_000_000_000_000;

    /// <summary>A part that costs more than this is an error in a quantity or a price: a hundred million in the currency of the plan.</summary>
    private const decimal MostMoney = 100_000_000m;

    public static MaterialPlan Plan(SourcingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var identities = request.Parts ?? PartIdentities.Of(request);
        var demands = request.Assemblies.SelectMany(one => one.Assembly.Bom.Lines.Select(line => PartDemand.Of(line, one, request, identities))).ToArray();
        var log = new BomLog();
        var landing = request.Tables.For(request.Plant, request.Policy.Destination, request.Policy.AsOf ?? default);
        var pricing = new PartPricing(request, identities, landing);
        var stock = new StockDraws(request);
        var lines = new MaterialLine[demands.Length];
        var wanted = new List<WantedPart>();
        foreach (var group in Enumerable.Range(0, demands.Length).GroupBy(i => Key(demands[i])))
        {
            int[] members = [.. group];
            if (State(demands[members[0]]) is var state && state != MaterialState.Bought)
            {
                foreach (var i in members) lines[i] = NotBought(demands[i], state, request.Currency);
            }
            else wanted.Add(Wanted(members, demands, request, pricing, log));
        }
        var needs = new List<PartNeed>();
        foreach (var parts in WantedPart.Together(wanted))
        {
            if (Need(parts, request, pricing, stock, log) is { } need) needs.Add(need);
            else foreach (var part in parts) Estimate(part, demands, lines, request, pricing, log);
        }
        var planned = PurchasePlanning.Plan(needs, request, identities, landing, log);
        foreach (var (need, purchase) in planned.Parts) PurchasedLines.Write(need, purchase, demands, lines, request);
        return new MaterialPlan([.. lines], [.. needs.Count > 0 ? request.Tables.Warnings(landing) : [], .. identities.Bom.Diagnostics, .. log.ToList()], request.Currency)
        {
            Purchases = [.. planned.Parts.Select(part => part.Purchase).OrderBy(purchase => purchase.Lines[0])],
            Orders = planned.Orders,
            Proof = planned.Proof,
        };
    }

    private static string Key(PartDemand demand) => $"{State(demand)}\n{demand.PurchaseKey}";

    private static MaterialState State(PartDemand demand) =>
        demand.Line.DoNotPlace || demand.Part.DoNotPlace is not null ? MaterialState.NotPlaced
        : demand.Kind.Class == PartKind.NotAPart || (demand.Kind.Mounting == Mounting.NotMounted && demand.Mpn is null) ? MaterialState.NotAPart
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

    private static WantedPart Wanted(int[] members, PartDemand[] demands, SourcingRequest request, PartPricing pricing, BomLog log)
    {
        var part = new WantedPart([.. members], demands[members[0]], [.. members.Select(i => demands[i].Bought * request.Products)], [], Dual: false);
        if (part.Demand is 0 or > MostPieces) return part;
        return part with
        {
            Candidates = pricing.Candidates(part.First, log),
            Dual = request.Policy.Dual.Everything || members.Any(i => demands[i].Line.Designators.Any(request.Policy.Dual.Designators.Contains)),
        };
    }

    /// <summary>What is to be bought on offers or taken from stock; null where only an estimate is left.</summary>
    /// <param name="parts">That the same offers will do for.</param>
    private static PartNeed? Need(ImmutableArray<WantedPart> parts, SourcingRequest request, PartPricing pricing, StockDraws stock, BomLog log)
    {
        var (first, candidates, demand) = (parts[0].First, parts[0].Candidates, parts.Sum(part => part.Demand));
        if (demand is 0 or > MostPieces) return null;
        var open = candidates.Any(one => !one.IsReserve) ? candidates.Where(one => !one.IsReserve) : candidates;
        var listPrice = candidates.IsEmpty ? pricing.Estimate(first.Kind.Class)?.ListPrice ?? 0m : open.Min(one => one.ListPrice);
        var attrition = Attrition.Of(first, demand, request.Products, listPrice, request.Plant);
        var shares = PurchasedLines.Share(attrition.Required, [.. parts.Select(part => part.Demand)]);
        ImmutableArray<StockDraw> draws = [.. parts.Zip(shares).SelectMany(part => stock.Take(part.First.First, part.Second, log))];
        var need = new PartNeed(parts, attrition, draws, candidates);
        if (need.ToOrder == 0) return need;
        if (candidates.IsEmpty) return Without(need, stock, log);
        if (candidates.Min(one => one.Cheapest(need).Cost) <= MostMoney) return SellerOrder.First(need, request, log);
        log.Error("sourcing.too-dear", first.Line, $"{need.Name}: {need.ToOrder} pieces cost more than {MostMoney:#,0} {request.Currency}; the quantity or the price of {candidates[0].Offer.Supplier} is wrong, and no price is taken");
        return null;
    }

    /// <summary>What is on stock is too little, and the rest has no offer to be bought on: all of it is estimated, and the stock stays for others.</summary>
    private static PartNeed? Without(PartNeed need, StockDraws stock, BomLog log)
    {
        if (need.Draws.IsEmpty) return null;
        stock.Return(need.Draws);
        log.Warning("sourcing.stock-not-enough", need.First.Line, $"{need.Name}: {need.Draws.Sum(draw => draw.Pieces)} of {need.Attrition.Required} pieces are on stock, and there is no offer for the rest; all of them are estimated as bought");
        return null;
    }

    private static void Estimate(WantedPart part, PartDemand[] demands, MaterialLine[] lines, SourcingRequest request, PartPricing pricing, BomLog log)
    {
        var (members, first, demand) = (part.Members, part.First, part.Demand);
        long[] each = [.. part.Each];
        if (demand is 0 or > MostPieces || first.OffersOnly || pricing.Estimate(first.Kind.Class) is not { } estimate)
        {
            foreach (var i in members) lines[i] = Unpriced(demands[i], request, log);
            return;
        }
        var attrition = Attrition.Of(first, demand, request.Products, estimate.ListPrice, request.Plant);
        var (price, formula) = estimate.At(attrition.Required);
        var extra = PurchasedLines.Share(attrition.Required - demand, each);
        for (var k = 0; k < members.Length; k++)
        {
            var own = demands[members[k]];
            lines[members[k]] = new MaterialLine(own.Assembly, own.Line, own.Kind.Class, MaterialState.Bought, own.Bought, each[k], extra[k], 0, price, request.Currency, PriceBasis.Estimate, estimate.Text)
            {
                ConsignedPerUnit = own.Consigned,
                AttritionFormula = attrition.Formula,
                PriceFormula = formula,
                Figures = [.. estimate.Figures.Where(figure => figure.Name.StartsWith("parts.price", StringComparison.Ordinal)), .. attrition.Figures],
            };
        }
    }

    private static MaterialLine Unpriced(PartDemand demand, SourcingRequest request, BomLog log)
    {
        log.Warning("sourcing.unpriced", demand.Line, demand.IsPlausible
            ? demand.OffersOnly ? $"{demand.Name}: no stated price and no offer" : $"{demand.Name}: no offer that can be used, and no estimate for {demand.PerUnit} pieces of class {demand.Kind.Class}"
            : $"{demand.Name}: a quantity of {demand.Line.Quantity} per board cannot be priced");
        return new MaterialLine(demand.Assembly, demand.Line, demand.Kind.Class, MaterialState.Bought, demand.Bought, demand.Bought * request.Products, 0, 0, null, request.Currency, PriceBasis.None, "no price")
        {
            ConsignedPerUnit = demand.Consigned,
        };
    }
}
