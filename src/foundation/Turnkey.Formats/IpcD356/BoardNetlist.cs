using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

/// <summary>
/// The netlist that the copper of a board makes, for the tester of bare boards: every hole with its tool, every land that can be probed, and the net
/// there. Nets and pins are called as the board's own netlist calls them where the copper is equal to it, else as the features say (X2), else numbered.
/// Where features contradict the copper, each land keeps the name that its feature gives it: the tester is to find what was meant.
/// </summary>
public static class BoardNetlist
{
    /// <summary>Chord error of the outline's arcs, in nanometres.</summary>
    private const double ChordError = 5_000;

    /// <summary>What six digits hold.</summary>
    private const long MostPlace = 999_999_000;

    /// <summary>What four digits hold, in micrometres and in ten-thousandths of an inch.</summary>
    private const long MostMetric = 9_999_000, MostInch = 9_999 * 2_540;

    /// <param name="board">With copper.</param>
    /// <param name="nets">Its nets.</param>
    /// <returns>
    /// Net by net, in the coordinates of the board; in micrometres where places and sizes fit, else in ten-thousandths of an inch. Sizes that do not fit either are left away.
    /// </returns>
    public static IpcNetlist Of(Board board, TracedNets nets)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(nets);
        var given = nets.Comparison is { HasEqualNets: true } equal && board.Netlist is { } netlist && equal.Netlist == netlist.Source ? new GivenPoints(netlist, equal.Offset) : null;
        var places = TestPlaces.Of(board, nets);
        var meant = new Dictionary<TestPlace, TestPoint>(ReferenceEqualityComparer.Instance);
        if (given is not null)
        {
            foreach (var place in places)
            {
                if (given.At(place) is { } point) meant[place] = point;
            }
            foreach (var (point, place) in given.Left(places, board, nets).ToArray())
            {
                places = places.Add(place);
                meant[place] = point;
            }
        }
        var names = new TestNames(nets.Nets, places, meant);
        return Of(board, places.Select(place => Record(place, names, meant.GetValueOrDefault(place))));
    }

    /// <param name="board">Whose they are.</param>
    /// <param name="points">Records in the coordinates of the board, in any order: those to be tested.</param>
    /// <returns>As the other.</returns>
    public static IpcNetlist Of(Board board, IEnumerable<NetlistRecord> points)
    {
        ArgumentNullException.ThrowIfNull(board);
        ImmutableArray<NetlistRecord> records = [.. points.OrderBy(record => record, Order)];
        ImmutableArray<NetlistOutline> outline = board.Outline is { } edge
            ? [new NetlistOutline(NetlistOutlineKind.BoardEdge, null, [.. edge.Boundaries.Concat(edge.Cutouts).Select(Path)], 0)]
            : [];
        return new IpcNetlist("", board.Name, Fitting(records, out var unit), []) { Unit = unit, Outline = outline, Version = "IPC-D-356A" };
    }

    /// <summary>Net by net, pins before vias, what is connected to nothing last: the same whatever order the drill files have.</summary>
    private static Comparer<NetlistRecord> Order { get; } = Comparer<NetlistRecord>.Create((a, b) =>
    {
        var order = (a.Net.Length == 0).CompareTo(b.Net.Length == 0);
        if (order == 0) order = string.CompareOrdinal(a.Net, b.Net);
        if (order == 0) order = a.MidPoint.CompareTo(b.MidPoint);
        if (order == 0) order = string.CompareOrdinal(a.Component, b.Component);
        if (order == 0) order = a.Pin.Length.CompareTo(b.Pin.Length);
        if (order == 0) order = string.CompareOrdinal(a.Pin, b.Pin);
        if (order == 0) order = a.At.X.CompareTo(b.At.X);
        return order != 0 ? order : a.At.Y.CompareTo(b.At.Y);
    });

    private static NetlistRecord Record(TestPlace place, TestNames names, TestPoint? meant)
    {
        // What the features say is whole; a netlist may have cut it off.
        var (component, pin) = place.Component.Length > 0 || meant is null ? (place.Component, place.Pin) : (meant.Component, meant.Pin);
        if (component.Length == 0 && place.IsVia) component = "VIA";
        var hole = place.Hole > Length.Zero ? place.Hole : null;
        return new NetlistRecord(place.Feature, names.Of(place), component, pin, place.At, hole, place.Plating, place.Access, names.IsMiddle(place), place.Width, place.Height, 0, place.SolderMask, 0)
        {
            FromLayer = place.FromLayer,
            ToLayer = place.ToLayer,
        };
    }

    private static ImmutableArray<Point> Path(Contour contour)
    {
        var corners = contour.Flatten(ChordError);
        return [.. corners, corners[0]];
    }

    private static ImmutableArray<NetlistRecord> Fitting(ImmutableArray<NetlistRecord> records, out NetlistUnit unit)
    {
        var metric = records.All(record => Math.Abs(record.At.X) <= MostPlace && Math.Abs(record.At.Y) <= MostPlace && Largest(record) <= MostMetric);
        unit = metric ? NetlistUnit.Micrometre : NetlistUnit.TenThousandthInch;
        return metric ? records : [.. records.Select(record => Largest(record) <= MostInch ? record : record with { Width = null, Height = null })];
    }

    private static long Largest(NetlistRecord record) =>
        Math.Max(record.HoleDiameter?.Nanometres ?? 0, Math.Max(record.Width?.Nanometres ?? 0, record.Height?.Nanometres ?? 0));
}
