using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub;

namespace Turnkey.Cli.Text;

/// <summary>A design in a screenful.</summary>
internal static class DesignText
{
    /// <param name="copper">Of each assembly; empty when it was not examined.</param>
    /// <param name="scrub">The parts; null when they were not examined.</param>
    public static string Write(Design design, ImmutableArray<BoardCopper?> copper, ScrubbedBom? scrub = null)
    {
        var text = new StringBuilder();
        AppendFacts(text, design);
        foreach (var (assembly, one) in design.Assemblies.Zip(copper))
        {
            if (one is not null) CopperText.Append(text, copper.Length > 1 ? assembly.Name : "", one);
        }
        if (scrub is not null) ScrubText.Append(text, scrub);
        DiagnosticsText.Append(text, design.Diagnostics);
        return text.ToString();
    }

    public static void AppendFacts(StringBuilder text, Design design)
    {
        text.Append(PlainText.Of(design.Product.Name)).Append('\n');
        var rows = new List<string[]> { new[] { "Files", Files(design.Package) } };
        var assemblies = design.Assemblies.ToArray();
        foreach (var assembly in assemblies)
        {
            if (assemblies.Length > 1) rows.Add(["", PlainText.Of(assembly.Name)]);
            Board(rows, assembly.Board);
            Parts(rows, assembly);
            Specification(rows, assembly.Specification);
        }
        foreach (var item in design.Product.Items.Where(item => item.Assembly is null)) rows.Add([item.Kind.ToString(), PlainText.Of($"{item.Quantity} {item.Name}")]);
        TextTable.Append(text, rows);
    }

    private static string Files(PackageIdentity package)
    {
        var used = package.Files.Where(file => file.Used).ToArray();
        var roles = used.Where(file => file.Role != FileRole.Other).GroupBy(file => file.Role).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Role(group.Key)}");
        var asides = package.Files.Length - used.Length;
        return $"{package.Files.Length}: {string.Join(", ", roles.DefaultIfEmpty("none recognised"))}{(asides > 0 ? $"; {asides} set aside" : "")}";
    }

    private static string Role(FileRole role) => role switch
    {
        FileRole.SolderMask => "solder mask",
        FileRole.Bom => "BOM",
        _ => role.ToString().ToLowerInvariant(),
    };

    private static void Board(List<string[]> rows, Board? board)
    {
        if (board is null)
        {
            rows.Add(["Board", "none in the package"]);
            return;
        }
        var facts = board.Facts;
        var size = facts is { Width: { } width, Height: { } height } ? $"{Millimetres(width)} × {Millimetres(height)} mm" : "size not known";
        rows.Add(["Board", $"{size}, {board.CopperLayers} copper layer{(board.CopperLayers == 1 ? "" : "s")}"]);
        rows.Add(["Holes", $"{facts.PlatedHoles} plated, {facts.NonPlatedHoles} non-plated, {facts.Slots} slots{(facts.SmallestDrill is { } drill ? $", smallest {drill}" : "")}"]);
        rows.Add(["Pads", $"{facts.SurfaceMountPadsTop} surface-mount on top, {facts.SurfaceMountPadsBottom} on the bottom"]);
        if (board.Stackup is { } stackup) rows.Add(["Stack-up", PlainText.Of(StackupText.Of(stackup))]);
        if (board.StatedRules is { HasRules: true } rules) rows.Add(["Rules", PlainText.Of(StatedRulesText.Of(rules))]);
        if (facts.MinTrace is { } trace) rows.Add(["Copper", $"narrowest track {trace}{(facts.MinSpace is { } space ? $", least space {space}" : "")}"]);
    }

    private static void Parts(List<string[]> rows, Assembly assembly)
    {
        var bom = assembly.Bom;
        var placed = bom.Lines.Where(line => !line.DoNotPlace).Sum(line => (long)line.Quantity);
        var not = bom.Lines.Count(line => line.DoNotPlace);
        rows.Add(["BOM", bom.IsEmpty ? "none in the package" : $"{bom.Lines.Length} lines, {placed} parts{(not > 0 ? $", {not} lines not placed" : "")} ({PlainText.Of(string.Join(", ", bom.Sources))})"]);
        var placements = assembly.Placements;
        rows.Add(["Placements", placements.IsEmpty ? "none in the package" : $"{placements.Length}: {placements.Count(placement => placement.Side == Side.Top)} top, {placements.Count(placement => placement.Side == Side.Bottom)} bottom"]);
    }

    private static void Specification(List<string[]> rows, BuildSpecification specification)
    {
        foreach (var (state, heading) in new[] { (SpecificationState.Given, "Given"), (SpecificationState.FromFile, "Specified"), (SpecificationState.Assumed, "Assumed") })
        {
            var fields = specification.Fields.Where(field => field.State == state).ToArray();
            if (fields.Length > 0) rows.Add([heading, PlainText.Of(string.Join(", ", fields.Select(field => $"{field.Name} {field.Value}")))]);
        }
    }

    private static string Millimetres(Length length) => length.Millimetres.ToString("0.##", CultureInfo.InvariantCulture);
}
