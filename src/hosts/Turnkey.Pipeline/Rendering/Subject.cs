using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;

namespace Turnkey.Pipeline.Rendering;

/// <summary>What a picture is to be made of.</summary>
public abstract record Subject(ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>One layer alone.</summary>
    public sealed record OfLayer(Layer Layer, ImmutableArray<Diagnostic> Diagnostics) : Subject(Diagnostics);

    /// <summary>A face of the board as made.</summary>
    public sealed record OfFace(Board Board, Side Face, BuildSpecification Specification, ImmutableArray<Diagnostic> Diagnostics) : Subject(Diagnostics);

    /// <summary>There is nothing to draw; the first diagnostic is the reason.</summary>
    /// <param name="Name">Of the input.</param>
    public sealed record Refused(string Name, ImmutableArray<Diagnostic> Diagnostics) : Subject(Diagnostics);
}
