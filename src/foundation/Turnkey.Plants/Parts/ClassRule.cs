using System.Collections.Immutable;

namespace Turnkey.Plants.Parts;

/// <summary>What a part's own columns say beside its designator.</summary>
/// <param name="Text">Value, footprint and description in upper case, a blank before every word.</param>
/// <param name="Package">Pattern of the package rule that fits; empty when none does.</param>
/// <param name="Joints">By name or as the package usually has; null when not known.</param>
/// <param name="Value">What the value measures.</param>
internal sealed record PartEvidence(string Text, string Package, int? Joints, ValueKind Value);

/// <summary>One row of <c>part-classes.csv</c>.</summary>
internal sealed record ClassRule(
    string Class, ImmutableArray<string> Prefixes, ImmutableArray<string> Words, int? MinJoints, int? MaxJoints, Mounting Mounting, int Joints,
    ImmutableArray<string> Values, ImmutableArray<string> Packages)
{
    /// <summary>Words of this length and more are also found behind a hyphen (YS-SK6812); shorter ones are too often an ending of a part number.</summary>
    private const int LongWord = 5;

    public bool Fits(PartDescription part, PartEvidence evidence) =>
        FitsPrefix(part.Prefix.Length == 0 ? "-" : part.Prefix)
        && (MinJoints is not { } least || evidence.Joints >= least)
        && (MaxJoints is not { } most || !(evidence.Joints > most))
        && (Values.IsEmpty || Values.Contains(evidence.Value.ToString(), StringComparer.OrdinalIgnoreCase))
        && (Packages.IsEmpty || Packages.Any(pattern => FitsPackage(pattern, evidence)))
        && (Words.IsEmpty || Words.Any(word => Holds(evidence.Text, word)));

    private bool FitsPrefix(string prefix) =>
        Prefixes.IsEmpty || (Prefixes[0] == "!" ? !Prefixes.Contains(prefix, StringComparer.Ordinal) : Prefixes.Contains(prefix, StringComparer.Ordinal));

    private static bool FitsPackage(string pattern, PartEvidence evidence) =>
        pattern == "?" ? evidence.Package.Length == 0 && evidence.Joints is null
        : pattern[^1] == '*' ? evidence.Package.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : evidence.Package == pattern;

    private static bool Holds(string text, string word) =>
        text.Contains(" " + word, StringComparison.Ordinal) || text.Contains(" _" + word, StringComparison.Ordinal)
        || (word.Length >= LongWord && text.Contains("-" + word, StringComparison.Ordinal));
}
