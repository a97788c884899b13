using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs;
using Turnkey.Geometry;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Reading;

namespace Turnkey.Intake.Boards;

/// <summary>
/// Two versions of one board in a package: told by names that differ only in numbers, dates and words such as <c>old</c> or <c>panel</c>,
/// or by the same copper extent and layer count. The newest by creation date (X2), then by number, is quoted.
/// </summary>
internal static class BoardVersions
{
    private static readonly HashSet<string> VersionWords = new(StringComparer.Ordinal)
    {
        "v", "ver", "version", "rev", "revision", "r", "old", "new", "final", "archive", "backup", "bak", "previous", "draft", "beta", "alpha", "release", "rc",
        "panel", "panelized", "panelised", "array", "copy", "latest", "gerber", "gerbers", "fab", "fabrication", "production", "outputs", "output", "cam", "plots",
    };

    private static readonly HashSet<string> SecondChoice = new(StringComparer.Ordinal) { "old", "archive", "backup", "bak", "previous", "draft", "panel", "panelized", "panelised", "array", "copy" };

    public static BoardPartition KeepNewest(IReadOnlyList<BoardFiles> boards)
    {
        var kept = new List<BoardFiles>();
        var aside = ImmutableArray.CreateBuilder<(DesignFile File, string Reason)>();
        foreach (var family in Families(boards))
        {
            var ranked = family.OrderByDescending(board => Rank(board)).ThenByDescending(board => board.Name, StringComparer.Ordinal).ToArray();
            kept.Add(ranked[0]);
            foreach (var other in ranked.Skip(1))
            {
                var reason = other.Files.All(file => ranked[0].Files.Any(chosen => chosen.Sha256 == file.Sha256))
                    ? $"the same bytes as in '{ranked[0].Name}'"
                    : $"another version of the board '{ranked[0].Name}', which is quoted ({Reason(ranked[0], other)})";
                aside.AddRange(other.Files.Select(file => (file, reason)));
            }
        }
        return new BoardPartition([.. kept.OrderBy(board => board.Name, StringComparer.Ordinal)], aside.ToImmutable());
    }

    private static List<List<BoardFiles>> Families(IReadOnlyList<BoardFiles> boards)
    {
        var families = new List<List<BoardFiles>>();
        foreach (var board in boards)
        {
            if (families.Find(family => Same(family[0], board)) is { } known) known.Add(board);
            else families.Add([board]);
        }
        return families;
    }

    private static bool Same(BoardFiles a, BoardFiles b)
    {
        if (Layers(a).SetEquals(Layers(b))) return true;
        var (nameA, nameB) = (Core(a.Name), Core(b.Name));
        if (nameA.Length > 0 && nameA == nameB) return true;
        var (boxA, boxB) = (Extent(a), Extent(b));
        // The same copper to 0.1 mm with the same number of copper layers, when the names do not tell two products apart.
        return (nameA.Length == 0 || nameB.Length == 0) && Copper(a) == Copper(b)
            && Math.Abs((boxA.Width - boxB.Width).Millimetres) < 0.1 && Math.Abs((boxA.Height - boxB.Height).Millimetres) < 0.1;
    }

    private static HashSet<string> Layers(BoardFiles board) => [.. board.Files.Where(file => file.Content is FileContent.Gerber && file.Role is FileRole.Copper or FileRole.Outline).Select(file => file.Sha256)];

    private static string Core(string name) => string.Join(' ', Marked(name).Where(word => !word.IsVersion).Select(word => word.Word));

    /// <summary>Words of a name; numbers, version words and a letter after one of these (rev A) say which version it is.</summary>
    private static IEnumerable<(string Word, bool IsVersion)> Marked(string name)
    {
        var after = false;
        foreach (var word in LayerNaming.Words(name))
        {
            var letter = word.Length == 1 && char.IsAsciiLetter(word[0]) && after;
            var version = letter || VersionWords.Contains(word) || word.All(char.IsAsciiDigit);
            yield return (word, version);
            after = word is "v" or "ver" or "version" or "rev" or "revision" or "r";
        }
    }

    private static int Copper(BoardFiles board) => board.Files.Count(file => file.Role == FileRole.Copper);

    private static Box Extent(BoardFiles board) => board.Files.Where(file => file.Role == FileRole.Copper)
        .Aggregate(Box.Empty, (box, file) => file.Content is FileContent.Gerber gerber ? box.Join(gerber.File.Image.Bounds) : box);

    private static (int Choice, string Date, long Number) Rank(BoardFiles board)
    {
        var words = Marked(board.Name).ToArray();
        var date = board.Files.Select(file => file.Content is FileContent.Gerber gerber ? gerber.File.Attributes.CreationDate ?? "" : "").Max(StringComparer.Ordinal) ?? "";
        // Numbers from the left weigh most; a letter counts as its place in the alphabet.
        var number = words.Where(word => word.IsVersion && !VersionWords.Contains(word.Word) && word.Word.Length < 16)
            .Select(word => char.IsAsciiLetter(word.Word[0]) ? word.Word[0] - 'a' + 1 : long.Parse(word.Word, CultureInfo.InvariantCulture))
            .Aggregate(0L, (sum, value) => (Math.Min(sum, 1_000_000_000_000) * 1000) + Math.Min(999_999, value));
        return (words.Any(word => SecondChoice.Contains(word.Word)) ? 0 : 1, date, number);
    }

    private static string Reason(BoardFiles chosen, BoardFiles other)
    {
        var (a, b) = (Rank(chosen), Rank(other));
        if (a.Choice != b.Choice) return "its name does not say old, backup or panel";
        if (a.Date != b.Date) return "it was written later by its own attributes";
        return a.Number != b.Number ? "its name has the higher number" : "it comes last by name";
    }
}
