using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Intake.Parts;
using Turnkey.Kernel;

namespace Turnkey.Intake.Reconciliation;

/// <summary>
/// Holds the BOM, the placements and the copper against each other, by designator and by position. Says each contradiction once per BOM line or
/// group of parts, because one cause is one diagnostic.
/// </summary>
internal static class PartsReconciliation
{
    /// <summary>Parts may overhang the edge (connectors do): a centre this far outside is still on the board.</summary>
    private static readonly Length Overhang = Length.FromMillimetres(5);

    /// <summary>Share of parts on their lands from which a part that is not there is the exception.</summary>
    private const double Trusted = 0.6;
    private const double Certain = 0.9;

    public static IEnumerable<Diagnostic> Reconcile(Board? board, BillOfMaterials bom, IReadOnlyList<Placement> placements)
    {
        if (!bom.IsEmpty && placements.Count > 0)
        {
            foreach (var diagnostic in BomAgainstPlacements(bom, placements)) yield return diagnostic;
        }
        foreach (var diagnostic in Doubles(placements)) yield return diagnostic;
        if (board?.Outline is { } outline && placements.Count > 0)
        {
            foreach (var diagnostic in OffTheBoard(outline, placements)) yield return diagnostic;
        }
        if (board is not null && placements.Count > 0)
        {
            foreach (var diagnostic in AgainstCopper(board, placements)) yield return diagnostic;
        }
    }

    private static IEnumerable<Diagnostic> BomAgainstPlacements(BillOfMaterials bom, IReadOnlyList<Placement> placements)
    {
        var placed = placements.Select(placement => placement.Designator).ToHashSet();
        var listed = bom.Lines.SelectMany(line => line.Designators).ToHashSet();
        foreach (var line in bom.Lines.Where(line => !line.DoNotPlace && line.Designators.Length > 0))
        {
            var missing = line.Designators.Where(designator => !placed.Contains(designator)).ToArray();
            if (missing.Length == 0) continue;
            yield return Diagnostic.Warning("reconcile.no-placement", line.Source, line.Row,
                $"{DesignatorList.Format(missing)} ({Name(line)}) {(missing.Length == 1 ? "is" : "are")} in the BOM but not in the centroid file; counted as mounted by hand unless the centroid file is completed");
        }
        foreach (var line in bom.Lines.Where(line => line.DoNotPlace && line.Designators.Length > 0))
        {
            var kept = line.Designators.Where(placed.Contains).ToArray();
            if (kept.Length == 0) continue;
            yield return Diagnostic.Info("reconcile.placed-but-dnp", line.Source, line.Row,
                $"{DesignatorList.Format(kept)} ({Name(line)}) {(kept.Length == 1 ? "is" : "are")} not to be placed by the BOM but {(kept.Length == 1 ? "has" : "have")} a position in the centroid file; the BOM counts");
        }
        var extra = placements.Where(placement => !placement.DoNotPlace && !listed.Contains(placement.Designator)).ToArray();
        foreach (var group in extra.Where(placement => !IsNoPart(placement.Designator)).GroupBy(placement => placement.Source, StringComparer.Ordinal))
        {
            yield return Diagnostic.Warning("reconcile.not-in-bom", group.Key, group.First().Row,
                $"{DesignatorList.Format(group.Select(placement => placement.Designator))} {(group.Count() == 1 ? "has a position" : "have positions")} but no BOM line: nothing is bought for {(group.Count() == 1 ? "it" : "them")}; add the parts to the BOM or take them out of the centroid file");
        }
    }

    private static IEnumerable<Diagnostic> Doubles(IReadOnlyList<Placement> placements)
    {
        foreach (var group in placements.GroupBy(placement => placement.Designator).Where(group => group.Count() > 1))
        {
            var second = group.ElementAt(1);
            yield return Diagnostic.Warning("reconcile.placed-twice", second.Source, second.Row,
                $"{group.Key} has {group.Count()} positions, first {group.First().At} in {group.First().Source}:{group.First().Row}; one board has one {group.Key}, say which position is right");
        }
    }

    private static IEnumerable<Diagnostic> OffTheBoard(BoardOutline outline, IReadOnlyList<Placement> placements)
    {
        var bounds = outline.Bounds.Grow(Overhang.Nanometres);
        var off = placements.Where(placement => !bounds.Contains(placement.At)).ToArray();
        if (off.Length == 0) yield break;
        if (off.Length * 2 > placements.Count)
        {
            yield return Diagnostic.Error("reconcile.origin-wrong", off[0].Source, off[0].Row,
                $"{off.Length} of {placements.Count} parts lie off the board: the centroid file has another origin or unit than the Gerbers, and no single move brings the parts onto their pads");
            yield break;
        }
        foreach (var placement in off)
        {
            yield return Diagnostic.Warning("reconcile.off-board", placement.Source, placement.Row, $"{placement.Designator} at {placement.At} lies off the board");
        }
    }

    /// <summary>
    /// Single parts whose side or place the copper contradicts, when the file as a whole fits: no land is near on the side it names, and the other side has its
    /// lands; or a chip part stands where no land is on either side.
    /// </summary>
    private static IEnumerable<Diagnostic> AgainstCopper(Board board, IReadOnlyList<Placement> placements)
    {
        var frame = new PlacementFrame(board);
        var parts = placements.Where(placement => !IsNoPart(placement.Designator)).ToArray();
        var share = frame.Share(parts);
        if (!frame.HasLands || parts.Length == 0 || share < Trusted) yield break;
        // Where nearly every part stands between its lands, a chip that does not is misplaced even if the lands of others are near.
        foreach (var part in parts.Where(part => !frame.Stands(part.At, part.Side) && (frame.IsBare(part.At, part.Side) || (share >= Certain && IsChip(part.Footprint)))))
        {
            var other = part.Side == Side.Bottom ? Side.Top : Side.Bottom;
            if (frame.Stands(part.At, other))
            {
                yield return Diagnostic.Warning("reconcile.side-wrong", part.Source, part.Row, $"{part.Designator} is on the {Face(part.Side)} by the centroid file, but its lands are on the {Face(other)}; say which is right");
            }
            else if (IsChip(part.Footprint))
            {
                yield return Diagnostic.Warning("reconcile.off-lands", part.Source, part.Row, $"{part.Designator} at {part.At} does not stand between two lands; check its position");
            }
        }
    }

    /// <summary>Chip sizes whose lands lie within a millimetre of the centre, in inch and metric names: nothing near means nothing there.</summary>
    private static bool IsChip(string footprint) => ChipSizes.Any(size => footprint.Contains(size, StringComparison.Ordinal));

    private static readonly string[] ChipSizes = ["0201", "0402", "0603", "0805", "1005", "1608", "2012"];

    private static string Face(Side side) => side == Side.Bottom ? "bottom" : "top";

    /// <summary>Fiducials, test points, mounting holes and marks have positions but are nothing to buy.</summary>
    internal static bool IsNoPart(Designator designator) =>
        designator.Prefix is "FID" or "FD" or "FIDUCIAL" or "TP" or "TEST" or "MH" or "H" or "HOLE" or "GS" or "NT"
        || designator.Prefix.StartsWith("LOGO", StringComparison.Ordinal) || designator.Prefix.StartsWith("KIBUZZARD", StringComparison.Ordinal);

    private static string Name(BomLine line) =>
        line.Mpn?.Text is { Length: > 0 } mpn ? mpn : line.Value.Length > 0 ? line.Value : line.Description.Length > 0 ? line.Description : line.Footprint.Length > 0 ? line.Footprint : "unnamed part";
}
