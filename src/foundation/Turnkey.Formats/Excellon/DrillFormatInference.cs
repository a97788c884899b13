using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Turnkey.Designs.Boards;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Formats.Excellon;

/// <summary>
/// Finds the number format of a drill file by registration: headers are missing or lie, but holes lie on copper pads and inside the board.
/// The stated format is tried first and kept when it fits; only when it does not are the others tried, and then another origin.
/// </summary>
public static class DrillFormatInference
{
    /// <summary>
    /// Hits this near to a pad's centre, in nanometres, are on it: drill files round to a mil (25 µm) at the coarsest, the pad's centre as well.
    /// </summary>
    private const long OnPad = 50_000;

    /// <summary>Holes may break the edge (castellations, tooling holes in rails): this far outside, in nanometres, still counts as on the board.</summary>
    private const long EdgeAllowance = 2_000_000;

    /// <summary>The share from which the statement is taken without looking at any other format.</summary>
    private const double NearlyAll = 0.95;

    /// <summary>With another origin every match is found, not given, so more must fit.</summary>
    private const double EnoughShifted = 0.85;
    private const int FewestShifted = 6;

    /// <summary>
    /// Origins differ by more than this, in nanometres: nobody sets one so near to another. Holes that all lie beside their pads by less are of another revision or
    /// scale, which the maker must hear of; the figure is an assumption, well above what registration of drill to copper is asked to hold.
    /// </summary>
    private const long NearestOrigin = 300_000;

    /// <summary>The format for each file, in their order. Files with too few hits of their own follow the best registered one that states the same.</summary>
    /// <param name="programs">Drill files of one board.</param>
    /// <param name="padCentres">Centres of copper pads, those of vias included, of all layers; may be empty.</param>
    /// <param name="board">The board's outline; null when not known.</param>
    public static ImmutableArray<DrillRegistration> ChooseAll(IReadOnlyList<ExcellonProgram> programs, IReadOnlyList<Point> padCentres, Box? board)
    {
        var pads = new PointIndex(padCentres.Distinct());
        var chosen = programs.Select(program => Choose(program, pads, board)).ToArray();
        var results = ImmutableArray.CreateBuilder<DrillRegistration>(chosen.Length);
        for (var i = 0; i < chosen.Length; i++)
        {
            results.Add(chosen[i].Confidence >= DrillRegistration.Registered ? chosen[i] : Follow(programs, chosen, i, pads, board));
        }
        return results.MoveToImmutable();
    }

    /// <summary>The format of one file; see <see cref="ChooseAll"/> where there are several.</summary>
    public static DrillRegistration Choose(ExcellonProgram program, IReadOnlyList<Point> padCentres, Box? board) => Choose(program, new PointIndex(padCentres.Distinct()), board);

    private static DrillRegistration Choose(ExcellonProgram program, PointIndex pads, Box? board)
    {
        var trials = new Trials(program, pads, board);
        var stated = trials.Of(program.StatedFormat, Point.Origin);
        if (program.IsEmpty) return new DrillRegistration(program.StatedFormat, Point.Origin, "the file drills nothing", 1);
        if (pads.Points.Count == 0 && board is null) return new DrillRegistration(program.StatedFormat, Point.Origin, "there is no copper and no outline to compare it with", 0.3);
        if (stated.IsGood && stated.OnPads >= NearlyAll * stated.Compared) return stated.Result(program, "as stated");

        // A wrong format can be right for part of the numbers (those without a zero at the omitted end), so a partial fit has to hold against all others.
        var fits = DrillFormatCandidates.Of(program).Select(format => trials.Of(format, Point.Origin)).ToList();
        var best = fits.Where(fit => fit.IsGood && (!stated.IsGood || fit.OnPads > stated.OnPads + (0.05 * stated.Compared))).OrderByDescending(fit => fit.OnPads).ThenByDescending(fit => fit.Inside).FirstOrDefault();
        if (best is not null) return best.Result(program, "found by registration");
        if (stated.IsGood) return stated.Result(program, "as stated");

        foreach (var fit in fits.Prepend(stated))
        {
            if (Shift(trials, fit, pads) is not { } shifted) continue;
            return Point.Distance(shifted.Offset, Point.Origin) >= NearestOrigin
                ? shifted.Result(program, "counted from another origin")
                : fit.Result(program, "as written, though all holes lie beside the pads") with { Beside = shifted.Offset, Confidence = DrillRegistration.Registered };
        }
        if (stated.IsInside) return stated.Result(program, "as stated");
        // No pads speak; then at least the board must hold the holes, and fill a fair part of it.
        best = fits.Where(fit => fit.IsInside && fit.Fills(board)).OrderByDescending(fit => fit.Inside).FirstOrDefault();
        return best is not null ? best.Result(program, "chosen because it fits the board") : stated.Result(program, "as stated, though it does not fit");
    }

