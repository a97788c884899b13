using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Boards;

/// <summary>What the bare boards of one assembly cost.</summary>
/// <param name="PerBoard">The parts of the price, per board; empty when there is no price.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Source">Whose price.</param>
/// <param name="LeadTimeDays">Working days that the price states; null when it states none.</param>
public sealed record BoardPurchase(ImmutableArray<(string Label, Calculation Cost)> PerBoard, PriceBasis Basis, string Source, int? LeadTimeDays, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What makes the board more than a plain one. An estimate prices it; a list price knows only what it has columns for.</summary>
    public ImmutableArray<BoardExtra> Extras { get; init; } = [];

    public static BoardPurchase None(Diagnostic why) => new([], PriceBasis.None, "", null, [why]);
}

/// <summary>What boards are wanted.</summary>
/// <param name="Boards">Bought at once.</param>
/// <param name="PerFabricationPanel">Boards cut from one panel of the board maker.</param>
/// <param name="Plant">In the currency of the quote.</param>
public sealed record BoardRequest(Assembly Assembly, long Boards, int PerFabricationPanel, Plant Plant, OfferBook Offers);

/// <summary>Prices bare boards: from a price matrix where one fits, else from area, layers, holes and what the specification asks for.</summary>
public static class BoardSourcing
{
    public static BoardPurchase Price(BoardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Assembly.Board is not { CopperLayers: > 0 } board || BoardExtent.Of(board) is not { } extent)
            return BoardPurchase.None(Diagnostic.Warning("sourcing.board-unpriced", "", 0, $"{request.Assembly.Name}: the bare board has no price: its {(request.Assembly.Board is { CopperLayers: > 0 } ? "size" : "copper")} is not known"));
        var log = new DiagnosticLog("");
        var area = (decimal)extent.Width.Millimetres * (decimal)extent.Height.Millimetres;
        var extras = BoardExtras.Of(request, board);
        var listed = BoardMatrix.Price(request, board, area, log);
        if (listed is not null && !extras.IsEmpty)
            log.Info("sourcing.matrix-extras", 0, $"{request.Assembly.Name}: the price of {listed.Source} is for boards of these layers, size and finish; what else the board is may cost more: {string.Join(", ", extras.Select(extra => extra.Label))}");
        return (listed ?? BoardEstimate.Price(request, board, extras, log)) with { Extras = extras, Diagnostics = [.. log.ToList()] };
    }
}
