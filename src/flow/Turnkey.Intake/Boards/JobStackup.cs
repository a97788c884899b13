using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Formats.GerberJob;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;

namespace Turnkey.Intake.Boards;

/// <summary>What a Gerber job file says of the board: its stack-up, and whether its size and layers are those of the files beside it.</summary>
internal static class JobStackup
{
    /// <summary>Half the width of an outline's line on either side, which KiCad up to 5 counts in, and a little.</summary>
    private static readonly Length SizeTolerance = Length.FromMillimetres(0.2);

    /// <summary>Of the first job file that has one; null where none does.</summary>
    public static Stackup? Of(ImmutableArray<DesignFile> files)
    {
        foreach (var job in Jobs(files))
        {
            if (job.Stackup.Any(layer => layer.Is("Copper"))) return new Stackup([.. job.Stackup.Select(Row)], job.Path) { StatedThickness = job.Thickness?.Value };
        }
        return null;
    }

    public static IEnumerable<Diagnostic> Compare(Board board, ImmutableArray<DesignFile> files)
    {
        foreach (var job in Jobs(files))
        {
            // Fewer files than layers are missing files, which numbering the copper tells.
            if (job.CopperLayers is { } layers && board.CopperLayers > layers.Value)
            {
                yield return Diagnostic.Warning("job.layers-differ", job.Path, layers.Line,
                    $"the job file says {layers.Value} copper layers, there are files for {board.CopperLayers}; the files are taken. Confirm the number of layers");
            }
            if (job is { Width: { } width, Height: { } height } && board.Outline?.Bounds is { } outline && (Differ(width.Value, outline.Width) || Differ(height.Value, outline.Height)))
            {
                yield return Diagnostic.Warning("job.size-differs", job.Path, width.Line,
                    $"the job file says {width.Value} × {height.Value}, the outline measures {outline.Width} × {outline.Height}; the outline is taken. Confirm the size");
            }
        }
    }

    internal static IEnumerable<GerberJobFile> Jobs(ImmutableArray<DesignFile> files) => files.Select(file => file.Content).OfType<FileContent.Job>().Select(job => job.File);

    private static bool Differ(Length stated, Length measured) => stated > Length.Zero && Math.Abs(stated.Nanometres - measured.Nanometres) > SizeTolerance.Nanometres;

    private static StackupRow Row(JobStackupLayer layer) => new(KindOf(layer), layer.Name?.Value ?? layer.Notes?.Value ?? "")
    {
        // A thickness of nothing is one that nobody gave.
        Thickness = layer.Thickness is { Value.Nanometres: > 0 } thickness ? thickness.Value : null,
        Material = layer.Material?.Value,
        DielectricConstant = layer.DielectricConstant?.Value,
        LossTangent = layer.LossTangent?.Value,
        Colour = layer.Colour?.Value,
    };

    /// <summary>The names of the job file format (Ucamco, revision 2020.08, MaterialStackup).</summary>
    private static StackupKind KindOf(JobStackupLayer layer) => layer.Type.ToUpperInvariant() switch
    {
        "COPPER" => StackupKind.Copper,
        "DIELECTRIC" => StackupKind.Dielectric,
        "SOLDERMASK" => StackupKind.SolderMask,
        "LEGEND" => StackupKind.Legend,
        "SOLDERPASTE" => StackupKind.Paste,
        "SURFACEFINISH" => StackupKind.Finish,
        _ => StackupKind.Other,
    };
}
