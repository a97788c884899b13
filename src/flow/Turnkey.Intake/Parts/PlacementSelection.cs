using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Formats.Centroids;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Intake.Parts;

/// <summary>
/// Brings the placements of all centroid files into the board's coordinates: unions top and bottom files, drops second forms of the same list,
/// and mends unit, origin, mirrored bottom and swapped sides where the copper proves them wrong.
/// </summary>
internal static class PlacementSelection
{
    /// <summary>A frame is believed as it is from this share of placements on their lands.</summary>
    private const double Believed = 0.5;

    /// <summary>A mended frame must reach this share, and clearly more than the file's own.</summary>
    private const double Proven = 0.6;
    private const double Better = 0.25;

    public static (ImmutableArray<Placement> Placements, ImmutableArray<Diagnostic> Diagnostics) Select(IReadOnlyList<CentroidReading> readings, Board? board)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var frame = board is null ? null : new PlacementFrame(board);
        var placements = new List<Placement>();
        var known = new HashSet<Designator>();
        // Surest first; of equals the longer list.
        foreach (var reading in readings.OrderByDescending(reading => Math.Round(reading.Confidence, 1)).ThenByDescending(reading => reading.Placements.Length)
            .ThenBy(reading => reading.Placements.FirstOrDefault()?.Source ?? "", StringComparer.Ordinal))
        {
            if (reading.Placements.IsEmpty)
            {
                diagnostics.AddRange(reading.Diagnostics);
                continue;
            }
            var own = ImmutableArray.CreateBuilder<Diagnostic>();
            var list = frame is { HasLands: true } ? Fit(reading, frame, own) : [.. reading.Placements];
            var fresh = list.Where(placement => !known.Contains(placement.Designator)).ToArray();
            var shared = list.Count - fresh.Length;
            if (shared > 0 && fresh.Length * 2 <= list.Count)
            {
                // Another form of the same list: what it adds must at least be on the board to be believed.
                fresh = [.. fresh.Where(placement => board?.Outline is not { } outline || outline.Bounds.Contains(placement.At))];
                diagnostics.Add(fresh.Length == 0
                    ? Diagnostic.Info("centroid.second-list", list[0].Source, 0, $"a second list of the same positions; {placements[0].Source} is used")
                    : Diagnostic.Info("centroid.lists-merged", list[0].Source, 0, $"{DesignatorList.Format(fresh.Select(placement => placement.Designator))} only here; the others also in {placements[0].Source}, which is used for them"));
            }
            else
            {
                diagnostics.AddRange(reading.Diagnostics.Select(diagnostic => Confirmed(diagnostic, list, frame, own)));
                diagnostics.AddRange(own);
            }
            placements.AddRange(shared > 0 ? fresh : list);
            known.UnionWith(fresh.Select(placement => placement.Designator));
        }
        return ([.. placements], diagnostics.ToImmutable());
    }

    /// <summary>An assumed unit that puts the parts between their pads is no assumption any more.</summary>
    private static Diagnostic Confirmed(Diagnostic diagnostic, IReadOnlyList<Placement> list, PlacementFrame? frame, ImmutableArray<Diagnostic>.Builder corrections)
    {
        if (diagnostic.Code != "centroid.unit-assumed" || frame is null || corrections.Any(one => one.Code is "centroid.unit" or "centroid.frame-doubtful") || frame.Share(list) < Believed) return diagnostic;
        return Diagnostic.Info("centroid.unit-confirmed", diagnostic.File, diagnostic.Line, $"{diagnostic.Message}; the copper confirms it");
    }

    private static List<Placement> Fit(CentroidReading reading, PlacementFrame frame, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var fitted = new List<Placement>();
        foreach (var side in reading.Placements.GroupBy(placement => placement.Side).OrderBy(group => group.Key))
        {
            fitted.AddRange(FitSide([.. side], reading, frame, fitted, diagnostics));
        }
        var order = reading.Placements.Select((placement, i) => (placement.Row, i)).ToDictionary(pair => pair.Row, pair => pair.i);
        return [.. fitted.OrderBy(placement => order.GetValueOrDefault(placement.Row))];
    }

    private static IReadOnlyList<Placement> FitSide(
        ImmutableArray<Placement> own, CentroidReading reading, PlacementFrame frame, List<Placement> fitted, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var tested = own.Where(placement => !Reconciliation.PartsReconciliation.IsNoPart(placement.Designator)).ToArray();
        if (tested.Length == 0) return own;
        var share = frame.Share(tested);
        if (share >= Believed) return own;
        var side = own[0].Side;
        var place = (own[0].Source, own[0].Row);

        foreach (var (what, code, moved) in Readings(own, tested, reading, frame))
        {
            var test = moved.Where(placement => !Reconciliation.PartsReconciliation.IsNoPart(placement.Designator)).ToArray();
            var reached = frame.Share(test);
            if (reached < Proven || reached < share + Better) continue;
            diagnostics.Add(Diagnostic.Warning(code, place.Source, place.Row, FormattableString.Invariant(
                $"the {(side == Side.Bottom ? "bottom" : "top")} positions do not fit the copper as written ({share:P0} of the parts stand between their pads) but do {what} ({reached:P0}); corrected so. Confirm it")));
            return moved;
        }
        if (share < 0.25 && tested.Length >= 5 && !fitted.Exists(placement => placement.Source == place.Source))
        {
            diagnostics.Add(Diagnostic.Warning("centroid.frame-doubtful", place.Source, place.Row, FormattableString.Invariant(
                $"only {share:P0} of the parts stand between their pads as written, and no other origin, unit or side fits better; check the centroid file against the Gerbers")));
        }
        return own;
    }

    /// <summary>The ways in which centroid files are wrong, the likeliest first.</summary>
    private static IEnumerable<(string What, string Code, IReadOnlyList<Placement> Placements)> Readings(
        ImmutableArray<Placement> own, Placement[] tested, CentroidReading reading, PlacementFrame frame)
    {
        var units = new[] { own }.Concat(reading.UnitState is UnitState.Assumed or UnitState.ByTool
            ? Enum.GetValues<CoordinateUnit>().Where(unit => unit != reading.Unit).Select(unit => On(own[0].Side, reading.WithUnit(unit, "the copper"))) : []).ToArray();
        for (var i = 0; i < units.Length; i++)
        {
            var list = units[i];
            var unit = i == 0 ? "" : " in another unit";
            if (i > 0) yield return ("in another unit", "centroid.unit", list);
            if (frame.FindOffset(list) is { } offset) yield return ($"with the origin moved by {offset}{unit}", i == 0 ? "centroid.origin-differs" : "centroid.unit", Move(list, offset));
            if (own[0].Side == Side.Bottom)
            {
                var mirrored = Mirror(list);
                if (frame.FindOffset(mirrored) is { } turned) yield return ($"with the bottom side mirrored back and moved by {turned}{unit}", "centroid.bottom-mirrored", Move(mirrored, turned));
            }
        }
        ImmutableArray<Placement> swapped = [.. own.Select(placement => placement with { Side = placement.Side == Side.Top ? Side.Bottom : Side.Top })];
        // A symmetric board fits both ways; only what does not stand on its own side at all is swapped.
        if (frame.Share(tested) < 0.2) yield return ("on the other side of the board", "centroid.side-swapped", swapped);
    }

    private static ImmutableArray<Placement> On(Side side, CentroidReading reading) => [.. reading.Placements.Where(placement => placement.Side == side)];

    private static IReadOnlyList<Placement> Move(IEnumerable<Placement> placements, Point offset) => [.. placements.Select(placement => placement with { At = placement.At + offset })];

    private static ImmutableArray<Placement> Mirror(IEnumerable<Placement> placements) => [.. placements.Select(placement => placement with { At = new Point(-placement.At.X, placement.At.Y) })];
}
