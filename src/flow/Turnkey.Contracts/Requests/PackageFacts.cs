using System.Collections.Immutable;

namespace Turnkey.Contracts.Requests;

/// <summary>What was found in a design package, as far as a request needs to know.</summary>
public sealed record PackageFacts
{
    /// <summary>SHA-256 of the package, the same for a folder and its zip.</summary>
    public string Package { get; init; } = "";

    public string Name { get; init; } = "";

    public int CopperLayers { get; init; }

    public double WidthMm { get; init; }

    public double HeightMm { get; init; }

    public bool HasOutline { get; init; }

    public bool HasDrills { get; init; }

    public int BomLines { get; init; }

    public int LinesWithoutPartNumber { get; init; }

    public int Parts { get; init; }

    public int Placements { get; init; }

    /// <summary>Every designator of the parts list.</summary>
    public ImmutableHashSet<string> Designators { get; init; } = [];

    /// <summary>Fields of the build specification that nothing in the files says.</summary>
    public ImmutableArray<string> Assumed { get; init; } = [];

    public bool HasCopper => CopperLayers > 0;
}
