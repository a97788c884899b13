using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Formats.Tables;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;

namespace Turnkey.Intake.Parts;

/// <summary>Reads BOM and placements of one board from its tables, and from X3 component layers where there is no centroid file.</summary>
internal static class PartsSelection
{
    internal sealed record Result(BillOfMaterials Bom, ImmutableArray<Placement> Placements, ImmutableArray<Diagnostic> Diagnostics);

    public static Result Select(ImmutableArray<DesignFile> files, Board? board)
    {
        var sheets = files.Select(file => file.Content).OfType<FileContent.Sheets>().ToArray();
        var centroids = sheets.SelectMany(sheet => sheet.Centroids).ToArray();
        var (placements, placementDiagnostics) = PlacementSelection.Select(centroids, board);
        if (placements.IsEmpty) placements = [.. files.SelectMany(Components)];
        // A position file with part numbers is a parts list too, for want of a better one.
        var boms = sheets.SelectMany(sheet => sheet.Tables).Where(table => table.Kind == TableKind.Bom).Select(table => table.Bom!).ToArray();
        if (boms.Length == 0) boms = [.. sheets.SelectMany(sheet => sheet.Boms)];
        var (bom, bomDiagnostics) = BomSelection.Select(boms, placements.Select(placement => placement.Designator).ToHashSet());
        return new Result(bom, placements, [.. placementDiagnostics, .. bomDiagnostics]);
    }

    private static IEnumerable<Placement> Components(DesignFile file)
    {
        if (file.Content is not FileContent.Gerber { File: { } gerber }) yield break;
        var side = gerber.Attributes.FileFunction.Contains("Bot", StringComparer.Ordinal) ? Side.Bottom : Side.Top;
        foreach (var component in gerber.Components)
        {
            if (Designator.Parse(component.Designator) is not { } designator) continue;
            string Say(string name) => component.Attributes.FirstOrDefault(attribute => attribute.Name == name)?.Fields.FirstOrDefault() ?? "";
            var turn = component.Rotation % 360;
            yield return new Placement(designator, component.At, turn < 0 ? turn + 360 : turn, side, Say(".CVal"), Say(".CFtp"), file.Path, component.Line);
        }
    }
}
