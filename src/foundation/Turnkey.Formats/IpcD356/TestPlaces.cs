using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

/// <summary>
/// Finds what a tester can probe: all holes; then, side by side, the lands of parts. A land is a flash on outer copper without a hole in it that says it is
/// a pad or, where it says nothing, that the solder mask leaves open; and copper in the middle of an opening that no flash explains (pads drawn as areas).
/// </summary>
internal sealed class TestPlaces
{
    /// <summary>A land this near to a hole is the hole's.</summary>
    private const long SameHole = 25_000;

    /// <summary>An opening whose middle is this near to a land is that land's.</summary>
    private const long SameLand = 50_000;

    private readonly Board board;
    private readonly TracedNets nets;
    private readonly Layer[] copper;
    private readonly PointIndex holes;
    private readonly Dictionary<Side, FeatureIndex?> masks;
    private readonly ImmutableArray<TestPlace>.Builder places = ImmutableArray.CreateBuilder<TestPlace>();

    private TestPlaces(Board board, TracedNets nets)
    {
        this.board = board;
        this.nets = nets;
        copper = [.. board.Copper];
        holes = new PointIndex(board.Holes.Select(hole => hole.Path.Middle));
        masks = new Dictionary<Side, FeatureIndex?> { [Side.Top] = Mask(Side.Top), [Side.Bottom] = Mask(Side.Bottom) };
    }

    private int LayerCount => Math.Max(board.CopperLayers, 1);

    /// <summary>Holes in the board's order, then the lands of the top, then those of the bottom.</summary>
    public static ImmutableArray<TestPlace> Of(Board board, TracedNets nets)
    {
        var finding = new TestPlaces(board, nets);
        var lands = finding.LandsOfHoles();
        for (var i = 0; i < board.Holes.Length; i++)
        {
            if (board.Holes[i].Kind != HoleKind.Route && board.Holes[i].Function != HoleFunction.BackDrill) finding.places.Add(finding.OfHole(i, lands.GetValueOrDefault(i)));
        }
        for (var layer = 0; layer < finding.copper.Length; layer++)
        {
            if (finding.IsOuter(layer)) finding.AddLands(layer);
        }
        return finding.places.ToImmutable();
    }

    private int NumberOf(int layer) => copper[layer].CopperLayer ?? layer + 1;

    private bool IsOuter(int layer) => NumberOf(layer) == 1 || NumberOf(layer) == board.CopperLayers;

    /// <summary>The only layer of a board is on the side that it says.</summary>
    private Side SideOf(int layer) => board.CopperLayers == 1 ? copper[layer].Side ?? Side.Top : NumberOf(layer) == 1 ? Side.Top : Side.Bottom;

    private FeatureIndex? Mask(Side side) => board.Find(LayerRole.SolderMask, side) is { } layer ? new FeatureIndex(layer.Image) : null;

    /// <summary>Null where there is no mask layer on that side.</summary>
    private bool? IsOpen(Side side, Point at) => masks[side] is { } mask ? mask.Covers(at) != board.Find(LayerRole.SolderMask, side)!.Negative : null;

    /// <summary>Of each hole the flash around it that says most: one with a pin, else one with a net, else the first, outer layers first.</summary>
    private Dictionary<int, (FeatureAttributes Says, PadShape? Outer)> LandsOfHoles()
    {
        var lands = new Dictionary<int, (FeatureAttributes Says, PadShape? Outer)>();
        foreach (var layer in Enumerable.Range(0, copper.Length).OrderBy(layer => !IsOuter(layer)).ThenBy(layer => layer))
        {
            var image = copper[layer].Image;
            // Flashes on top of each other say the same.
            var seen = new HashSet<(Point, int)>();
            foreach (var feature in image.Features)
            {
                if (feature is not { Kind: FeatureKind.Flash, Dark: true } || !seen.Add((feature.Start, feature.Attributes))) continue;
                var says = image.Attributes[feature.Attributes];
                if (IsSurface(says)) continue;
                foreach (var hole in holes.Within(feature.Start, SameHole))
                {
                    if (!Passes(board.Holes[hole], NumberOf(layer))) continue;
                    var outer = IsOuter(layer) ? image.Shapes[feature.Shape] : null;
                    if (!lands.TryGetValue(hole, out var known)) lands[hole] = (says, outer);
                    else lands[hole] = (Telling(says) > Telling(known.Says) ? says : known.Says, known.Outer ?? outer);
                }
            }
        }
        return lands;

        static int Telling(FeatureAttributes says) => (says.Pin is { Length: > 0 } ? 2 : 0) + (says.Net is { Length: > 0 } ? 1 : 0);
    }

    private TestPlace OfHole(int index, (FeatureAttributes Says, PadShape? Outer) land)
    {
        var hole = board.Holes[index];
        var at = hole.Path.Middle;
        var net = nets.Nets.HoleNets[index];
        var place = new TestPlace(NetlistFeature.ThroughHole, net, at) { Hole = hole.Diameter, Plating = Plating.Plated, Access = 0, SolderMask = MaskOver(at) };
        if (hole.Plating == Plating.NonPlated || (hole.Plating == Plating.Unknown && net < 0)) return place with { Feature = NetlistFeature.ToolingHole, Net = -1, Plating = Plating.NonPlated };
        if (land.Says is { } says) place = Stated(place, says);
        place = place with { IsVia = hole.Function == HoleFunction.Via || (hole.Function == HoleFunction.Unstated && land.Says?.Function == FeatureFunction.ViaPad) };
        var (from, to) = Span(hole);
        if (from > 1 || to < LayerCount)
        {
            return place with { Feature = NetlistFeature.BlindOrBuried, FromLayer = from, ToLayer = to, Access = from == 1 ? 1 : to == LayerCount ? to : null, SolderMask = null };
        }
        return land.Outer is { } pad ? Sized(place, pad) : place;
    }

