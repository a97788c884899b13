using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Designs.Boards;

public enum StackupKind
{
    Copper,
    /// <summary>Core or prepreg.</summary>
    Dielectric,
    SolderMask,
    Legend,
    Paste,
    /// <summary>Surface finish on the outer copper.</summary>
    Finish,
    Other,
}

/// <summary>What a board is made of, layer by layer, as its designer says.</summary>
/// <param name="Rows">Top to bottom.</param>
/// <param name="Source">Path of the file that says so.</param>
public sealed record Stackup(ImmutableArray<StackupRow> Rows, string Source)
{
    /// <summary>Of the whole board, as stated; null when it is not.</summary>
    public Length? StatedThickness { get; init; }

    public int CopperLayers => Rows.Count(row => row.Kind == StackupKind.Copper);

    /// <summary>Of copper and dielectric together; null when that of one is not given.</summary>
    public Length? Thickness
    {
        get
        {
            var solid = Rows.Where(row => row.Kind is StackupKind.Copper or StackupKind.Dielectric).ToArray();
            if (solid.Length == 0 || solid.Any(row => row.Thickness is null)) return null;
            return solid.Aggregate(Length.Zero, (sum, row) => sum + row.Thickness!.Value);
        }
    }
}

/// <summary>One layer of a stack-up; what is not given is null.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As the designer calls it; empty when not given.</param>
public sealed record StackupRow(StackupKind Kind, string Name)
{
    public Length? Thickness { get; init; }
    public string? Material { get; init; }

    /// <summary>Relative permittivity.</summary>
    public double? DielectricConstant { get; init; }

    /// <summary>Tangent of the loss angle.</summary>
    public double? LossTangent { get; init; }
    public string? Colour { get; init; }
}
