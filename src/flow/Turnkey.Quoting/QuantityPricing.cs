using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Plants;
using Turnkey.ProcessPlanning;
using Turnkey.Quoting.Costs;
using Turnkey.Quoting.LeadTimes;
using Turnkey.Sourcing.Boards;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing;

namespace Turnkey.Quoting;

/// <summary>Prices one quantity.</summary>
/// <param name="Request">As asked.</param>
/// <param name="Product">Laid flat.</param>
/// <param name="Scope">As it can be quoted.</param>
/// <param name="Plant">In the quote's currency.</param>
internal sealed record QuantityPricing(QuoteRequest Request, ProductParts Product, QuoteScope Scope, Plant Plant)
{
    private Currency Currency => Plant.Currency;

    /// <summary>A price of the same parts at the same quantity: what it buys is bought again. Null: the purchases are planned.</summary>
    public QuoteQuantity? Known { get; init; }

    public (QuoteQuantity Price, ImmutableArray<Diagnostic> Diagnostics) Price(int quantity)
    {
        var log = new DiagnosticLog("");
        var diagnostics = new List<Diagnostic>();
        var products = Math.Max(Request.Annual ?? quantity, quantity);
        var plans = Product.Boards.Select(board => ProcessPlanner.Plan(board.Assembly, Plant, Lot(board, quantity), board.Programmed)).ToImmutableArray();
        var boards = Boards(plans, products);
        var (material, supply) = Material(products, quantity);
        var productWork = Has(QuoteScope.Packaging) || Has(QuoteScope.Assembly) ? InScope(ProcessPlanner.PlanProduct(Request.Design.Product, Plant, IsBare)) : [];

        var bought = new List<CostLine>();
        var work = new List<CostLine>();
        bought.AddRange(boards.SelectMany(board => FabricationLines(board.Purchase, Product.Boards[board.Index])));
        if (Has(QuoteScope.Assembly))
        {
            bought.AddRange(MaterialCosts.Of(material.Lines, products));
            bought.AddRange(MaterialCosts.OfOrders(material.Orders, products));
            bought.AddRange(MaterialCosts.Stated(Product.Things.Where(thing => thing.Item.Kind != Designs.Products.ProductItemKind.Packaging), Currency, Plant.Rates, CostCategory.Material, log));
        }
        if (Has(QuoteScope.Packaging))
        {
            bought.AddRange(MaterialCosts.Stated(Product.Things.Where(thing => thing.Item.Kind == Designs.Products.ProductItemKind.Packaging), Currency, Plant.Rates, CostCategory.Packaging, log));
            var packing = Calculation.Of(Plant[IsBare ? "packaging.bare-board-material" : "packaging.material"]);
            bought.Add(CostLine.Of(CostCategory.Packaging, "Packing material", packing, packing.IsUncertain ? PriceBasis.Estimate : PriceBasis.PriceList));
        }
        var hours = Spread.Zero;
        var lots = new List<(Operation, long)>();
        for (var i = 0; i < plans.Length; i++)
        {
            var board = Product.Boards[i];
            var lot = Lot(board, quantity);
            var operations = InScope(plans[i].Operations);
            work.AddRange(WorkCosts.Of(operations, lot, board.PerProduct, plans.Length > 1 ? board.Assembly.Name : ""));
            hours += WorkCosts.Hours(operations, lot, board.PerProduct).Value;
            lots.AddRange(operations.Select(operation => (operation, (long)lot)));
        }
        work.AddRange(WorkCosts.Of(productWork, quantity, 1, ""));
        hours += WorkCosts.Hours(productWork, quantity, 1).Value;
        lots.AddRange(productWork.Select(operation => (operation, (long)quantity)));
        var commercial = CommercialCosts.Of(bought, work, WorkCosts.Time(hours * 3600m), Plant, Currency);
        var costs = Categories([.. bought, .. work, .. commercial]);
        var nonRecurring = Product.Boards.SelectMany((board, i) => NonRecurringCosts.Of(board, plans[i], boards.FirstOrDefault(one => one.Index == i).Purchase?.Basis ?? PriceBasis.None, Scope, Plant)).ToImmutableArray();

        var exact = costs.Aggregate(Spread.Zero, (sum, line) => sum + line.Amount);
        var unitPrice = UnitPricing.Round(exact.Likely, Currency);
        var range = UnitPricing.Range(exact.Likely, costs);
        var once = new Money(nonRecurring.Sum(line => line.Amount.Likely), Currency).RoundTotal();
        var unpriced = bought.Count(line => line.Basis == PriceBasis.None) + boards.Count(board => board.Purchase.Basis == PriceBasis.None)
            + (Has(QuoteScope.Assembly) ? Product.Boards.Sum(board => board.PlacedOnly) : 0);
        var leadTime = LeadTimePlanning.Plan(Plant, quantity,
            [.. boards.Select(board => (Product.Boards[board.Index].Assembly.Name, board.Purchase, (long)Lot(Product.Boards[board.Index], quantity)))],
            Has(QuoteScope.Assembly) ? material.Lines : [], supply?.Kit, Request.Tables.LeadTimes.QuotedPercentile, lots, Additions(plans));
        diagnostics.AddRange(plans.SelectMany(plan => plan.Diagnostics));
        diagnostics.AddRange(boards.SelectMany(board => board.Purchase.Diagnostics));
        if (Has(QuoteScope.Assembly)) diagnostics.AddRange(material.Diagnostics);
        diagnostics.AddRange(log.ToList());
        var price = new QuoteQuantity(quantity, unitPrice, UnitPricing.Round(range.Low, Currency), UnitPricing.Round(range.High, Currency), once,
            ((unitPrice * quantity) + once).RoundTotal(), UnitPricing.Breakdown(unitPrice, costs), UnitPricing.Basis(unitPrice, costs, unpriced), leadTime, costs, nonRecurring,
            Has(QuoteScope.Assembly) ? material.Lines : [], plans, RuleOfThumb(bought, plans, unitPrice))
        {
            Purchases = Has(QuoteScope.Assembly) ? material : null,
            Supply = supply,
        };
        return (price, [.. diagnostics]);
    }

