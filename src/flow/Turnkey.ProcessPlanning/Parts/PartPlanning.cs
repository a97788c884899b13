using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Parts;

namespace Turnkey.ProcessPlanning.Parts;

/// <summary>
/// Decides for every part how it is mounted and with how many joints. The BOM says what is mounted; where there is none, the centroid file does.
/// </summary>
public static class PartPlanning
{
    /// <summary>A BOM line that asks for more pieces per board is taken for an error and not planned.</summary>
    public const int MostPiecesPerLine = 100_000;

    /// <summary>The part of a BOM line as the plant's library sees it.</summary>
    public static PartKind Recognise(BomLine line, Plant plant)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(plant);
        var prefix = line.Designators.IsDefaultOrEmpty ? "" : line.Designators[0].Prefix;
        return plant.Parts.Recognise(new PartDescription(prefix, line.Value, line.Footprint, line.Description, line.Mpn is not null || !line.SupplierCodes.IsEmpty));
    }

    /// <summary>Pieces per assembly: the designators where there are any, else the quantity that the BOM states.</summary>
    public static int PiecesPerAssembly(BomLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var pieces = line.Designators.IsDefaultOrEmpty || line.QuantityHolds ? line.Quantity : line.Designators.Length;
        return pieces is > 0 and <= MostPiecesPerLine ? pieces : 0;
    }

    internal static (ImmutableArray<PlannedPart> Parts, ImmutableArray<Diagnostic> Diagnostics) Plan(Assembly assembly, Plant plant)
    {
        var log = new DiagnosticLog(assembly.Bom.Sources.IsDefaultOrEmpty ? "" : assembly.Bom.Sources[0]);
        var pads = new PadCounts(assembly.Board);
        var places = new Dictionary<Designator, Placement>();
        foreach (var placement in assembly.Placements) places.TryAdd(placement.Designator, placement);
        var parts = assembly.Bom.IsEmpty ? FromPlacements(assembly, plant, pads) : FromBom(assembly, plant, places, pads, log);
        return ([.. parts.OrderBy(part => part.Designator is null).ThenBy(part => part.Designator).ThenBy(part => part.Line?.Row)], [.. log.ToList()]);
    }

    private static IEnumerable<PlannedPart> FromPlacements(Assembly assembly, Plant plant, PadCounts pads) =>
        assembly.Placements.Where(placement => !placement.DoNotPlace).DistinctBy(placement => placement.Designator).Select(placement =>
            Part(placement.Designator, null, placement, plant.Parts.Recognise(new PartDescription(placement.Designator.Prefix, placement.Value, placement.Footprint, "", false)), pads));

    private static List<PlannedPart> FromBom(Assembly assembly, Plant plant, Dictionary<Designator, Placement> places, PadCounts pads, DiagnosticLog log)
    {
        var parts = new List<PlannedPart>();
        var seen = new HashSet<Designator>();
        foreach (var line in assembly.Bom.Lines.Where(line => !line.DoNotPlace))
        {
            var pieces = PiecesPerAssembly(line);
            if (pieces == 0)
            {
                log.Warning("planning.pieces", line.Row, $"{Math.Max(line.Quantity, line.Designators.Length)} pieces per board cannot be planned (1 to {MostPiecesPerLine}); the line is left out");
                continue;
            }
            var kind = Recognise(line, plant);
            if (line.Designators.IsDefaultOrEmpty)
            {
                parts.Add(Part(null, line, null, kind, pads) with { Count = pieces });
                continue;
            }
            foreach (var designator in line.Designators)
            {
                if (!seen.Add(designator)) continue;
                var placement = places.GetValueOrDefault(designator);
                if (placement?.DoNotPlace == true) continue;
                // The centroid file often has the better package name.
                var own = kind.Package.Length > 0 || placement is null || placement.Footprint.Length == 0 || placement.Footprint == line.Footprint ? kind
                    : plant.Parts.Recognise(new PartDescription(designator.Prefix, line.Value, placement.Footprint, line.Description, line.Mpn is not null));
                parts.Add(Part(designator, line, placement, own, pads));
            }
        }
        return parts;
    }

    private static PlannedPart Part(Designator? designator, BomLine? line, Placement? placement, PartKind kind, PadCounts pads)
    {
        var side = placement?.Side == Side.Bottom ? Side.Bottom : Side.Top;
        var (mounting, joints) = (kind.Mounting, kind.Joints);
        var evidence = kind.Package.Length > 0 ? $"package {kind.Package}" : $"usual for {kind.Class}";
        if (designator is { } name && kind.Class != PartKind.NotAPart && pads[name] is { } counted && counted.Surface + counted.Through > 0)
        {
            // Connectors with shell tabs have both: what has more pads decides.
            mounting = mounting == Mounting.PressFit ? mounting : counted.Through > counted.Surface ? Mounting.ThroughHole : Mounting.SurfaceMount;
            joints = counted.Surface + counted.Through;
            evidence = $"{joints} pads named in the copper";
        }
        else if (!kind.MountingIsKnown && designator is not null && line?.Designators.Length > 0 && kind.Class != PartKind.NotAPart) evidence += ", mounting supposed";
        return new PlannedPart(designator, line, mounting, side, kind.Class, kind.Package, joints, kind.FinePitch, evidence) { HiddenJoints = kind.HiddenJoints };
    }
}
