using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Geometry.Tracing;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;

namespace Turnkey.Intake.Boards;

/// <summary>
/// Layers that no name explains, told by their picture: an outline is a few lines that close around the drills, copper has pads where the board is drilled
/// and tracks or areas besides (planes are often named after their net). The last resort, and always said.
/// </summary>
internal static class NamelessLayers
{
    /// <summary>Share of the drilled places that a copper layer has pads at.</summary>
    private const double Enough = 0.6;
    private const int FewestDrilled = 3;
    private const int MostOutlineEdges = 2000;

    public static ImmutableArray<DesignFile> Guess(ImmutableArray<DesignFile> files, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var unknown = files.Where(file => file.Content is FileContent.Gerber && file.Meaning.Role is null).ToArray();
        var copper = files.Where(file => file.Role == FileRole.Copper).Select(Image).ToArray();
        if (unknown.Length == 0) return files;
        var guessed = new Dictionary<DesignFile, LayerMeaning>();
        var drilled = copper.Length > 0 ? Shared(copper) : Hits(files);
        if (drilled.Count >= FewestDrilled)
        {
            foreach (var file in unknown.Where(file => HasTexture(Image(file)) && PadsAt(Image(file), drilled) >= Enough * drilled.Count))
            {
                guessed[file] = new LayerMeaning(FileRole.Copper, copper.Length > 0 ? Side.Inner : null, null, false, false, 1, "geometry: pads where the board is drilled");
                diagnostics.Add(Diagnostic.Warning("identify.guessed", file.Path, 0,
                    $"nothing names this layer; it has pads where the board is drilled and is taken for {(copper.Length > 0 ? "inner copper" : "copper")}. Name it, or send a job file"));
            }
            if (!files.Any(file => file.Role == FileRole.Outline) && unknown.FirstOrDefault(file => !guessed.ContainsKey(file) && LooksLikeOutline(Image(file), drilled)) is { } outline)
            {
                guessed[outline] = new LayerMeaning(FileRole.Outline, Side.All, null, false, false, 1, "geometry: a line that closes around the drills");
                diagnostics.Add(Diagnostic.Warning("identify.guessed", outline.Path, 0, "nothing names this layer; it is a line that closes around all drills and is taken for the board outline. Name it, or send a job file"));
            }
        }
        return [.. files.Select(file => guessed.TryGetValue(file, out var meaning) ? file with { Meaning = meaning } : file)];
    }

    private static LayerImage Image(DesignFile file) => ((FileContent.Gerber)file.Content).File.Image;

    /// <summary>What all known copper layers have in common is drilled.</summary>
    private static HashSet<Point> Shared(LayerImage[] copper) =>
        copper.Select(image => DrillAssembly.PadCentres([image]).ToHashSet()).Aggregate((a, b) => { a.IntersectWith(b); return a; });

    /// <summary>Drill hits as the drill files state them.</summary>
    private static HashSet<Point> Hits(ImmutableArray<DesignFile> files) =>
        [.. files.Select(file => file.Content).OfType<FileContent.Drill>().SelectMany(drill => drill.Program.Interpret(drill.Program.StatedFormat)).Select(hole => hole.At)];

    private static int PadsAt(LayerImage image, HashSet<Point> drilled)
    {
        var pads = new PointIndex(DrillAssembly.PadCentres([image]));
        return drilled.Count(point => pads.Any(point, 20_000));
    }

    /// <summary>Tracks or areas: without them it is a picture of the drills or a mask.</summary>
    private static bool HasTexture(LayerImage image) => image.Areas.Length > 0 || image.Features.Count(feature => feature.Kind == FeatureKind.Stroke) >= 3;

    private static bool LooksLikeOutline(LayerImage image, HashSet<Point> drilled)
    {
        if (image.Features.Length is 0 or > MostOutlineEdges || image.Features.Any(feature => feature.Kind == FeatureKind.Flash)) return false;
        var edges = image.Features.Where(feature => feature.Kind == FeatureKind.Stroke).Select(feature => feature.Path).ToArray();
        var extent = (double)Box.Of(drilled).Area;
        return ContourTracer.Trace(edges, Length.FromMillimetres(0.05)).Contours
            .Any(contour => Math.Abs(contour.SignedArea) < 10 * extent && drilled.Count(contour.Contains) >= 0.95 * drilled.Count);
    }
}
