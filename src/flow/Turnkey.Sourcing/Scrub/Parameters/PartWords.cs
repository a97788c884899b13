using System.Collections.Frozen;
using System.Collections.Immutable;
using Turnkey.Sourcing.Data;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>How a part is made and mounted, by the words of its texts (<c>part-words.csv</c>).</summary>
internal static class PartWords
{
    private const string Demand = "demand";

    private static readonly Lazy<ImmutableArray<Entry>> Loaded = new(() =>
        [.. DataTable.Embedded("part-words.csv").Rows.Select(row => new Entry(row[0] == "footprint", row[1], row[2], row[3], [.. DataTable.Entries(row[4]).Select(ComponentKinds.Parse)]))]);

    private static readonly Lazy<FrozenSet<string>> Single = new(() => Loaded.Value.SelectMany(entry => entry.Text.Split(' ', '-')).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>A word that says something here, alone or with others.</summary>
    public static bool IsKnown(string word) => Single.Value.Contains(word.ToUpperInvariant());

    /// <param name="kind">Of the part.</param>
    /// <param name="columns">Its texts in one spelling, in the order in which they count.</param>
    public static ImmutableArray<ParameterFact> Read(Fact<ComponentKind> kind, params IEnumerable<(string Column, string Text)> columns)
    {
        if (PartParameters.PrincipalOf(kind.Value) is null) return [];
        var found = columns.SelectMany(column => Said(kind.Value, column.Column, column.Text)).Where(one => one.Parameter != Demand).ToArray();
        return
        [
            .. Named(ParameterName.Technology, "technology"), .. Named(ParameterName.Mounting, "mounting"),
            // A capacitor for X1 and Y2 is one for both.
            .. found.Where(one => one.Parameter == "safety-class").SelectMany(one => one.Value.Split(" and ")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } classes
                ? [new ParameterFact(ParameterName.SafetyClass, null, string.Join(" and ", classes), Certainty.Certain, found.First(one => one.Parameter == "safety-class").Origin)] : Array.Empty<ParameterFact>(),
        ];

        IEnumerable<ParameterFact> Named(ParameterName name, string parameter)
        {
            // Several texts narrow each other down: a polarised footprint and the word tantalum.
            var texts = found.Where(one => one.Parameter == parameter).GroupBy(one => one.Origin.Column, StringComparer.Ordinal).Select(column => column.First()).ToArray();
            if (texts.Length == 0) return [];
            string[] common = [.. texts.Skip(1).Aggregate(texts[0].Value.Split(" or ").AsEnumerable(), (left, next) => left.Intersect(next.Value.Split(" or "), StringComparer.Ordinal))];
            if (common.Length > 0) return [Fact(texts.MinBy(one => one.Value.Split(" or ").Length) with { Value = string.Join(" or ", common) })];
            return texts.Select(Fact);

            ParameterFact Fact((string Parameter, string Value, FactOrigin Origin) one) => new(name, null, one.Value, Certainty.Certain, one.Origin);
        }
    }

    /// <summary>Words that ask for something which offers do not say in a readable way.</summary>
    public static IEnumerable<FactOrigin> Demands(ComponentKind kind, params IEnumerable<(string Column, string Text)> columns) =>
        columns.SelectMany(column => Said(kind, column.Column, column.Text)).Where(one => one.Parameter == Demand).Select(one => one.Origin);

    private static IEnumerable<(string Parameter, string Value, FactOrigin Origin)> Said(ComponentKind kind, string column, string text)
    {
        if (text.Length == 0) return [];
        var isFootprint = column == "footprint";
        var spaced = isFootprint ? $" {string.Join(' ', text.ToUpperInvariant().Split([.. text.Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries))} " : ComponentKinds.Spaced(text);
        return Loaded.Value.Where(entry => entry.IsFootprint == isFootprint && entry.Kinds.Any(one => one == kind || ComponentKinds.Refines(kind, one)) && ComponentKinds.Holds(spaced, entry.Text))
            .Select(entry => (entry.Parameter, entry.Value, new FactOrigin(column, entry.Text)));
    }

    private sealed record Entry(bool IsFootprint, string Text, string Parameter, string Value, ImmutableArray<ComponentKind> Kinds);
}
