using System.Collections.Immutable;
using System.Text;
using Turnkey.Designs.Boards;
using Turnkey.Formats.Excellon;
using Turnkey.Geometry;

namespace Turnkey.Formats.Tests.Excellon;

/// <summary>Short ways to write drill files in tests and to say what holes they make.</summary>
internal static class DrillText
{
    public static ExcellonProgram Read(string text, string path = "board.drl") => ExcellonReader.Read(path, Encoding.UTF8.GetBytes(text));

    public static ImmutableArray<Hole> Holes(string text, string path = "board.drl")
    {
        var program = Read(text, path);
        return program.Interpret(program.StatedFormat);
    }

    public static bool Recognised(string text) => ExcellonReader.Recognises(Encoding.UTF8.GetBytes(text));

    /// <summary>Places of holes in millimetres.</summary>
    public static (double X, double Y)[] Places(string text) => [.. Holes(text).Select(hole => Place(hole.At))];

    public static (double X, double Y) Place(Point point) => (point.X / 1e6, point.Y / 1e6);
}