    private static DrillRegistration Follow(IReadOnlyList<ExcellonProgram> programs, DrillRegistration[] chosen, int index, PointIndex pads, Box? board)
    {
        var own = programs[index];
        var leader = Enumerable.Range(0, chosen.Length)
            .Where(other => other != index && chosen[other].Compared > 0 && chosen[other].Confidence >= DrillRegistration.Registered && States(programs[other], own))
            .OrderByDescending(other => chosen[other].OnPads).ThenBy(other => other).Select(other => (int?)other).FirstOrDefault();
        if (leader is not { } from) return chosen[index];
        var format = chosen[from].Format with { ToolUnit = chosen[index].Format.ToolUnit ?? chosen[from].Format.ToolUnit };
        var trials = new Trials(own, pads, board);
        var fit = trials.Of(format, chosen[from].Offset);
        // Another origin is its own only where its own holes ask for it: else they would lie off the board, or fewer of them on pads.
        if (fit.Offset != Point.Origin && trials.Of(format, Point.Origin) is { IsInside: true } unmoved && unmoved.OnPads >= fit.OnPads) fit = unmoved;
        if (board is not null && !fit.IsInside) return chosen[index];
        return fit.Result(own, $"as '{programs[from].Path}', which registers") with { Confidence = 0.9 * chosen[from].Confidence };
    }

    /// <summary>Whether two files were evidently written by one program with one setting.</summary>
    private static bool States(ExcellonProgram one, ExcellonProgram other)
    {
        var (a, b) = (one.StatedFormat, other.StatedFormat);
        return one.Census.IsDecimal == other.Census.IsDecimal && one.GenerationSoftware == other.GenerationSoftware &&
            (a.Unit == b.Unit || a.UnitFrom == FormatOrigin.Assumed || b.UnitFrom == FormatOrigin.Assumed) &&
            (a.DigitsFrom == FormatOrigin.Assumed || b.DigitsFrom == FormatOrigin.Assumed || (a.IntegerDigits == b.IntegerDigits && a.DecimalDigits == b.DecimalDigits));
    }

