using System.Collections.Immutable;

namespace Turnkey.Drawing.Colours;

/// <summary>The embedded <c>board-colours.tsv</c>.</summary>
internal static class ColourTable
{
    private static readonly ImmutableArray<ColourRow> Rows = Read();

    /// <summary>The row of a kind with the longest name that stands as words in the text; null when none does.</summary>
    public static ColourRow? Find(string kind, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var lower = text.ToLowerInvariant();
        ColourRow? best = null;
        var longest = 0;
        foreach (var row in Rows)
        {
            if (row.Kind != kind) continue;
            foreach (var name in row.Names)
            {
                if (name.Length <= longest || !HasWords(lower, name)) continue;
                (best, longest) = (row, name.Length);
            }
        }
        return best;
    }

    private static bool HasWords(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }
        return false;
    }

    private static ImmutableArray<ColourRow> Read()
    {
        using var stream = typeof(ColourTable).Assembly.GetManifestResourceStream("board-colours.tsv")
            ?? throw new InvalidOperationException("board-colours.tsv is not embedded");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r'))
                .Where(line => line.Length > 0 && line[0] != '#' && !line.StartsWith("kind\t", StringComparison.Ordinal))
                .Select(line => line.Split('\t'))
                .Select(cells => new ColourRow(cells[0], [.. cells[1].Split('|')], cells[2], cells[3].Length > 0 ? cells[3] : cells[2], cells[4])),
        ];
    }
}

internal sealed record ColourRow(string Kind, ImmutableArray<string> Names, string Colour, string OverCopper, string Source);
