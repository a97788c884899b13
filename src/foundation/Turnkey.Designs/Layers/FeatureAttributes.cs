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

    // Spelled out: the record's own comparers of enumerations are compiled at every start, which costs more than reading a small layer.
    public bool Equals(FeatureAttributes? other) => other is not null && Function == other.Function && Hole == other.Hole &&
        string.Equals(Net, other.Net, StringComparison.Ordinal) && string.Equals(Component, other.Component, StringComparison.Ordinal) &&
        string.Equals(Pin, other.Pin, StringComparison.Ordinal);

    public override int GetHashCode()
    {
        var hash = ((int)Function * 31) + (int)Hole;
        hash = (hash * 397) ^ (Net is null ? 0 : StringComparer.Ordinal.GetHashCode(Net));
        hash = (hash * 397) ^ (Component is null ? 0 : StringComparer.Ordinal.GetHashCode(Component));
        return (hash * 397) ^ (Pin is null ? 0 : StringComparer.Ordinal.GetHashCode(Pin));
    }
}
