using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Scrub.Parameters;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Scrub.Lines;

/// <summary>Whether a line says that it is not to be placed (<c>do-not-place.csv</c>), beside the mark that the parts list's reader has set.</summary>
internal static class DoNotPlace
{
    private static readonly Lazy<ImmutableArray<Rule>> Loaded = new(() => [.. DataTable.Embedded("do-not-place.csv").Rows.Select(row => new Rule(row[0], row[1], [.. DataTable.Entries(row[2]).Select(ComponentKinds.Parse)]))]);

    /// <summary>Where it is said; null when the part is placed.</summary>
    public static FactOrigin? Find(BomLine line, ComponentKind kind)
    {
        if (line.DoNotPlace) return new FactOrigin("bom", "not placed");
        foreach (var (column, text) in new[] { ("value", line.Value), ("description", line.Description), ("footprint", line.Footprint) })
        {
            var upper = CellText.Plain(text).ToUpperInvariant();
            if (upper.Length == 0) continue;
            foreach (var rule in Loaded.Value)
            {
                if (!rule.Except.Contains(kind) && rule.Says(upper, column)) return new FactOrigin(column, rule.Entry);
            }
        }
        return null;
    }

    private sealed record Rule(string Kind, string Entry, ImmutableArray<ComponentKind> Except)
    {
        public bool Says(string upper, string column) => Kind switch
        {
            "cell" => column == "value" && upper.Trim('(', ')', '[', ']', '<', '>', '*', ' ') == Entry,
            "contains" => upper.Contains(Entry, StringComparison.Ordinal),
            // A footprint is a name and holds letters by chance.
            "word" or "phrase" => column != "footprint" && HasWords(upper),
            _ => throw new InvalidOperationException($"no rule {Kind}"),
        };

        private bool HasWords(string upper)
        {
            for (var at = upper.IndexOf(Entry, StringComparison.Ordinal); at >= 0; at = upper.IndexOf(Entry, at + 1, StringComparison.Ordinal))
            {
                var end = at + Entry.Length;
                if ((at == 0 || !char.IsLetterOrDigit(upper[at - 1])) && (end == upper.Length || !char.IsLetterOrDigit(upper[end]))) return true;
            }
            return false;
        }
    }
}