    /// <summary>How an assembly of the product is built, as it was priced; null where it was not.</summary>
    public ProcessPlan? PlanOf(Assembly assembly, IReadOnlyList<QuoteQuantity> prices)
    {
        if (!Has(QuoteScope.Assembly) || prices.Count == 0) return null;
        for (var i = 0; i < Product.Boards.Length; i++)
        {
            if (ReferenceEquals(Product.Boards[i].Assembly, assembly)) return prices[0].Plans[i];
        }
        return null;
    }

    /// <summary>What of the work in the house takes days beside its hours.</summary>
    private IEnumerable<LeadTimeAddition> Additions(ImmutableArray<ProcessPlan> plans)
    {
        if (!Has(QuoteScope.Assembly)) yield break;
        if (plans.Any(plan => plan.PlacementsOn(Side.Top) > 0 && plan.PlacementsOn(Side.Bottom) > 0)) yield return LeadTimeAddition.Of("second side through the line", Plant["lead-time.added.second-side"], "");
        if (plans.Any(plan => plan.Operations.Any(operation => operation.Kind == OperationKind.ThroughHole))) yield return LeadTimeAddition.Of("leaded parts", Plant["lead-time.added.hand-soldering"], "");
    }

    /// <summary>Nothing but bare boards leaves the house.</summary>
    private bool IsBare => !Has(QuoteScope.Assembly) && Product.Things.IsEmpty && (Has(QuoteScope.Fabrication) || !Product.Boards.Any(board => board.HasParts));

    private bool Has(QuoteScope part) => Scope.HasFlag(part);

    private static int Lot(ProductBoard board, int quantity) => (int)Math.Min((long)quantity * board.PerProduct, int.MaxValue);

