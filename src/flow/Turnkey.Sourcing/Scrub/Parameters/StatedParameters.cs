using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>Reads what a column of its own says of a parameter. The heading gives the unit where the cell has none: 35 under Voltage is 35 V, likely.</summary>
internal static class StatedParameters
{
    /// <summary>What a column holds, and the unit that a bare number in it has; of a rating and a temperature coefficient the cell's own unit says what it is.</summary>
    private static readonly ImmutableDictionary<string, (string Unit, ImmutableArray<ParameterName> Names)> Columns = new Dictionary<string, (string, ImmutableArray<ParameterName>)>(StringComparer.Ordinal)
    {
        ["voltage"] = ("V", [ParameterName.Voltage, ParameterName.AcVoltage]),
        ["tolerance"] = ("%", [ParameterName.Tolerance]),
        ["power"] = ("W", [ParameterName.Power]),
        ["current"] = ("A", [ParameterName.Current]),
        ["dielectric"] = ("", [ParameterName.Dielectric]),
        ["temperature-coefficient"] = ("", [ParameterName.Dielectric]),
        ["rating"] = ("", [ParameterName.Voltage, ParameterName.AcVoltage, ParameterName.Power, ParameterName.Current]),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <returns>Nothing where the cell is not understood, or says nothing of such a part.</returns>
    public static IEnumerable<ParameterFact> Read(StatedParameter stated, Fact<ComponentKind> kind, ColumnStyles styles)
    {
        var text = CellText.Plain(stated.Text);
        if (!Columns.TryGetValue(stated.Name, out var column)) return [];
        var (unit, names) = column;
        if (stated.Name == "tolerance" && text.Length == 1 && SeriesDecoding.Tolerance(kind.Value, text.ToUpperInvariant()) is { } coded)
            return [coded with { Origin = new(stated.Name, text) }];
        // 1/4 is a quarter of a watt as well as 1/4W.
        var bare = text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '/' or '±' or ' ');
        return Facts(bare ? text + unit : text).Where(fact => names.Contains(fact.Name)).Select(fact => bare && fact.Certainty == Certainty.Certain ? fact with { Certainty = Certainty.Likely } : fact).Select(fact => fact with { Origin = new(stated.Name, text) });

        IEnumerable<ParameterFact> Facts(string cell) =>
            ParameterScanner.Scan(cell, footprint: false, styles.Of(stated.Name).Comma).SelectMany(mention => Interpretation.All(kind, stated.Name, mention, NumberStyle.Open));
    }
}
