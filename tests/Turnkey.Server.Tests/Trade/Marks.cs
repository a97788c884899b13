namespace Turnkey.Server.Tests.Trade;

/// <summary>
/// Words that are in somebody's data and nowhere else, each with the parties that may ever see it. This is the rule of access in plain view: whoever finds
/// a word in an answer to another party has found a leak.
/// </summary>
internal sealed class Marks
{
    private readonly Dictionary<string, HashSet<string>> seers = new(StringComparer.Ordinal);

    /// <summary>Words with whom they may be shown to.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> All => seers;

    /// <summary>A word for something, for these parties only.</summary>
    public string For(string what, params string[] parties)
    {
        var word = $"mk-{what}-kx";
        seers.Add(word, [.. parties]);
        return word;
    }

    /// <summary>A price that nobody else has.</summary>
    public decimal PriceFor(decimal price, params string[] parties)
    {
        seers[price.ToString(System.Globalization.CultureInfo.InvariantCulture)] = [.. parties];
        // As pages write it.
        seers[price.ToString("N4", System.Globalization.CultureInfo.InvariantCulture)] = [.. parties];
        return price;
    }

    /// <summary>What is in a text that this party must not see.</summary>
    public IEnumerable<string> Leaks(string text, string party) => seers.Where(mark => !mark.Value.Contains(party) && text.Contains(mark.Key, StringComparison.Ordinal)).Select(mark => mark.Key);
}
