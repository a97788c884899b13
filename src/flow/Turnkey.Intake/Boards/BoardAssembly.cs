using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;

namespace Turnkey.Intake.Boards;

/// <summary>Builds one bare board from its files: layers in order, outline, holes, facts.</summary>
internal static class BoardAssembly
{
    /// <param name="Board">Null when the files hold no layer and no drill.</param>
    /// <param name="Files">The files with what geometry taught about them: layer numbers, which one is the outline.</param>
    internal sealed record Result(Board? Board, ImmutableArray<DesignFile> Files, ImmutableArray<Diagnostic> Diagnostics);

    public static Result Assemble(BoardFiles group)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var files = group.Files;
        if (!files.Any(file => file.Content is FileContent.Gerber or FileContent.Drill)) return new Result(null, files, []);

        files = NamelessLayers.Guess(files, diagnostics);
        files = OnePerLayer(files, diagnostics);
        var numbered = CopperOrder.Number([.. files.Where(file => file.Role == FileRole.Copper)], StatedLayers(files), Unread(files, FileRole.Copper));
        diagnostics.AddRange(numbered.Diagnostics);
        var copper = numbered.Layers.Select(layer => Image(layer.File)).ToArray();

        var (outline, outlineDiagnostics) = OutlineReading.Read(files, copper);
        diagnostics.AddRange(outlineDiagnostics);
        files = [.. files.Select(file => Settle(file, outline, numbered))];

        var (holes, drillDiagnostics) = DrillAssembly.Assemble(files, copper, outline?.Bounds);
        diagnostics.AddRange(drillDiagnostics);
        if (numbered.Count == 0) diagnostics.Add(Diagnostic.Error("board.no-copper", "", 0, "no copper layer was found; send the Gerber files of all layers"));
        else if (holes.IsEmpty) diagnostics.Add(NoDrills(Unread(files, FileRole.Drill)));

