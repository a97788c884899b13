using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

internal enum Interpolation
{
    Linear,
    Clockwise,
    CounterClockwise,
}

internal enum QuadrantMode
{
    /// <summary>The file uses arcs without saying how; it is told from the arcs themselves.</summary>
    Unstated,
    Single,
    Multi,
}

/// <summary>The graphics state of the format and its operations: draw, move, flash, contours of regions. Coordinates come in nanometres.</summary>
internal sealed class Photoplotter(Film film, DiagnosticLog log)
{
    private readonly Dictionary<long, Aperture> apertures = [];
    private readonly Dictionary<long, Aperture> missing = [];
    private readonly HashSet<long> drawnOnArcs = [];
    private readonly ContourBuilder contour = new();
    private Aperture? aperture;
    private int shape = -1;
    private bool shapeKnown;
    private bool contourSpoiled;
    private bool quadrantsMissed;
    private bool moved; // the last operation was D02
    private bool drawn; // or D01, outside a region
    private bool contourPlaced;
    private bool afterDraw;
    private int contourLine;
    private int openContours;
    private int firstOpenContour;
    private int attributes;
    private bool attributesKnown;

    public Film Film => film;

    public AttributeState Attributes { get; } = new(log);

    public Point Current { get; private set; }

    public Interpolation Interpolation { get; set; }

    public QuadrantMode Quadrants { get; set; }

    public bool Dark { get; set; } = true;

    public bool InRegion { get; private set; }

    /// <summary>The least step of coordinates, in nanometres.</summary>
    public double Step { get; set; } = 1;

    /// <summary>The deprecated MI and SF, which concern coordinates but no apertures.</summary>
    public CoordinateMap Map { get; set; } = CoordinateMap.Identity;

    public int ApertureCount => apertures.Count;

    public ApertureTransform Transform
    {
        get;
        set
        {
            field = value;
            shapeKnown = false;
        }
    } = ApertureTransform.Identity;

    /// <param name="line">Where it is defined.</param>
    public void Define(Aperture defined, int line)
    {
        if (apertures.ContainsKey(defined.Code))
            log.Warning("gerber.aperture-redefined", line, $"aperture D{defined.Code} is defined once more; what follows is drawn with the new one, what came before keeps the old. A number should be defined once");
        apertures[defined.Code] = defined;
        if (aperture?.Code == defined.Code) Use(defined);
    }

    public void Select(long code, int line)
    {
        if (apertures.TryGetValue(code, out var found))
        {
            Use(found);
            return;
        }
        // What it draws is kept without width: where it runs is known, and for an outline that is all that matters.
        if (!missing.TryGetValue(code, out var substitute))
        {
            log.Error("gerber.missing-aperture", line, $"aperture D{code} is not defined; what it draws is kept without width");
            substitute = new Aperture(code, PadShape.Circle(Length.Zero), null, null);
            missing.Add(code, substitute);
        }
        Use(substitute);
    }

    public void AttributesChanged() => attributesKnown = false;

    public void Move(Point to, int line)
    {
        if (InRegion) EndContour(line);
        Current = to;
        moved = contourPlaced = true;
        drawn = false;
    }

    public void Draw(Point to, Point offset, bool hasOffset, int line)
    {
        var from = Current;
        Current = to;
        (moved, drawn) = (false, !InRegion);
        if (InRegion)
        {
            if (!contourPlaced) ReportUnplaced(from, line);
            if (contour.Count == 0) contourLine = line;
            if (Interpolation == Interpolation.Linear && Map.IsIdentity && from.IsInRange && to.IsInRange)
            {
                if (from != to) contour.Add(Edge.Line(from, to));
                return;
            }
            foreach (var edge in Edges(from, to, offset, hasOffset, line))
            {
                if (!Ranges.Holds(edge)) contourSpoiled = true;
                else if (edge.IsArc || edge.Start != edge.End) contour.Add(edge);
            }
            return;
        }
        if (aperture?.Block is not null)
        {
            log.Error("gerber.block-drawn", line, $"block aperture D{aperture.Code} can only be flashed; the draw is left out");
            return;
        }
        var used = CurrentShape(line);
        if (used < 0) return;
        // By far the most frequent: a straight line as it is written.
        if (Interpolation == Interpolation.Linear && Map.IsIdentity && from.IsInRange && to.IsInRange)
        {
            film.Add(Feature.Stroke(Edge.Line(from, to), used, Dark, CurrentAttributes(), line));
            return;
        }
        foreach (var edge in Edges(from, to, offset, hasOffset, line))
        {
            if (edge.IsArc) ReportShapeOnArc(line);
            if (Ranges.Holds(edge)) film.Add(Feature.Stroke(edge, used, Dark, CurrentAttributes(), line));
            else ReportOutOfRange(line);
        }
    }