    private (int From, int To) Span(in Hole hole)
    {
        var (from, to) = (hole.FromLayer ?? 1, hole.ToLayer ?? LayerCount);
        return (Math.Min(from, to), Math.Max(from, to));
    }

    private bool Passes(in Hole hole, int number)
    {
        var (from, to) = Span(hole);
        return number >= from && number <= to;
    }

    private int? MaskOver(Point at) => (IsOpen(Side.Top, at), IsOpen(Side.Bottom, at)) is ({ } top, { } bottom) ? (top ? 0 : 1) + (bottom ? 0 : 2) : null;

    private void AddLands(int layer)
    {
        var side = SideOf(layer);
        var access = side == Side.Top ? 1 : Math.Max(2, LayerCount);
        var first = places.Count;
        var seen = new Dictionary<Point, int>();
        var pins = new HashSet<(Point, string, string)>();
        var image = copper[layer].Image;
        foreach (var feature in image.Features)
        {
            if (feature is not { Kind: FeatureKind.Flash, Dark: true }) continue;
            var says = image.Attributes[feature.Attributes];
            var open = IsOpen(side, feature.Start);
            // A via in the middle of a surface-mount land leaves it the land that it is.
            if (!IsLand(says, open) || (!IsSurface(says) && IsHoles(feature.Start, NumberOf(layer)))) continue;
            var net = nets.NetAt(layer, feature.Start);
            if (net < 0) continue;
            var place = Sized(Stated(new TestPlace(NetlistFeature.SurfacePad, net, feature.Start), says), image.Shapes[feature.Shape]) with
            {
                Access = access,
                SolderMask = open is null ? null : open.Value ? 0 : side == Side.Top ? 1 : 2,
            };
            // Two flashes on one place are one land: what either says, and the size of the larger. Two pins on it (as of USB-C receptacles) are two records.
            if (seen.TryGetValue(feature.Start, out var before) && (place.Pin.Length == 0 || places[before].Pin.Length == 0 || IsSamePin(place, places[before]))) places[before] = Joined(places[before], place);
            else if (pins.Add((feature.Start, place.Component, place.Pin)))
            {
                seen.TryAdd(feature.Start, places.Count);
                places.Add(place);
            }
        }
        AddOpened(layer, side, access, first);
    }

    /// <summary>Copper in the middle of an opening of the solder mask.</summary>
    private void AddOpened(int layer, Side side, int access, int first)
    {
        if (board.Find(LayerRole.SolderMask, side) is not { Negative: false, Image: var mask }) return;
        var lands = new PointIndex(places.Skip(first).Select(place => place.At));
        var seen = new HashSet<Point>();
        foreach (var feature in mask.Features)
        {
            if (feature.Kind == FeatureKind.Stroke || !feature.Dark) continue;
            var at = feature.Kind == FeatureKind.Flash ? feature.Start : mask.Areas[feature.Shape].Bounds.Centre;
            if (lands.Any(at, SameLand) || IsHoles(at, NumberOf(layer)) || !seen.Add(at)) continue;
            if (IsOpen(side, at) != true || nets.NetAt(layer, at) is not (>= 0 and var net)) continue;
            places.Add(new TestPlace(NetlistFeature.SurfacePad, net, at) { Access = access, SolderMask = 0 });
        }
    }

    private bool IsHoles(Point at, int number)
    {
        foreach (var hole in holes.Within(at, SameHole))
        {
            if (Passes(board.Holes[hole], number) && board.Holes[hole].Kind != HoleKind.Route) return true;
        }
        return false;
    }

    private static bool IsSurface(FeatureAttributes says) =>
        says.Function is FeatureFunction.SurfacePad or FeatureFunction.BallPad or FeatureFunction.HeatsinkPad or FeatureFunction.ConnectorPad;

    private static bool IsLand(FeatureAttributes says, bool? open) => IsSurface(says) || says.Function switch
    {
        FeatureFunction.TestPad => true,
        FeatureFunction.Unstated or FeatureFunction.ThroughHolePad or FeatureFunction.CastellatedPad or FeatureFunction.OtherPad => open ?? true,
        _ => false,
    };

    private static TestPlace Stated(TestPlace place, FeatureAttributes says) => place with
    {
        StatedNet = says.Net ?? "",
        Component = says.Component ?? "",
        Pin = says.Pin ?? "",
    };

    private static TestPlace Sized(TestPlace place, PadShape shape)
    {
        var (width, height) = (shape.Bounds.Width, shape.Bounds.Height);
        return width > Length.Zero && height > Length.Zero ? place with { Width = width, Height = shape.Kind == PadShapeKind.Circle ? null : height } : place;
    }

    private static bool IsSamePin(TestPlace one, TestPlace other) =>
        string.Equals(one.Component, other.Component, StringComparison.Ordinal) && string.Equals(one.Pin, other.Pin, StringComparison.Ordinal);

    private static TestPlace Joined(TestPlace one, TestPlace other)
    {
        var larger = Size(other) > Size(one) ? other : one;
        var telling = one.Pin.Length > 0 || (one.StatedNet.Length > 0 && other.Pin.Length == 0) ? one : other;
        return telling with { Width = larger.Width, Height = larger.Height };

        static double Size(TestPlace place) => (place.Width?.Millimetres ?? 0) * ((place.Height ?? place.Width)?.Millimetres ?? 0);
    }
}
