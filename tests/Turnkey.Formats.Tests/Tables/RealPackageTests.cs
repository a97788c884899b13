using System.Globalization;
using System.Text;
using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Tests.Tables;

/// <summary>Trials on real design packages, which lie beside the repository on some machines and are not part of it.</summary>
public sealed class RealPackageTests
{
    private static readonly string? Folder = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "packages");
            if (File.Exists(Path.Combine(candidate, "INDEX.tsv"))) return candidate;
        }
        return null;
    }

    private static string Packages()
    {
        Assert.SkipUnless(Folder is not null, "the real design packages (shared/packages) are not on this machine");
        return Folder;
    }

    private static IEnumerable<(string Package, string[] Bom, string[] Centroid, int Designators)> Index(string folder) =>
        File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[8].Split(';', StringSplitOptions.RemoveEmptyEntries), cells[9].Split(';', StringSplitOptions.RemoveEmptyEntries), int.TryParse(cells[10], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0));

    private static string PathOf(string folder, string package, string name) => Directory.EnumerateFiles(Path.Combine(folder, package), name, SearchOption.AllDirectories).Single();

    private static IEnumerable<TableClassification> Classified(string path) =>
        TableReader.Read(Path.GetFileName(path), File.ReadAllBytes(path)) is var book ? [.. book.Sheets.Select(sheet => TableClassifier.Classify(Path.GetFileName(path), sheet))] : [];

    [Fact]
    public void Every_position_file_gives_all_its_designators()
    {
        var folder = Packages();
        foreach (var (package, _, names, expected) in Index(folder).Where(row => row.Centroid.Length > 0))
        {
            var told = names.SelectMany(name => Classified(PathOf(folder, package, name))).ToArray();
            Assert.All(told, one => Assert.Equal(TableKind.Centroid, one.Kind));
            var found = told.SelectMany(one => one.Centroid!.Placements).Select(place => place.Designator).Distinct().Count();
            Assert.True(found >= expected, $"{package}: {found} of {expected} designators");
        }
    }

    [Fact]
    public void Every_parts_list_is_told_and_read()
    {
        var folder = Packages();
        foreach (var (package, names, _, _) in Index(folder))
        {
            foreach (var name in names)
            {
                var told = Assert.Single(Classified(PathOf(folder, package, name)));
                Assert.True(told.Kind == TableKind.Bom, $"{package}/{name}: {told.Kind}, {told.Evidence}");
                Assert.True(told.Bom!.Lines.Length >= 3, package);
                Assert.True(told.Bom.Lines.Count(line => line.Designators.Length > 0) >= 0.9 * told.Bom.Lines.Length, package);
            }
        }
    }

    /// <summary>What a naive look at the text finds: R, C, L, D, Q, J, U and Y with up to three digits, standing alone.</summary>
    [Fact]
    public void No_designator_that_the_eye_finds_in_a_text_list_is_missed()
    {
        var folder = Packages();
        foreach (var (package, names, _, _) in Index(folder))
        {
            foreach (var path in names.Select(name => PathOf(folder, package, name)).Where(path => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)))
            {
                var bytes = File.ReadAllBytes(path);
                var text = bytes is [0xff, 0xfe, ..] ? Encoding.Unicode.GetString(bytes) : Encoding.UTF8.GetString(bytes);
                var seen = text.Split([' ', ',', ';', '"', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
                    .Where(token => token.Length is >= 2 and <= 4 && "RCLDQJUY".Contains(token[0], StringComparison.Ordinal) && token[1..].All(char.IsAsciiDigit)).ToHashSet(StringComparer.Ordinal);
                var read = Classified(path).SelectMany(one => one.Bom!.Lines).SelectMany(line => line.Designators).Select(one => one.Text).ToHashSet(StringComparer.Ordinal);
                Assert.True(seen.IsSubsetOf(read), $"{package}: {string.Join(' ', seen.Except(read).Take(8))}");
            }
        }
    }

    [Fact]
    public void Nothing_else_in_the_packages_is_taken_for_a_table()
    {
        var folder = Packages();
        var known = Index(folder).SelectMany(row => row.Bom.Concat(row.Centroid)).ToHashSet(StringComparer.Ordinal);
        var mistaken = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !Path.GetRelativePath(folder, path).StartsWith('_') && new FileInfo(path).Length < 400_000))
        {
            if (known.Contains(Path.GetFileName(path)) || Path.GetFileName(path) == "INDEX.tsv") continue;
            mistaken.AddRange(Classified(path).Where(one => one.Kind != TableKind.Neither).Select(one => $"{Path.GetRelativePath(folder, path)}: {one.Kind}, {one.Evidence}"));
        }
        // Two more parts lists than the index names: Eagle's partlist, and a list beside a position file.
        Assert.All(mistaken, one => Assert.Contains("stm_board_f407_1.2.4.txt: Bom", one, StringComparison.Ordinal));
    }
}
