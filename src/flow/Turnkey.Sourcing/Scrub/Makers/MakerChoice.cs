using System.Collections.Immutable;

namespace Turnkey.Sourcing.Scrub.Makers;

/// <summary>One of several makers whose parts are sold under the same number.</summary>
/// <param name="Maker">By its one name.</param>
/// <param name="Suppliers">How many sell its part.</param>
public sealed record MakerChoice(MakerName Maker, int Suppliers)
{
    /// <summary>The makers of what is sold under a number, each once; the one that most suppliers sell first, then by name.</summary>
    /// <param name="sold">As suppliers write it; entries that name no maker say nothing.</param>
    public static ImmutableArray<MakerChoice> Of(IEnumerable<CatalogueEntry> sold)
    {
        ArgumentNullException.ThrowIfNull(sold);
        var makers = new List<(MakerName Maker, HashSet<string> Suppliers)>();
        foreach (var one in sold.Select(entry => (Maker: MakerDirectory.Default.Find(entry.Manufacturer), entry.Supplier)).Where(one => one.Maker is not null)
            .OrderByDescending(one => one.Maker!.Certainty).ThenBy(one => one.Maker!.Canonical, StringComparer.Ordinal).ThenBy(one => one.Maker!.Written, StringComparer.Ordinal))
        {
            var at = makers.FindIndex(known => MakerDirectory.Default.Agree(known.Maker.Canonical, one.Maker!.Canonical));
            if (at < 0) makers.Add((one.Maker!, [one.Supplier]));
            else makers[at].Suppliers.Add(one.Supplier);
        }
        return [.. makers.Select(one => new MakerChoice(one.Maker, one.Suppliers.Count)).OrderByDescending(choice => choice.Suppliers).ThenBy(choice => choice.Maker.Canonical, StringComparer.Ordinal)];
    }
}
