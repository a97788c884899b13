using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Formats.GerberJob;
using Turnkey.Intake.Identification;
using Turnkey.Kernel;

namespace Turnkey.Intake.Boards;

/// <summary>The rules that a Gerber job file says the board was drawn to, and whether the files keep them.</summary>
internal static class JobRules
{
    /// <summary>Tools round widths when they write them, in inches to 2.54 µm.</summary>
    private static readonly Length Rounding = Length.FromMillimetres(0.003);

    /// <summary>Thickness of a laminate is good to a tenth (IPC-4101), and tools count masks in or not.</summary>
    private const double ThicknessTolerance = 0.1;

    /// <summary>Of the first job file that says any; null where none does.</summary>
    public static StatedRules? Of(ImmutableArray<DesignFile> files) =>
        JobStackup.Jobs(files).Select(Of).FirstOrDefault(rules => rules.HasRules || rules.Width is not null || rules.CopperLayers is not null || rules.Thickness is not null);

    public static IEnumerable<Diagnostic> Compare(Board board, ImmutableArray<DesignFile> files)
    {
        foreach (var job in JobStackup.Jobs(files))
        {
            if (job.Thickness is { Value.Nanometres: > 0 } thickness && board.Stackup is { Thickness: { } sum } stackup && stackup.Source == job.Path
                && Math.Abs(sum.Nanometres - thickness.Value.Nanometres) > ThicknessTolerance * thickness.Value.Nanometres)
            {
                yield return Diagnostic.Warning("job.thickness-differs", job.Path, thickness.Line,
                    $"the job file says that the board is {thickness.Value} thick, the copper and dielectric of its stack-up are {sum}; confirm which is right");
            }
            foreach (var rule in job.DesignRules)
            {
                if (rule.MinLineWidth is not { Nanometres: > 0 } stated || board.Facts.MinTrace is not { } least || least + Rounding >= stated) continue;
                var group = GroupOf(rule.Layers);
                var narrowest = BoardMeasuring.NarrowestTrace(board, [.. board.Copper.Where(layer => group == CopperGroup.All || IsOuter(board, layer.CopperLayer) == (group == CopperGroup.Outer))]);
                if (narrowest is { } track && track + Rounding < stated)
                {
                    yield return Diagnostic.Warning("job.track-narrower", job.Path, rule.Line,
                        $"the job file says that no track{Where(group)} is narrower than {stated}, the files have some of {track}; what the files have is taken. Confirm that they belong together");
                }
            }
        }
    }

    private static StatedRules Of(GerberJobFile job) => new([.. job.DesignRules.Select(Of).OrderBy(rules => rules.Group)], job.Path)
    {
        Width = Said(job.Width?.Value),
        Height = Said(job.Height?.Value),
        Thickness = Said(job.Thickness?.Value),
        CopperLayers = job.CopperLayers is { Value: > 0 } layers ? layers.Value : null,
        Finish = job.Finish?.Value,
        BoardType = job.BoardType?.Value,
        IpcClass = job.IpcClass?.Value,
        ViaProtection = job.ViaProtection?.Value,
        ImpedanceControlled = job.ImpedanceControlled?.Value,
        Rohs = job.RohsCompliant?.Value,
        Castellated = job.Castellated?.Value,
        EdgePlated = job.EdgePlating?.Value,
        EdgeConnector = job.EdgeConnector?.Value,
        EdgeConnectorBevelled = job.EdgeConnectorBevelled?.Value,
        PressFit = job.PressFit?.Value,
    };

    private static LayerRules Of(JobDesignRule rule) => new(GroupOf(rule.Layers))
    {
        TrackWidth = Said(rule.MinLineWidth),
        PadToPad = Said(rule.PadToPad),
        PadToTrack = Said(rule.PadToTrack),
        TrackToTrack = Said(rule.TrackToTrack),
        TrackToArea = Said(rule.TrackToRegion),
        AreaToArea = Said(rule.RegionToRegion),
    };

    /// <summary>Nothing is what tools write where nobody chose (KiCad: zones without a clearance of their own).</summary>
    private static Length? Said(Length? length) => length is { Nanometres: > 0 } ? length : null;

    private static CopperGroup GroupOf(string layers) => layers.ToUpperInvariant() switch
    {
        "OUTER" => CopperGroup.Outer,
        "INNER" => CopperGroup.Inner,
        _ => CopperGroup.All,
    };

    private static bool IsOuter(Board board, int? copperLayer) => copperLayer == 1 || copperLayer == board.CopperLayers;

    private static string Where(CopperGroup group) => group switch { CopperGroup.Outer => " of the outer layers", CopperGroup.Inner => " of the inner layers", _ => "" };
}
