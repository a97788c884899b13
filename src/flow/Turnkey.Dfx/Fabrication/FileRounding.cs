using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Fabrication;

/// <summary>
/// How far a distance between two places may be off because the files that say where they are round their coordinates: each by half a step in x and in y. Drill
/// files of inch 2.4 step by 2.54 µm, so a ring may be drawn 1.8 µm wider than it is measured.
/// </summary>
internal static class FileRounding
{
    /// <param name="one">Step of the coordinates of the one place, <see cref="Length.Zero"/> where it is not known.</param>
    /// <param name="other">Of the other.</param>
    public static Length Between(Length one, Length other) => Length.FromNanometres((long)Math.Ceiling((one + other).Nanometres / 2d * Math.Sqrt(2)));

    public static Length On(CopperSheet sheet) => Between(sheet.Layer.Resolution, sheet.Layer.Resolution);

    public static Length Between(CheckedHole hole, CopperSheet sheet) => Between(hole.Hole.Resolution, sheet.Layer.Resolution);

    public static Length Between(CheckedHole one, CheckedHole other) => Between(one.Hole.Resolution, other.Hole.Resolution);

    /// <summary>Step of the file that the outline was read from.</summary>
    public static Length OfOutline(CheckedDesign design)
    {
        if (design.Board is not { Outline: { } outline } board) return Length.Zero;
        foreach (var layer in board.Layers)
        {
            if (layer.Source == outline.Source) return layer.Resolution;
        }
        return Length.Zero;
    }
}
