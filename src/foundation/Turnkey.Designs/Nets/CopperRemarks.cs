using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>What is to be said about the amount of copper: what could not be worked out, and what lies beside the board.</summary>
internal static class CopperRemarks
{
    public static IEnumerable<Diagnostic> Of(Board board, TracedCopper copper, ImmutableArray<CopperLayerFacts> layers, ImmutableArray<int> unsearched)
    {
        if (copper.FrameRemark is { } remark) yield return remark;
        foreach (var (layer, facts) in board.Copper.Zip(layers))
        {
            if (facts.AreaSquareMillimetres is null)
                yield return Diagnostic.Warning("copper.area-incomplete", layer.Source, 0, $"copper layer {facts.CopperLayer} is too intricate for its area and islands to be computed");
            if (facts.IsTraced && unsearched.Contains(facts.CopperLayer))
                yield return Diagnostic.Warning("copper.gaps-not-searched", layer.Source, 0, $"copper layer {facts.CopperLayer} has too much copper for its smallest gap to be looked for, so the least space of the board is not known");
            if (facts.BesideSquareMillimetres >= LeastShown || facts.BesideFeatures > 0)
                yield return Diagnostic.Info("copper.beside-board", layer.Source, 0, $"on copper layer {facts.CopperLayer} {Area(facts)} of copper is drawn beyond the edge of the board{Things(facts)}; it counts neither as copper of the board nor as nets");
        }
    }

    /// <summary>In mm²; what is less is the rounding of edges that lie on the board's edge.</summary>
    private const double LeastShown = 0.001;

    private static string Area(CopperLayerFacts facts) =>
        facts.BesideSquareMillimetres is { } known ? known.ToString("0.###", CultureInfo.InvariantCulture) + " mm²" : "some";

    private static string Things(CopperLayerFacts facts) => facts.BesideFeatures switch
    {
        0 => "",
        1 => ", with one thing that lies there as a whole",
        var count => $", with {count.ToString(CultureInfo.InvariantCulture)} things that lie there as a whole",
    };
}
