using Turnkey.Plants.Parts;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>Words of a value that nobody understands: whoever writes 10uF lowESR into the value wants more than 10uF.</summary>
internal static class UnreadWords
{
    private static readonly char[] Separators = [' ', ',', ';', '/', '|', '(', ')', '[', ']', '{', '}', '_', '@', '=', ':', '~', '<', '>', '"', '\'', '*', '+', '&', '!', '?', '-', '±', '.', '%'];

    /// <param name="value">In one spelling.</param>
    /// <param name="read">Words that were read as quantities, dielectrics or sizes.</param>
    /// <param name="library">Knows the names of packages.</param>
    public static IEnumerable<FactOrigin> Of(string value, IReadOnlyCollection<string> read, PartLibrary library)
    {
        // A value that is one word is the value, whatever it says.
        var words = value.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return [];
        var known = read.SelectMany(word => word.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Append(word)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Where(word => word.Any(char.IsLetter) && word.Length > 1 && !known.Contains(word) && !IsUnderstood(word, library)).Take(4).Select(word => new FactOrigin("value", word));
    }

    private static bool IsUnderstood(string word, PartLibrary library) =>
        QuantityWord.IsSpacedUnit(word) || QuantityWord.Read(word, false) is not null || Dielectrics.Find(word) is not null || ChipSizes.Find(word, false, true) is not null
            || ComponentKinds.IsClassOrWord(word) || PartWords.IsKnown(word) || word.Equals("AC", StringComparison.OrdinalIgnoreCase) || word.Equals("DC", StringComparison.OrdinalIgnoreCase)
            || library.Recognise(new PartDescription("", "", word, "", false)).Package.Length > 0;
}
