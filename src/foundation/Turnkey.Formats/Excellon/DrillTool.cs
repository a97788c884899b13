using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Formats.Excellon;

/// <summary>A tool of a drill file.</summary>
/// <param name="Number">As in T01: 1. The same number may be defined anew later in a file.</param>
/// <param name="Line">Where it was defined or first used.</param>
public sealed record DrillTool(int Number, int Line)
{
    /// <summary>As written; see <see cref="Diameter"/>.</summary>
    internal DrillNumber Size { get; init; } = DrillNumber.None;

    /// <summary>The unit the size came with; null: the file's.</summary>
    public DrillUnit? SizeUnit { get; init; }

    /// <summary>What the file says of this tool alone; null: as the file.</summary>
    public Plating? Plating { get; init; }

    /// <summary>What its holes are for.</summary>
    public HoleFunction Function { get; init; }

    /// <summary>How many holes a tool list promises; null when it does not.</summary>
    public int? PromisedHoles { get; init; }

    /// <summary>False when neither the file nor a side file gives a size above zero.</summary>
    public bool HasDiameter => Size.IsPresent && Size.Magnitude > 0;

    /// <summary>Zero when it has none.</summary>
    public Length Diameter(DrillFormat format) =>
        Length.FromNanometres(Math.Abs(Size.ToNanometres(SizeUnit ?? format.ToolUnit ?? format.Unit)));
}
