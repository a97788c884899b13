using Turnkey.Geometry.Distances;

namespace Turnkey.Dfx.Boards;

/// <summary>Shares of the board that the layers cover with copper, or why there are none. To a tenth of a percent: they are scanned, which takes a hundredth of the time of a union.</summary>
internal sealed record CopperShares((int Layer, double Percent)[] Known, string? Skipped)
{
    /// <summary>Lines that a layer is scanned with.</summary>
    private const int Lines = 2_000;

    public static CopperShares Of(CheckedDesign design)
    {
        if (design.WhyNoCopper is { } why) return new([], why);
        if (design.Nets.Material is not { } material) return new([], "no outline says what the board's area is");
        var sheets = design.Sheets.ToArray();
        var known = new (int, double)[sheets.Length];
        Parallel.For(0, sheets.Length, i => known[i] = (sheets[i].Number, Math.Round(100 * ScannedArea.Of([.. sheets[i].Pieces.Select(piece => piece.Primitive)], material.Bounds, Lines) / material.Area, 2)));
        return new(known, null);
    }
}
