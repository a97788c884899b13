using System.Collections.Frozen;
using System.Globalization;
using Turnkey.Sourcing.Data;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>Ceramic dielectrics by any spelling, and which may stand in for which (<c>dielectrics.csv</c>).</summary>
internal static class Dielectrics
{
    private static readonly Lazy<FrozenDictionary<string, (string Name, int Rank)>> Loaded = new(() => DataTable.Embedded("dielectrics.csv").Rows
        .ToFrozenDictionary(row => row[0], row => (row[1], int.Parse(row[2], CultureInfo.InvariantCulture)), StringComparer.Ordinal));

    /// <summary>The usual name; null when the word is no dielectric.</summary>
    public static string? Find(string word) => word.Length is >= 2 and <= 4 && Loaded.Value.TryGetValue(word.ToUpperInvariant(), out var known) && word.Any(char.IsAsciiLetterUpper) | word.Length > 2 ? known.Name : null;

    /// <summary>Whether a part with one dielectric does what the other was asked for.</summary>
    public static bool Satisfies(string offered, string wanted) =>
        offered == wanted || (Loaded.Value.TryGetValue(offered, out var has) && Loaded.Value.TryGetValue(wanted, out var needs) && has.Rank >= needs.Rank);
}
