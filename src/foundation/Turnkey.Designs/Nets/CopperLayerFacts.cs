using Turnkey.Designs.Boards;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Nets;

/// <summary>How much copper a layer has. Areas are null when the layer was too intricate to compute them.</summary>
/// <param name="CopperLayer">1 is the top.</param>
/// <param name="AreaSquareMillimetres">Of what leaves the factory: cut at the board's edge, without what holes without plating take away.</param>
/// <param name="Islands">Pieces of that which do not touch each other on this layer, touching at a point being touching; null when too intricate to tell.</param>
public sealed record CopperLayerFacts(int CopperLayer, double? AreaSquareMillimetres, int? Islands)
{
    /// <summary>Of the layer as drawn, beside the board and before drilling.</summary>
    public double? DrawnSquareMillimetres { get; init; }

    /// <summary>Of what is drawn beyond the board's edge; 0 where no outline says where that is.</summary>
    public double? BesideSquareMillimetres { get; init; }

    /// <summary>Things drawn of which nothing lies on the board: lettering, coupons, drawing frames.</summary>
    public int BesideFeatures { get; init; }

    /// <summary>False when the copper was too much to be traced: its nets are not known.</summary>
    public bool IsTraced { get; init; } = true;

    internal static CopperLayerFacts Of(Board board, Layer layer, LayerCopper traced, BoardFrame? frame, IReadOnlyList<Hole> cutting)
    {
        // Twice the budget of the drawing: what is left of the first serves to cut it.
        var budget = CopperBudget.Of(layer.Image);
        var facts = new CopperLayerFacts(traced.Number, null, null) { BesideFeatures = traced.Beside, IsTraced = traced.GivenUp is null };
        var isCut = traced.GivenUp is not null;
        if (layer.Negative)
        {
            var plane = CopperOfBoard.Plane(board, frame, layer.Image, cutting, budget);
            return plane.IsComplete ? facts.With(plane, plane.Area, 0) : facts;
        }
        var drawn = CopperArea.Of(layer.Image, budget);
        if (!drawn.IsComplete) return facts;
        var onBoard = frame is not null && (isCut || traced.LeavesBoard) ? CopperOfBoard.OnBoard(drawn, frame, budget) : drawn;
        var left = cutting.Count > 0 && (isCut || traced.IsDrilledInto) ? CopperOfBoard.Drilled(onBoard, cutting, budget) : onBoard;
        return onBoard.IsComplete && left.IsComplete ? facts.With(left, drawn.Area, drawn.Area - onBoard.Area) : facts with { DrawnSquareMillimetres = drawn.Area / 1e12 };
    }

    private CopperLayerFacts With(Region copper, double drawn, double beside) => this with
    {
        AreaSquareMillimetres = copper.Area / 1e12,
        Islands = TouchingIslands.Count(copper),
        DrawnSquareMillimetres = drawn / 1e12,
        BesideSquareMillimetres = Math.Max(beside, 0) / 1e12,
    };
}
