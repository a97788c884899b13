using System.Globalization;
using Turnkey.Documents.Markup;
using Turnkey.Plants.Figures;

namespace Turnkey.Documents.Costing;

/// <summary>The figures behind the costs, the assumed ones first in line to be set by the plant.</summary>
internal static class FigureTable
{
    public static void Write(HtmlText html, FigureIndex figures)
    {
        if (figures.Figures.Count == 0) return;
        var assumed = figures.Figures.Where(figure => figure.Assumed).ToArray();
        html.Open("section", "sheet long").Open("h2").Text("Figures the costs rest on ").Leaf("span", "u", $"{Wording.Count(assumed.Length)} of {Wording.Count(figures.Figures.Count)} are assumptions that the plant must set").Close();
        html.Open("div", "scroll").Open("table").Open("thead").Open("tr").Leaf("th", "n", "no.").Leaf("th", null, "figure").Leaf("th", "n", "value").Leaf("th", null, "unit")
            .Leaf("th", "n", "low – high").Leaf("th", null, "").Leaf("th", null, "source").Close(2).Open("tbody");
        foreach (var figure in figures.Figures.OrderByDescending(figure => figure.Assumed).ThenBy(figures.Number)) Row(html, figure, figures.Number(figure));
        html.Close(4);
    }

    private static void Row(HtmlText html, Figure figure, int number)
    {
        html.Open("tr", null, ("id", $"figure-{number}")).Leaf("td", "n", number.ToString(CultureInfo.InvariantCulture));
        html.Leaf("td", "mono", figure.Name.Length > 0 ? figure.Name : "–").Leaf("td", "n", Wording.Number(figure.Value, 6)).Leaf("td", null, figure.Unit);
        html.Open("td", "n").Leaf("small", null, Wording.Bounds(figure.Spread, value => Wording.Number(value, 6))).Close().Open("td");
        if (figure.Assumed) html.Leaf("span", "tag estimate", "plant must set");
        html.Close().Open("td").Leaf("small", null, figure.Source).Close(2);
    }
}
