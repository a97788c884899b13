using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Formats.Excellon;

public enum DrillSideFileKind
{
    /// <summary>Allegro's and OrCAD's <c>nc_param.txt</c>: the format of all drill files beside it.</summary>
    NcParameters,
    /// <summary>Altium's <c>.DRR</c>: the tools of the drill files it names.</summary>
    AltiumReport,
    /// <summary>KiCad's <c>-drl.rpt</c>: layers, tools and hole counts.</summary>
    KicadReport,
    /// <summary>Eagle's <c>.dri</c>: format and tools of a drill file.</summary>
    EagleInformation,
}

/// <summary>A tool as a side file lists it.</summary>
/// <param name="File">Name of the drill file it belongs to; empty when the list is for all.</param>
/// <param name="Number">As in T01: 1.</param>
/// <param name="Diameter">As listed; reports round it, so a size in the drill file itself is better.</param>
/// <param name="Plating">Plated, or not, or not said.</param>
/// <param name="Holes">How many it makes, slots included; null when not listed.</param>
/// <param name="Line">Line in the side file.</param>
public readonly record struct ListedTool(string File, int Number, Length Diameter, Plating Plating, int? Holes, int Line);

/// <summary>What a file beside the drill files says about them: their format, their tools.</summary>
public sealed record DrillSideFile
{
    public required string Path { get; init; }
    public required DrillSideFileKind Kind { get; init; }
    public ImmutableArray<ListedTool> Tools { get; init; } = [];

    /// <summary>Names of the drill files it speaks of, without folders; empty when it speaks of all in its folder.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Number of copper layers, where it lists them.</summary>
    public int? CopperLayers { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    internal FormatStatement Statement { get; init; } = FormatStatement.Nothing;

    /// <summary>True when it states a part of the number format.</summary>
    public bool StatesFormat => !Statement.IsEmpty;

    /// <summary>Null when the content is no side file of a kind that is known; never fails.</summary>
    public static DrillSideFile? Read(string path, ReadOnlySpan<byte> content) => DrillSideFiles.Read(path, content);

    /// <summary>True when it names the drill file, or names none and lies in its folder or above.</summary>
    public bool SpeaksOf(string drillFile)
    {
        var (folder, name) = Split(drillFile);
        if (Files.Length > 0) return Files.Contains(name, StringComparer.OrdinalIgnoreCase);
        var (own, _) = Split(Path);
        return own.Length == 0 || folder.Equals(own, StringComparison.Ordinal) || folder.StartsWith(own + "/", StringComparison.Ordinal);
    }

    internal DrillTool Complete(DrillTool tool, string drillFile)
    {
        var (_, name) = Split(drillFile);
        foreach (var listed in Tools)
        {
            if (listed.Number != tool.Number || (listed.File.Length > 0 && !listed.File.Equals(name, StringComparison.OrdinalIgnoreCase))) continue;
            if (!tool.HasDiameter) tool = tool with { Size = new DrillNumber(listed.Diameter.Nanometres, false, 9, 6), SizeUnit = DrillUnit.Millimetre };
            return tool with
            {
                Plating = tool.Plating ?? (listed.Plating == Plating.Unknown ? null : listed.Plating),
                PromisedHoles = tool.PromisedHoles ?? listed.Holes,
            };
        }
        return tool;
    }

    private static (string Folder, string Name) Split(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? ("", path) : (path[..slash], path[(slash + 1)..]);
    }
}
