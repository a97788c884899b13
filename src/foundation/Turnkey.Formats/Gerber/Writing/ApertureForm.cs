using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>A pad shape as an aperture: a standard one where that reads back as exactly this shape, else a macro of outlines and discs.</summary>
/// <param name="Template">What follows the number in AD, for a macro behind its name: <c>C,0.5</c>; empty for a macro.</param>
/// <param name="Macro">Statements of the macro; null for a standard aperture.</param>
internal sealed record ApertureForm(string Template, string? Macro)
{
    /// <summary>The most corners of an outline primitive (Gerber layer format specification, 4.5.1.6).</summary>
    private const int MostCorners = 5000;
    private const double Tolerance = 250;

    /// <summary>Draws nothing, yet says where: what a shape without any area is written as.</summary>
    public static ApertureForm Nothing { get; } = new("C,0", null);

    /// <summary>
    /// Null for what no aperture says exactly: shapes with arcs that are no corners of it. They are written as regions where they are flashed. Where such
    /// a shape has clear parts, which erase within it only, as regions cannot, its arcs are chords that are off by at most 0.25 µm.
    /// </summary>
    /// <param name="shape">What is flashed.</param>
    /// <param name="chords">The same for any shape: it is flashed so often that regions would make the file too large.</param>
    public static ApertureForm? Of(PadShape shape, bool chords)
    {
        if (shape.IsSolidCircle) return new ApertureForm("C," + GerberText.Millimetres(Math.Max(0, shape.Width.Nanometres)), null);
        var box = shape.Bounds;
        if (box.IsEmpty || box.Area == 0) return Nothing;
        foreach (var template in Templates(shape))
        {
            if (ReadBack(template, null) is { } read && ShapeSameness.Same(read, shape)) return new ApertureForm(template, null);
        }
        foreach (var thermal in Thermals(shape))
        {
            if (ReadBack("", thermal) is { } four && ShapeSameness.Same(four, shape)) return new ApertureForm("", thermal);
        }
        var macro = Statements(shape, chords: false) ?? (chords || shape.Parts.Any(part => !part.Dark) ? Statements(shape, chords: true) : null);
        return macro is null ? null : new ApertureForm("", macro);
    }

    private static IEnumerable<string> Templates(PadShape shape)
    {
        var hole = "";
        if (shape.Parts is [{ Dark: true }, { Dark: false } clear])
        {
            if (ShapeSameness.Circle(clear.Contour) is not { } circle || circle.Centre != Point.Origin) yield break;
            hole = "X" + GerberText.Millimetres(2 * circle.Radius);
        }
        else if (shape.Parts.Length != 1)
        {
            yield break;
        }
        var (width, height) = (GerberText.Millimetres(shape.Width.Nanometres), GerberText.Millimetres(shape.Height.Nanometres));
        switch (shape.Kind)
        {
            case PadShapeKind.Circle: yield return $"C,{width}{hole}"; break;
            case PadShapeKind.Rectangle: yield return $"R,{width}X{height}{hole}"; break;
            case PadShapeKind.Obround: yield return $"O,{width}X{height}{hole}"; break;
            case PadShapeKind.RegularPolygon when shape.Parts[0].Contour.Edges.Length is >= 3 and <= 12:
                foreach (var text in Polygons(shape.Parts[0].Contour)) yield return text + hole;
                break;
            default: break;
        }
    }

    /// <summary>The corners were rounded: diameters and rotations near what they say are tried until one gives them all.</summary>
    private static IEnumerable<string> Polygons(Contour contour)
    {
        var corners = contour.Edges.Select(edge => edge.Start).ToArray();
        var diameter = (long)Math.Round(2 * corners.Average(corner => Point.Distance(corner, Point.Origin)));
        var rotation = Math.Atan2(corners[0].Y, corners[0].X) * 180 / Math.PI;
        foreach (var turn in new[] { Math.Round(rotation), Math.Round(rotation, 1), Math.Round(rotation, 3), rotation })
        {
            foreach (var off in (long[])[0, 1, -1, 2, -2])
                yield return string.Create(CultureInfo.InvariantCulture, $"P,{GerberText.Millimetres(diameter + off)}X{corners.Length}X{turn:0.#########}");
        }
    }

    /// <summary>
    /// The four quarters of a thermal relief, which a primitive says in one line. A turned one only around the origin: the specification turns primitives
    /// around that, gerbv (2.9) around their own middle. And only with an inner circle that all gaps reach: gerbv ends where it does not.
    /// </summary>
    private static IEnumerable<string> Thermals(PadShape shape)
    {
        if (shape.Parts.Length != 4 || shape.Parts.Any(part => !part.Dark)) yield break;
        var arcs = shape.Parts.SelectMany(part => part.Contour.Edges).Where(edge => edge.IsArc).ToArray();
        if (arcs.Length != 8 || arcs.Any(arc => arc.Centre != arcs[0].Centre)) yield break;
        var outermost = arcs.MaxBy(arc => arc.Radius);
        var (outer, inner, centre) = (2 * (long)Math.Round(outermost.Radius), 2 * (long)Math.Round(arcs.Min(arc => arc.Radius)), outermost.Centre);
        var along = arcs.Min(arc => 2 * Math.Min(Math.Abs(arc.Start.X - arc.Centre.X), Math.Abs(arc.Start.Y - arc.Centre.Y)));
        yield return Text(along, 0);
        if (centre != Point.Origin) yield break;
        // Corners were rounded to the nanometre, so gap and angle are known nearly: the rounder ones first.
        var gap = (long)Math.Round(2 * outermost.Radius * Math.Sin(((Math.PI / 2) - outermost.Sweep) / 2));
        var middle = outermost.Middle;
        var rotation = ((Math.Atan2(middle.Y, middle.X) * 180 / Math.PI) + 45 + 360) % 90;
        foreach (var turn in new[] { Math.Round(rotation), Math.Round(rotation, 1), Math.Round(rotation, 3), rotation })
        {
            foreach (var step in (long[])[10_000, 1_000, 100, 10, 1]) yield return Text((gap + (step / 2)) / step * step, turn);
        }

        string Text(long width, double turn) => string.Create(CultureInfo.InvariantCulture,
            $"7,{GerberText.Millimetres(centre.X)},{GerberText.Millimetres(centre.Y)},{GerberText.Millimetres(outer)},{GerberText.Millimetres(inner)},{GerberText.Millimetres(width)},{turn:0.#########}*");
    }

