using System.Collections.Immutable;
using System.Text;
using Turnkey.Contracts;
using Turnkey.Contracts.Requests;
using Turnkey.Designs;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Server.Jobs.Work;

namespace Turnkey.Cli.Commands.Working;

/// <summary>What a request needs to know of a design: its facts and the lines of its parts lists, of all its assemblies together.</summary>
internal static class PackageReading
{
    public static byte[] Write(Design design) => Encoding.UTF8.GetBytes(ContractJson.Write(Of(design)));

    private static IntakeResult Of(Design design)
    {
        ImmutableArray<Assembly> assemblies = [.. design.Assemblies];
        var boards = assemblies.Select(assembly => assembly.Board).OfType<Designs.Boards.Board>().ToArray();
        var copper = boards.Where(board => board.CopperLayers > 0).ToArray();
        ImmutableArray<BomLine> lines = [.. assemblies.SelectMany(assembly => assembly.Bom.Lines)];
        var placed = lines.Where(line => !line.DoNotPlace).ToArray();
        var facts = new PackageFacts
        {
            Package = design.Package.Sha256,
            Name = design.Package.Name,
            CopperLayers = copper.Select(board => board.CopperLayers).DefaultIfEmpty().Max(),
            // The size of the board that the results show: the first.
            WidthMm = boards.FirstOrDefault()?.Facts.Width?.Millimetres ?? 0,
            HeightMm = boards.FirstOrDefault()?.Facts.Height?.Millimetres ?? 0,
            HasOutline = copper.Length > 0 && copper.All(board => board.Outline is not null),
            HasDrills = copper.Length > 0 && copper.All(board => !board.Holes.IsEmpty),
            BomLines = lines.Length,
            LinesWithoutPartNumber = placed.Count(line => line.Mpn is null && line.SupplierCodes.IsEmpty),
            Parts = placed.Sum(line => line.Pieces),
            Placements = assemblies.Sum(assembly => assembly.Placements.IsDefault ? 0 : assembly.Placements.Length),
            Designators = [.. lines.SelectMany(Places)],
            Assumed = [.. assemblies.SelectMany(assembly => assembly.Specification.Fields).Where(field => field.State == SpecificationState.Assumed).Select(field => field.Name).Distinct(StringComparer.Ordinal)],
        };
        return new IntakeResult(facts, [.. lines.Select(line => new IntakeLine(
            string.Join(' ', Places(line)), line.Pieces, line.Manufacturer ?? "", line.Mpn?.Text ?? "", line.Value, line.Footprint, line.DoNotPlace))]);
    }

    private static IEnumerable<string> Places(BomLine line) => line.Designators.IsDefault ? [] : line.Designators.Select(designator => designator.Text);
}
