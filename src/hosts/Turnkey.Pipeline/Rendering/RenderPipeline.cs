using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
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
        var path = request.Package;
        byte[] content;
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length is 0 or > int.MaxValue / 2) return null;
            content = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The package reader says what is wrong.
            return null;
        }
        var name = Path.GetFileName(path);
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

    private static Subject OfDesign(Design design, RenderRequest request)
    {
        var name = design.Package.Name;
        if (design.Assemblies.FirstOrDefault(assembly => assembly.Board is { } board && (board.Layers.Length > 0 || board.Holes.Length > 0)) is not { Board: { } first } assembly)
        {
            return new Subject.Refused(name, [Diagnostic.Error("render.nothing", "", 0, "there is no layer and no drill file to draw"), .. design.Diagnostics]);
        }
        if (request.Layer is not { } wanted) return new Subject.OfFace(first, request.Face ?? Side.Top, assembly.Specification, design.Diagnostics);

        foreach (var candidate in design.Assemblies)
        {
            if (candidate.Board is { } board && LayerChoice.Find(board, wanted) is { } layer) return new Subject.OfLayer(layer, design.Diagnostics);
        }
        var known = design.Assemblies.Select(each => each.Board).OfType<Board>().SelectMany(LayerChoice.Names);
        return new Subject.Refused(name, [Diagnostic.Error("render.no-such-layer", "", 0, $"there is no layer '{wanted}'; there are {string.Join(", ", known)}")]);
    }
}
