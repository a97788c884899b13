using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Excellon;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;

namespace Turnkey.Intake.Boards;

/// <summary>Puts the drill files of a board together: the format that registers with the copper, doubles removed, plating settled by the copper where files are silent.</summary>
internal static class DrillAssembly
{
    /// <summary>Two holes closer than this with the same size are one hole in two files.</summary>
    private const long Same = 10_000;

    /// <param name="files">All files of the board.</param>
    /// <param name="copper">Its copper images.</param>
    /// <param name="outline">Its outline's extent; null when there is none.</param>
    public static (ImmutableArray<Hole> Holes, ImmutableArray<Diagnostic> Diagnostics) Assemble(
        ImmutableArray<DesignFile> files, IReadOnlyList<LayerImage> copper, Box? outline)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var sides = files.Select(file => file.Content).OfType<FileContent.DrillSide>().ToArray();
        var pads = PadCentres(copper);
        var extent = outline ?? Extent(copper);
        var holes = new List<Hole>();
        var programs = files.Select(file => file.Content).OfType<FileContent.Drill>()
            .Select(drill => sides.Where(side => side.File.SpeaksOf(drill.Program.Path)).Aggregate(drill.Program, (known, side) => known.With(side.File))).ToArray();
        foreach (var (program, fit) in programs.Zip(DrillFormatInference.ChooseAll(programs, pads, extent)))
        {
            var log = new DiagnosticLog(program.Path);
            var found = program.Interpret(fit.Format, log);
            var step = program.ResolutionIn(fit.Format);
            found = [.. found.Select(hole => hole with { Resolution = step })];
            if (fit.Offset != Point.Origin) found = [.. found.Select(hole => hole with { Path = new Placing(fit.Offset).Apply(hole.Path) })];
            diagnostics.AddRange(log.ToList());
            diagnostics.AddRange(Explain(program, fit));
            holes.AddRange(found);
        }
        if (holes.Count == 0) holes.AddRange(files.SelectMany(DrilledInGerber));
        var distinct = Distinct(holes);
        var lands = new Lands(pads, copper);
        var bare = distinct.RemoveAll(hole => hole.Kind == HoleKind.Route && outline is { } box && FollowsEdge(hole, box));
        if (bare.Length < distinct.Length) diagnostics.Add(Diagnostic.Info("drill.outline-routed", distinct.First(hole => hole.Kind == HoleKind.Route).Source, 0, "the router path along the board edge is taken as the outline's, not as slots"));
        return ([.. bare.Select(hole => hole.Plating == Plating.Unknown ? hole with { Plating = lands.Hold(hole) ? Plating.Plated : Plating.NonPlated } : hole)], diagnostics.ToImmutable());
    }

    /// <summary>What the reader should know of how the digits were read.</summary>
    private static IEnumerable<Diagnostic> Explain(ExcellonProgram program, DrillRegistration fit)
    {
        var stated = program.StatedFormat;
        if (fit.Beside != Point.Origin)
        {
            yield return Diagnostic.Warning("drill.beside-pads", program.Path, 0, $"all holes lie beside their pads, the same way; they would lie on them moved by {fit.Beside}, which is too little for another origin, so they are left where the file has them. Write drills and copper out again from the same revision");
        }
        if (fit.Offset != Point.Origin)
        {
            yield return Diagnostic.Warning("drill.origin-differs", program.Path, 0, $"holes are counted from another origin than the copper; moved by {fit.Offset} ({fit.Evidence})");
        }
        if (fit.Format.Unit != stated.Unit || fit.Format.IntegerDigits != stated.IntegerDigits || fit.Format.DecimalDigits != stated.DecimalDigits || fit.Format.Zeros != stated.Zeros)
        {
            yield return Diagnostic.Warning("drill.format-inferred", program.Path, 0, $"the file reads as {stated}, but its holes fit the board as {fit.Format} ({fit.Evidence})");
        }
        else if (fit.Confidence < DrillRegistration.Registered && fit.Compared > 0)
        {
            yield return fit.IsContradicted
                ? Diagnostic.Warning("drill.not-registered", program.Path, 0, $"the holes do not fit the copper: {fit.Evidence}. Check unit, digits and origin of the file, and that it belongs to this board")
                : Diagnostic.Info("drill.not-registered", program.Path, 0, $"too few holes on pads to confirm how the file is written, and nothing speaks against it: {fit.Evidence}");
        }
    }

    /// <summary>Where copper says that a hole may be: every flash of every copper layer.</summary>
    public static IReadOnlyList<Point> PadCentres(IReadOnlyList<LayerImage> copper)
    {
        var seen = new HashSet<Point>();
        foreach (var image in copper)
        {
            foreach (var feature in image.Features)
            {
                if (feature.Kind == FeatureKind.Flash) seen.Add(feature.Start);
            }
        }
        return [.. seen];
    }

    private static Box? Extent(IReadOnlyList<LayerImage> copper)
    {
        var box = copper.Aggregate(Box.Empty, (sum, image) => sum.Join(image.Bounds));
        return box.IsEmpty ? null : box;
    }

    /// <summary>Drills written as Gerber (X2 Plated / NonPlated): each flash a hole, each stroke a slot.</summary>
    private static IEnumerable<Hole> DrilledInGerber(DesignFile file)
    {
        if (file.Content is not FileContent.Gerber { File: { } gerber } || file.Role != Designs.FileRole.Drill) yield break;
        var function = gerber.Attributes.FileFunction;
        var plating = function.FirstOrDefault() switch { "Plated" => Plating.Plated, "NonPlated" => Plating.NonPlated, _ => Plating.Unknown };
        int? Layer(int at) => function.Length > at && int.TryParse(function[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        foreach (var feature in gerber.Image.Features)
        {
            if (feature.Kind == FeatureKind.Area || !feature.Dark) continue;
            var kind = feature.Kind == FeatureKind.Flash ? HoleKind.Round : HoleKind.Slot;
            yield return new Hole(kind, feature.Path, gerber.Image.Shapes[feature.Shape].Width, plating, Layer(1), Layer(2), gerber.Image.Attributes[feature.Attributes].Hole, file.Path, feature.Line) { Resolution = gerber.Resolution };
        }
    }

    private static ImmutableArray<Hole> Distinct(List<Hole> holes)
    {
        var centres = new PointIndex(holes.Select(hole => hole.At));
        return [.. holes.Where((hole, i) => !centres.Within(hole.At, Same).Any(other => other < i && holes[other].Kind == hole.Kind
            && Math.Abs(holes[other].Diameter.Nanometres - hole.Diameter.Nanometres) <= Same
            && holes[other].FromLayer == hole.FromLayer && holes[other].ToLayer == hole.ToLayer
            && Point.Distance(holes[other].Path.End, hole.Path.End) <= Same))];
    }

    /// <summary>A routed piece on the extent's edge, to the router's own radius.</summary>
    private static bool FollowsEdge(Hole hole, Box outline)
    {
        var reach = hole.Diameter.Nanometres + 100_000;
        var box = hole.Path.Bounds;
        return Math.Abs(box.Left - outline.Left) <= reach && Math.Abs(box.Right - outline.Left) <= reach
            || Math.Abs(box.Left - outline.Right) <= reach && Math.Abs(box.Right - outline.Right) <= reach
            || Math.Abs(box.Bottom - outline.Bottom) <= reach && Math.Abs(box.Top - outline.Bottom) <= reach
            || Math.Abs(box.Bottom - outline.Top) <= reach && Math.Abs(box.Top - outline.Top) <= reach;
    }
}
