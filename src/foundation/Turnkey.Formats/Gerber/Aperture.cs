using Turnkey.Designs.Layers;

namespace Turnkey.Formats.Gerber;

/// <summary>One aperture of the file's dictionary: a shape, or a block of features (<c>AB</c>) that a flash stamps as a whole.</summary>
internal sealed class Aperture(long code, PadShape? shape, Feature[]? block, string? function)
{
    public long Code { get; } = code;

    /// <summary>Null for a block.</summary>
    public PadShape? Shape { get; } = shape;

    /// <summary>Around the block's origin, in painting order; null for a shape.</summary>
    public Feature[]? Block { get; } = block;

    /// <summary>First field of <c>.AperFunction</c> when it was defined.</summary>
    public string? Function { get; } = function;

    /// <summary>Where the film keeps the shape as it is defined; -1 until it is used.</summary>
    public int PlainShape { get; set; } = -1;
}
