using Turnkey.Dfx.Boards;

namespace Turnkey.Dfx.Assembling.Mounted;

/// <summary>How findings name parts and pads.</summary>
internal static class PartNames
{
    public static string Side(Designs.Layers.Side side) => side == Designs.Layers.Side.Bottom ? "bottom" : "top";

    /// <summary><c>U3.7</c>; the part's name alone where no pin is known.</summary>
    public static string Of(PartOnBoard part, Pad pad) => pad.Name?.Pin is { Length: > 0 } pin ? $"{part.Name}.{pin}" : part.Name;

    /// <summary>What parts of a kind are called in the plural.</summary>
    public static string Plural(PartOnBoard part) => part.Kind.Package.Length > 0 ? $"{part.Kind.Package} parts" : part.Footprint.Length > 0 ? $"parts with footprint {part.Footprint}" : "parts";
}
