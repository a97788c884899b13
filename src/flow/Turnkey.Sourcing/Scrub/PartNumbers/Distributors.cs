using System.Collections.Frozen;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Scrub.Makers;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Scrub.PartNumbers;

/// <summary>Distributors by their names.</summary>
internal static class Distributors
{
    private static readonly Lazy<FrozenDictionary<string, string>> Loaded = new(() =>
        DataTable.Embedded("distributors.csv").Rows.SelectMany(row => DataTable.Entries(row[1]).Select(alias => (Key: MakerDirectory.Key(alias), Name: row[0])))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal));

    /// <summary>The one name of a distributor; null when it is not known.</summary>
    public static string? Canonical(string? name) =>
        CellText.Plain(name) is { Length: > 0 } plain && (Loaded.Value.TryGetValue(MakerDirectory.Key(plain), out var known) || Loaded.Value.TryGetValue(MakerDirectory.Core(plain), out known)) ? known : null;

    /// <summary>Whether two names mean the same supplier: Digi-Key and Digikey Electronics, but also a file's name with the supplier's in it.</summary>
    public static bool Same(string a, string b)
    {
        if (Canonical(a) is { } x && Canonical(b) is { } y) return x == y;
        var (p, q) = (MakerDirectory.Core(CellText.Plain(a)), MakerDirectory.Core(CellText.Plain(b)));
        return p.Length > 0 && q.Length > 0 && (p.Contains(q, StringComparison.Ordinal) || q.Contains(p, StringComparison.Ordinal));
    }
}