    /// <summary>Looks for the one translation that puts nearly all hits on pads; null when there is none, or more than one.</summary>
    private static Fit? Shift(Trials trials, Fit fit, PointIndex pads)
    {
        if (fit.Compared < FewestShifted || pads.Points.Count < FewestShifted) return null;
        var (spots, around) = (fit.Spots, Box.Of(fit.Spots));
        if (around.Width.Nanometres > pads.Bounds.Width.Nanometres * 1.05 || around.Height.Nanometres > pads.Bounds.Height.Nanometres * 1.05) return null;
        if (around.Width.Nanometres < pads.Bounds.Width.Nanometres * 0.1 && around.Height.Nanometres < pads.Bounds.Height.Nanometres * 0.1) return null;
        var votes = new Dictionary<(long X, long Y), int>();
        foreach (var spot in Sample.Evenly(spots, 48))
        {
            foreach (var pad in Sample.Evenly(pads.Points, 6_000))
            {
                var cell = ((pad.X - spot.X) / OnPad, (pad.Y - spot.Y) / OnPad);
                votes[cell] = votes.GetValueOrDefault(cell) + 1;
            }
        }
        var tried = votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key).Take(6)
            .Select(vote => Refined(new Point(vote.Key.X * OnPad, vote.Key.Y * OnPad), spots, pads))
            .Select(offset => trials.Of(fit.Format, offset)).OrderByDescending(shifted => shifted.OnPads).ToList();
        var best = tried[0];
        if (best.OnPads < EnoughShifted * best.Compared || !best.IsInside) return null;
        var rival = tried.Where(other => Point.Distance(other.Offset, best.Offset) > 2 * OnPad).Select(other => other.OnPads).DefaultIfEmpty().Max();
        return rival > 0.8 * best.OnPads ? null : best;
    }

    /// <summary>The median of what is missing from each hit to its pad.</summary>
    private static Point Refined(Point offset, IReadOnlyList<Point> spots, PointIndex pads)
    {
        var missing = spots.Select(spot => (Spot: spot, Pad: pads.Nearest(spot + offset, OnPad))).Where(pair => pair.Pad >= 0).Select(pair => pads.Points[pair.Pad] - pair.Spot).ToList();
        if (missing.Count == 0) return offset;
        var xs = missing.Select(point => point.X).Order().ToList();
        var ys = missing.Select(point => point.Y).Order().ToList();
        return new Point(xs[xs.Count / 2], ys[ys.Count / 2]);
    }

    /// <summary>Reads one file in many formats; what the readings need is allocated once.</summary>
    private sealed class Trials(ExcellonProgram program, PointIndex pads, Box? board)
    {
        private const int MostCompared = 4_000;

        /// <summary>Holes that one trial of a format makes at most; enough to tell, and a hostile repeat does not cost a million for each format.</summary>
        private const int MostTried = 20_000;

        private readonly Box allowed = board?.Grow(EdgeAllowance) ?? pads.Bounds.Grow(10 * EdgeAllowance);

        /// <summary>Holes that interpretation leaves out because they lie metres away are outside as well.</summary>
        private readonly int wanted = Math.Min(MostTried, program.Operations.Count(operation => operation.Kind is DrillOperationKind.Hit or DrillOperationKind.Slot));

        private readonly List<Hole> holes = [];
        private readonly RoutedOutlines outlines = new();
        private readonly List<Point> places = [];
        private readonly HashSet<Point> seen = [];
        private readonly HashSet<int> hit = [];

        public Fit Of(DrillFormat format, Point offset)
        {
            program.Sample(format, MostTried, holes);
            outlines.Mark(holes);
            places.Clear();
            seen.Clear();
            hit.Clear();
            var inside = 0;
            foreach (ref readonly var hole in CollectionsMarshal.AsSpan(holes))
            {
                var place = Middle(hole) + offset;
                if (allowed.IsEmpty || allowed.Contains(place)) inside++;
                if (hole.Plating != Plating.NonPlated && hole.Kind != HoleKind.Route && seen.Add(place)) places.Add(place);
            }
            var spots = new Point[Math.Min(places.Count, MostCompared)];
            var next = 0;
            foreach (var spot in Sample.Evenly(places, MostCompared))
            {
                // Each pad counts once: in a scale far too small all hits crowd around the one pad at the origin.
                if (pads.Nearest(spot, OnPad) is >= 0 and var pad) hit.Add(pad);
                spots[next++] = spot - offset;
            }
            return new Fit(format, offset, spots, hit.Count, inside, Math.Max(holes.Count, wanted));
        }

        private static Point Middle(in Hole hole) => hole.Path.IsArc ? hole.Path.Start
            : new Point((hole.Path.Start.X + hole.Path.End.X) / 2, (hole.Path.Start.Y + hole.Path.End.Y) / 2);
    }

    /// <summary>How well one reading of the file lies on the board.</summary>
    private sealed record Fit(DrillFormat Format, Point Offset, IReadOnlyList<Point> Spots, int OnPads, int Inside, int All)
    {
        public int Compared => Spots.Count;
        public bool IsInside => Inside >= 0.9 * All;

        /// <summary>A few hits can fall on pads by chance, so of a few nearly all must.</summary>
        public bool IsGood => Compared > 0 && IsInside && OnPads >= (Compared < DrillRegistration.FewestTelling ? 0.99 : DrillRegistration.EnoughOnPads) * Compared;

        /// <summary>The holes span at least a fifth of the board in one direction: a scale ten times too small would not.</summary>
        public bool Fills(Box? board)
        {
            if (board is not { } frame || Spots.Count < 2) return false;
            var around = Box.Of(Spots);
            return around.Width.Nanometres * 5 >= frame.Width.Nanometres || around.Height.Nanometres * 5 >= frame.Height.Nanometres;
        }

        public DrillRegistration Result(ExcellonProgram program, string how)
        {
            var stated = program.StatedFormat;
            var same = Format.Unit == stated.Unit && Format.Zeros == stated.Zeros && Format.IntegerDigits == stated.IntegerDigits && Format.DecimalDigits == stated.DecimalDigits;
            var shift = Offset == Point.Origin ? "" : $", moved by {Offset}";
            var evidence = string.Create(CultureInfo.InvariantCulture,
                $"{how}: {Format}{shift}; {OnPads} of {Compared} hits on copper pads, {Inside} of {All} holes on the board");
            return new DrillRegistration(Format, Offset, evidence, Confidence) { Compared = Compared, OnPads = OnPads, IsOnBoard = IsInside, StatementHolds = same };
        }

        private double Confidence
        {
            get
            {
                if (All == 0) return 0;
                if (!IsGood) return IsInside ? 0.5 : 0.1;
                // The more hits agree, the less it can be chance: 0.8 for a handful, near 1 for hundreds.
                return Compared < DrillRegistration.FewestTelling ? DrillRegistration.Registered - (Compared < 3 ? 0.2 : 0) : DrillRegistration.Registered + (0.2 * OnPads / (Compared + 8));
            }
        }
    }
}
