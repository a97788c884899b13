using Turnkey.Designs.Nets;
using Turnkey.Geometry;

namespace Turnkey.Dfx.Boards;

/// <summary>Asks the copper of one layer what lies at a place, all pieces together.</summary>
internal static class CopperProbe
{
    /// <summary>The depth of a place in the piece that it lies deepest in, in nanometres; 0 when it lies in none.</summary>
    public static double Depth(CopperSheet sheet, Point place) => LayerProbe.Depth(new CopperPieces(sheet), place);

    public static bool Covers(CopperSheet sheet, Point place) => LayerProbe.Covers(new CopperPieces(sheet), place);

    /// <inheritdoc cref="LayerProbe.Along"/>
    public static double Along(CopperSheet sheet, Point from, double x, double y, double most) => LayerProbe.Along(new CopperPieces(sheet), from, x, y, most);
}
