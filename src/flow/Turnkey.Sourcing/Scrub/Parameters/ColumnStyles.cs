using System.Collections.Immutable;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>How the columns of one table write their numbers, by the columns' names as <see cref="FactOrigin"/> has them.</summary>
internal sealed record ColumnStyles(ImmutableDictionary<string, NumberStyle> ByColumn)
{
    /// <summary>Of a text that stands in no table.</summary>
    public static ColumnStyles Open { get; } = new(ImmutableDictionary<string, NumberStyle>.Empty);

    public NumberStyle Of(string column) => ByColumn.GetValueOrDefault(column, NumberStyle.Open);

    /// <returns>Also with what the values of resistors say of bare digits.</returns>
    public ColumnStyles WithResistors(IEnumerable<string> values) => new(ByColumn.SetItem("value", Of("value").WithResistors(values)));

    /// <param name="columns">Each with all its cells.</param>
    public static ColumnStyles Read(params IEnumerable<(string Column, IEnumerable<string> Cells)> columns) =>
        new(columns.ToImmutableDictionary(column => column.Column, column => NumberStyle.Of(column.Cells), StringComparer.Ordinal));
}
