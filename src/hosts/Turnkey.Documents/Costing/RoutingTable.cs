using Turnkey.Designs.Layers;
using Turnkey.Documents.Markup;
using Turnkey.Plants.Figures;
using Turnkey.ProcessPlanning;
using Turnkey.Quoting;

namespace Turnkey.Documents.Costing;

/// <summary>How each assembly would be built: panel, operations with set-up and run time, and how its parts were recognised.</summary>
internal static class RoutingTable
{
    public static void Write(HtmlText html, Quote quote, FigureIndex figures)
    {
        if (quote.Quantities.All(quantity => quantity.Plans.IsEmpty)) return;
        html.Open("section", "sheet long").Open("h2").Text("Process plan ").Leaf("span", "u", "seconds: set-up per lot, run per assembly").Close();
        foreach (var quantity in quote.Quantities)
        {
            foreach (var plan in quantity.Plans) Write(html, plan, figures, open: quantity == quote.Quantities[^1]);
        }
        if (quote.Quantities.FirstOrDefault(quantity => !quantity.Plans.IsEmpty) is { } first)
        {
            foreach (var plan in first.Plans) Parts(html, plan);
        }
        html.Close();
    }

    private static void Write(HtmlText html, ProcessPlan plan, FigureIndex figures, bool open)
    {
        if (open) html.Open("details", null, ("open", ""));
        else html.Open("details");
        html.Leaf("summary", null, $"{plan.Assembly} in lots of {Wording.Count(plan.LotSize)}: {Wording.Count(plan.PlacementsOn(Side.Top))} placements on top, "
            + $"{Wording.Count(plan.PlacementsOn(Side.Bottom))} on the bottom, {Wording.Count(plan.ThroughHoleJoints)} through-hole joints");
        if (plan.Panel is { } panel)
        {
            html.Open("p").Text($"Panel {panel.Across} × {panel.Down}, {Wording.Millimetres(panel.Width, "0.#")} × {Wording.Millimetres(panel.Height, "0.#")} mm, "
                + $"{Wording.Plural(panel.FabricationPanels, "panel", "panels")} on one of the fabricator's, {Wording.Percent(panel.Utilisation)} of it used ");
            html.Leaf("small", null, panel.Evidence).Close();
        }
        html.Open("div", "scroll").Open("table").Open("thead").Open("tr").Leaf("th", null, "operation").Leaf("th", null, "work centre")
            .Leaf("th", "n", "set-up, s").Leaf("th", "n", "run, s").Leaf("th", "n", "rate, per hour").Leaf("th", null, "how reckoned").Close(2).Open("tbody");
        foreach (var operation in plan.Operations)
        {
            html.Open("tr").Open("td").Text(operation.Name);
            if (operation.Side is { } side && side is Side.Top or Side.Bottom) html.Text(" ").Leaf("small", null, side == Side.Top ? "top" : "bottom");
            html.Close().Leaf("td", null, operation.WorkCentre);
            html.Leaf("td", "n", Wording.Number(operation.SetUp.Likely, 1)).Leaf("td", "n", Wording.Number(operation.Run.Likely, 2)).Leaf("td", "n", Wording.Number(operation.Rate.Likely));
            html.Open("td", "formula");
            foreach (var (label, reckoned) in new[] { ("set-up", operation.SetUp), ("run", operation.Run), ("rate", operation.Rate) }) Reckoned(html, label, reckoned, figures);
            html.Close(2);
        }
        html.Close(4);
    }

    private static void Reckoned(HtmlText html, string label, Calculation calculation, FigureIndex figures)
    {
        if (calculation.IsZero) return;
        html.Open("div").Text($"{label} {calculation.Formula}");
        figures.WriteReferences(html, calculation.Figures);
        html.Close();
    }

    private static void Parts(HtmlText html, ProcessPlan plan)
    {
        if (plan.Parts.IsEmpty) return;
        html.Open("details").Leaf("summary", null, $"{plan.Assembly}: how its {Wording.Plural(plan.Parts.Length, "part was", "parts were")} recognised");
        html.Open("div", "scroll").Open("table").Open("thead").Open("tr").Leaf("th", null, "parts").Leaf("th", null, "class").Leaf("th", null, "package")
            .Leaf("th", null, "mounting").Leaf("th", "n", "joints each").Leaf("th", null, "evidence").Close(2).Open("tbody");
        foreach (var group in plan.Parts.GroupBy(part => (part.Class, part.Package, part.Mounting, part.Side, part.Joints, part.FinePitch, part.Evidence)))
        {
            var named = group.Where(part => part.Designator is not null).Select(part => part.Designator!.Value).ToArray();
            html.Open("tr").Leaf("td", null, named.Length > 0 ? Kernel.DesignatorList.Format(named) : Wording.Plural(group.Count(), "part", "parts"));
            html.Leaf("td", null, group.Key.Class).Leaf("td", null, group.Key.Package.Length > 0 ? group.Key.Package : "–");
            html.Leaf("td", null, Mounting(group.Key.Mounting.ToString()) + (group.Key.Side == Side.Bottom ? ", bottom" : "") + (group.Key.FinePitch ? ", fine pitch" : ""));
            html.Leaf("td", "n", Wording.Count(group.Key.Joints)).Open("td").Leaf("small", null, group.Key.Evidence).Close(2);
        }
        html.Close(4);
    }

    /// <summary>SurfaceMount → surface mount.</summary>
    private static string Mounting(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