        var layers = files.Where(file => file.Content is FileContent.Gerber).Select(file => ToLayer(file)).OfType<Layer>()
            .OrderBy(Rank).ThenBy(layer => layer.CopperLayer).ThenBy(layer => layer.Source, StringComparer.Ordinal).ToImmutableArray();
        var board = new Board(group.Name, outline, layers, holes, numbered.Count);
        board = board with { Facts = BoardMeasuring.Measure(board), Netlist = NetlistReading.Read(files, board, diagnostics), Stackup = JobStackup.Of(files), StatedRules = JobRules.Of(files) };
        diagnostics.AddRange(CutOff(files));
        diagnostics.AddRange(Unexplained(files));
        diagnostics.AddRange(MissingLayers(board));
        diagnostics.AddRange(HolesOffBoard(board));
        diagnostics.AddRange(JobStackup.Compare(board, files));
        diagnostics.AddRange(JobRules.Compare(board, files));
        return new Result(board, files, diagnostics.ToImmutable());
    }

    /// <summary>Names of the files that should have been of the role but were not understood.</summary>
    private static string[] Unread(ImmutableArray<DesignFile> files, FileRole role) => [.. files.Where(file => file.Promise?.Role == role).Select(file => file.Name)];

    private static Diagnostic NoDrills(string[] unread) => Diagnostic.Warning("board.no-drills", "", 0, unread.Length == 0
        ? "no drill file was found; the board is taken to have no holes. Send the Excellon files if it has any"
        : $"no drill file could be read ({string.Join(", ", unread)} was not understood); the board is taken to have no holes. Send the Excellon files again");

    private static LayerImage Image(DesignFile file) => ((FileContent.Gerber)file.Content).File.Image;

    /// <summary>Two files for one layer that partitioning could not tell apart: the better evidence counts, then the larger picture.</summary>
    private static ImmutableArray<DesignFile> OnePerLayer(ImmutableArray<DesignFile> files, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var dropped = new Dictionary<DesignFile, DesignFile>();
        var layers = files.Where(file => file.Content is FileContent.Gerber && file.Meaning.Side is Side.Top or Side.Bottom && file.Role is FileRole.Copper or FileRole.SolderMask or FileRole.Paste or FileRole.Legend);
        foreach (var group in layers.Where(file => file.Content is FileContent.Gerber).GroupBy(file => (file.Role, file.Meaning.Side)).Where(group => group.Count() > 1))
        {
            var ranked = group.OrderByDescending(file => file.Meaning.Weight).ThenByDescending(file => Image(file).Features.Length).ThenBy(file => file.Path, StringComparer.Ordinal).ToArray();
            foreach (var other in ranked.Skip(1)) dropped[other] = ranked[0];
        }
        foreach (var (file, better) in dropped)
        {
            diagnostics.Add(Diagnostic.Warning("identify.layer-twice", file.Path, 0, $"is {file.Meaning.Side} {file.Role} by its {file.Meaning.Evidence}, and so is {better.Path}, which is used; take the wrong one out of the package"));
        }
        return [.. files.Select(file => dropped.ContainsKey(file) ? file with { Meaning = file.Meaning with { Role = FileRole.Other, Evidence = $"second {file.Meaning.Evidence}" } } : file)];
    }

    private static (int, string)? StatedLayers(ImmutableArray<DesignFile> files)
    {
        foreach (var file in files)
        {
            if (file.Content is FileContent.Job { File.CopperLayers: { } stated }) return (stated.Value, file.Path);
        }
        return null;
    }

    /// <summary>Mechanical layers that are not the outline are drawings; copper gets its number.</summary>
    private static DesignFile Settle(DesignFile file, BoardOutline? outline, CopperOrder.Numbered numbered)
    {
        if (file.Content is FileContent.Gerber && outline is not null && file.Path == outline.Source && file.Role != FileRole.Legend)
        {
            return file with { Meaning = file.Meaning with { Role = FileRole.Outline, Side = Side.All, Mechanical = false } };
        }
        if (file.Meaning.Mechanical) return file with { Meaning = file.Meaning with { Role = FileRole.Drawing } };
        if (numbered.Layers.FirstOrDefault(layer => layer.File == file) is { File: not null } copper)
        {
            var side = copper.Number == 1 && numbered.Count > 1 ? Side.Top : copper.Number == numbered.Count && numbered.Count > 1 ? Side.Bottom : file.Meaning.Side ?? (numbered.Count == 1 ? Side.Top : Side.Inner);
            return file with { Meaning = file.Meaning with { Order = copper.Number, Counts = true, Side = side } };
        }
        return file;
    }

    private static Layer? ToLayer(DesignFile file)
    {
        LayerRole? role = file.Meaning.Role switch
        {
            FileRole.Copper => LayerRole.Copper,
            FileRole.SolderMask => LayerRole.SolderMask,
            FileRole.Paste => LayerRole.Paste,
            FileRole.Legend => LayerRole.Legend,
            FileRole.Outline => LayerRole.Outline,
            FileRole.Drawing => LayerRole.Drawing,
            FileRole.Drill => null,
            _ => LayerRole.Other,
        };
        if (role is null) return null;
        var gerber = ((FileContent.Gerber)file.Content).File;
        var number = role == LayerRole.Copper ? file.Meaning.Order : null;
        // Solder mask files draw the openings: FilePolarity Negative says just that, so it is no reason to invert. Copper that is said to be negative is.
        var negative = gerber.NegativeImage != (role == LayerRole.Copper && gerber.Attributes.FilePolarity == "Negative");
        return new Layer(role.Value, file.Meaning.Side, number, file.Path, gerber.Image) { Negative = negative, Resolution = gerber.Resolution, IsScoring = role is LayerRole.Other or LayerRole.Drawing && ScoreLayers.IsScore(file.Name, gerber.Attributes.FileFunction) };
    }

    private static int Rank(Layer layer) => (layer.Role, layer.Side) switch
    {
        (LayerRole.Legend, Side.Top) => 0,
        (LayerRole.Paste, Side.Top) => 1,
        (LayerRole.SolderMask, Side.Top) => 2,
        (LayerRole.Copper, _) => 3,
        (LayerRole.SolderMask, Side.Bottom) => 4,
        (LayerRole.Paste, Side.Bottom) => 5,
        (LayerRole.Legend, Side.Bottom) => 6,
        (LayerRole.Outline, _) => 7,
        _ => 8,
    };

    /// <summary>A layer or drill file that ends before its end mark has lost something, and nobody knows how much.</summary>
    private static IEnumerable<Diagnostic> CutOff(ImmutableArray<DesignFile> files) =>
        from file in files
        where file.Role is FileRole.Copper or FileRole.Outline or FileRole.Drill or FileRole.SolderMask
        from end in file.Diagnostics
        where end.Code is "gerber.no-end" or "gerber.truncated" or "drill.no-end"
        select Diagnostic.Error("board.file-cut-off", file.Path, end.Line, "the file stops without its end mark, so part of it may be missing and the board may be taken for smaller than it is; send it again");

    private static IEnumerable<Diagnostic> Unexplained(ImmutableArray<DesignFile> files) =>
        files.Where(file => file.Content is FileContent.Gerber && file.Meaning.Role is null).Select(file =>
            Diagnostic.Warning("identify.unknown-layer", file.Path, 0, "nothing says which layer this is, and its picture does not tell; it is not used. Name it (top copper, inner 2, outline …) or send a job file"));

    private static IEnumerable<Diagnostic> MissingLayers(Board board)
    {
        if (board.CopperLayers == 0) yield break;
        foreach (var side in new[] { Side.Top, Side.Bottom })
        {
            if (board.Copper.Any(layer => layer.Side == side) && board.Find(LayerRole.SolderMask, side) is null)
            {
                yield return Diagnostic.Warning("board.no-soldermask", "", 0, $"there is no {Name(side)} solder mask file; the board is taken to have solder mask all the same. Send the file, or say that none is wanted");
            }
        }
    }

    private static IEnumerable<Diagnostic> HolesOffBoard(Board board)
    {
        if (board.Outline is not { } outline) yield break;
        var bounds = outline.Bounds.Grow(1_000_000);
        foreach (var group in board.Holes.Where(hole => hole.Kind != HoleKind.Route && !bounds.Contains(hole.At)).GroupBy(hole => hole.Source, StringComparer.Ordinal))
        {
            yield return Diagnostic.Warning("drill.off-board", group.Key, group.First().Line, $"{group.Count()} holes lie outside the board, the first at {group.First().At}; check origin, unit and digits of the drill file");
        }
    }

    private static string Name(Side side) => side == Side.Top ? "top" : "bottom";
}
