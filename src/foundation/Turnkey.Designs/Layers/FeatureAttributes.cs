namespace Turnkey.Designs.Layers;

/// <summary>What a design file says about a feature beyond its shape; null where it says nothing.</summary>
/// <param name="Function">What the copper is for: <c>SMDPad</c>, <c>ComponentPad</c>, <c>ViaPad</c>, <c>BGAPad</c>, <c>Conductor</c>, <c>FiducialPad</c>,
/// <c>Profile</c> … (names of the Gerber specification, .AperFunction).</param>
/// <param name="Net">Name of the net it belongs to.</param>
/// <param name="Component">Designator of the part it belongs to.</param>
/// <param name="Pin">Pin of that part.</param>
public sealed record FeatureAttributes(string? Function = null, string? Net = null, string? Component = null, string? Pin = null)
{
    public static FeatureAttributes None { get; } = new();
}
