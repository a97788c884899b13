using Turnkey.Drawing.Vector;
using Turnkey.Geometry;

namespace Turnkey.Documents.Viewer;

/// <summary>How finely a scene is written.</summary>
/// <param name="Unit">Nanometres of one step of its coordinates.</param>
/// <param name="Tolerance">Nanometres that the line around an area may pass from the corners and arcs it replaces.</param>
internal readonly record struct SceneGrid(long Unit, long Tolerance)
{
    /// <summary>Finest first. A tenth of a micrometre holds millimetres to four places and mils to two exactly.</summary>
    public static IReadOnlyList<SceneGrid> Levels { get; } = [new(100, 500), new(500, 1_000), new(1_000, 2_500), new(2_500, 5_000), new(5_000, 10_000)];

    public GridPoint Snap(Point point) => new(Snap(point.X), Snap(point.Y));

    /// <summary>Rounds half away from zero.</summary>
    public long Snap(long nanometres) => (nanometres >= 0 ? nanometres + (Unit / 2) : nanometres - (Unit / 2)) / Unit;
}
