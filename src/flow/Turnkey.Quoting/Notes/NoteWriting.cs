using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.ProcessPlanning;
using Turnkey.Quoting.Costs;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing;

namespace Turnkey.Quoting.Notes;

/// <summary>Writes what the customer is told: no cost, no rate and no margin may get in here.</summary>
internal static class NoteWriting
{
    private const int MostLines = 200;

    public static CustomerNotes Write(QuoteRequest request, QuoteScope scope, ProductParts product, ImmutableArray<QuoteQuantity> prices) => Write(request, scope, product, prices, prices.FirstOrDefault());

    private static CustomerNotes Write(QuoteRequest request, QuoteScope scope, ProductParts product, ImmutableArray<QuoteQuantity> prices, QuoteQuantity? price) => new(
        [.. Included(scope, product, prices, price)],
        [.. Excluded(request, scope, price)],
        [.. Assumed(scope, product, price)],
        [.. AtEach(prices, one => Estimated(scope, one))],
        [.. Missing(request, product, prices)],
        [.. Terms(request, prices)])
    {
        Supply = [.. SupplyNotes.Of(request.Tables, prices)],
    };

    /// <summary>What a note says can differ from quantity to quantity: one that holds at all is said once, any other with the quantities it holds at.</summary>
    private static IEnumerable<Note> AtEach(ImmutableArray<QuoteQuantity> prices, Func<QuoteQuantity, IEnumerable<Note>> notes)
    {
        var said = prices.SelectMany(price => notes(price).Distinct().Select(note => (Note: note, price.Quantity))).GroupBy(one => one.Note, one => one.Quantity).ToArray();
        return said.Select(one => one.Count() == prices.Length ? one.Key : one.Key with
        {
            Text = $"At {string.Join(", ", one.Select(quantity => quantity.ToString(CultureInfo.InvariantCulture)))} products: {one.Key.Text}",
        });
    }

    private static IEnumerable<Note> Included(QuoteScope scope, ProductParts product, ImmutableArray<QuoteQuantity> prices, QuoteQuantity? price)
    {
        if (price is null) yield break;
        foreach (var (board, plan) in product.Boards.Zip(price.Plans))
        {
            var name = board.Assembly.Name;
            if (scope.HasFlag(QuoteScope.Fabrication) && board.Assembly.Board is { CopperLayers: > 0 } bare)
                yield return new Note($"{Count(board.PerProduct, "bare board")} with {Count(bare.CopperLayers, "copper layer")}{Size(bare)}", bare.Outline?.Source ?? "", name);
            if (scope.HasFlag(QuoteScope.Fabrication) && board.HasBoard) yield return new Note("Electrical test of the bare board", "", name);
            if (plan.Operations.IsEmpty) continue;
            if (scope.HasFlag(QuoteScope.Assembly))
                yield return new Note($"{Count(plan.Placements, "part")} mounted: {plan.PlacementsOn(Side.Top)} by machine on top, {plan.PlacementsOn(Side.Bottom)} on the bottom, {Count(plan.ThroughHoleJoints, "leaded joint")}", "", name);
            if (scope.HasFlag(QuoteScope.Test))
            {
                yield return plan.Test switch
                {
                    TestMethod.FlyingProbe => new Note("Flying-probe test of every assembly", "", name),
                    TestMethod.InCircuit => new Note("In-circuit test of every assembly", "", name),
                    TestMethod.Functional => new Note("Functional go/no-go test of every assembly", "", name),
                    _ => new Note("Optical and visual inspection of every assembly; no electrical test of the assembly", "", name),
                };
                if (board.Programmed) yield return new Note("Firmware loaded", "", name);
            }
        }
        foreach (var note in AtEach(prices, one => one.Material.Count(line => line.State == MaterialState.Bought && line.Basis != PriceBasis.None) is var bought and > 0 ? [new Note($"Components of {Count(bought, "BOM line")}")] : []))
            yield return note;
        if (scope.HasFlag(QuoteScope.Packaging)) yield return new Note("Antistatic packing");
    }

