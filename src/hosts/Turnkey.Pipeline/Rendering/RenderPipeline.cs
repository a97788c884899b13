using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Formats.Excellon;
using Turnkey.Formats.Gerber;
using Turnkey.Kernel;

namespace Turnkey.Pipeline.Rendering;

/// <summary>Package or single file → what a picture is to be made of.</summary>
public static class RenderPipeline
{
    public static Subject Run(RenderRequest request, IProgress<Stage>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Face is null && request.Layer is null && Single(request.Inspect) is { } single) return single;
        switch (InspectPipeline.Run(request.Inspect, progress))
        {
            case Inspection.Refused refused:
                return new Subject.Refused(refused.Name, refused.Diagnostics);
            case Inspection.Done done:
                return OfDesign(done.Design, request);
            case var other:
                throw new InvalidOperationException($"no inspection {other}");
        }
    }

    /// <summary>
    /// A Gerber or drill file by itself is drawn as it is, without asking what layer of which board it might be; null for anything else. A drill file is
    /// read as it states, for there is no copper to lay it on.
    /// </summary>
    private static Subject.OfLayer? Single(InspectRequest request)
    {
        if (ContentOf(request.Package) is not { } content) return null;
        var name = Path.GetFileName(request.Package);
        if (GerberReader.Recognises(content))
        {
            var file = GerberReader.Read(name, content);
            return new Subject.OfLayer(new Layer(LayerRole.Other, null, null, name, file.Image) { Negative = file.NegativeImage }, file.Diagnostics);
        }
        if (!ExcellonReader.Recognises(content)) return null;
        var program = ExcellonReader.Read(name, content);
        var log = new DiagnosticLog(name);
        var image = HoleImage.Of(program.Interpret(program.StatedFormat, log));
        return new Subject.OfLayer(new Layer(LayerRole.Other, Side.All, null, name, image), [.. program.Diagnostics, .. log.ToList()]);
    }

    /// <summary>Null when it is no file, is empty or cannot be read; the package reader says what is wrong.</summary>
    private static byte[]? ContentOf(string path)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length is > 0 and <= int.MaxValue / 2 ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Of a single file, why it is neither of the formats that are drawn; of a package, that it holds neither.</summary>
    private static Diagnostic Nothing(Design design, string path)
    {
        if (design.Package.Files is [{ } only] && only.Path == Path.GetFileName(path) && ContentOf(path) is { } content
            && GerberReader.Misfit(content) is { } noGerber && ExcellonReader.Misfit(content) is { } noDrill)
        {
            return Diagnostic.Error("render.nothing", only.Path, Math.Max(noGerber.Line, noDrill.Line), noGerber == noDrill
                ? $"is neither Gerber nor a drill program: {noGerber.Reason}"
                : $"is neither Gerber ({Place(noGerber)}) nor a drill program ({Place(noDrill)})");
        }
        return Diagnostic.Error("render.nothing", "", 0, "there is no layer and no drill file to draw");

        static string Place((int Line, string Reason) misfit) => misfit.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {misfit.Line}: {misfit.Reason}") : misfit.Reason;
    }

    private static Subject OfDesign(Design design, RenderRequest request)
    {
        var name = design.Package.Name;
        Assembly[] drawable = [.. design.Assemblies.Where(assembly => assembly.Board is { } board && (board.Layers.Length > 0 || board.Holes.Length > 0))];
        if (drawable.Length == 0) return new Subject.Refused(name, [Nothing(design, request.Inspect.Package), .. design.Diagnostics]);
        var names = string.Join(", ", drawable.Select(assembly => $"'{assembly.Name}'"));
        var asked = request.Board is null ? drawable : [.. drawable.Where(assembly => string.Equals(assembly.Name, request.Board, StringComparison.OrdinalIgnoreCase))];
        if (asked.Length == 0) return new Subject.Refused(name, [Diagnostic.Error("render.no-such-board", "", 0, $"there is no board '{request.Board}'; there are {names}")]);

        ImmutableArray<Diagnostic> several = drawable.Length > 1 && request.Board is null
            ? [Diagnostic.Warning("render.several-boards", "", 0, $"the package holds {drawable.Length} boards ({names}); '{asked[0].Name}' is drawn. Name another with --board")]
            : [];
        if (request.Layer is not { } wanted) return new Subject.OfFace(asked[0].Board!, request.Face ?? Side.Top, asked[0].Specification, OfPicture(design, several));
        // A file's name is clear whichever board it belongs to; words are of the first board that has such a layer.
        foreach (var assembly in asked)
        {
            if (LayerChoice.Find(assembly.Board!, wanted) is not { } layer) continue;
            return new Subject.OfLayer(layer, [.. several.Where(_ => !LayerChoice.IsFile(layer, wanted)), .. design.Diagnostics.Where(diagnostic => diagnostic.File == layer.Source)]);
        }
        return new Subject.Refused(name, [Diagnostic.Error("render.no-such-layer", "", 0,
            $"there is no layer '{wanted}'; there are {string.Join(", ", asked.SelectMany(assembly => LayerChoice.Names(assembly.Board!)).Distinct(StringComparer.Ordinal))}")]);
    }

    /// <summary>What was said of the files that a picture of the board is made of; parts lists and positions do not show in it.</summary>
    private static ImmutableArray<Diagnostic> OfPicture(Design design, ImmutableArray<Diagnostic> first)
    {
        var drawn = design.Package.Files.Where(file => file is { Used: true, Format: "gerber" or "excellon" or "gerber-job" }).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return [.. first, .. design.Diagnostics.Where(diagnostic => diagnostic.File.Length == 0 ? diagnostic.Code.StartsWith("board.", StringComparison.Ordinal) || diagnostic.Code.StartsWith("outline.", StringComparison.Ordinal) : drawn.Contains(diagnostic.File))];
    }
}
