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
    private const double Better = 0.2;

    /// <summary>By how much a less likely mistake must fit better than a likelier one.</summary>
    private const double Clearly = 0.05;

    /// <summary>Below this share nothing is known for certain, and it is said.</summary>
    private const double Doubtful = 0.25;

    /// <summary>Fewer parts than these prove nothing about a side.</summary>
    private const int FewestParts = 3;

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

    /// <summary>The file's placements in the board's coordinates, as written where they fit, else in the best frame that the copper proves.</summary>
    private static IReadOnlyList<Placement> Fit(CentroidReading reading, PlacementFrame frame, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var own = reading.Placements;
        var written = Fits(own, frame);
        if (written.Worst >= Believed) return own;
        (string What, string Code, IReadOnlyList<Placement> Placements, double Share)? best = null;
        foreach (var (what, code, placements) in Frames(reading, frame))
        {
            var share = Fits(placements, frame).Mean;
            // The likelier mistake comes first: a later one must fit clearly better.
            if (best is null || share > best.Value.Share + Clearly) best = (what, code, placements, share);
            if (best.Value.Share + Clearly >= 1) break;
        }
        var (file, row) = (own[0].Source, own[0].Row);
        if (best is { } found && found.Share >= Proven && found.Share >= written.Mean + Better)
        {
            var moved = found.Placements.Zip(own).FirstOrDefault(pair => pair.First != pair.Second).Second ?? own[0];
            diagnostics.Add(Diagnostic.Warning(found.Code, file, moved.Row, FormattableString.Invariant(
                $"the positions do not fit the copper as written ({written.Mean:P0} of the parts stand between their pads) but do {found.What} ({found.Share:P0}); corrected so. Confirm it")));
            return found.Placements;
        }
        if (written.Mean < Doubtful && own.Length >= FewestParts)
        {
            diagnostics.Add(Diagnostic.Warning("centroid.frame-doubtful", file, row, FormattableString.Invariant(
                $"only {written.Mean:P0} of the parts stand between their pads as written, and no other origin, unit or side fits better; check the centroid file against the Gerbers")));
        }
        return own;
    }

    /// <summary>The ways in which centroid files are wrong, the likeliest first.</summary>
    private static IEnumerable<(string What, string Code, IReadOnlyList<Placement> Placements)> Frames(CentroidReading reading, PlacementFrame frame)
    {
        var units = reading.UnitState is UnitState.Assumed or UnitState.ByTool ? Enum.GetValues<CoordinateUnit>().Where(unit => unit != reading.Unit).ToArray() : [];
        foreach (var list in units.Select(unit => reading.WithUnit(unit, "the copper").Placements).Where(list => list.Length == reading.Placements.Length && frame.Spans(list)).Prepend(reading.Placements))
        {
            var another = list != reading.Placements;
            var unit = another ? " in another unit" : "";
            if (another) yield return ("in another unit", "centroid.unit", list);
            if (frame.FindOffset(list) is { } offset) yield return ($"with the origin moved by {offset}{unit}", another ? "centroid.unit" : "centroid.origin-differs", Move(list, offset));
            var (top, bottom) = (On(Side.Top, list), On(Side.Bottom, list));
            if (bottom.IsEmpty) continue;
            var topOffset = top.IsEmpty ? null : frame.FindOffset(top);
            var seen = Mirror(bottom);
            if (frame.FindOffset(seen) is { } turned)
            {
                yield return ($"with the bottom side mirrored back and moved by {turned}{unit}", "centroid.bottom-mirrored", Merge(list, Move(top, topOffset ?? Point.Origin), Move(seen, turned)));
            }
            if (!top.IsEmpty && frame.FindOffset(bottom) is { } below)
            {
                yield return ($"with the top moved by {topOffset ?? Point.Origin} and the bottom by {below}{unit}", "centroid.origin-differs", Merge(list, Move(top, topOffset ?? Point.Origin), Move(bottom, below)));
            }
        }
        ImmutableArray<Placement> swapped = [.. reading.Placements.Select(placement => placement with { Side = placement.Side == Side.Top ? Side.Bottom : Side.Top })];
        yield return ("on the other side of the board", "centroid.side-swapped", swapped);
        if (frame.FindOffset(swapped) is { } other) yield return ($"on the other side of the board and moved by {other}", "centroid.side-swapped", Move(swapped, other));
    }

    /// <summary>Shares of the parts on their lands: the mean and the worst over the sides that have enough parts to tell, else over all.</summary>
    private static (double Mean, double Worst) Fits(IReadOnlyList<Placement> placements, PlacementFrame frame)
    {
        var parts = placements.Where(placement => !Reconciliation.PartsReconciliation.IsNoPart(placement.Designator)).ToArray();
        if (parts.Length == 0) return (1, 1);
        double[] sides = [.. parts.GroupBy(placement => placement.Side).Where(side => side.Count() >= FewestParts).Select(side => frame.Share([.. side]))];
        return sides.Length == 0 ? (frame.Share(parts), frame.Share(parts)) : (sides.Average(), sides.Min());
    }

    /// <summary>The moved sides back in the order of the file.</summary>
    private static IReadOnlyList<Placement> Merge(ImmutableArray<Placement> order, IEnumerable<Placement> top, IEnumerable<Placement> bottom)
    {
        var tops = new Queue<Placement>(top);
        var bottoms = new Queue<Placement>(bottom);
        return [.. order.Select(placement => (placement.Side == Side.Top ? tops : bottoms).Dequeue())];
    }

    private static ImmutableArray<Placement> On(Side side, ImmutableArray<Placement> placements) => [.. placements.Where(placement => placement.Side == side)];

    private static IReadOnlyList<Placement> Move(IEnumerable<Placement> placements, Point offset) => [.. placements.Select(placement => placement with { At = placement.At + offset })];

    private static ImmutableArray<Placement> Mirror(IEnumerable<Placement> placements) => [.. placements.Select(placement => placement with { At = new Point(-placement.At.X, placement.At.Y) })];
}
