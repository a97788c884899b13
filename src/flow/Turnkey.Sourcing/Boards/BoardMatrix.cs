using Turnkey.Designs.Boards;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Boards;

/// <summary>A board maker's price matrix: the row that makes the order cheapest, also one from a greater quantity on.</summary>
internal static class BoardMatrix
{
    public static BoardPurchase? Price(BoardRequest request, Board board, decimal area, DiagnosticLog log)
    {
        var plant = request.Plant;
        var finish = request.Assembly.Specification[SpecificationNames.Finish]?.Value ?? "";
        var fitting = request.Offers.Boards.Where(row => row.Layers == board.CopperLayers && (row.LargestArea is not { } most || area <= most) && Finishes.Agree(row.Finish, finish)).ToArray();
        if (fitting.Length == 0)
        {
            if (!request.Offers.Boards.IsEmpty)
                log.Warning("sourcing.board-matrix", 0, $"{request.Assembly.Name}: no row of the board price matrix holds for {board.CopperLayers} layers, {Calculation.Text(Math.Round(area, 1))} mm² and finish '{finish}'; the board is estimated");
            return null;
        }
        (BoardPrice Row, decimal Total, Calculation Boards, Calculation SetUp)? best = null;
        foreach (var row in fitting)
        {
            if (plant.Rates.Find(row.UnitPrice.Currency, plant.Currency) is not { } rate)
            {
                log.Warning("sourcing.no-rate", row.Row, $"{row.Supplier} asks {row.UnitPrice.Currency} for boards and there is no exchange rate to {plant.Currency}; the row is not used");
                continue;
            }
            var each = Calculation.Count(row.UnitPrice.Amount * rate.Rate, $"{plant.Currency}/{(row.PerArea ? "m²" : "board")}");
            if (row.PerArea) each *= Calculation.Count(Math.Round(area / 1_000_000m, 8), "m²");
            var bought = Math.Max(request.Boards, row.Quantity);
            var boards = bought == request.Boards ? each : each * Calculation.Count(bought, "boards bought") / Calculation.Count(request.Boards, "boards needed");
            var setUp = row.SetUp.Amount == 0 ? Calculation.Zero
                : Calculation.Count(row.SetUp.Amount * rate.Rate, plant.Currency.Code) / Calculation.Count(request.Boards, "boards");
            var total = boards.Likely + setUp.Likely;
            if (best is null || total < best.Value.Total) best = (row, total, boards, setUp);
        }
        if (best is not { } found) return null;
        var dated = found.Row.Date is { } date ? $" {date}" : "";
        var source = $"{found.Row.Supplier}{dated}, {found.Row.Source}:{Calculation.Text(found.Row.Row)}";
        return new BoardPurchase(found.SetUp.IsZero ? [("Bare board", found.Boards)] : [("Bare board", found.Boards), ("Board order set-up", found.SetUp)],
            found.Row.Basis, source, found.Row.LeadTimeDays, []);
    }
}
