using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Sourcing.Tests.Scrub;

/// <summary>Makes parts lists for the tests of the scrub.</summary>
internal static class Boms
{
    public static BomLine Line(string designators, string value = "", string footprint = "", string description = "", string? mpn = null, string? manufacturer = null, int row = 2)
    {
        var places = DesignatorList.Parse(designators).Designators;
        return new BomLine(places, Math.Max(1, places.Length), manufacturer, PartNumber.Parse(mpn), value, footprint, description, false, "bom.csv", row);
    }

    /// <summary>What columns of their own say, by the columns' names.</summary>
    public static ImmutableArray<StatedParameter> Stated(params IEnumerable<(string Name, string Text)> cells) => [.. cells.Select(cell => new StatedParameter(cell.Name, cell.Name, cell.Text))];

    /// <summary>What is proposed of a catalogue by its descriptions, in order: the numbers, "?" before those of which not all is known.</summary>
    public static string Proposed(BomLine line, params IEnumerable<(string Mpn, string Description)> catalogue)
    {
        var request = Request(line) with { Catalogue = [.. catalogue.Select(one => new CatalogueEntry("acme", null, null, PartNumber.Parse(one.Mpn), one.Description))] };
        return string.Join(' ', Assert.Single(BomScrub.Scrub(request).Lines).Proposals.Select(one => (one.IsComplete ? "" : "?") + one.Entry.Mpn!.Value.Text));
    }

    public static ScrubRequest Request(params BomLine[] lines) => new([new ScrubAssembly(Board("main", lines), 1)], Plant.Default.Parts);

    public static Assembly Board(string name, params BomLine[] lines) => new(name, null, new BillOfMaterials([.. lines], ["bom.csv"]), [], BuildSpecification.Empty);

    public static ScrubbedBom Scrub(params BomLine[] lines) => BomScrub.Scrub(Request(lines));

    public static ScrubbedLine One(BomLine line) => Assert.Single(Scrub(line).Lines);

    public static PartParameters Read(string prefix, string value, string footprint = "", string description = "", string mpn = "") =>
        ParameterReader.Read(new PartText(prefix, value, footprint, description, mpn), Plant.Default.Parts);

    public static ImmutableDictionary<string, PartNumber> Codes(string supplier, string code) => ImmutableDictionary<string, PartNumber>.Empty.Add(supplier, PartNumber.Parse(code)!.Value);

    public static PartNumber Number(string text) => PartNumber.Parse(text)!.Value;
}
