using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Tracing;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;

namespace Turnkey.Intake.Boards;

/// <summary>
/// Finds the board's edge among the files that may hold it. An outline looks like an outline: it closes, and the copper lies inside it.
/// A frame drawn around it, score lines across it and notes beside it are told apart by where the copper is.
/// </summary>
internal static class OutlineReading
{
    /// <summary>Gaps up to these are closed, the smallest that suffices.</summary>
    private static readonly Length[] Gaps = [Length.FromMillimetres(0.005), Length.FromMillimetres(0.05), Length.FromMillimetres(0.25), Length.FromMillimetres(1)];

    /// <summary>Ends of a cut-out's line that are no farther apart were meant to meet, though the board's edge closes without.</summary>
    private static readonly Length NarrowGap = Length.FromMillimetres(0.05);

    /// <summary>A drawing is full of lines that do not belong together: only what meets is joined.</summary>
    private static readonly Length[] DrawingGaps = [Length.FromMillimetres(0.005)];

    /// <summary>Of the copper's features, evenly taken.</summary>
    private const int MostSamples = 1500;
    private const int FewestPads = 20;

    /// <summary>More edges than this are a picture, not an outline.</summary>
    private const int MostEdges = 60_000;

    /// <summary>In square nanometres.</summary>
    private const double SmallestArea = 1e11;

    /// <summary>The largest ones; a drawing full of text has thousands.</summary>
    private const int MostContours = 500;

    private sealed record Candidate(DesignFile File, BoardOutline Outline, double Coverage, bool Closed, Length Gap);

