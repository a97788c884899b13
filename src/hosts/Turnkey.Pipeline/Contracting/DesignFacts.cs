using System.Collections.Immutable;
using Turnkey.Contracts.Requests;
using Turnkey.Designs;
using Turnkey.Designs.Specification;

namespace Turnkey.Pipeline.Contracting;

/// <summary>What a request needs to know of a design: the assemblies of a product together, the board's measures those of the first.</summary>
public static class DesignFacts
{
    public static PackageFacts Of(Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        ImmutableArray<Designs.Products.Assembly> assemblies = [.. design.Assemblies];
        var boards = assemblies.Select(assembly => assembly.Board).OfType<Designs.Boards.Board>().ToArray();
        var copper = boards.Where(board => board.CopperLayers > 0).ToArray();
        var lines = assemblies.SelectMany(assembly => assembly.Bom.Lines).ToArray();
        var placed = lines.Where(line => !line.DoNotPlace).ToArray();
        return new PackageFacts
        {
            Package = design.Package.Sha256,
            Name = design.Package.Name,
            CopperLayers = copper.Select(board => board.CopperLayers).DefaultIfEmpty().Max(),
            WidthMm = boards.FirstOrDefault()?.Facts.Width?.Millimetres ?? 0,
            HeightMm = boards.FirstOrDefault()?.Facts.Height?.Millimetres ?? 0,
            HasOutline = copper.Length > 0 && copper.All(board => board.Outline is not null),
            HasDrills = copper.Length > 0 && copper.All(board => !board.Holes.IsEmpty),
            BomLines = lines.Length,
            // A distributor's code names a part as well.
            LinesWithoutPartNumber = placed.Count(line => line.Mpn is null && line.SupplierCodes.IsEmpty),
            Parts = placed.Sum(line => line.Pieces),
            Placements = assemblies.Sum(assembly => assembly.Placements.IsDefault ? 0 : assembly.Placements.Length),
            Designators = [.. lines.Where(line => !line.Designators.IsDefault).SelectMany(line => line.Designators).Select(designator => designator.Text)],
            Assumed = [.. assemblies.SelectMany(assembly => assembly.Specification.Fields).Where(field => field.State == SpecificationState.Assumed).Select(field => field.Name).Distinct(StringComparer.Ordinal)],
        };
    }
}