    public void Flash(Point at, int line)
    {
        if (InRegion)
        {
            // Some tools leave a last D03 where the contour ended, which loses nothing; a place of its own is no corner, for nothing was drawn to it.
            if (at == Current) log.Info("gerber.flash-in-region", line, "a flash (D03) inside a region (G36) is not allowed; it is left out");
            else log.Error("gerber.flash-in-region", line, "a flash (D03) inside a region (G36) is not allowed; it is left out. Flash it before or after the region");
            return;
        }
        Current = at;
        moved = drawn = false;
        var mapped = Map.Apply(at);
        if (!mapped.IsInRange)
        {
            ReportOutOfRange(line);
            return;
        }
        Attributes.Flashed(mapped, aperture?.Function, line);
        if (aperture?.Block is { } block)
        {
            film.Stamp(block, mapped, Transform, Dark, CurrentAttributes(), line);
            return;
        }
        var used = CurrentShape(line);
        if (used >= 0) film.Add(Feature.Flash(mapped, used, Dark, CurrentAttributes(), line));
    }

    public void BeginRegion(int line)
    {
        if (InRegion) EndContour(line);
        InRegion = true;
        // A move before G36 instead of behind it is frequent and leaves no doubt.
        contourPlaced = moved;
        afterDraw = drawn;
        attributesKnown = false;
    }

    public void EndRegion(int line)
    {
        EndContour(line);
        InRegion = moved = drawn = false;
        attributesKnown = false;
    }

    /// <summary>The current point, without drawing or ending anything: what follows a block or step-and-repeat starts anew.</summary>
    public void Forget()
    {
        Current = Point.Origin;
        moved = drawn = false;
    }

    /// <summary>Said once per file: some CAD tools leave out the closing line of every region, and mean it.</summary>
    public void ReportOpenContours()
    {
        if (openContours > 0)
            log.Warning("gerber.open-contour", firstOpenContour, $"contours of regions that do not end where they start: {openContours}, the first here; they are closed by straight lines. Check that no corner is missing");
    }

    private void EndContour(int line)
    {
        if (contourSpoiled)
        {
            ReportOutOfRange(contourLine);
        }
        else if (contour.Count > 0)
        {
            if (contour.Start != contour.End)
            {
                if (openContours++ == 0) firstOpenContour = contourLine;
                contour.Add(Edge.Line(contour.End, contour.Start));
            }
            // A line there and back covers nothing.
            if (contour.Count > 2 || contour.HasArcs) film.AddArea(contour.ToContour(), Dark, CurrentAttributes(), contourLine);
        }
        contour.Clear();
        contourSpoiled = false;
        contourLine = line;
    }

    /// <summary>The line or arc as one edge; several only where a centre lies outside the range of coordinates and the arc is drawn by chords.</summary>
    private EdgeRun Edges(Point from, Point to, Point offset, bool hasOffset, int line)
    {
        if (Interpolation == Interpolation.Linear || !hasOffset)
        {
            if (Interpolation != Interpolation.Linear && from != to)
                log.Warning("gerber.bad-arc", line, "an arc without I and J; it is read as a straight line");
            return new EdgeRun(Map.Apply(Edge.Line(from, to)));
        }
        var direction = Interpolation == Interpolation.Clockwise ? ArcDirection.Clockwise : ArcDirection.CounterClockwise;
        if (offset == Point.Origin)
        {
            if (from != to) log.Warning("gerber.bad-arc", line, "an arc of radius 0; it is read as a straight line");
            return new EdgeRun(Map.Apply(Edge.Line(from, to)));
        }
        // In single-quadrant mode equal ends are an arc of nothing, in multi-quadrant mode a full circle.
        if (from == to && Quadrants == QuadrantMode.Single) return new EdgeRun(Map.Apply(Edge.Line(from, to)));

        if (Quadrants == QuadrantMode.Unstated && !quadrantsMissed)
        {
            quadrantsMissed = true;
            log.Warning("gerber.no-quadrant-mode", line, "an arc comes before any G75 or G74, which must say how arcs are written; they are read as with G75, and as with G74 where only that fits their ends");
        }
        var centre = CentreOf(from, to, offset, direction, line);
        var arc = Map.Apply(Edge.Arc(from, to, centre, direction));
        if (arc.Centre.IsInRange || !arc.Start.IsInRange || !arc.End.IsInRange || arc.Sweep > Math.PI) return new EdgeRun(arc);
        return EdgeRun.Chords(arc, film.Allowance, line);
    }

