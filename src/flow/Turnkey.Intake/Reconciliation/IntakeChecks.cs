using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;

namespace Turnkey.Intake.Reconciliation;

/// <summary>What intake checks of an assembly, and what it had nothing to check with.</summary>
internal static class IntakeChecks
{
    public static IEnumerable<DesignCheck> Of(Assembly assembly)
    {
        var board = assembly.Board;
        var copper = board is { CopperLayers: > 0 };
        yield return Check("outline-holds-copper", copper && board!.Outline is not null, "the outline against the pads", copper ? "there is no outline" : "there is no copper");
        yield return Check("drills-on-copper", copper && board!.Holes.Any(hole => hole.Kind == HoleKind.Round), "drill hits against pads", copper ? "there are no drill hits" : "there is no copper");
        yield return Check("bom-against-placements", !assembly.Bom.IsEmpty && !assembly.Placements.IsEmpty, "designators and quantities of the BOM against the centroid file",
            assembly.Bom.IsEmpty ? "there is no BOM" : "there is no centroid file");
        yield return Check("placements-on-board", !assembly.Placements.IsEmpty && board?.Outline is not null, "positions against the outline",
            assembly.Placements.IsEmpty ? "there is no centroid file" : "there is no outline");
        yield return Check("placements-on-copper", !assembly.Placements.IsEmpty && copper, "origin, unit and side of the positions against the pads",
            assembly.Placements.IsEmpty ? "there is no centroid file" : "there is no copper");
        var masked = board is not null && new[] { Side.Top, Side.Bottom }.Any(side => board.Find(LayerRole.SolderMask, side) is not null);
        yield return Check("solder-mask-complete", copper && masked, "a solder mask for each outer copper", copper ? "there is no solder mask" : "there is no copper");
        yield return new DesignCheck("minimum-space", false, "spaces between copper are measured only where nets are traced (inspect --nets)");

        DesignCheck Check(string rule, bool done, string what, string why) => new(rule, done, done ? $"{assembly.Name}: {what}" : $"{assembly.Name}: {why}");
    }
}
