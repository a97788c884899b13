using System.Collections.Frozen;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Scrub.Makers;

/// <summary>
/// Every maker that <c>manufacturers.csv</c> knows, by any of its spellings. Letter case, punctuation, legal forms and the words of the industry do not count;
/// a misspelling is mended only where the name is long, one letter (in long names two) is wrong, and one maker alone is meant.
/// </summary>
public sealed class MakerDirectory
{
    /// <summary>One wrong letter is allowed from this length on, two from <see cref="TwoSlips"/>: shorter names are each other's misspellings.</summary>
    private const int OneSlip = 6;

    private const int TwoSlips = 11;

    private const int LongestName = 120;

    private static readonly Lazy<MakerDirectory> Loaded = new(() => new MakerDirectory(DataTable.Embedded("manufacturers.csv").Rows));

    private static readonly FrozenSet<string> Ignored = new[]
    {
        "INC", "LTD", "LLC", "CO", "CORP", "CORPORATION", "COMPANY", "GMBH", "AG", "KG", "BV", "NV", "SA", "AB", "PLC", "LIMITED", "INTERNATIONAL", "INTL", "GROUP", "HOLDINGS",
        "SEMICONDUCTOR", "SEMICONDUCTORS", "SEMICON", "SEMI", "ELECTRONICS", "ELECTRONIC", "ELEC", "ELECTRO", "COMPONENTS", "COMPONENT", "TECHNOLOGY", "TECHNOLOGIES", "TECH",
        "MICROELECTRONICS", "THE", "AND", "MANUFACTURING", "MFG", "AMERICA", "AMERICAS", "USA", "EUROPE", "KK",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string[]> spellings, cores;
    private readonly FrozenDictionary<string, Entry> entries;
    private readonly ILookup<char, string> byFirst;

    private MakerDirectory(IReadOnlyList<string[]> rows)
    {
        entries = rows.ToFrozenDictionary(row => row[0], row => new Entry(row[1], row[2], row[4]), StringComparer.Ordinal);
        var written = rows.SelectMany(row => DataTable.Entries(row[3]).Prepend(row[0]).Select(spelling => (Spelling: spelling, Maker: row[0]))).ToArray();
        spellings = Index(written.Select(one => (Key(one.Spelling), one.Maker)));
        cores = Index(written.Select(one => (Core(one.Spelling), one.Maker)));
        byFirst = spellings.Keys.Concat(cores.Keys).Distinct(StringComparer.Ordinal).Where(key => key.Length >= OneSlip - 1).Order(StringComparer.Ordinal).ToLookup(key => key[0]);
    }

    public static MakerDirectory Default => Loaded.Value;

    /// <summary>All canonical names, ordinally sorted.</summary>
    public IEnumerable<string> Names => entries.Where(entry => entry.Value.Relation != "now").Select(entry => entry.Key).Order(StringComparer.Ordinal);

    internal IEnumerable<(string Name, string Relation, string Of, string Source)> Rows => entries.Select(entry => (entry.Key, entry.Value.Relation, entry.Value.Of, entry.Value.Source));

    /// <summary>Spellings that several makers claim, which a test keeps empty.</summary>
    internal IEnumerable<string> Ambiguous => spellings.Where(pair => pair.Value.Length > 1).Select(pair => pair.Key);

    /// <summary>The maker a cell names; null for an empty cell. Never throws.</summary>
    public MakerName? Find(string? written)
    {
        var text = CellText.Plain(written);
        if (text.Length > LongestName) text = text[..LongestName];
        if (text.Length == 0 || !text.Any(char.IsLetterOrDigit)) return null;
        foreach (var part in Parts(text))
        {
            var key = Key(part);
            if (key.Length == 0) continue;
            if (spellings.TryGetValue(key, out var exact)) return Of(exact, text, Certainty.Certain);
        }
        foreach (var part in Parts(text))
        {
            var core = Core(part);
            if (core.Length > 0 && cores.TryGetValue(core, out var plain)) return Of(plain, text, core.Length > 2 ? Certainty.Certain : Certainty.Likely);
        }
        foreach (var part in Parts(text))
        {
            if (Mended(Core(part)) is { Length: > 0 } near) return Of(near, text, Certainty.Likely);
        }
        return new MakerName(text, text, text, Certainty.Unknown);
    }

    /// <summary>Whether two names can mean the same company; true where one of them is not given.</summary>
    public bool Agree(string? a, string? b)
    {
        if (string.IsNullOrWhiteSpace(a) || string.IsNullOrWhiteSpace(b)) return true;
        if (Find(a) is not { } x || Find(b) is not { } y) return true;
        if (x.Canonical == y.Canonical || x.Group == y.Group) return true;
        if (x.Candidates.Contains(y.Canonical, StringComparer.Ordinal) || y.Candidates.Contains(x.Canonical, StringComparer.Ordinal)) return true;
        // Two known makers are two; a name nobody knows may be a shorter or longer form of the other.
        if (x.Certainty == Certainty.Certain && y.Certainty == Certainty.Certain) return false;
        var (p, q) = (Core(a), Core(b));
        return p.Length == 0 || q.Length == 0 || p.StartsWith(q, StringComparison.Ordinal) || q.StartsWith(p, StringComparison.Ordinal) || Initials(a) == q || Initials(b) == p;
    }

    /// <summary>The name without what does not tell makers apart, in upper case.</summary>
    internal static string Core(string name) => string.Concat(Words(name).Where(word => !Ignored.Contains(word)));

    internal static string Key(string name) => string.Concat(Words(name));

    private static string Initials(string name) => string.Concat(Words(name).Select(word => word[0]));

    private static string[] Words(string name) =>
        new string([.. name.Take(LongestName).Select(c => char.IsLetterOrDigit(c) ? Letter(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Upper case without the marks that keyboards lack.</summary>
    private static char Letter(char c) => char.ToUpperInvariant(c) switch { 'Ü' => 'U', 'Ä' => 'A', 'Ö' => 'O', 'É' => 'E', var other => other };

    /// <summary>The whole name, what stands before a bracket or a slash, and what stands behind it: <c>ALLEGRO(美国埃戈罗)</c>.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        yield return text;
        var cut = text.AsSpan().IndexOfAny("(（[/");
        if (cut > 0)
        {
            yield return text[..cut];
            yield return text[(cut + 1)..];
        }
    }

    private MakerName Of(string[] makers, string written, Certainty certainty)
    {
        var named = makers.Select(maker => entries[maker] is { Relation: "now" } entry ? Final(entry.Of) : maker).Distinct(StringComparer.Ordinal).ToArray();
        if (named.Length > 1) return new MakerName(written, written, written, Certainty.Unknown) { Candidates = named };
        var canonical = named[0];
        var own = entries[canonical];
        return new MakerName(canonical, own.Relation == "brand" ? Final(own.Of) : canonical, written, certainty) { Was = makers.Length == 1 && makers[0] != canonical ? makers[0] : "" };
    }

    /// <summary>Through mergers of mergers; the table is a tree, which a test checks.</summary>
    private string Final(string name)
    {
        for (var steps = 0; steps < 8 && entries.TryGetValue(name, out var entry) && entry.Relation == "now"; steps++) name = entry.Of;
        return name;
    }

    private string[] Mended(string core)
    {
        if (core.Length < OneSlip) return [];
        var allowed = core.Length >= TwoSlips ? 2 : 1;
        var best = allowed + 1;
        var near = new List<string>();
        foreach (var key in byFirst[core[0]])
        {
            if (Math.Abs(key.Length - core.Length) > allowed) continue;
            var distance = Distance(core, key, best);
            if (distance > best || distance > allowed) continue;
            if (distance < best) near.Clear();
            best = distance;
            near.AddRange(spellings.TryGetValue(key, out var exact) ? exact : cores[key]);
        }
        return [.. near.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Letters to change, add, drop or swap with their neighbour (optimal string alignment); more than <paramref name="enough"/> is not counted out.</summary>
    internal static int Distance(string a, string b, int enough)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > enough) return least;
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }

    private static FrozenDictionary<string, string[]> Index(IEnumerable<(string Key, string Maker)> pairs) =>
        pairs.Where(pair => pair.Key.Length > 0).GroupBy(pair => pair.Key, pair => pair.Maker, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    private sealed record Entry(string Relation, string Of, string Source);
}
