using System.Collections.Immutable;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>Makes one fact of what several places say of a parameter.</summary>
internal static class Combination
{
    private static readonly string[] Order = ["value", "voltage", "tolerance", "power", "current", "dielectric", "temperature-coefficient", "rating", "mounting", "footprint", "description", "mpn"];

    /// <param name="name">Which.</param>
    /// <param name="readings">All of that name; their order does not matter.</param>
    public static ParameterFact? Of(ParameterName name, ImmutableArray<ParameterFact> readings)
    {
        if (readings.IsEmpty) return null;
        if (name == ParameterName.Dielectric) readings = Alternatives(readings);
        readings = WithoutSatisfied(name, readings);
        // The customer's own columns say what is wanted; a body is best said by the footprint.
        var meanings = readings.GroupBy(fact => (fact.Number, fact.Number is null ? fact.Text : "")).Select(Best)
            .OrderBy(fact => name == ParameterName.Package && fact.Origin.Column == "footprint" ? -1 : Array.IndexOf(Order, fact.Origin.Column)).ThenByDescending(fact => fact.Certainty).ThenBy(fact => fact.Text, StringComparer.Ordinal).ToArray();
        if (meanings.Length == 1) return meanings[0];
        var certain = meanings.Where(fact => fact.Certainty == Certainty.Certain).ToArray();
        var shown = certain.Length > 0 ? certain[0] : meanings[0];
        return shown with { Certainty = certain.Length == 1 ? Certainty.Likely : Certainty.Unknown, Contradictions = [.. meanings.Where(fact => fact != shown)] };
    }

    private static ParameterFact Best(IEnumerable<ParameterFact> same) =>
        same.OrderByDescending(fact => fact.Certainty).ThenBy(fact => Array.IndexOf(Order, fact.Origin.Column)).ThenBy(fact => fact.Origin.Word, StringComparer.Ordinal).First();

    /// <summary>"X5R or X7R" in one column leaves the choice and is no contradiction.</summary>
    private static ImmutableArray<ParameterFact> Alternatives(ImmutableArray<ParameterFact> readings)
    {
        var columns = readings.GroupBy(fact => fact.Origin.Column, StringComparer.Ordinal).Select(group =>
        {
            var names = group.Select(fact => fact.Text).Distinct(StringComparer.Ordinal).ToArray();
            return names.Length == 1 ? Best(group) : group.First() with { Text = string.Join(" or ", names.Order(StringComparer.Ordinal)) };
        }).ToArray();
        // A part of the first column's choice satisfies it.
        return [.. columns.Where((fact, index) => index == 0 || !columns[0].Text.Split(" or ").Contains(fact.Text, StringComparer.Ordinal) || !columns[0].Text.Contains(" or ", StringComparison.Ordinal))];
    }

    /// <summary>
    /// What the part number says beyond the demand is no contradiction: 50 V where 25 V are asked, 1 % where 5 % are. The demand is shown.
    /// </summary>
    private static ImmutableArray<ParameterFact> WithoutSatisfied(ParameterName name, ImmutableArray<ParameterFact> readings)
    {
        if (name is not (ParameterName.Tolerance or ParameterName.Voltage or ParameterName.AcVoltage or ParameterName.Power or ParameterName.Current or ParameterName.Dielectric or ParameterName.Technology or ParameterName.SafetyClass)) return readings;
        var demands = readings.Where(fact => fact.Origin.Column != "mpn").ToArray();
        if (demands.Length == 0) return readings;
        return [.. readings.Where(fact => fact.Origin.Column != "mpn" || !demands.All(demand => Satisfies(name, fact, demand)) || demands.Any(demand => demand.Text == fact.Text))];
    }

    internal static bool Satisfies(ParameterName name, ParameterFact offered, ParameterFact wanted) => name switch
    {
        ParameterName.Dielectric => wanted.Text.Split(" or ").Any(one => Dielectrics.Satisfies(offered.Text, one)),
        ParameterName.Tolerance => offered.Number <= wanted.Number || offered.Text == wanted.Text,
        ParameterName.Technology => wanted.Text.Split(" or ").Intersect(offered.Text.Split(" or "), StringComparer.Ordinal).Any(),
        // Y1 stands more than Y2, X1 more than X2; neither letter stands in for the other.
        ParameterName.SafetyClass => wanted.Text.Split(" and ").All(one => offered.Text.Split(" and ").Any(other => other[0] == one[0] && string.CompareOrdinal(other, one) <= 0)),
        ParameterName.Voltage or ParameterName.AcVoltage or ParameterName.Power or ParameterName.Current => offered.Number >= wanted.Number,
        _ => offered.Number is not null ? offered.Number == wanted.Number : offered.Text == wanted.Text,
    };
}
