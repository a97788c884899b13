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

    public static BoardPartition KeepNewest(IReadOnlyList<BoardFiles> boards, ImmutableArray<(DesignFile File, string Reason)> setAside)
    {
        var kept = new List<BoardFiles>();
        var aside = setAside.ToBuilder();
        foreach (var family in Families(boards))
        {
            var ranked = family.OrderByDescending(board => Rank(board)).ThenByDescending(board => board.Name, StringComparer.Ordinal).ToArray();
            kept.Add(ranked[0]);
            foreach (var other in ranked.Skip(1))
            {
                aside.AddRange(other.Files.Select(file => (file, $"another version of the board '{ranked[0].Name}', which is quoted ({Reason(ranked[0], other)})")));
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
        var (nameA, nameB) = (Core(a.Name), Core(b.Name));
        if (nameA.Length > 0 && nameA == nameB) return true;
        var (boxA, boxB) = (Extent(a), Extent(b));
        // The same copper to 0.1 mm with the same number of copper layers, when the names do not tell two products apart.
        return (nameA.Length == 0 || nameB.Length == 0) && Copper(a) == Copper(b)
            && Math.Abs((boxA.Width - boxB.Width).Millimetres) < 0.1 && Math.Abs((boxA.Height - boxB.Height).Millimetres) < 0.1;
    }

    private static string Core(string name) =>
        string.Join(' ', LayerNaming.Words(name).Where(word => !VersionWords.Contains(word) && !word.All(char.IsAsciiDigit)));

    private static int Copper(BoardFiles board) => board.Files.Count(file => file.Role == FileRole.Copper);

    private static Box Extent(BoardFiles board) => board.Files.Where(file => file.Role == FileRole.Copper)
        .Aggregate(Box.Empty, (box, file) => file.Content is FileContent.Gerber gerber ? box.Join(gerber.File.Image.Bounds) : box);

    private static (int Choice, string Date, long Number) Rank(BoardFiles board)
    {
        var words = LayerNaming.Words(board.Name).ToArray();
        var date = board.Files.Select(file => file.Content is FileContent.Gerber gerber ? gerber.File.Attributes.CreationDate ?? "" : "").Max(StringComparer.Ordinal) ?? "";
        var number = words.Where(word => word.All(char.IsAsciiDigit) && word.Length < 16)
            .Aggregate(0L, (sum, word) => Math.Min(sum, 1_000_000_000_000) * 1000 + Math.Min(999_999, long.Parse(word, CultureInfo.InvariantCulture)));
        return (words.Any(SecondChoice.Contains) ? 0 : 1, date, number);
    }

    private static string Reason(BoardFiles chosen, BoardFiles other)
    {
        var (a, b) = (Rank(chosen), Rank(other));
        if (a.Choice != b.Choice) return "its name does not say old, backup or panel";
        if (a.Date != b.Date) return "it was written later by its own attributes";
        return a.Number != b.Number ? "its name has the higher number" : "it comes last by name";
    }
}
