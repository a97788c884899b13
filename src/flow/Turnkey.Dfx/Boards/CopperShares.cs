using Turnkey.Designs.Nets;

namespace Turnkey.Dfx.Boards;

/// <summary>Shares of the layers whose area is known, or why there are none.</summary>
internal sealed record CopperShares((int Layer, double Percent)[] Known, string? Skipped)
{
    public static CopperShares Of(CheckedDesign design)
    {
        if (!design.HasCopper) return new([], design.WhyNoCopper);
        if (design.Nets.Material is not { } material) return new([], "no outline says what the board's area is");
        var facts = new CopperLayerFacts[design.Nets.Sheets.Length];
        Parallel.For(0, facts.Length, i => facts[i] = design.Nets.LayerFacts(i));
        (int, double)[] known = [.. facts.Where(layer => layer.AreaSquareMillimetres is not null).Select(layer => (layer.CopperLayer, 100 * layer.AreaSquareMillimetres!.Value / (material.Area / 1e12)))];
        return known.Length == 0 ? new([], "the copper is too intricate for its area to be computed") : new(known, null);
    }
}