    private static IEnumerable<Note> Excluded(QuoteRequest request, QuoteScope scope, QuoteQuantity? price)
    {
        foreach (var (part, what) in new[]
        {
            (QuoteScope.Fabrication, "Fabrication of the bare board"), (QuoteScope.Assembly, "Components and assembly"), (QuoteScope.Test, "Test of the assembly"), (QuoteScope.Packaging, "Packaging"),
        })
        {
            if (scope.HasFlag(part)) continue;
            yield return new Note(request.Scope.HasFlag(part) ? $"{what}: the files for it are missing" : $"{what}: not asked for");
        }
        foreach (var line in (price?.Material ?? []).Where(line => line.ConsignedPerUnit > 0).Take(MostLines))
            yield return new Note($"{MaterialCosts.Label(line)}: supplied by you, {line.ConsignedPerUnit.ToString(CultureInfo.InvariantCulture)} per product plus the spare parts that the line loses", Place(line), line.Assembly);
        var left = (price?.Material ?? []).Where(line => line.State == MaterialState.NotPlaced).ToArray();
        if (left.Length > 0)
            yield return new Note($"Not mounted, as the BOM says: {DesignatorList.Format(left.SelectMany(line => line.Line.Designators.IsDefault ? [] : line.Line.Designators))}", Place(left[0]));
        yield return new Note("Transport of the products to you, customs and taxes on them");
    }

    private static IEnumerable<Note> Assumed(QuoteScope scope, ProductParts product, QuoteQuantity? price)
    {
        foreach (var (board, i) in product.Boards.Select((board, i) => (board, i)))
        {
            foreach (var field in board.Assembly.Specification.Fields.Where(field => field.State == SpecificationState.Assumed))
                yield return new Note($"{field.Name}: {field.Value}", field.Source, board.Assembly.Name);
            if (price is null || price.Plans[i].Operations.IsEmpty) continue;
            if (scope.HasFlag(QuoteScope.Test) && board.Assembly.Specification[SpecificationNames.Test] is null)
                yield return new Note("test: inspection only, as nothing else is specified", "", board.Assembly.Name);
            if (board.Assembly.Placements.IsDefaultOrEmpty)
                yield return new Note("Every part is taken to be on the top side: there is no centroid file", "", board.Assembly.Name);
        }
    }

    private static IEnumerable<Note> Estimated(QuoteScope scope, QuoteQuantity price)
    {
        if (scope.HasFlag(QuoteScope.Fabrication) && price.Costs.Any(line => line.Category == CostCategory.Fabrication && line.Leaves.Any(leaf => leaf.Basis == PriceBasis.Estimate)))
            yield return new Note("Bare board: estimated from area, layers, holes and finish; no board maker has offered yet");
        var unsure = price.Material.Where(line => line.State == MaterialState.Bought && line.Basis == PriceBasis.Estimate).ToArray();
        var estimated = unsure.Where(line => line.Missing == 0).ToArray();
        if (estimated.Length > 0)
            yield return new Note($"{Count(estimated.Length, "BOM line")} of {price.Material.Count(line => line.State == MaterialState.Bought)} without an offer, estimated by kind of part");
        foreach (var line in estimated.Take(MostLines)) yield return new Note($"{MaterialCosts.Label(line)}: estimated as {line.Class}", Place(line), line.Assembly);
        foreach (var line in unsure.Where(line => line.Missing > 0).Take(MostLines))
            yield return new Note($"{MaterialCosts.Label(line)}: {Count(line.Missing, "piece")} cannot be had, estimated at the price of the others", Place(line), line.Assembly);
        if (price.Costs.Any(line => line.Category is CostCategory.Assembly or CostCategory.Test or CostCategory.Packaging && line.Leaves.Any(leaf => leaf.Basis == PriceBasis.Estimate)))
            yield return new Note("Work: estimated");
    }

