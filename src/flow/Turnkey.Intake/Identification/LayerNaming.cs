using System.Globalization;
using Turnkey.Designs;
using Turnkey.Designs.Layers;

namespace Turnkey.Intake.Identification;

/// <summary>Reads a layer's meaning from a file name or a comment, by the tables of <see cref="LayerVocabulary"/>.</summary>
internal static class LayerNaming
{
    /// <summary>Endings that say only "Gerber" or "text": the words before them decide.</summary>
    private static readonly string[] PlainExtensions = ["gbr", "ger", "gerber", "art", "pho", "gb", "gbx", "txt", "xgb", "geb", "gdo", "grb", "g", "cam", "spl", "pen"];

    /// <param name="path">Path in the package; only the file name counts.</param>
    /// <param name="common">Words that all Gerber files of the package share (project name): they say nothing about a layer.</param>
    public static LayerMeaning? OfFileName(string path, IReadOnlySet<string> common)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        var extension = dot >= 0 ? name[(dot + 1)..].ToLowerInvariant() : "";
        var byWords = OfWords(Words(Stem(name)).Where(word => !common.Contains(word)).ToArray(), $"name '{name}'");
        if (LayerVocabulary.Default.Extension(extension) is not var (term, number)) return byWords;
        // An ending is a tool's own code for the layer; words may still refine what it leaves open (gm1 that is called outline, g1 that is called L2).
        if (term.Mechanical && byWords is { Role: not null, Mechanical: false }) return byWords;
        if (term.Role == FileRole.Outline && byWords is { Role: FileRole.Drawing or FileRole.Other, Weight: >= 9 }) return byWords;
        var counts = term.Side == Side.Inner && byWords is { Counts: true, Order: not null };
        return new LayerMeaning(term.Role, term.Side, counts ? byWords!.Order : number, counts, term.Mechanical, term.Weight, $"ending '.{extension}'");
    }

    /// <summary>The words of a name that say nothing about a layer: which board it is, which version.</summary>
    public static IEnumerable<string> WordsBesideLayer(string name)
    {
        string[] words = [.. Words(Stem(name))];
        for (var at = 0; at < words.Length;)
        {
            var (length, term, _) = Longest(words, at);
            if (term is null) yield return words[at];
            at += Math.Max(1, length);
        }
    }

    /// <summary>A comment or an image name such as <c>Layer: TopSolderMaskLayer</c>.</summary>
    public static LayerMeaning? OfText(string text, string evidence) => OfWords([.. Words(text)], evidence);

    /// <summary>The file name without an ending that says nothing, but with one that is a word itself (KiCad's <c>F.Cu.gtl</c> keeps F and Cu).</summary>
    public static string Stem(string name)
    {
        var dot = name.LastIndexOf('.');
        if (dot <= 0) return name;
        var extension = name[(dot + 1)..].ToLowerInvariant();
        return PlainExtensions.Contains(extension, StringComparer.Ordinal) || LayerVocabulary.Default.Extension(extension) is not null ? name[..dot] : name;
    }

    /// <summary>Lower-case words: split at separators, at changes of letter case and between letters and digits; run-together words by the vocabulary.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && !Splits(text, i)) continue;
            var word = text[start..i].ToLowerInvariant();
            start = i;
            if (word.Length == 0 || !char.IsLetterOrDigit(word[0])) continue;
            if (word.Length < 5 || LayerVocabulary.Default.Knows(word)) yield return word;
            else foreach (var part in Segment(word) ?? [word]) yield return part;
        }
    }

    private static bool Splits(string text, int at)
    {
        char before = text[at - 1], here = text[at];
        if (!char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(here)) return true;
        if (char.IsAsciiDigit(before) != char.IsAsciiDigit(here)) return true;
        if (char.IsLower(before) && char.IsUpper(here)) return true;
        return char.IsUpper(before) && char.IsUpper(here) && at + 1 < text.Length && char.IsLower(text[at + 1]);
    }

    /// <summary><c>topsoldermask</c> → top, soldermask: the fewest known words that make up the whole; null when there are none.</summary>
    private static List<string>? Segment(string word)
    {
        var best = new List<string>?[word.Length + 1];
        best[0] = [];
        for (var end = 1; end <= word.Length; end++)
        {
            for (var start = 0; start < end; start++)
            {
                if (best[start] is not { } head || end - start < 2 || !LayerVocabulary.Default.Knows(word[start..end])) continue;
                if (best[end] is { } known && known.Count <= head.Count + 1) continue;
                best[end] = [.. head, word[start..end]];
            }
        }
        return best[word.Length];
    }

    private static LayerMeaning? OfWords(string[] words, string evidence)
    {
        FileRole? role = null;
        Side? side = null;
        int? order = null;
        bool counts = false, mechanical = false;
        int roleWeight = 0, sideWeight = 0, orderWeight = 0;
        for (var at = 0; at < words.Length;)
        {
            var (length, term, number) = Longest(words, at);
            if (term is null) { at++; continue; }
            at += length;
            if (term.Role is { } said && term.Weight > roleWeight) (role, roleWeight, mechanical) = (said, term.Weight, term.Mechanical);
            if (term.Side is { } face && term.Weight > sideWeight) (side, sideWeight) = (face, term.Weight);
            if (number is { } n && term.Role == FileRole.Copper && term.Weight > orderWeight) (order, orderWeight, counts) = (n, term.Weight, term.Counts);
        }
        if (role is null && side is null) return null;
        if (role is not (FileRole.Copper or null)) (order, counts) = (null, false);
        // "Top.gbr", "bottom.art": a side and nothing else is that side's copper.
        if (role is null && side is Side.Top or Side.Bottom && role is null && sideWeight >= 4) return new LayerMeaning(FileRole.Copper, side, null, false, false, 2, evidence);
        if (role is null) return null;
        if (role == FileRole.Copper && side == Side.All) side = null;
        return new LayerMeaning(role, side, order, counts, mechanical, roleWeight, evidence);
    }

    private static (int Length, LayerVocabulary.Term? Term, int? Number) Longest(string[] words, int at)
    {
        for (var length = Math.Min(LayerVocabulary.Default.LongestPhrase, words.Length - at); length > 0; length--)
        {
            int? number = null;
            var phrase = string.Join(' ', words.Skip(at).Take(length).Select(word =>
            {
                if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return word;
                if (word.Length is 4 or 6) return $"@{word[^2..]}";
                if (value > 99) return word;
                number = value;
                return "#";
            }));
            if (LayerVocabulary.Default.Phrase(phrase) is { } term) return (length, term, number);
        }
        return (0, null, null);
    }
}
