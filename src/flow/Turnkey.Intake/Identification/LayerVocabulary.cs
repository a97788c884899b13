using System.Globalization;
using System.Reflection;
using Turnkey.Designs;
using Turnkey.Designs.Layers;

namespace Turnkey.Intake.Identification;

/// <summary>The two tables that know how CAD tools name layers: endings and words. Data, so that a new tool is a new row.</summary>
internal sealed class LayerVocabulary
{
    private static readonly Lazy<LayerVocabulary> Shared = new(Load);

    private readonly Dictionary<string, Term> extensions;
    private readonly Dictionary<string, Term> phrases;
    private readonly HashSet<string> words;

    private LayerVocabulary(Dictionary<string, Term> extensions, Dictionary<string, Term> phrases)
    {
        this.extensions = extensions;
        this.phrases = phrases;
        words = [.. phrases.Keys.SelectMany(phrase => phrase.Split(' ')).Where(word => word.Length > 1)];
        LongestPhrase = phrases.Keys.Max(phrase => phrase.Split(' ').Length);
    }

    /// <summary>What one row says. A null role says only a side, a null side none; <c>Counts</c>: its number counts copper layers from the top.</summary>
    internal sealed record Term(FileRole? Role, Side? Side, bool Counts, bool Mechanical, int Weight);

    public static LayerVocabulary Default => Shared.Value;

    /// <summary>Words in the longest phrase.</summary>
    public int LongestPhrase { get; }

    /// <summary>The meaning of a file ending without its dot, lower case; numbers in it match '#'.</summary>
    public (Term Term, int? Number)? Extension(string extension)
    {
        if (extensions.TryGetValue(extension, out var exact)) return (exact, null);
        var first = extension.AsSpan().IndexOfAnyInRange('0', '9');
        if (first < 0) return null;
        var end = first;
        while (end < extension.Length && char.IsAsciiDigit(extension[end])) end++;
        if (end - first > 3) return null;
        var number = int.Parse(extension.AsSpan(first, end - first), CultureInfo.InvariantCulture);
        return extensions.TryGetValue($"{extension[..first]}#{extension[end..]}", out var term) ? (term, number) : null;
    }

    public Term? Phrase(string phrase) => phrases.GetValueOrDefault(phrase);

    public bool Knows(string word) => words.Contains(word);

    private static LayerVocabulary Load() => new(
        Rows("layer-extensions.csv").ToDictionary(row => row[0], row => Parse(row[1], row[2], 8), StringComparer.Ordinal),
        Rows("layer-words.csv").ToDictionary(row => row[0], row => Parse(row[1], row[2], int.Parse(row[3], CultureInfo.InvariantCulture)), StringComparer.Ordinal));

    private static Term Parse(string role, string side, int weight) => new(
        role switch
        {
            "" => null,
            "copper" => FileRole.Copper,
            "soldermask" => FileRole.SolderMask,
            "paste" => FileRole.Paste,
            "legend" => FileRole.Legend,
            "outline" or "mechanical" => FileRole.Outline,
            "drawing" => FileRole.Drawing,
            "drill" => FileRole.Drill,
            "other" => FileRole.Other,
            _ => throw new InvalidDataException($"layer table: no role '{role}'"),
        },
        side switch
        {
            "" or "number" => null,
            "top" => Side.Top,
            "bottom" => Side.Bottom,
            "inner" => Side.Inner,
            "all" => Side.All,
            _ => throw new InvalidDataException($"layer table: no side '{side}'"),
        },
        side == "number",
        role == "mechanical",
        weight);

    private static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split(',');
        }
    }
}
