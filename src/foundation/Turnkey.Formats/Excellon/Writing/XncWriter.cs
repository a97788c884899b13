using System.Globalization;
using System.Text;
using Turnkey.Designs.Boards;
using Turnkey.Formats.Attributes;
using Turnkey.Formats.Gerber.Writing;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Excellon.Writing;

/// <summary>
/// Writes drill files in XNC (Ucamco, revision 2021.11), the strict subset of Excellon: metric, with decimal points, so exact to the nanometre; one
/// tool for each diameter and purpose, attributes in comments, slots and contours routed. Holes come back as they were, those of one tool together.
/// Arcs are written by their radius, as XNC has it, and come back to within 5 nm; those of more than 150° in pieces, which are routes when they are read.
/// </summary>
public static class XncWriter
{
    /// <summary>
    /// By its radius an arc turns by half a circle at most, and near that a nanometre of the radius moves its middle by micrometres; up to 150° by 2 nm.
    /// </summary>
    private const double MostTurn = 150 * Math.PI / 180;

    /// <summary>The same holes give the same bytes.</summary>
    /// <exception cref="ArgumentException">A hole has no size: XNC has no tool without a diameter.</exception>
    public static ReadOnlyMemory<byte> Write(XncFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Holes.Any(hole => hole.Diameter <= Length.Zero)) throw new ArgumentException("a hole without a size cannot be drilled", nameof(file));
        var text = new StringBuilder("M48\n");
        if (!file.GenerationSoftware.IsEmpty) Attribute(text, "TF.GenerationSoftware," + string.Join(',', file.GenerationSoftware.Select(GerberText.Field)));
        Attribute(text, "TF.Part,Single");
        Attribute(text, "TF.FileFunction," + file.FileFunction);
        if (file.SameCoordinates is { } same) Attribute(text, same.Length > 0 ? "TF.SameCoordinates," + GerberText.Field(same) : "TF.SameCoordinates");
        text.Append("METRIC\n");

        var tools = file.Holes.GroupBy(hole => (hole.Diameter, hole.Function)).OrderBy(tool => tool.Key.Diameter).ThenBy(tool => tool.Key.Function).ToArray();
        var attributed = false;
        for (var i = 0; i < tools.Length; i++)
        {
            if (FunctionOf(tools[i].Key.Function) is { } function)
            {
                Attribute(text, $"TA.AperFunction,{(file.Plating == Plating.NonPlated ? "NonPlated" : "Plated")},{file.Label},{function}");
                attributed = true;
            }
            else if (attributed)
            {
                Attribute(text, "TD");
                attributed = false;
            }
            text.Append(CultureInfo.InvariantCulture, $"T{i + 1:00}C{Number(tools[i].Key.Diameter.Nanometres)}\n");
        }
        text.Append("%\nG05\n");
        for (var i = 0; i < tools.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"T{i + 1:00}\n");
            Drill(text, tools[i]);
        }
        text.Append("M30\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Drill(StringBuilder text, IEnumerable<Hole> holes)
    {
        Hole? before = null;
        foreach (var hole in holes)
        {
            // The edges of a routed contour follow each other without the tool being lifted.
            var goesOn = before is { Kind: HoleKind.Route } last && hole.Kind == HoleKind.Route && last.Path.End == hole.Path.Start;
            if (!goesOn && before is { Kind: not HoleKind.Round }) text.Append("M16\nG05\n");
            before = hole;
            if (hole.Kind == HoleKind.Round)
            {
                text.Append(Place(hole.At)).Append('\n');
                continue;
            }
            if (!goesOn) text.Append("G00").Append(Place(hole.At)).Append("\nM15\n");
            Cut(text, hole.Path);
        }
        if (before is { Kind: not HoleKind.Round }) text.Append("M16\nG05\n");
    }

    private static void Cut(StringBuilder text, Edge path)
    {
        if (!path.IsArc)
        {
            text.Append("G01").Append(Place(path.End)).Append('\n');
            return;
        }
        var code = path.Direction == ArcDirection.Clockwise ? "G02" : "G03";
        var radius = Number((long)Math.Round(path.Radius));
        var pieces = Math.Max(1, (int)Math.Ceiling((path.Sweep - 1e-9) / MostTurn));
        var from = Math.Atan2(path.Start.Y - path.Centre.Y, path.Start.X - path.Centre.X);
        for (var i = 1; i <= pieces; i++)
        {
            var (sin, cos) = Math.SinCos(from + ((int)path.Direction * path.Sweep * i / pieces));
            var to = i == pieces ? path.End : new Point(path.Centre.X + (long)Math.Round(path.Radius * cos), path.Centre.Y + (long)Math.Round(path.Radius * sin));
            text.Append(code).Append(Place(to)).Append('A').Append(radius).Append('\n');
        }
    }

    private static string? FunctionOf(HoleFunction function) => function switch
    {
        HoleFunction.Unstated => null,
        HoleFunction.PressFit => "ComponentDrill,PressFit",
        HoleFunction.Breakout => "MechanicalDrill,BreakOut",
        HoleFunction.Other => "OtherDrill,Other",
        _ => FunctionNames.Of(function),
    };

    private static void Attribute(StringBuilder text, string attribute) => text.Append("; #@! ").Append(attribute).Append('\n');

    private static string Place(Point at) => $"X{Number(at.X)}Y{Number(at.Y)}";

    private static string Number(long nanometres) => (nanometres / 1_000_000m).ToString("0.0#####", CultureInfo.InvariantCulture);
}
