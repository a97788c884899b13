using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Formats.IpcD356;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Reading;

namespace Turnkey.Intake.Boards;

/// <summary>Takes the netlist of a board from its files.</summary>
internal static class NetlistReading
{
    /// <returns>Of several the one with most points; null when there is none.</returns>
    public static GivenNetlist? Read(ImmutableArray<DesignFile> files, int copperLayers)
    {
        var netlist = files.Select(file => file.Content).OfType<FileContent.Netlist>().Select(content => content.File).Where(file => file.Records.Length > 0)
            .OrderByDescending(file => file.Records.Length).ThenBy(file => file.Path, StringComparer.Ordinal).FirstOrDefault();
        if (netlist is null) return null;
        // Some tools number the bottom by the layers, some as the second side. Surface pads are on one of the two sides, so theirs says which.
        var bottom = netlist.Records.Where(record => record is { Feature: NetlistFeature.SurfacePad, Access: > 1 }).Select(record => record.Access).Max() ?? copperLayers;
        return new GivenNetlist(netlist.Path, [.. netlist.Records.Select(record => Point(record, bottom))]);
    }

    internal static TestPoint Point(NetlistRecord record, int bottom)
    {
        var access = record.Access switch
        {
            // A via that ends inside says between which layers; its copper is looked for on the first of them.
            null or 0 when record.FromLayer is { } from => from == 1 ? Side.Top : Side.Inner,
            null or 0 => Side.All,
            1 => Side.Top,
            var code when code == bottom || record.Feature == NetlistFeature.SurfacePad => Side.Bottom,
            _ => Side.Inner,
        };
        return new TestPoint(record.Net, record.Component.Equals("VIA", StringComparison.OrdinalIgnoreCase) ? "" : record.Component, record.Pin, record.At, access, record.Line)
        {
            CopperLayer = access != Side.Inner ? null : record.Access is > 0 ? record.Access : record.FromLayer,
            HoleDiameter = record.HoleDiameter,
            IsTooling = record.Feature == NetlistFeature.ToolingHole,
            IsNonPlated = record.Plating == Plating.NonPlated || (record.Feature == NetlistFeature.ToolingHole && record.Plating != Plating.Plated),
        };
    }
}