    private static string? Statements(PadShape shape, bool chords)
    {
        var text = new StringBuilder();
        foreach (var part in shape.Parts)
        {
            var exposure = part.Dark ? "1" : "0";
            if (ShapeSameness.Circle(part.Contour) is { } circle)
            {
                AppendDisc(text, exposure, circle.Centre, circle.Radius);
                continue;
            }
            var discs = Discs(part.Contour);
            if (discs is null && !chords) return null;
            // A contour with rounded corners is its chords and the discs of the corners.
            if (!AppendOutline(text, exposure, discs is null ? Contour.Polygon([.. part.Contour.Flatten(Tolerance)]) : part.Contour)) return null;
            if (discs is null) continue;
            foreach (var (centre, radius) in discs.Value) AppendDisc(text, exposure, centre, radius);
        }
        return text.Length == 0 ? null : text.ToString().TrimEnd('\n');
    }

    /// <summary>The full discs of the arcs where all of them lie within the contour; null where one does not.</summary>
    private static ImmutableArray<(Point Centre, long Radius)>? Discs(Contour contour)
    {
        var discs = ImmutableArray.CreateBuilder<(Point, long)>();
        var inward = contour.SignedArea >= 0 ? ArcDirection.CounterClockwise : ArcDirection.Clockwise;
        foreach (var arc in contour.Edges)
        {
            if (!arc.IsArc) continue;
            // Ends that differ by more than rounding in radius are no circle.
            double first = Point.Distance(arc.Start, arc.Centre), last = Point.Distance(arc.End, arc.Centre);
            if (arc.Direction != inward || Math.Abs(first - last) > 2 || !contour.Contains(arc.Centre)) return null;
            if (contour.Edges.Any(edge => Reach(edge, arc.Centre) < arc.Radius - 2)) return null;
            discs.Add((arc.Centre, (long)Math.Round(arc.Radius)));
        }
        return [.. discs.Distinct()];
    }

    /// <summary>How near an edge comes to a place, in nanometres, at most 1 nm too much.</summary>
    private static double Reach(Edge edge, Point from)
    {
        var points = new List<Point> { edge.Start };
        edge.Flatten(points, 1);
        var nearest = double.PositiveInfinity;
        for (var i = 0; i + 1 < points.Count; i++)
        {
            double dx = points[i + 1].X - points[i].X, dy = points[i + 1].Y - points[i].Y, square = (dx * dx) + (dy * dy);
            var along = square == 0 ? 0 : Math.Clamp((((from.X - points[i].X) * dx) + ((from.Y - points[i].Y) * dy)) / square, 0, 1);
            nearest = Math.Min(nearest, double.Hypot(points[i].X + (along * dx) - from.X, points[i].Y + (along * dy) - from.Y));
        }
        return nearest;
    }

    private static void AppendDisc(StringBuilder text, string exposure, Point centre, long radius) =>
        text.Append($"1,{exposure},{GerberText.Millimetres(2 * radius)},{GerberText.Millimetres(centre.X)},{GerberText.Millimetres(centre.Y)}*\n");

    private static bool AppendOutline(StringBuilder text, string exposure, Contour contour)
    {
        var corners = contour.Edges.Where(edge => edge.Start != edge.End).Select(edge => edge.Start).ToArray();
        if (corners.Length > MostCorners) return false;
        // Two corners cover nothing; with arcs, the discs cover all.
        if (corners.Length < 3) return true;
        text.Append(CultureInfo.InvariantCulture, $"4,{exposure},{corners.Length}");
        foreach (var corner in corners.Append(corners[0])) text.Append($",{GerberText.Millimetres(corner.X)},{GerberText.Millimetres(corner.Y)}");
        text.Append(",0*\n");
        return true;
    }

    private static PadShape? ReadBack(string template, string? macro)
    {
        var text = $"%FSLAX46Y46*%%MOMM*%{(macro is null ? "" : $"%AMM*{macro}%")}%ADD10{(macro is null ? template : "M")}*%D10*X0Y0D03*M02*";
        return GerberReader.Read("", Encoding.ASCII.GetBytes(text)).Image is { Features: [{ Kind: FeatureKind.Flash } flash] } image ? image.Shapes[flash.Shape] : null;
    }
}
