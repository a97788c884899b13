using Turnkey.Designs.Boards;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Excellon;

/// <summary>Runs a drill program in one format: follows the machine's position, tool and mode, and writes down what it makes.</summary>
/// <param name="program">As parsed.</param>
/// <param name="format">How its digits are read.</param>
/// <param name="log">Takes what only shows with the format applied; null where a format is only tried.</param>
/// <param name="most">Holes that are made at most.</param>
/// <param name="holes">Takes the holes; empty.</param>
internal sealed class DrillInterpretation(ExcellonProgram program, DrillFormat format, DiagnosticLog? log, int most, List<Hole> holes)
{
    /// <summary>
    /// Slots shorter than this are round holes: some tools write every hole of a pad with a slot as a slot (EasyEDA: 5 µm), and no machine places finer.
    /// </summary>
    private const long ShortestSlot = 10_000;

    /// <summary>
    /// Copies that repeats may make, besides a share for each operation: a line of a hostile file asks for ten thousand, and every format that is tried
    /// would make them again.
    /// </summary>
    private const int MostCopies = 5_000;
    private const int CopiesPerOperation = 8;

    private readonly List<Edge> path = [];
    private readonly bool plunges = program.Operations.Any(operation => operation.Kind == DrillOperationKind.PlungeDown);
    private readonly Length[] diameters = [.. program.Tools.Select(tool => tool.Diameter(format))];

    private Point at;
    private Point zero;
    private bool down;
    private int pathTool;
    private int pathLine;
    private int patternStart;
    private int patternEnd = -1;
    private Point patternShift;
    private int copiesLeft = MostCopies + (log is null ? 0 : CopiesPerOperation * program.Operations.Length);
    private bool full;

    public void Run()
    {
        foreach (var operation in program.Operations)
        {
            if (full) break;
            Do(operation);
        }
        EndPath();
        if (full) log?.Error("drill.too-many", 0, copiesLeft >= 0
            ? $"the program makes more than {most} holes; the rest was left out"
            : $"the program repeats holes more than {MostCopies + (CopiesPerOperation * program.Operations.Length)} times; the rest was left out");
    }

    private void Do(in DrillOperation operation)
    {
        switch (operation.Kind)
        {
            case DrillOperationKind.Hit:
                EndPath();
                MoveTo(operation);
                Add(HoleKind.Round, Edge.Line(at, at), operation.Tool, operation.Line);
                break;
            case DrillOperationKind.Slot:
                EndPath();
                MoveTo(operation);
                var start = at;
                MoveTo(operation with { X = operation.U, Y = operation.V });
                AddSlot(Edge.Line(start, at), operation.Tool, operation.Line);
                break;
            case DrillOperationKind.NibbledHole:
                EndPath();
                MoveTo(operation);
                Add(HoleKind.Round, Edge.Line(at, at), operation.Tool, operation.Line, Length.FromNanometres(Math.Abs(Raw(operation.U, operation))));
                break;
            case DrillOperationKind.Circle:
                EndPath();
                MoveTo(operation);
                AddCircle(operation);
                break;
            case DrillOperationKind.Rapid:
                EndPath();
                down = false;
                MoveTo(operation);
                break;
            case DrillOperationKind.Line or DrillOperationKind.ArcClockwise or DrillOperationKind.ArcCounterClockwise:
                Cut(operation);
                break;
            case DrillOperationKind.PlungeDown:
                EndPath();
                down = true;
                (pathTool, pathLine) = (operation.Tool, operation.Line);
                break;
            case DrillOperationKind.Retract or DrillOperationKind.DrillMode:
                EndPath();
                down = false;
                break;
            case DrillOperationKind.Repeat:
                RepeatLast(operation);
                break;
            case DrillOperationKind.ZeroSet:
                zero += new Point(Raw(operation.X, operation), Raw(operation.Y, operation));
                break;
            default:
                DoPattern(operation);
                break;
        }
    }

    private long Raw(DrillNumber number, in DrillOperation operation) => number.IsPresent ? number.ToNanometres(format, operation.Unit ?? format.Unit) : 0;

    private void MoveTo(in DrillOperation operation)
    {
        var (x, y) = (Raw(operation.X, operation), Raw(operation.Y, operation));
        at = operation.Incremental
            ? new Point(Bounded(at.X + x), Bounded(at.Y + y))
            : new Point(operation.X.IsPresent ? Bounded(zero.X + x) : at.X, operation.Y.IsPresent ? Bounded(zero.Y + y) : at.Y);
    }

    /// <summary>Keeps sums of hostile steps from overflowing; far beyond what <see cref="Point.IsInRange"/> lets through.</summary>
    private static long Bounded(long value) => Math.Clamp(value, -(1L << 40), 1L << 40);

    private void Cut(in DrillOperation operation)
    {
        var from = at;
        MoveTo(operation);
        if (!down && plunges) return;
        if (path.Count == 0) (pathTool, pathLine) = (operation.Tool, operation.Line);
        if (operation.Kind == DrillOperationKind.Line)
        {
            if (from != at) path.Add(Edge.Line(from, at));
            else if (!plunges) Add(HoleKind.Round, Edge.Line(at, at), operation.Tool, operation.Line);
            return;
        }
        var direction = operation.Kind == DrillOperationKind.ArcClockwise ? ArcDirection.Clockwise : ArcDirection.CounterClockwise;
        var (u, v) = (Raw(operation.U, operation), Raw(operation.V, operation));
        var arc = operation.V.IsPresent ? RoutedArcs.Around(from, at, new Point(u, v), direction)
            : operation.U.IsPresent ? RoutedArcs.WithRadius(from, at, u, direction) : null;
        if (arc is null)
        {
            log?.Warning("drill.bad-arc", operation.Line, "the arc's centre or radius does not fit its ends; taken as a straight line");
            if (from != at) path.Add(Edge.Line(from, at));
            return;
        }
        path.Add(arc.Value);
    }