    private Point CentreOf(Point from, Point to, Point offset, ArcDirection direction, int line)
    {
        double mismatch;
        Point centre;
        if (Quadrants == QuadrantMode.Single)
        {
            if (!ArcReading.TrySingleQuadrant(from, to, offset, direction, out centre, out mismatch))
            {
                // Files that state G74 and mean G75 exist; signed offsets that fit give them away.
                centre = ArcReading.MultiQuadrant(from, to, offset, out mismatch);
                log.Warning("gerber.bad-arc", line, "no arc of at most 90° has these ends and offsets; it is read as a multi-quadrant arc");
            }
        }
        else
        {
            centre = ArcReading.MultiQuadrant(from, to, offset, out mismatch);
            if (Quadrants == QuadrantMode.Unstated && mismatch > Math.Max(4 * Step, 10_000) && offset.X >= 0 && offset.Y >= 0 &&
                ArcReading.TrySingleQuadrant(from, to, offset, direction, out var quarter, out var single) && single < mismatch)
            {
                (centre, mismatch) = (quarter, single);
            }
        }
        // Up to a hundredth of a millimetre is rounding in one of the CAD tool's steps; nobody sees it on a board.
        if (mismatch > Math.Max(4 * Step, 10_000) && mismatch > 0.01 * Point.Distance(from, centre))
        {
            var apart = Length.FromNanometres((long)mismatch);
            log.Warning("gerber.bad-arc", line, $"the ends of an arc lie {apart} apart in radius; the nearest arc through both ends is taken");
        }
        return mismatch > 2 * Step ? ArcReading.Settle(from, to, centre, mismatch) : centre;
    }

    private void Use(Aperture used)
    {
        aperture = used;
        shapeKnown = false;
        attributesKnown = false;
    }

    private int CurrentShape(int line)
    {
        if (shapeKnown) return shape;
        if (aperture is null)
        {
            log.Error("gerber.missing-aperture", line, "something is drawn before any aperture is selected; it is kept without width");
            aperture = new Aperture(0, PadShape.Circle(Length.Zero), null, null);
        }
        shape = film.ShapeOf(aperture, Transform, line);
        shapeKnown = true;
        return shape;
    }

    private int CurrentAttributes()
    {
        if (attributesKnown) return attributes;
        attributes = film.AttributesOf(Attributes.Of(InRegion ? Attributes.Function : aperture?.Function));
        attributesKnown = true;
        return attributes;
    }

    /// <summary>
    /// Said once for each aperture. The specification lets solid circles alone draw arcs; older revisions let solid rectangles draw lines. What is covered is
    /// taken to be what a photoplotter exposes: the shape moves along the arc and does not turn. gerbv (2.9) draws a band as wide as the rectangle instead.
    /// </summary>
    private void ReportShapeOnArc(int line)
    {
        if (aperture is not { Shape: { IsSolidCircle: false } } || !drawnOnArcs.Add(aperture.Code)) return;
        log.Warning("gerber.arc-not-round", line, $"an arc is drawn with aperture D{aperture.Code}, which is no solid circle; the format does not allow that. It is taken as the shape moved along the arc without turning");
    }

    /// <summary>Altium goes on from the end of a track, which is as good as a move; after a flash, another region or nothing the place is chance.</summary>
    private void ReportUnplaced(Point from, int line)
    {
        contourPlaced = true;
        var message = $"a region (G36) begins with a draw (D01) and no move (D02) says where; it is begun where the last command ended, at {from}";
        if (afterDraw) log.Info("gerber.region-without-move", line, message);
        else log.Warning("gerber.region-without-move", line, message + ". Check its first corner");
    }

    private void ReportOutOfRange(int line) =>
        log.Error("gerber.out-of-range", line, "a coordinate is more than 1.07 m from the origin; what is drawn with it is left out");
}
