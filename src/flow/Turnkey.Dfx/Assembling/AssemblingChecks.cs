using System.Collections.Immutable;
using Turnkey.Dfx.Assembling.Centroids;
using Turnkey.Dfx.Assembling.Clearances;
using Turnkey.Dfx.Assembling.Handling;
using Turnkey.Dfx.Assembling.Marks;
using Turnkey.Dfx.Assembling.Soldering;

namespace Turnkey.Dfx.Assembling;

/// <summary>Checks of what is mounted on the board.</summary>
internal static class AssemblingChecks
{
    public static ImmutableArray<DesignCheckEntry> All { get; } =
    [
        new("part-spacing", PartSpacing.Check, PartSpacing.Wording),
        new("part-overlap", PartOverlap.Check, PartOverlap.Wording),
        new("part-to-edge", PartToEdge.Check, PartToEdge.Wording),
        new("part-to-vscore", PartToVScore.Check, PartToVScore.Wording),
        new("fiducials", Fiducials.Check, Fiducials.Wording),
        new("fiducial-clearance", FiducialClearance.Check, FiducialClearance.Wording),
        new("local-fiducials", LocalFiducials.Check, LocalFiducials.Wording),
        new("placement-offset", PlacementOffset.Check, PlacementOffset.Wording),
        new("placement-unjudged", PlacementUnjudged.Check, PlacementUnjudged.Wording),
        new("placement-side", PlacementSide.Check, PlacementSide.Wording),
        new("placement-rotation", PlacementRotation.Check, PlacementRotation.Wording),
        new("placement-undeterminable", PlacementUndeterminable.Check, PlacementUndeterminable.Wording),
        new("placement-missing-pads", PlacementMissingPads.Check, PlacementMissingPads.Wording),
        new("polarity-mark", PolarityMark.Check, PolarityMark.Wording),
        new("paste-area-ratio", PasteAreaRatio.Check, PasteAreaRatio.Wording),
        new("paste-missing", PasteMissing.Check, PasteMissing.Wording),
        new("paste-extra", PasteExtra.Check, PasteExtra.Wording),
        new("tombstoning", Tombstoning.Check, Tombstoning.Wording),
        new("via-in-pad", ViaInPad.Check, ViaInPad.Wording),
        new("via-in-thermal-pad", ViaInPad.CheckThermal, ViaInPad.ThermalWording),
        new("second-side", SecondSide.Check, SecondSide.Wording),
        new("reflow-weight", ReflowWeight.Check, ReflowWeight.Wording),
        new("through-hole-mix", ThroughHoleMix.Check, ThroughHoleMix.Wording),
        new("part-height", PartHeight.Check, PartHeight.Wording),
        new("moisture-level", MoistureLevel.Check, MoistureLevel.Wording),
        new("wave-direction", WaveDirection.Check, WaveDirection.Wording),
        new("panel-need", PanelNeed.Check, PanelNeed.Wording),
        new("tooling-holes", ToolingHolesCheck.Check, ToolingHolesCheck.Wording),
    ];
}
