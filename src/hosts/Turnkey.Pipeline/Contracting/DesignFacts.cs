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
        var lines = assemblies.SelectMany(assembly => assembly.Bom.Lines).Where(line => !line.DoNotPlace).ToArray();
        return new PackageFacts
        {
            Package = design.Package.Sha256,
            Name = design.Package.Name,
            CopperLayers = boards.Select(board => board.CopperLayers).DefaultIfEmpty().Max(),
            WidthMm = boards.FirstOrDefault()?.Facts.Width?.Millimetres ?? 0,
            HeightMm = boards.FirstOrDefault()?.Facts.Height?.Millimetres ?? 0,
            HasOutline = boards.Length > 0 && boards.All(board => board.Outline is not null),
            HasDrills = boards.Length > 0 && boards.All(board => !board.Holes.IsEmpty),
            BomLines = lines.Length,
            // A distributor's code names a part as well.
            LinesWithoutPartNumber = lines.Count(line => line.Mpn is null && line.SupplierCodes.IsEmpty),
            Parts = lines.Sum(line => line.Pieces),
            Placements = assemblies.Sum(assembly => assembly.Placements.Length),
            Designators = [.. assemblies.SelectMany(assembly => assembly.Bom.Lines).SelectMany(line => line.Designators).Select(designator => designator.ToString())],
            Assumed = [.. assemblies.SelectMany(assembly => assembly.Specification.Fields).Where(field => field.State == SpecificationState.Assumed).Select(field => field.Name).Distinct(StringComparer.Ordinal)],
        };
    }
}
