using Turnkey.Designs.Layers;

namespace Turnkey.Pipeline.Rendering;

/// <summary>What to look at.</summary>
/// <param name="Inspect">A package, or a single Gerber or drill file.</param>
public sealed record RenderRequest(InspectRequest Inspect)
{
    /// <summary>One layer: its file's name or path in the package, or words such as <c>top copper</c>, <c>copper 2</c>, <c>outline</c>, <c>drill</c>; null: the board.</summary>
    public string? Layer { get; init; }

    /// <summary>Name of the board, where a package holds several; null: the first.</summary>
    public string? Board { get; init; }

    /// <summary>The face to look at when it is not one layer: <see cref="Side.Top"/> or <see cref="Side.Bottom"/>. Null: the only layer of a single file, else the top.</summary>
    public Side? Face { get; init; }
}
