using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Turnkey.Plants.Parts;

/// <summary>What is known of a part before anybody classified it.</summary>
/// <param name="Prefix">Class letters of its designator in upper case; empty for a line without designators.</param>
/// <param name="IsOrdered">A part number or supplier code is given, so it is something to buy.</param>
public sealed record PartDescription(string Prefix, string Value, string Footprint, string Description, bool IsOrdered);

/// <summary>A part as the plant's library sees it.</summary>
/// <param name="Class">Key of the price table: resistor, ic-small …; <see cref="NotAPart"/> for what is copper or ink only.</param>
/// <param name="Package">What was recognised in the footprint: 0402, QFN-48; empty when nothing.</param>
/// <param name="Mounting">How it is fixed.</param>
/// <param name="MountingIsKnown">False when it was only supposed from the class.</param>
/// <param name="Joints">Solder joints, with the exposed pad.</param>
/// <param name="JointsAreKnown">False when it is the class's usual number.</param>
/// <param name="FinePitch">0.5 mm and less.</param>
/// <param name="HiddenJoints">Under the body: seen by X-ray only.</param>
/// <param name="Size">Chip size for the cut-tape floor; empty when none.</param>
public sealed record PartKind(
    string Class, string Package, Mounting Mounting, bool MountingIsKnown, int Joints, bool JointsAreKnown, bool FinePitch, bool HiddenJoints, string Size)
{
    public const string NotAPart = "not-a-part";
    public const string Other = "other";
}

/// <summary>
/// Recognises parts by designator, package name and words: two tables (<c>part-classes.csv</c>, <c>packages.csv</c>), first row that fits wins.
/// </summary>
public sealed class PartLibrary
{
    private readonly ImmutableArray<ClassRule> classes;
    private readonly ImmutableArray<PackageRule> packages;

    private PartLibrary(ImmutableArray<ClassRule> classes, ImmutableArray<PackageRule> packages)
    {
        this.classes = classes;
        this.packages = packages;
    }

    /// <summary>Every class a part may get, each once.</summary>
    public IEnumerable<string> Classes => classes.Select(rule => rule.Class).Distinct(StringComparer.Ordinal);

    public PartKind Recognise(PartDescription part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var footprint = FootprintName.Parse(part.Footprint);
        var (rule, package, pins) = Package(footprint);
        // A value often names the package where the footprint column is missing or a library's private word.
        if (rule is null && part.Value.Length > 0) (rule, package, pins) = Package(FootprintName.Parse(part.Value), chipsOnlyWithLetters: true);
        if (rule is null && part.Description.Length > 0) (rule, package, pins) = Package(FootprintName.Parse(part.Description));
        var grid = footprint.Grid ?? FootprintName.Parse(part.Value).Grid;
        if (rule is null or { Joints: 0 } && pins is null && grid is not null && IsConnector(part.Prefix)) pins = grid;
        // A long prefix is a word of the designer's own (PWR_LED1, AUDIO1) and says as much as a description.
        var text = Words($"{part.Value} {part.Footprint} {part.Description} {(part.Prefix.Length > 2 ? part.Prefix : "")}");
        var evidence = new PartEvidence(text, rule?.Pattern ?? "", pins ?? (package.Length > 0 ? Joints() : null), PartValue.KindOf(part.Value));
        var row = classes.First(candidate => candidate.Fits(part, evidence));
        if (row.Class == PartKind.NotAPart && part.IsOrdered) row = classes.First(rule => rule.Class == "terminal");
        var known = rule is not null && row.Class != PartKind.NotAPart;
        var mounting = row.Class == PartKind.NotAPart ? Mounting.NotMounted : rule?.Mounting ?? row.Mounting;
        if (mounting == Mounting.NotMounted && part.IsOrdered) mounting = row.Mounting;
        var joints = mounting is Mounting.NotMounted or Mounting.Mechanical ? 0 : (pins ?? Joints() ?? row.Joints) + (rule is not null && row.Joints > 0 ? rule.Extra : 0);
        var fine = mounting == Mounting.SurfaceMount && (footprint.Pitch is { } pitch && joints > 2 ? pitch <= 0.5m : rule?.Fine ?? false);
        return new PartKind(row.Class, package, mounting, known, joints, pins is not null || Joints() is not null, fine, rule?.Hidden ?? false, rule?.Size ?? "");

        int? Joints() => rule is { Joints: > 0 } ? rule.Joints : null;
    }

    internal static PartLibrary Read(byte[] classTable, byte[] packageTable) => new(
        [.. Rows(classTable).Select(c => new ClassRule(c[0], Set(c[1]), [.. Set(c[2]).Select(word => word.Replace("_", " _", StringComparison.Ordinal))], Number(c[3]), Number(c[4]), Mount(c[5]), Number(c[6]) ?? 0, Set(c.ElementAtOrDefault(7) ?? ""), Set(c.ElementAtOrDefault(8) ?? "")))],
        [.. Rows(packageTable).Select(c => new PackageRule(c[0], Enum.Parse<PackageMatch>(c[1], ignoreCase: true), Mount(c[2]), Number(c[3]) ?? 0, Number(c[4]) ?? 0, Number(c[5]) ?? 0, c[6] == "fine", c[7] == "hidden", c[8]))]);

    private (PackageRule? Rule, string Package, int? Pins) Package(FootprintName name, bool chipsOnlyWithLetters = false)
    {
        if (name.Words.IsEmpty) return (null, "", null);
        (PackageRule Rule, string Package, int? Pins)? best = null;
        foreach (var rule in packages)
        {
            // 1206 in a value is a size, 0402 may be a number: only with letters or a neighbouring word it is surely one.
            if (chipsOnlyWithLetters && rule.Kind == PackageMatch.Chip && name.Words.Length == 1 && name.Words[0].Runs.Length == 1) continue;
            if (rule.Match(name) is not { } found) continue;
            best = (rule, found.Name, found.Pins);
            break;
        }
        return best is { } hit ? (hit.Rule, hit.Package, hit.Pins) : (null, "", null);
    }

    private static bool IsConnector(string prefix) => prefix is not ("R" or "C" or "L" or "D" or "Q" or "U" or "IC" or "Y" or "XTAL" or "F" or "LED" or "FB" or "RN" or "RP" or "RA");

    /// <summary>Upper case, every separator a blank, a blank in front: so that " WORD" finds the start of a word.</summary>
    private static string Words(string text)
    {
        var cut = text.Length > 600 ? text[..600] : text;
        var words = new StringBuilder(" ", cut.Length + 2);
        foreach (var c in cut.ToUpperInvariant()) words.Append(char.IsWhiteSpace(c) || c is ',' or ';' or ':' or '/' or '(' or ')' ? ' ' : c);
        return words.Replace("_", " _").ToString();
    }

    private static IEnumerable<string[]> Rows(byte[] table) =>
        Encoding.UTF8.GetString(table).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(','));

    private static ImmutableArray<string> Set(string cell) => [.. cell.Split(';', StringSplitOptions.RemoveEmptyEntries)];

    private static int? Number(string cell) => cell.Length > 0 ? int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static Mounting Mount(string cell) => cell switch
    {
        "surface-mount" => Mounting.SurfaceMount,
        "through-hole" => Mounting.ThroughHole,
        "press-fit" => Mounting.PressFit,
        "mechanical" => Mounting.Mechanical,
        "not-mounted" => Mounting.NotMounted,
        _ => throw new FormatException($"no mounting '{cell}'"),
    };
}
