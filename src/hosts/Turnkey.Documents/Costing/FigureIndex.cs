using Turnkey.Documents.Markup;
using Turnkey.Plants.Figures;
using Turnkey.Quoting;
using Turnkey.Quoting.Costs;

namespace Turnkey.Documents.Costing;

/// <summary>Every figure that the quote used, numbered by name, so that a formula can point to its source instead of repeating it.</summary>
internal sealed class FigureIndex
{
    private readonly Dictionary<Figure, int> numbers;

    private FigureIndex(IReadOnlyList<Figure> figures)
    {
        Figures = figures;
        numbers = figures.Select((figure, i) => (figure, i)).ToDictionary(pair => pair.figure, pair => pair.i + 1);
    }

    public IReadOnlyList<Figure> Figures { get; }

    public static FigureIndex Of(Quote quote)
    {
        var used = quote.Quantities.SelectMany(quantity =>
            quantity.Costs.Concat(quantity.NonRecurringCosts).SelectMany(Below).SelectMany(line => line.Figures)
                .Concat(quantity.Material.SelectMany(line => line.Figures))
                .Concat(quantity.Plans.SelectMany(plan => plan.Operations).SelectMany(operation => operation.SetUp.Figures.Concat(operation.Run.Figures).Concat(operation.Rate.Figures)))
                .Concat(quantity.RuleOfThumb?.Figures ?? []));
        return new FigureIndex([.. used.Distinct().OrderBy(figure => figure.Name, StringComparer.Ordinal).ThenBy(figure => figure.Unit, StringComparer.Ordinal)
            .ThenBy(figure => figure.Value).ThenBy(figure => figure.Source, StringComparer.Ordinal)]);
    }

    public int Number(Figure figure) => numbers[figure];

    /// <summary>Links to the figures: <c>[3] [7]</c>.</summary>
    public void WriteReferences(HtmlText html, IEnumerable<Figure> figures)
    {
        foreach (var number in figures.Select(Number).Distinct().Order())
        {
            html.Text(" ").Leaf("a", "ref", $"[{number}]", ("href", $"#figure-{number}"));
        }
    }

    private static IEnumerable<CostLine> Below(CostLine line) => line.Lines.SelectMany(Below).Prepend(line);
}
