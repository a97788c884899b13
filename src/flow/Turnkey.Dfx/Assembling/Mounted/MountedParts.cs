using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Dfx.Boards;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Mounted;

/// <summary>The parts of an assembly with their pads, bodies and angles. Made once for all checks of assembly.</summary>
internal sealed class MountedParts
{
    private MountedParts(ImmutableArray<PartOnBoard> all, ImmutableArray<FootprintGroup> footprints, ImmutableDictionary<Designator, BomLine> lines, bool isSenseKnown)
    {
        IsSenseKnown = isSenseKnown;
        All = all;
        Footprints = footprints;
        Lines = lines;
    }

    /// <summary>Also what is not to be mounted: its pads are its own all the same. In the order of designators.</summary>
    public ImmutableArray<PartOnBoard> All { get; }

    /// <summary>Those of one footprint and one side together.</summary>
    public ImmutableArray<FootprintGroup> Footprints { get; }

    public ImmutableDictionary<Designator, BomLine> Lines { get; }

    /// <summary>The footprints show whether angles of the bottom are counted as seen from there.</summary>
    public bool IsSenseKnown { get; }

    public IEnumerable<PartOnBoard> Mounted => All.Where(part => part.IsMounted);

    /// <summary>Why checks of placed parts can say nothing; null when they can.</summary>
    public static string? WhyNone(CheckedDesign design) =>
        design.Assembly.Placements.IsDefaultOrEmpty ? "the package has no centroid file" : design.WhyNoCopper;

    public static MountedParts Of(CheckedDesign design)
    {
        var lines = ImmutableDictionary.CreateBuilder<Designator, BomLine>();
        foreach (var line in design.Assembly.Bom.Lines)
        {
            foreach (var designator in line.Designators) lines.TryAdd(designator, line);
        }
        var bom = lines.ToImmutable();
        var placements = design.Assembly.Placements.IsDefaultOrEmpty ? [] : design.Assembly.Placements
            .Where(placement => placement.Side is Side.Top or Side.Bottom).DistinctBy(placement => placement.Designator).OrderBy(placement => placement.Designator).ToArray();
        PartOnBoard[] parts = [.. placements.Select(placement => Part(placement, bom.GetValueOrDefault(placement.Designator), sense: 1))];
        if (design.WhyNoCopper is not null) return new MountedParts([.. parts], [], bom, false);
        parts = [.. PadAssigning.Assign(design, parts).Select(part => part.Measured(design.SameAngle))];
        var groups = FootprintGroup.Of(parts, design.SameAngle);
        // Tools disagree how the angle of a part on the bottom is counted: as most of the footprints repeat.
        PartOnBoard[] other = [.. parts.Select(part => part.Side == Side.Bottom ? (part with { Frame = PartFrame.Of(part.Side, part.Placement.Rotation, part.At, -1) }).Measured(design.SameAngle) : part)];
        var turned = FootprintGroup.Of(other, design.SameAngle);
        var (deviating, otherwise) = (groups.Sum(group => group.Deviating), turned.Sum(group => group.Deviating));
        if (otherwise < deviating) (parts, groups) = (other, turned);
        return new MountedParts([.. parts], groups, bom, deviating != otherwise);
    }

    /// <summary>What a line of the parts list is.</summary>
    public static PartKind KindOf(Designator designator, BomLine? line, string footprint, string value) =>
        Plant.Default.Parts.Recognise(new PartDescription(designator.Prefix, line?.Value is { Length: > 0 } stated ? stated : value, footprint, line?.Description ?? "", line?.Mpn is not null || line?.SupplierCodes.IsEmpty == false));

    private static PartOnBoard Part(Placement placement, BomLine? line, int sense)
    {
        var footprint = placement.Footprint.Length > 0 ? placement.Footprint : line?.Footprint ?? "";
        var kind = KindOf(placement.Designator, line, footprint, placement.Value);
        if (kind.Package.Length == 0 && line?.Footprint is { Length: > 0 } listed && listed != footprint && KindOf(placement.Designator, line, listed, placement.Value) is { Package.Length: > 0 } better) (kind, footprint) = (better, listed);
        var body = PackageBody.Of(footprint, kind.Package);
        // SMA is a plug as well as a diode.
        if (body is { IsPolar: true } && kind.Class is "connector" or "connector-large" or "header" or "terminal" or "antenna" or "module" or "switch" or "ic-unknown" or PartKind.Other) body = null;
        return new PartOnBoard(placement, line, kind, body, PartFrame.Of(placement.Side, placement.Rotation, placement.At, sense));
    }
}
