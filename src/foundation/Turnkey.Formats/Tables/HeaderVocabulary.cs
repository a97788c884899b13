using System.Globalization;
using System.Reflection;

namespace Turnkey.Formats.Tables;

/// <summary>What a column heading can mean, from a data table in the assembly: lines of
/// <c>field[:detail],weight,source,heading;heading;…</c>.</summary>
/// <typeparam name="TField">The meanings.</typeparam>
internal sealed class HeaderVocabulary<TField>
    where TField : struct, Enum
{
    private static readonly string[] Units = ["mm", "mils", "mil", "inches", "inch", "thou", "um", "deg", "degrees"];

    private readonly Dictionary<string, List<HeaderMeaning<TField>>> meanings = new(StringComparer.Ordinal);

    private HeaderVocabulary()
    {
    }

    /// <summary>Reads the table that is embedded under a name such as <c>bom-headers.csv</c>.</summary>
    /// <exception cref="InvalidOperationException">The table is missing or a line of it is wrong: a bug, found by a test.</exception>
    public static HeaderVocabulary<TField> Load(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"no data table {resource}");
        using var reader = new StreamReader(stream);
        var vocabulary = new HeaderVocabulary<TField>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (number == 1 || line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split(',', 4);
            if (cells.Length < 4 || !Enum.TryParse<TField>(cells[0].Split(':')[0], out var field) || !double.TryParse(cells[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
            {
                throw new InvalidOperationException($"{resource}:{number}: {line}");
            }
            var detail = cells[0].Contains(':', StringComparison.Ordinal) ? cells[0].Split(':')[1] : "";
            foreach (var heading in cells[3].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (HeaderText.Parse(heading) is not { } text) throw new InvalidOperationException($"{resource}:{number}: {heading} is no heading");
                var key = text.KeyWithRemark;
                if (!vocabulary.meanings.TryGetValue(key, out var list)) vocabulary.meanings[key] = list = [];
                if (!list.Exists(meaning => EqualityComparer<TField>.Default.Equals(meaning.Field, field))) list.Add(new HeaderMeaning<TField>(field, weight, 1, detail));
            }
        }
        return vocabulary;
    }

    /// <summary>What a heading can mean, best first; empty when nothing is known of it.</summary>
    public IReadOnlyList<HeaderMeaning<TField>> Match(string heading)
    {
        if (HeaderText.Parse(heading) is not { } text) return [];
        if (meanings.TryGetValue(text.KeyWithRemark, out var exact)) return Scaled(exact, 1, text.Ordinal);
        if (text.Remark.Length > 0 && meanings.TryGetValue(text.Key, out var plain)) return Scaled(plain, 0.97, text.Ordinal);
        if (WithoutUnit(text) is { } bare && meanings.TryGetValue(bare, out var measured)) return Scaled(measured, 0.97, text.Ordinal);
        return text.Words.Length is > 1 and <= 8 ? Within(text) : [];
    }

    /// <summary>The key without the unit at its end: X_mm, Xmil, PosX inch.</summary>
    private static string? WithoutUnit(HeaderText text)
    {
        foreach (var unit in Units)
        {
            if (text.Key.Length > unit.Length && text.Key.EndsWith(unit, StringComparison.Ordinal)) return text.Key[..^unit.Length];
        }
        return null;
    }

    /// <summary>The longest known run of words within the heading: <c>Quantity Per Side</c> holds quantity.</summary>
    private List<HeaderMeaning<TField>> Within(HeaderText text)
    {
        var words = text.Words;
        for (var length = words.Length - 1; length > 0; length--)
        {
            // The last words say what a thing is (English, German); so look from the end.
            for (var start = words.Length - length; start >= 0; start--)
            {
                var key = string.Concat(words.Skip(start).Take(length));
                if (key.Length < 3 && length == 1) continue;
                if (meanings.TryGetValue(key, out var found)) return Scaled(found, 0.45 + (0.4 * length / words.Length), text.Ordinal);
            }
        }
        return [];
    }

    private static List<HeaderMeaning<TField>> Scaled(List<HeaderMeaning<TField>> found, double factor, int ordinal) =>
        [.. found.Select(meaning => meaning with { Weight = meaning.Weight * factor, Ordinal = ordinal }).OrderByDescending(meaning => meaning.Weight)];
}

/// <summary>One meaning of a heading.</summary>
/// <param name="Field">What the column would hold.</param>
/// <param name="Weight">0 to 1: how surely.</param>
/// <param name="Ordinal">Which of several like columns, from 1.</param>
/// <param name="Detail">What the table adds to the field behind a colon: the distributor whose code it is.</param>
internal sealed record HeaderMeaning<TField>(TField Field, double Weight, int Ordinal, string Detail)
    where TField : struct, Enum;
