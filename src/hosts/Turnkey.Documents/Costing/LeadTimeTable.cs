using System.Globalization;
using Turnkey.Documents.Markup;
using Turnkey.Quoting;
using Turnkey.Quoting.LeadTimes;

namespace Turnkey.Documents.Costing;

/// <summary>The steps from order to goods as bars over working days; the critical path is in the accent colour and marked in words.</summary>
internal static class LeadTimeTable
{
    private const int Width = 300, BarHeight = 12;

    public static void Write(HtmlText html, Quote quote)
    {
        if (quote.Quantities.All(quantity => quantity.LeadTime.Steps.IsEmpty)) return;
        html.Open("section", "sheet long").Open("h2").Text("Lead time ").Leaf("span", "u", "working days from order and approved files").Close();
        foreach (var quantity in quote.Quantities)
        {
            var time = quantity.LeadTime;
            html.Leaf("h3", null, $"{Wording.Count(quantity.Quantity)} in {Wording.Plural(time.WorkingDays, "day", "days")}");
            html.Open("div", "scroll").Open("table").Open("thead").Open("tr").Leaf("th", null, "step").Leaf("th", "n", "from").Leaf("th", "n", "days").Leaf("th", null, "")
                .Leaf("th", null, "why").Close(2).Open("tbody");
            foreach (var step in time.Steps) Step(html, step, time.WorkingDays);
            html.Close(3);
        }
        html.Close();
    }

    private static void Step(HtmlText html, LeadTimeStep step, int days)
    {
        html.Open("tr").Open("td").Text(step.Name);
        if (step.Critical) html.Text(" ").Leaf("span", "tag price-list", "critical");
        html.Close().Leaf("td", "n", Wording.Count(step.Start)).Leaf("td", "n", Wording.Count(step.Days)).Open("td");
        html.Open("svg", "chart gantt", ("preserveAspectRatio", "none"), ("viewBox", $"0 0 {Width} {BarHeight}"), ("aria-hidden", "true"));
        var scale = Width / (double)Math.Max(days, 1);
        html.Open("rect", step.Critical ? "critical" : "bar", ("x", N(step.Start * scale)), ("width", N(Math.Max(step.Days * scale, 1))), ("height", N(BarHeight))).Close(3);
        html.Open("td").Leaf("small", null, step.Reason);
        foreach (var addition in step.Additions)
            html.Void("br").Leaf("small", null, $"of it {Wording.Plural(addition.Days, "day", "days")} for {addition.Name}{(addition.Because.Length > 0 ? $" ({addition.Because})" : "")}: {addition.Reason}");
        html.Close(2);
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