    private ImmutableArray<(int Index, BoardPurchase Purchase)> Boards(ImmutableArray<ProcessPlan> plans, long products) => !Has(QuoteScope.Fabrication) ? [] :
    [
        .. Product.Boards.Select((board, i) => (i, BoardSourcing.Price(new BoardRequest(board.Assembly, products * board.PerProduct, Math.Max(1, plans[i].Panel?.BoardsPerFabricationPanel ?? 1), Plant, Request.Offers)))),
    ];

    /// <summary>What is bought, and the risk of its supply where a day is given to judge it on.</summary>
    private (MaterialPlan Plan, PlanRisk? Supply) Material(long products, long release)
    {
        if (!Has(QuoteScope.Assembly)) return (new MaterialPlan([], [], Currency), null);
        if (Known is { Purchases: { } same }) return (same, Known.Supply);
        var wanted = purchase.Value with { Products = products, Release = release };
        var plan = MaterialPlanning.Plan(wanted);
        return (plan, Request.Policy.AsOf is null ? null : PlanRisk.Of(plan, wanted, Request.Annual));
    }

    /// <summary>What is bought, and which parts the lines mean, is the same for every quantity.</summary>
    private readonly Lazy<SourcingRequest> purchase = new(() => PurchaseOf(Request, Product, Plant));

    private static SourcingRequest PurchaseOf(QuoteRequest request, ProductParts product, Plant plant)
    {
        var one = new SourcingRequest(AssemblyDemand.Of(product, request.Design.Product.Name), plant, request.Offers, plant.Currency, request.Consignment, 1, 1)
        {
            Policy = request.Policy,
            Tables = request.Tables,
            Approved = request.Approved,
        };
        return one with { Parts = PartIdentities.Of(one) };
    }

    private static IEnumerable<CostLine> FabricationLines(BoardPurchase purchase, ProductBoard board) => purchase.PerBoard.Select(part =>
        CostLine.Of(CostCategory.Fabrication, $"{board.Assembly.Name}: {part.Label}", board.PerProduct == 1 ? part.Cost : part.Cost * Calculation.Count(board.PerProduct, "per product"), purchase.Basis, purchase.Source));

    private ImmutableArray<Operation> InScope(ImmutableArray<Operation> operations) =>
    [
        .. operations.Where(operation => Has(WorkCosts.Category(operation.Kind) switch
        {
            CostCategory.Test => QuoteScope.Test,
            CostCategory.Packaging => QuoteScope.Packaging,
            _ => QuoteScope.Assembly,
        })),
    ];

    private static ImmutableArray<CostLine> Categories(IReadOnlyList<CostLine> lines) =>
    [
        .. Enum.GetValues<CostCategory>().Where(category => category != CostCategory.NonRecurring)
            .Select(category => CostLine.Sum(category, category.ToString(), lines.Where(line => line.Category == category))),
    ];

    private RuleOfThumb? RuleOfThumb(IReadOnlyList<CostLine> bought, ImmutableArray<ProcessPlan> plans, Money unitPrice)
    {
        var placements = plans.Select((plan, i) => plan.Placements * Product.Boards[i].PerProduct).Sum();
        if (placements == 0 || !Has(QuoteScope.Assembly)) return null;
        var material = bought.Where(line => line.Category is CostCategory.Material or CostCategory.Fabrication).Aggregate(Spread.Zero, (sum, line) => sum + line.Amount);
        var rule = (new Calculation(material, $"{Calculation.Text(Math.Round(material.Likely, 4))} {Currency} of material with attrition", [])
            + (Calculation.Count(placements, "placements") * Calculation.Of(Plant["rule-of-thumb.per-placement"])));
        rule = rule / Calculation.Of(Plant["rule-of-thumb.divisor"]);
        return new RuleOfThumb(rule.Value, Math.Round(unitPrice.Amount / rule.Likely, 2, MidpointRounding.AwayFromZero), rule.Formula, rule.Figures);
    }
}
