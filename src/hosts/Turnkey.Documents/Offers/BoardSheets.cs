using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Documents.Markup;
using Turnkey.Documents.Viewer;
using Turnkey.Drawing;
using Turnkey.Drawing.Colours;

namespace Turnkey.Documents.Offers;

/// <summary>One sheet per board: top and bottom as they will look, to be looked at closely where scripts run, and the facts that drive the price.</summary>
internal static class BoardSheets
{
    /// <summary>Boards of a product that are drawn; a page with more pictures would not load well.</summary>
    private const int MostDrawn = 8;

    /// <param name="nets">Of each assembly, where its copper was traced already.</param>
    public static void Write(HtmlText html, Design design, ImmutableArray<CopperNets> nets)
    {
        var number = 0;
        foreach (var (at, assembly) in design.Assemblies.Index())
        {
            if (assembly.Board is null && assembly.Placements.IsEmpty && assembly.Bom.IsEmpty) continue;
            Write(html, assembly, at < nets.Length ? nets[at] : null, number, alone: design.Assemblies.Count() == 1);
            number++;
        }
    }

    private static void Write(HtmlText html, Assembly assembly, CopperNets? nets, int number, bool alone)
    {
        html.Open("section", "sheet").Open("h2").Text(alone ? "Board " : $"{assembly.Name} ").Leaf("span", "u", "as made").Close();
        var notes = new List<string>();
        var drawn = assembly.Board is not null && number < MostDrawn;
        if (drawn && assembly.Board is { } board)
        {
            WriteViewer(html, assembly, nets ?? CopperNets.Trace(board), number, notes);
            html.Open("div", "hero");
            var colours = BoardColours.From(assembly.Specification);
            foreach (var side in new[] { Side.Top, Side.Bottom })
            {
                var drawing = BoardPicture.Draw(board, side, colours, $"b{number}{(side == Side.Top ? 't' : 'b')}");
                html.Open("figure").Own(drawing.Svg).Leaf("figcaption", null, side == Side.Top ? "top" : "bottom, seen from below").Close();
                notes.AddRange(drawing.Notes.Where(note => !notes.Contains(note, StringComparer.Ordinal)));
            }
        }
        html.Open("dl", "facts");
        foreach (var (label, value, unit, assumed) in Facts(assembly))
        {
            html.Open("div").Open("dt").Text(label);
            if (assumed) html.Text(" ").Leaf("span", "tag assumed", "assumed");
            html.Close().Open("dd").Text(value);
            if (unit.Length > 0) html.Text(" ").Leaf("span", "u", unit);
            html.Close(2);
        }
        html.Close(drawn ? 2 : 1);
        foreach (var note in notes) html.Leaf("p", "quiet", note);
        html.Close();
    }

    private static void WriteViewer(HtmlText html, Assembly assembly, CopperNets nets, int number, List<string> notes)
    {
        if (BoardScene.Of(assembly, nets, []) is { } scene) ViewerPanel.Write(html, scene, number);
        else notes.Add("The board is too large to be looked at closely in this page.");
    }

    private static IEnumerable<(string Label, string Value, string Unit, bool Assumed)> Facts(Assembly assembly)
    {
        if (assembly.Board is { } board)
        {
            foreach (var fact in Facts(board)) yield return (fact.Label, fact.Value, fact.Unit, false);
        }
        var placed = assembly.Placements.Where(placement => !placement.DoNotPlace).ToArray();
        if (placed.Length > 0)
        {
            var top = placed.Count(placement => placement.Side != Side.Bottom);
            yield return ("placements", Wording.Count(placed.Length), $"top {Wording.Count(top)}, bottom {Wording.Count(placed.Length - top)}", false);
        }
        if (!assembly.Bom.IsEmpty)
        {
            var lines = assembly.Bom.Lines.Where(line => !line.DoNotPlace).ToArray();
            yield return ("parts", Wording.Count(lines.Sum(line => (long)line.Quantity)), $"in {Wording.Plural(lines.Length, "line", "lines")}", false);
        }
        foreach (var name in Shown)
        {
            if (assembly.Specification[name] is { } field) yield return (SpecificationLabels.Of(name), field.Value, "", field.State == SpecificationState.Assumed);
        }
    }

    private static IEnumerable<(string Label, string Value, string Unit)> Facts(Board board)
    {
        var facts = board.Facts;
        if (facts is { Width: { } width, Height: { } height }) yield return ("size", $"{Wording.Millimetres(width, "0.0#")} × {Wording.Millimetres(height, "0.0#")}", "mm");
        yield return ("copper layers", board.CopperLayers > 0 ? Count(board.CopperLayers) : "none found", "");
        var holes = facts.PlatedHoles + facts.NonPlatedHoles;
        if (holes > 0) yield return ("holes", Wording.Count(holes), facts.NonPlatedHoles > 0 ? $"{Wording.Count(facts.NonPlatedHoles)} not plated" : "plated");
        if (facts.Slots > 0) yield return ("slots", Wording.Count(facts.Slots), "");
        if (facts.SmallestDrill is { } drill) yield return ("smallest drill", Wording.Millimetres(drill), "mm");
        if (facts.MinTrace is { } trace && facts.MinSpace is { } space) yield return ("trace / space", $"{Wording.Millimetres(trace, "0.000")} / {Wording.Millimetres(space, "0.000")}", "mm");
        else if (facts.MinTrace is { } only) yield return ("narrowest trace", Wording.Millimetres(only, "0.000"), "mm");
        if (facts.SurfaceMountPads > 0) yield return ("SMD pads", Wording.Count(facts.SurfaceMountPads), "");
    }

    private static IReadOnlyList<string> Shown { get; } =
    [
        SpecificationNames.Thickness, SpecificationNames.Material, SpecificationNames.Finish, SpecificationNames.MaskColour,
    ];

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);
}
