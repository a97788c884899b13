using Turnkey.Kernel;

namespace Turnkey.Designs.Layers;

/// <summary>What a layer of a board is for.</summary>
public enum LayerRole
{
    Copper,
    SolderMask,
    Paste,
    Legend,
    Outline,
    /// <summary>Drill drawing, fabrication drawing, assembly drawing, courtyards, notes: for people, not for the machine.</summary>
    Drawing,
    /// <summary>V-score lines, glue, carbon, peelable mask, component layers and what else is made but is none of the above.</summary>
    Other,
}

/// <summary>Which face of the board a layer or part is on.</summary>
public enum Side
{
    Top,
    Bottom,
    Inner,
    /// <summary>Concerns the whole board: outline, through drill.</summary>
    All,
}

/// <summary>One layer of a board: its purpose and its picture.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Side">Face; null where a file does not say.</param>
/// <param name="CopperLayer">1 is the top copper, counting down; null for anything but copper.</param>
/// <param name="Source">Path of the file in the package that it was read from.</param>
/// <param name="Image">Seen from the top, in the board's coordinates.</param>
public sealed record Layer(LayerRole Role, Side? Side, int? CopperLayer, string Source, LayerImage Image)
{
    /// <summary>True when what is drawn is where material is missing (negative planes, solder mask as openings is positive by convention).</summary>
    public bool Negative { get; init; }

    /// <summary>Step of the coordinates of its file: each may be off by half of it. Zero where it is not known or does not matter.</summary>
    public Length Resolution { get; init; }

    /// <summary>True when its lines are V-scores: grooves along which boards are broken apart.</summary>
    public bool IsScoring { get; init; }
}
