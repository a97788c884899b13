using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Documents.Viewer;

/// <summary>Something to be looked at on the board: a finding with its place.</summary>
/// <param name="At">In the board's coordinates.</param>
/// <param name="Side">The face it is seen from; <see cref="Side.All"/> or <see cref="Side.Inner"/> for both.</param>
/// <param name="Severity">Gives its colour.</param>
/// <param name="Text">What is to be said about it.</param>
public sealed record SceneMarker(Point At, Side Side, Severity Severity, string Text)
{
    /// <summary>What stands in it, as the number of its finding on the page; empty for its place in the list of markers.</summary>
    public string Label { get; init; } = "";
}
