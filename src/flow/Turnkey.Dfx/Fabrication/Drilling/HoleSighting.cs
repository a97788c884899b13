using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>How holes are named and pointed at in findings.</summary>
internal static class HoleSighting
{
    /// <summary>What a hole is one of, in the plural: <c>vias</c>, <c>slots without plating</c>.</summary>
    public static string Kind(CheckedHole hole) => hole.Hole.Kind switch
    {
        HoleKind.Route => hole.IsPlated ? "plated milled paths" : "milled paths",
        HoleKind.Slot => hole.IsPlated ? "plated slots" : "slots without plating",
        _ => !hole.IsPlated ? "holes without plating" : hole.Hole.Function switch { HoleFunction.Via => "vias", HoleFunction.PressFit => "press-fit holes", _ => "plated holes" },
    };

    /// <summary>As <c>hole of 0.3 mm (0.4 mm tool), net GND</c>.</summary>
    public static string Describe(CheckedDesign design, CheckedHole hole)
    {
        var what = hole.Hole.Kind == HoleKind.Round ? "hole" : hole.Hole.Kind == HoleKind.Slot ? "slot" : "path";
        var tool = hole.Tool == hole.Hole.Diameter ? "" : $" ({hole.Tool} tool)";
        return $"{what} of {hole.Hole.Diameter}{tool}{(hole.Net < 0 ? "" : ", net " + design.NetName(hole.Net))}";
    }

    public static Sighting Of(CheckedDesign design, CheckedHole hole, string cause, Measure measured) => new(cause, hole.Middle, "", measured)
    {
        What = Describe(design, hole),
        Bounds = hole.Hole.Bounds.Grow(250_000),
        Case = Case(design, hole, hole.Middle),
    };

    public static LimitCase Case(CheckedDesign design, CheckedHole hole, Point at, int otherNet = -1) => new()
    {
        Net = hole.Net < 0 ? null : design.NetName(hole.Net),
        OtherNet = otherNet < 0 ? null : design.NetName(otherNet),
        At = (Length.FromNanometres(at.X), Length.FromNanometres(at.Y)),
    };

    /// <summary>As <c>1,204 vias</c>.</summary>
    public static string Count(int number, string what) => $"{number.ToString("N0", CultureInfo.InvariantCulture)} {what}";
}
