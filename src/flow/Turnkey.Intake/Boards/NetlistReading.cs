using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Formats.IpcD356;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;

namespace Turnkey.Intake.Boards;

/// <summary>Takes the netlist of a board from its files.</summary>
internal static class NetlistReading
{
    /// <param name="files">Of the package.</param>
    /// <param name="board">With layers and holes.</param>
    /// <param name="diagnostics">Takes what of the netlist does not suit the board.</param>
    /// <returns>Of several the one with most points; null when there is none.</returns>
    public static GivenNetlist? Read(ImmutableArray<DesignFile> files, Board board, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var netlist = files.Select(file => file.Content).OfType<FileContent.Netlist>().Select(content => content.File).Where(file => file.Records.Length > 0)
            .OrderByDescending(file => file.Records.Length).ThenBy(file => file.Path, StringComparer.Ordinal).FirstOrDefault();
        if (netlist is null) return null;
        var given = Given(netlist, board.CopperLayers);
        if (!netlist.SaysUnit) given = InFittingUnit(netlist, given, board, diagnostics);
        NetlistRecord[] unreachable = [.. netlist.Records.Where(record => IsBelow(record, board.CopperLayers))];
        if (unreachable.Length > 0)
        {
            var first = unreachable[0];
            diagnostics.Add(Diagnostic.Warning("netlist.no-such-layer", netlist.Path, first.Line,
                $"{unreachable.Length} {(unreachable.Length == 1 ? "record is" : "records are")} on a layer that the board of {board.CopperLayers} copper layers does not have, the first on layer {Math.Max(first.Access ?? 0, first.FromLayer ?? 0)} at {first.At}; "
                + $"{(unreachable.Length == 1 ? "it is" : "they are")} not compared. Correct the record, or send the layers that are missing"));
        }
        return given;
    }

    private static GivenNetlist Given(IpcNetlist netlist, int copperLayers)
    {
        // Some tools number the bottom by the layers, some as the second side. Surface pads are on one of the two sides, so theirs says which.
        var records = netlist.Records.Where(record => !IsBelow(record, copperLayers)).ToArray();
        var bottom = records.Where(record => record is { Feature: NetlistFeature.SurfacePad, Access: > 1 }).Select(record => record.Access).Max() ?? copperLayers;
        return new GivenNetlist(netlist.Path, [.. records.Select(record => Point(record, bottom))]) { Step = netlist.Unit.Step() };
    }

    /// <summary>True for what lies below the last layer, where the board's layers are known; the bottom of any board may be called the second side.</summary>
    private static bool IsBelow(NetlistRecord record, int copperLayers) =>
        copperLayers > 0 && Math.Max(record.Access ?? 0, record.FromLayer ?? 0) > Math.Max(2, copperLayers);

    /// <summary>In the unit in which more of the places lie on the board; a netlist that says none is in inches as a rule, but not always.</summary>
    private static GivenNetlist InFittingUnit(IpcNetlist netlist, GivenNetlist given, Board board, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var (unit, otherUnit) = (netlist.Unit, netlist.Unit == NetlistUnit.Micrometre ? NetlistUnit.TenThousandthInch : NetlistUnit.Micrometre);
        var other = Given(netlist.ReadAs(otherUnit), board.CopperLayers);
        var (fit, otherFit) = (given.FitOn(board), other.FitOn(board));
        var isOther = otherFit.Matched > fit.Matched;
        if (isOther) (unit, otherUnit, given, fit, otherFit) = (otherUnit, unit, other, otherFit, fit);
        var message = $"the netlist does not say its unit: read in steps of {unit.Step()}, in which {fit.Matched} of {fit.Places} places lie on holes and pads ({otherFit.Matched} of {otherFit.Places} in steps of {otherUnit.Step()}). "
            + "Write it into the file (P  UNITS CUST 0 for inches, CUST 1 for millimetres)";
        diagnostics.Add(isOther || fit.Matched < fit.Places ? Diagnostic.Warning("netlist.no-unit", netlist.Path, 0, message) : Diagnostic.Info("netlist.no-unit", netlist.Path, 0, message));
        return given;
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
