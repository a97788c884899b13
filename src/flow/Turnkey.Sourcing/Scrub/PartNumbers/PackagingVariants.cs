using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Scrub.Makers;

namespace Turnkey.Sourcing.Scrub.PartNumbers;

/// <summary>Part numbers that differ only in how the part is packed.</summary>
/// <param name="Base">The number without its packaging endings, as a key.</param>
/// <param name="Packaging">What the endings mean, in their order; empty when there are none.</param>
public sealed record PackagingVariant(string Base, string Packaging);

/// <summary>Knows the makers' packaging endings (<c>packaging-suffixes.csv</c>).</summary>
public static class PackagingVariants
{
    private static readonly Lazy<Rule[]> Rules = new(() =>
    [
        .. DataTable.Embedded("packaging-suffixes.csv").Rows.Select(row => new Rule(row[0], row[1], int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture), row[3], row[4]))
            .OrderByDescending(rule => rule.Suffix.Length).ThenBy(rule => rule.Maker, StringComparer.Ordinal),
    ]);

    /// <summary>The number without its packaging.</summary>
    /// <param name="number">As written.</param>
    /// <param name="maker">Name of the maker; without it only endings that many makers share count.</param>
    public static PackagingVariant Of(PartNumber number, string? maker)
    {
        var found = MakerDirectory.Default.Find(maker);
        var key = number.Key ?? "";
        var meanings = new List<string>(2);
        // Two endings at most: LTC3780EG#TRPBF has one, BSC123-TR/NOPB two.
        for (var round = 0; round < 2; round++)
        {
            var rule = Array.Find(Rules.Value, rule => rule.Fits(key, found));
            if (rule is null) break;
            key = key[..^rule.Suffix.Length];
            meanings.Insert(0, rule.Meaning);
        }
        return new PackagingVariant(key, string.Join(", ", meanings));
    }

    /// <summary>Whether two numbers of one maker are the same part, packed alike or not.</summary>
    public static bool SamePart(PartNumber a, PartNumber b, string? maker) => a == b || Of(a, maker).Base == Of(b, maker).Base;

    private sealed record Rule(string Maker, string Suffix, int Least, string After, string Meaning)
    {
        public bool Fits(string key, MakerName? maker)
        {
            if (Maker != "*" && (maker is null || (maker.Canonical != Maker && maker.Group != Maker))) return false;
            if (key.Length - Suffix.Length < Least || !key.EndsWith(Suffix, StringComparison.Ordinal)) return false;
            var before = key[key.Length - Suffix.Length - 1];
            return After switch { "digit" => char.IsAsciiDigit(before), "letter" => char.IsAsciiLetter(before), _ => true };
        }
    }
}