    private void AddCircle(in DrillOperation operation)
    {
        var radius = Math.Abs(Raw(operation.U, operation));
        if (radius == 0) return;
        var start = new Point(at.X + radius, at.Y);
        Add(HoleKind.Route, Edge.Arc(start, start, at, ArcDirection.CounterClockwise), operation.Tool, operation.Line);
    }

    /// <summary>What one plunge made: a hole where it did not move, a slot where it went straight or along one open arc, else a route.</summary>
    private void EndPath()
    {
        if (path.Count == 0)
        {
            if (down && plunges) Add(HoleKind.Round, Edge.Line(at, at), pathTool, pathLine);
            down = false;
            return;
        }
        if (path.Count == 1 && path[0] is { IsArc: true } arc && arc.Start != arc.End) Add(HoleKind.Slot, arc, pathTool, pathLine);
        else if (RoutedArcs.Straight(path) is { } line) AddSlot(line, pathTool, pathLine);
        else foreach (var edge in path) Add(HoleKind.Route, edge, pathTool, pathLine);
        path.Clear();
        down = false;
    }

    private void AddSlot(Edge line, int tool, int number)
    {
        if (line.Length > ShortestSlot)
        {
            Add(HoleKind.Slot, line, tool, number);
            return;
        }
        var middle = new Point((line.Start.X + line.End.X) / 2, (line.Start.Y + line.End.Y) / 2);
        Add(HoleKind.Round, Edge.Line(middle, middle), tool, number);
    }

    private void Add(HoleKind kind, Edge edge, int tool, int line, Length? diameter = null)
    {
        if (!edge.Start.IsInRange || !edge.End.IsInRange || (edge.IsArc && !edge.Centre.IsInRange))
        {
            log?.Error("drill.out-of-range", line, $"a hole lies more than {Length.FromNanometres(Point.Limit)} from the origin; left out");
            return;
        }
        if (holes.Count >= most)
        {
            full = true;
            return;
        }
        var used = tool >= 0 && tool < program.Tools.Length ? program.Tools[tool] : null;
        if (used is null) log?.Error("drill.no-tool", line, "a hole is made before any tool was chosen; it has no size");
        holes.Add(new Hole(kind, edge, diameter ?? (used is null ? Length.Zero : diameters[tool]), used?.Plating ?? program.Plating,
            program.FromLayer, program.ToLayer, used?.Function ?? HoleFunction.Unstated, program.Path, line));
    }

    private void RepeatLast(in DrillOperation operation)
    {
        EndPath();
        if (holes.Count == 0)
        {
            log?.Warning("drill.repeat-without-hole", operation.Line, "a repeat (R) comes before any hole that it could repeat; it is left out");
            return;
        }
        var last = holes[^1];
        var step = new Point(Raw(operation.X, operation), Raw(operation.Y, operation));
        for (var i = 1; i <= operation.Count && !full; i++)
        {
            at = new Point(Bounded(at.X + step.X), Bounded(at.Y + step.Y));
            var shifted = Shifted(last.Path, new Placing(new Point(Bounded(step.X * i), Bounded(step.Y * i))));
            Copy(last, shifted, operation.Line);
        }
    }

    private void DoPattern(in DrillOperation operation)
    {
        EndPath();
        switch (operation.Kind)
        {
            case DrillOperationKind.PatternStart:
                (patternStart, patternEnd, patternShift) = (holes.Count, -1, Point.Origin);
                break;
            case DrillOperationKind.PatternEnd:
                (patternEnd, patternShift) = (holes.Count, Point.Origin);
                break;
            case DrillOperationKind.PatternRepeat:
                RepeatPattern(operation);
                break;
            case DrillOperationKind.PatternDone:
                (patternStart, patternEnd, patternShift) = (holes.Count, -1, Point.Origin);
                break;
        }
    }

    /// <summary>Without M25 the pattern is everything so far; each repeat goes on from the one before.</summary>
    private void RepeatPattern(in DrillOperation operation)
    {
        if (patternEnd < 0) patternEnd = holes.Count;
        var step = new Point(Raw(operation.X, operation), Raw(operation.Y, operation));
        for (var i = 0; i < operation.Count && !full; i++)
        {
            patternShift = new Point(Bounded(patternShift.X + step.X), Bounded(patternShift.Y + step.Y));
            var placing = new Placing(patternShift, MirrorX: operation.Turn.HasFlag(PatternTurn.MirrorX), MirrorY: operation.Turn.HasFlag(PatternTurn.MirrorY));
            if (patternStart == patternEnd) break;
            for (var index = patternStart; index < patternEnd && !full; index++)
            {
                var edge = operation.Turn.HasFlag(PatternTurn.SwapAxes) ? RoutedArcs.SwapAxes(holes[index].Path) : holes[index].Path;
                Copy(holes[index], Shifted(edge, placing), operation.Line);
            }
        }
    }

    private static Edge Shifted(Edge edge, in Placing placing) => placing.Apply(edge);

    private void Copy(in Hole hole, Edge edge, int line)
    {
        if (!edge.Start.IsInRange || !edge.End.IsInRange)
        {
            if (--copiesLeft < 0) full = true;
            log?.Error("drill.out-of-range", line, $"a repeated hole lies more than {Length.FromNanometres(Point.Limit)} from the origin; left out");
            return;
        }
        if (holes.Count >= most || --copiesLeft < 0) full = true;
        else holes.Add(hole with { Path = edge, Line = line });
    }
}