    private static IEnumerable<Note> Missing(QuoteRequest request, ProductParts product, ImmutableArray<QuoteQuantity> prices)
    {
        foreach (var note in MissingNotes.Of(request.Design)) yield return note;
        foreach (var board in product.Boards)
        {
            var name = board.Assembly.Name;
            if (!board.HasBoard && request.Scope.HasFlag(QuoteScope.Fabrication)) yield return new Note("Gerber files or other copper data", "", name);
            if (board.HasBoard && board.Assembly.Board!.Outline is null && !request.Design.Diagnostics.Any(diagnostic => diagnostic.Code == "outline.missing")) yield return new Note("A board outline that closes", "", name);
            if (!request.Scope.HasFlag(QuoteScope.Assembly)) continue;
            if (board.Assembly.Bom.IsEmpty && !(board.Bare && product.Boards.Any(other => other.HasParts))) yield return new Note("A BOM", "", name);
            if (board.Assembly.Placements.IsDefaultOrEmpty && !board.Assembly.Bom.IsEmpty) yield return new Note("A centroid (pick and place) file", "", name);
        }
        if (prices.IsEmpty) yield break;
        var unnamed = prices[0].Material.Where(line => line.State == MaterialState.Bought && line.Line.Mpn is null && line.Line.SupplierCodes.IsEmpty).ToArray();
        if (unnamed.Length > 0)
            yield return new Note($"Manufacturer part numbers of {Count(unnamed.Length, "BOM line")}: {DesignatorList.Format(unnamed.SelectMany(line => line.Line.Designators.IsDefault ? [] : line.Line.Designators))}", Place(unnamed[0]));
        foreach (var note in AtEach(prices, price => price.Material.Where(line => line.State == MaterialState.Bought && line.Basis == PriceBasis.None).Take(MostLines)
            .Select(line => new Note($"{MaterialCosts.Label(line)}: no price, not in the unit price", Place(line), line.Assembly)))) yield return note;
    }

    private static IEnumerable<Note> Terms(QuoteRequest request, ImmutableArray<QuoteQuantity> prices)
    {
        yield return new Note("Unit prices are rounded once, to four decimals; totals to the currency's minor unit, half away from zero");
        yield return new Note("Non-recurring costs are paid once and are not in the unit price");
        yield return new Note("The lead time counts in working days from order, approved files and the arrival of everything you supply, to goods ready to ship");
        if (request.Annual is { } annual)
            yield return new Note($"Material is bought for {annual.ToString(CultureInfo.InvariantCulture)} products a year and set-up paid per release; material bought for you and not called off is to be taken over");
        if (request.Policy.Destination is { } destination) yield return new Note($"Duties on components brought into {destination} are in the price as far as tariffs and origins are known");
        // How much is left over differs from quantity to quantity.
        foreach (var price in prices) if (price.Purchases is { } plan && Leftovers(plan, price.Quantity) is { } note) yield return note;
        if (prices.Any(price => price.Material.Any(line => line.Basis == PriceBasis.Offer))) yield return new Note("Component prices hold as long as the suppliers' offers");
    }

    private static Note? Leftovers(MaterialPlan plan, int quantity)
    {
        var left = plan.Purchases.Count(purchase => purchase.Excess > 0);
        if (left == 0) return null;
        var bound = plan.Purchases.Count(purchase => purchase is { Excess: > 0, ExcessNonCancellable: not false });
        return new Note(string.Create(CultureInfo.InvariantCulture,
            $"At {quantity} products, minimum orders, multiples and full reels leave pieces of {Count(left, "part")} over{(bound > 0 ? $", of {bound} of them not or not certainly returnable" : "")}; they are paid for in the price, and whose they are is to be agreed"));
    }

    private static string Place(MaterialLine line) => line.Line.Source.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{line.Line.Source}:{line.Line.Row}");

    private static string Size(Designs.Boards.Board board) => board.Facts is { Width: { } width, Height: { } height }
        ? string.Create(CultureInfo.InvariantCulture, $", {width.Millimetres:0.##} × {height.Millimetres:0.##} mm") : "";

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
