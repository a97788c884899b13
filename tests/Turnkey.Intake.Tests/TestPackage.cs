using System.Globalization;
using System.Text;
using Turnkey.Designs;
using Turnkey.Designs.Specification;
using Turnkey.Intake.Packages;

namespace Turnkey.Intake.Tests;

/// <summary>
/// Writes packages for tests as text: a 40 × 20 mm board at the origin with two resistors on top, one on the bottom, four vias and two mounting holes,
/// whose files each test names, drops or bends as it likes.
/// </summary>
internal sealed class TestPackage
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public static readonly (string Designator, double X, double Y, bool Bottom)[] Parts = [("R1", 10, 5, false), ("R2", 20, 5, false), ("R3", 30, 12, true), ("C1", 12, 14, false), ("C2", 25, 15, false)];
    private static readonly (double X, double Y)[] Vias = [(15, 10), (18, 10), (21, 10), (24, 10)];

    /// <summary>A whole board under KiCad's names.</summary>
    public static TestPackage Board(string folder = "", string stem = "node", double width = 40, double height = 20) => new TestPackage()
        .Add($"{folder}{stem}-F_Cu.gbr", Copper(bottom: false))
        .Add($"{folder}{stem}-B_Cu.gbr", Copper(bottom: true))
        .Add($"{folder}{stem}-F_Mask.gbr", Pads(false, 0.1))
        .Add($"{folder}{stem}-B_Mask.gbr", Pads(true, 0.1))
        .Add($"{folder}{stem}-F_Paste.gbr", Pads(false, 0))
        .Add($"{folder}{stem}-B_Paste.gbr", Pads(true, 0))
        .Add($"{folder}{stem}-F_Silkscreen.gbr", Gerber("%ADD10C,0.15*%\nD10*\nX1000000Y18000000D02*\nX5000000Y18000000D01*"))
        .Add($"{folder}{stem}-Edge_Cuts.gbr", Outline(width, height))
        .Add($"{folder}{stem}-PTH.drl", Drill("PLATED", 0.3, Vias))
        .Add($"{folder}{stem}-NPTH.drl", Drill("NON_PLATED", 3.2, [(3, 3), (37, 17)]));

    public TestPackage WithParts(string folder = "") => Add($"{folder}bom.csv", Bom()).Add($"{folder}positions.csv", Centroid());

    public TestPackage Add(string path, string text)
    {
        files[path] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    public TestPackage Merge(TestPackage other)
    {
        foreach (var (path, content) in other.files) files[path] = content;
        return this;
    }

    public TestPackage Without(string ending)
    {
        foreach (var path in files.Keys.Where(path => path.EndsWith(ending, StringComparison.Ordinal)).ToArray()) files.Remove(path);
        return this;
    }

    public TestPackage Rename(string from, string to)
    {
        var content = files[from];
        files.Remove(from);
        files[to] = content;
        return this;
    }

    public Design Read(params SpecificationField[] given) =>
        PackageIntake.Read(new Package("test", [.. files.Select(pair => new PackageFile(pair.Key, pair.Value))], []), new IntakeOptions([.. given]));

    public static string Bom(params string[] extra) => string.Join('\n', ["Designator,Qty,Manufacturer,MPN,Value,Footprint",
        "\"R1,R2,R3\",3,Yageo,RC0805FR-0710KL,10k,R_0805", "\"C1,C2\",2,Samsung,CL21B104KBCNNNC,100n,C_0805", .. extra]) + "\n";

    public static string Centroid(double dx = 0, double dy = 0, bool mirrorBottom = false, params string[] extra) => string.Join('\n', ["Ref,Val,Package,PosX,PosY,Rot,Side",
        .. Parts.Select(part => Line($"{part.Designator},10k,0805,{(mirrorBottom && part.Bottom ? -part.X : part.X) + dx:0.0000},{part.Y + dy:0.0000},0.0,{(part.Bottom ? "bottom" : "top")}")), .. extra]) + "\n";

    public static string Outline(double width, double height, string? more = null) => Gerber($"""
        %ADD10C,0.1*%
        D10*
        X0Y0D02*
        X{Um(width)}Y0D01*
        X{Um(width)}Y{Um(height)}D01*
        X0Y{Um(height)}D01*
        X0Y0D01*
        {more}
        """);

    public static string Gerber(string body) => $"%FSLAX46Y46*%\n%MOMM*%\n{body}\nM02*\n";

    public static string Drill(string type, double diameter, (double X, double Y)[] hits) =>
        Line($"M48\n;TYPE={type}\nMETRIC,TZ\nFMAT,2\nT1C{diameter:0.000}\n%\nG90\nG05\nT1\n") + string.Concat(hits.Select(hit => Line($"X{hit.X:0.0##}Y{hit.Y:0.0##}\n"))) + "T0\nM30\n";

    public static string Um(double millimetres) => ((long)Math.Round(millimetres * 1e6)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Pads of the parts, vias, and tracks between them.</summary>
    public static string Copper(bool bottom)
    {
        var body = new StringBuilder("%ADD10C,0.2*%\n%ADD11R,1X1.3*%\n%ADD12C,0.6*%\nD11*\n");
        foreach (var (x, y) in PadsOf(bottom)) body.Append(CultureInfo.InvariantCulture, $"X{Um(x)}Y{Um(y)}D03*\n");
        body.Append("D12*\n");
        foreach (var (x, y) in Vias) body.Append(CultureInfo.InvariantCulture, $"X{Um(x)}Y{Um(y)}D03*\n");
        body.Append("D10*\n");
        for (var i = 0; i < Vias.Length; i++) body.Append(CultureInfo.InvariantCulture, $"X{Um(Vias[i].X)}Y{Um(Vias[i].Y)}D02*\nX{Um(Vias[i].X + 1)}Y{Um(Vias[i].Y + 3)}D01*\n");
        return Gerber(body.ToString());
    }

    private static string Pads(bool bottom, double growth) => Gerber(Line($"%ADD11R,{1 + growth:0.0}X{1.3 + growth:0.0}*%\nD11*\n") + string.Concat(PadsOf(bottom).Select(pad => $"X{Um(pad.X)}Y{Um(pad.Y)}D03*\n")));

    private static IEnumerable<(double X, double Y)> PadsOf(bool bottom) => Parts.Where(part => part.Bottom == bottom).SelectMany(part => new[] { (part.X - 0.95, part.Y), (part.X + 0.95, part.Y) });

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