    /// <param name="files">All files of the board.</param>
    /// <param name="copper">Its copper images.</param>
    public static (BoardOutline? Outline, ImmutableArray<Diagnostic> Diagnostics) Read(ImmutableArray<DesignFile> files, IReadOnlyList<LayerImage> copper)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var samples = Sample(copper);
        var gerbers = files.Where(file => file.Content is FileContent.Gerber).ToArray();
        var named = gerbers.Where(file => file.Role == FileRole.Outline).OrderByDescending(file => file.Meaning.Mechanical ? 0 : file.Meaning.Weight).ThenBy(file => file.Path, StringComparer.Ordinal);
        var tried = TraceAll([.. named], copper, samples, Gaps, null);
        var best = Best(tried.Where(candidate => candidate.Coverage >= (candidate.File.Meaning.Mechanical ? 0.9 : 0.5)));
        if (best is null && samples.Count > 0)
        {
            // No file says it is the outline: any drawing may hold it, if it holds the copper tightly.
            var extent = Box.Of(samples);
            var drawings = gerbers.Where(file => file.Role is FileRole.Drawing or FileRole.Other or FileRole.Legend && Image(file).Bounds.Contains(extent));
            best = Tightest(TraceAll([.. drawings], copper, samples, DrawingGaps, extent).Where(candidate => candidate is { Closed: true, Coverage: >= 0.97 } && candidate.Outline.Area < 6 * (double)extent.Area));
            if (best is not null)
            {
                diagnostics.Add(Diagnostic.Warning("outline.from-drawing", best.File.Path, 0,
                    $"no file is named as the board outline; the closed line around the copper in this file is taken ({Size(best.Outline)}). Send an outline layer to be sure"));
            }
        }
        if (best is null)
        {
            diagnostics.Add(Diagnostic.Error("outline.missing", tried.FirstOrDefault()?.File.Path ?? "", 0, samples.Count == 0
                ? "the package has no board outline and no copper to take the size from"
                : $"no board outline that closes around the copper was found; the copper measures {Box.Of(samples).Width} × {Box.Of(samples).Height}. Send an outline layer"));
            return (null, diagnostics.ToImmutable());
        }
        if (!best.Closed)
        {
            diagnostics.Add(Diagnostic.Warning("outline.open", best.File.Path, 0, $"the outline does not close; its extent is taken as a rectangle ({Size(best.Outline)}). Close the line in the design"));
        }
        else if (best.Gap > Gaps[0])
        {
            diagnostics.Add(Diagnostic.Warning("outline.gap", best.File.Path, 0, $"the outline has gaps of up to {best.Gap}, which were closed; close them in the design"));
        }
        if (PadsIn(best.Outline.Cutouts, samples) is [var lost, ..] inCutouts)
        {
            diagnostics.Add(Diagnostic.Warning("outline.pad-in-cutout", best.File.Path, 0, $"{(inCutouts.Length == 1 ? "a pad lies" : $"{inCutouts.Length} pads lie")} in a cut-out of the board, at {lost}; nothing joins it there, so the cut-out counts and the pad is milled away. Move the pad, or take the line out"));
        }
        var second = tried.FirstOrDefault(candidate => candidate != best && candidate is { Closed: true } && candidate.Coverage >= 0.9 && !candidate.File.Meaning.Mechanical);
        if (second is not null && !Alike(second.Outline.Bounds, best.Outline.Bounds))
        {
            diagnostics.Add(Diagnostic.Warning("outline.ambiguous", second.File.Path, 0, $"this file holds an outline of {Size(second.Outline)} too; {Size(best.Outline)} from {best.File.Path} is used"));
        }
        if (best.Outline.Boundaries.Length > 1)
        {
            diagnostics.Add(Diagnostic.Info("outline.several-pieces", best.File.Path, 0, $"the outline has {best.Outline.Boundaries.Length} separate pieces ({Size(best.Outline)} together); they are taken for one board"));
        }
        return (best.Outline, diagnostics.ToImmutable());
    }

    private static Candidate? Best(IEnumerable<Candidate> candidates) =>
        candidates.OrderByDescending(candidate => candidate.Closed).ThenByDescending(candidate => candidate.File.Meaning.Mechanical ? 0 : candidate.File.Meaning.Weight)
            .ThenByDescending(candidate => Math.Round(candidate.Coverage, 2)).ThenBy(candidate => candidate.Outline.Area).FirstOrDefault();

    /// <summary>A drawing's own lines (parts that hang over, notes) only ever make the board look larger.</summary>
    private static Candidate? Tightest(IEnumerable<Candidate> candidates) =>
        candidates.OrderByDescending(candidate => Math.Round(candidate.Coverage, 2)).ThenBy(candidate => candidate.Outline.Area).ThenBy(candidate => candidate.File.Path, StringComparer.Ordinal).FirstOrDefault();

    private static LayerImage Image(DesignFile file) => ((FileContent.Gerber)file.Content).File.Image;

    /// <summary>In the order of the files, whatever is done first.</summary>
    private static Candidate[] TraceAll(DesignFile[] files, IReadOnlyList<LayerImage> images, IReadOnlyList<Point> copper, Length[] gaps, Box? drawnAround)
    {
        var candidates = new Candidate?[files.Length];
        Parallel.For(0, files.Length, i => candidates[i] = Trace(files[i], images, copper, gaps, drawnAround));
        return [.. candidates.OfType<Candidate>()];
    }

    /// <param name="drawnAround">For drawings: the copper's extent, by which notes are told from lines that may bound it; null: every line counts.</param>
    private static Candidate? Trace(DesignFile file, IReadOnlyList<LayerImage> images, IReadOnlyList<Point> copper, Length[] gaps, Box? drawnAround = null)
    {
        var image = Image(file);
        var edges = image.Features.Where(feature => feature is { Kind: FeatureKind.Stroke, Dark: true } && feature.Path.Length > 0).Select(feature => feature.Path).ToArray();
        var areas = image.Features.Where(feature => feature is { Kind: FeatureKind.Area, Dark: true }).SelectMany(feature => image.Areas[feature.Shape].Contours).ToArray();
        if (drawnAround is { } extent) edges = DrawingLines.Around(edges, extent);
        if (edges.Length > MostEdges || (edges.Length == 0 && areas.Length == 0)) return null;
        foreach (var gap in gaps)
        {
            var trace = ContourTracer.Trace(edges, gap);
            if (Choose(trace.Contours, images, copper) is { } chosen)
            {
                var coverage = Coverage(chosen.Boundaries, copper);
                // Something small closed (a letter, a hole) while the board's edge is still open: try a wider gap.
                if (coverage < 0.5 && copper.Count > 0) continue;
                var widest = trace.WidestGap;
                // The board's edge is closed, and a cut-out may still have a slip in its line: it must not vanish.
                if (drawnAround is null && gap < NarrowGap && !trace.OpenChains.IsEmpty && ContourTracer.Trace(edges, NarrowGap) is var wider
                    && Choose(wider.Contours, images, copper) is { } more && more.Cutouts.Length > chosen.Cutouts.Length && more.Boundaries.Length == chosen.Boundaries.Length && more.Bounds == chosen.Bounds)
                {
                    (chosen, widest) = (more, wider.WidestGap);
                }
                return new Candidate(file, chosen with { Source = file.Path }, copper.Count == 0 ? 1 : coverage, true, widest);
            }
        }
        if (Choose([.. areas], images, copper) is { } drawn && (copper.Count == 0 || Coverage(drawn.Boundaries, copper) >= 0.5))
        {
            return new Candidate(file, drawn with { Source = file.Path }, copper.Count == 0 ? 1 : Coverage(drawn.Boundaries, copper), true, Length.Zero);
        }
        if (edges.Length < 3 || edges.Length > 2000) return null;
        var box = edges.Aggregate(Box.Empty, (sum, edge) => sum.Join(edge.Bounds));
        if (box.Width == Length.Zero || box.Height == Length.Zero) return null;
        var rectangle = ImmutableArray.Create(Contour.Rectangle(box));
        return new Candidate(file, new BoardOutline(rectangle, [], file.Path), Coverage(rectangle, copper), false, Length.Zero);
    }

    /// <summary>Outer contours that hold copper, the frame around them taken away, and the contours inside that hold none that belongs there.</summary>
    private static BoardOutline? Choose(ImmutableArray<Contour> contours, IReadOnlyList<LayerImage> images, IReadOnlyList<Point> copper)
    {
        // A tenth of a square millimetre is a letter or a slip of the pen.
        var real = contours.Where(contour => Math.Abs(contour.SignedArea) > SmallestArea).OrderByDescending(contour => Math.Abs(contour.SignedArea)).Take(MostContours)
            .DistinctBy(contour => contour.Bounds).ToArray();
        if (real.Length == 0) return null;
        var parent = ContourNesting.Classify(real).Select(nested => nested.Parent ?? -1).ToArray();
        var held = real.Select(contour => copper.Count(contour.Contains)).ToArray();
        var outer = Enumerable.Range(0, real.Length).Where(i => parent[i] < 0).ToArray();
        if (copper.Count > 0)
        {
            // A target or a mark beside the board may have a pad in it too; a board of a panel has a fair share of all.
            var fair = Math.Max(1, copper.Count / 50);
            var holding = outer.Where(i => held[i] >= fair).ToArray();
            outer = [.. (holding.Length > 0 ? holding : [outer[0]]).SelectMany(i => WithoutFrame(i, real, parent, held))];
        }
        var chosen = outer.ToHashSet();
        var cutouts = Enumerable.Range(0, real.Length).Where(i => parent[i] >= 0 && chosen.Contains(parent[i]) && (held[i] == 0 || !BelongsInside(real[i], images)));
        return new BoardOutline([.. outer.Select(i => real[i])], [.. cutouts.Select(i => real[i])], "");
    }

    /// <summary>
    /// Copper belongs inside a contour, which is then no cut-out but a drawing or a board of its own, where it is a part's, a track ends on it, there are several
    /// pads, or the pad reaches around the contour, which draws its hole. One pad that nothing joins was left over, or set down in the wrong place.
    /// </summary>
    private static bool BelongsInside(Contour contour, IReadOnlyList<LayerImage> images)
    {
        var bounds = contour.Bounds;
        var pads = new HashSet<Point>();
        foreach (var image in images)
        {
            foreach (var feature in image.Features)
            {
                if (!feature.Dark || feature.Kind == FeatureKind.Area) continue;
                if (feature.Kind == FeatureKind.Stroke)
                {
                    if (IsInside(feature.Path.Start) || IsInside(feature.Path.End)) return true;
                    continue;
                }
                if (!IsInside(feature.Start)) continue;
                pads.Add(feature.Start);
                if (pads.Count > 1 || image.Attributes[feature.Attributes].Component is { Length: > 0 } || image.BoundsOf(feature).Contains(bounds)) return true;
            }
        }
        return false;

        bool IsInside(Point place) => bounds.Contains(place) && contour.Contains(place);
    }

    private static Point[] PadsIn(ImmutableArray<Contour> cutouts, IReadOnlyList<Point> pads) =>
        cutouts.IsEmpty ? [] : [.. pads.Where(pad => cutouts.Any(cutout => cutout.Bounds.Contains(pad) && cutout.Contains(pad)))];

    /// <summary>A contour whose copper all lies in much smaller contours inside it is a drawing frame; the inner ones are the boards.</summary>
    private static IEnumerable<int> WithoutFrame(int index, Contour[] contours, int[] parent, int[] held)
    {
        var inner = Enumerable.Range(0, contours.Length).Where(i => parent[i] == index && held[i] > 0).ToArray();
        if (inner.Length == 0) return [index];
        var share = inner.Sum(i => Math.Abs(contours[i].SignedArea)) / Math.Abs(contours[index].SignedArea);
        return inner.Sum(i => held[i]) >= 0.98 * held[index] && share < 0.5 ? inner.SelectMany(i => WithoutFrame(i, contours, parent, held)) : [index];
    }

    private static double Coverage(ImmutableArray<Contour> boundaries, IReadOnlyList<Point> copper) =>
        copper.Count == 0 ? 1 : (double)copper.Count(point => boundaries.Any(contour => contour.Contains(point))) / copper.Count;

    /// <summary>Pads where there are enough: names and marks drawn in copper beside the board would tell another size.</summary>
    private static List<Point> Sample(IReadOnlyList<LayerImage> copper)
    {
        var pads = copper.SelectMany(image => image.Features.Where(feature => feature is { Kind: FeatureKind.Flash, Dark: true }).Select(feature => feature.Start)).Distinct().ToList();
        var points = pads.Count >= FewestPads ? pads : [.. copper.SelectMany(image => image.Features.Where(feature => feature.Dark)
            .Select(feature => feature.Kind == FeatureKind.Area ? image.Areas[feature.Shape].Contours[0].Edges[0].Start : feature.Start))];
        var step = Math.Max(1, points.Count / MostSamples);
        return [.. points.Where((_, i) => i % step == 0)];
    }

    private static bool Alike(Box a, Box b)
    {
        var tolerance = Length.FromMillimetres(0.3);
        return (a.Width - b.Width).Abs() < tolerance && (a.Height - b.Height).Abs() < tolerance;
    }

    private static string Size(BoardOutline outline) =>
        FormattableString.Invariant($"{outline.Bounds.Width.Millimetres:0.##} × {outline.Bounds.Height.Millimetres:0.##} mm");
}
