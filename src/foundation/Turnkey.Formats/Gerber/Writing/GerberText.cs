using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>
/// The bytes of a Gerber file in the making, and the graphics state they have set so far. Coordinates are whole nanometres: millimetres with six
/// decimals (FSLAX46Y46) say them exactly.
/// </summary>
internal sealed class GerberText
{
    private readonly ByteChunks bytes = new();
    private Point? current;
    private string mode = "";

    /// <summary>All that was written.</summary>
    public byte[] ToArray() => bytes.ToArray();

    public void Line(string text)
    {
        Encoding.UTF8.GetBytes(text, bytes);
        Byte((byte)'\n');
    }

    /// <summary>Where the text ends, to go back to.</summary>
    public Mark Here => new(bytes.Length, current, mode);

    /// <summary>Forgets what was written since.</summary>
    public void GoBack(Mark to)
    {
        bytes.Truncate(to.Length);
        current = to.Current;
        mode = to.Mode;
    }

    /// <summary>An extended command of its own: <c>%LPD*%</c>.</summary>
    public void Command(string text) => Line($"%{text}*%");

    public void Flash(Point at)
    {
        Place(at);
        Operation("D03*\n"u8);
        current = at;
    }

    public void Move(Point to)
    {
        if (current == to) return;
        Place(to);
        Operation("D02*\n"u8);
        current = to;
    }

    /// <summary>A line or arc from where the pen is, which is moved there first where need be.</summary>
    public void Draw(Edge edge)
    {
        Move(edge.Start);
        Mode(edge.Direction switch { ArcDirection.Clockwise => "G02*", ArcDirection.CounterClockwise => "G03*", _ => "G01*" });
        Place(edge.End);
        if (edge.IsArc)
        {
            Byte((byte)'I');
            Number(edge.Centre.X - edge.Start.X);
            Byte((byte)'J');
            Number(edge.Centre.Y - edge.Start.Y);
        }
        Operation("D01*\n"u8);
        current = edge.End;
    }

    /// <summary>One closed contour, filled; arcs with ends on two radii around one centre.</summary>
    public void Region(Contour contour)
    {
        Line("G36*");
        // A region begins with a move, wherever the pen is.
        current = null;
        foreach (var edge in contour.Edges)
        {
            if (edge.IsArc || edge.Start != edge.End) Draw(ArcCentres.Settled(edge));
        }
        Line("G37*");
    }

    /// <summary>A polygon, filled.</summary>
    public void Region(ReadOnlySpan<Point> polygon)
    {
        Line("G36*");
        current = null;
        for (var i = 0; i < polygon.Length; i++)
        {
            var (from, to) = (polygon[i], polygon[i + 1 == polygon.Length ? 0 : i + 1]);
            if (from != to) Draw(Edge.Line(from, to));
        }
        Line("G37*");
    }

    /// <summary>Millimetres, exact, without zeros at the end: <c>0.254</c>.</summary>
    public static string Millimetres(long nanometres) => (nanometres / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A field of an attribute: what has a meaning in the format, and control characters, as <c>\u002C</c>.</summary>
    public static string Field(string text)
    {
        var field = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is ',' or '*' or '%' or '\\' || char.IsControl(character)) field.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else field.Append(character);
        }
        return field.ToString();
    }

    private void Mode(string wanted)
    {
        if (mode == wanted) return;
        mode = wanted;
        Line(wanted);
    }

    private void Place(Point at)
    {
        Byte((byte)'X');
        Number(at.X);
        Byte((byte)'Y');
        Number(at.Y);
    }

    private void Operation(ReadOnlySpan<byte> text) => bytes.Write(text);

    private void Byte(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
    }

    private void Number(long value)
    {
        Utf8Formatter.TryFormat(value, bytes.GetSpan(20), out var written);
        bytes.Advance(written);
    }

    /// <summary>A place in the text with the graphics state there.</summary>
    public readonly record struct Mark(long Length, Point? Current, string Mode);
}
