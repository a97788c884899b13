using Turnkey.Designs.Boards;

namespace Turnkey.Designs.Layers;

/// <summary>What a design file says about a feature beyond its shape; null where it says nothing.</summary>
/// <param name="Function">What it is for.</param>
/// <param name="Net">Name of the net it belongs to.</param>
/// <param name="Component">Designator of the part it belongs to.</param>
/// <param name="Pin">Pin of that part.</param>
public sealed record FeatureAttributes(FeatureFunction Function = FeatureFunction.Unstated, string? Net = null, string? Component = null, string? Pin = null)
{
    /// <summary>On layers that draw holes: what the hole is for.</summary>
    public HoleFunction Hole { get; init; }

    public static FeatureAttributes None { get; } = new();
}
