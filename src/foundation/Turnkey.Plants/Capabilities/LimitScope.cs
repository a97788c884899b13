using System.Collections.Immutable;
using System.Globalization;
using System.IO.Enumeration;
using Turnkey.Kernel;

namespace Turnkey.Plants.Capabilities;

/// <summary>Which copper layers a limit holds for.</summary>
public enum LayerScope
{
    All,
    Outer,
    Inner,
}

/// <summary>How many copper layers a board has, both ends included.</summary>
public readonly record struct LayerCount(int Fewest, int Most)
{
    public bool Holds(int layers) => layers >= Fewest && layers <= Most;

    public override string ToString() => Fewest == Most ? Fewest.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Fewest}-{Most}");
}

/// <summary>A rectangle of the board in its own coordinates, edges included.</summary>
public sealed record LimitRegion(Length Left, Length Bottom, Length Right, Length Top)
{
    public bool Holds(Length x, Length y) => x >= Left && x <= Right && y >= Bottom && y <= Top;
}

/// <summary>Where a limit holds. What is null or empty is not asked for.</summary>
/// <param name="Layers">Of the copper.</param>
public sealed record LimitScope(LayerScope Layers = LayerScope.All)
{
    /// <summary>Holds for boards with so many copper layers. A limit of a capability that nobody narrowed to a board (<see cref="Capability.On"/>) counts whatever is asked here.</summary>
    public LayerCount? BoardLayers { get; init; }

    /// <summary>Holds for copper up to this thick on the finished layer; makers etch thicker copper with wider gaps.</summary>
    public Length? CopperUpTo { get; init; }

    /// <summary>Patterns of net names with <c>*</c> and <c>?</c>, whatever the case: a net class.</summary>
    public ImmutableArray<string> Nets { get; init; } = [];

    public LimitRegion? Region { get; init; }

    /// <summary>How much is asked for: of two limits that hold, the one that asks for more is meant for the case.</summary>
    public int Weight => (Region is null ? 0 : 16) + (Nets.IsEmpty ? 0 : 8) + (BoardLayers is null ? 0 : 4) + (Layers == LayerScope.All ? 0 : 2) + (CopperUpTo is null ? 0 : 1);

    public bool Holds(in LimitCase at)
    {
        if (Layers == LayerScope.Outer && at.IsInner || Layers == LayerScope.Inner && !at.IsInner) return false;
        if (CopperUpTo is { } most && at.Copper > most) return false;
        if (!Nets.IsEmpty && !HasNet(at.Net) && !HasNet(at.OtherNet)) return false;
        return Region is not { } region || (at.At is { } place && region.Holds(place.X, place.Y));
    }

    /// <summary>As <c>boards of 1-2 layers, outer layers, copper to 0.045 mm</c>; empty where it holds everywhere.</summary>
    public string ToText()
    {
        var parts = new List<string>();
        if (BoardLayers is { } count) parts.Add($"boards of {count} layers");
        if (Layers != LayerScope.All) parts.Add(Layers == LayerScope.Outer ? "outer layers" : "inner layers");
        if (CopperUpTo is { } most) parts.Add($"copper to {most}");
        if (!Nets.IsEmpty) parts.Add($"nets {string.Join(" ", Nets)}");
        if (Region is { } region) parts.Add($"from {region.Left}, {region.Bottom} to {region.Right}, {region.Top}");
        return string.Join(", ", parts);
    }

    private bool HasNet(string? net) => net is not null && Nets.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, net, ignoreCase: true));
}

/// <summary>What is to be judged: where it lies and what it belongs to.</summary>
/// <param name="IsInner">On an inner copper layer; false for outer ones and what is on no copper.</param>
/// <param name="Copper">Thickness of the finished copper layer; zero where it does not matter.</param>
public readonly record struct LimitCase(bool IsInner = false, Length Copper = default)
{
    public string? Net { get; init; }

    /// <summary>Of two nets that come near to each other, the other.</summary>
    public string? OtherNet { get; init; }

    public (Length X, Length Y)? At { get; init; }

    /// <summary>How far what was measured may be off, because the files it was measured from round their coordinates; zero where they do not, or nobody knows.</summary>
    public Length Rounding { get; init; }
}
