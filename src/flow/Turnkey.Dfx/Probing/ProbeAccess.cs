using System.Collections.Frozen;
using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Probing;

/// <summary>
/// Where the nets of a board can be probed, from which side and how. Access says what can be reached, not what would be found: it is no fault coverage.
/// </summary>
internal sealed class ProbeAccess
{
    private ProbeAccess(ImmutableArray<int> nets, ImmutableArray<ProbeTarget> targets, Length nailSize, Length flyingSize)
    {
        Nets = nets;
        Targets = targets;
        NailSize = nailSize;
        FlyingSize = flyingSize;
        ByNet = targets.GroupBy(target => target.Net).ToFrozenDictionary(group => group.Key, group => group.OrderBy(target => target.Order).ToImmutableArray());
    }

    /// <summary>Nets that join two pins or more, by index: there is nothing to be measured between the others.</summary>
    public ImmutableArray<int> Nets { get; }

    /// <summary>Of those nets, of any size.</summary>
    public ImmutableArray<ProbeTarget> Targets { get; }

    /// <summary>Each net's targets, the best first.</summary>
    public FrozenDictionary<int, ImmutableArray<ProbeTarget>> ByNet { get; }

    /// <summary>Smallest target of a nail; zero where nobody says.</summary>
    public Length NailSize { get; }

    /// <summary>Smallest target of a flying probe; zero where nobody says.</summary>
    public Length FlyingSize { get; }

    public ImmutableArray<ProbeTarget> Of(int net) => ByNet.GetValueOrDefault(net, []);

    public bool HasNail(int net, Side? side = null) => Of(net).Any(target => target.IsForNails && target.Size >= NailSize - Limit.Slack && (side is null || target.Side == side));

    public bool HasFlying(int net, Side? side = null) => Of(net).Any(target => target.Size >= FlyingSize - Limit.Slack && (side is null || target.Side == side));

    /// <summary>For each net the target that a bed of nails would take, in the order of the nets: of the better side, else of the other.</summary>
    public IEnumerable<ProbeTarget> Nails()
    {
        var side = Nets.Count(net => HasNail(net, Side.Top)) > Nets.Count(net => HasNail(net, Side.Bottom)) ? Side.Top : Side.Bottom;
        foreach (var net in Nets)
        {
            var nails = Of(net).Where(target => target.IsForNails && target.Size >= NailSize - Limit.Slack).ToArray();
            if ((Array.Find(nails, target => target.Side == side) ?? nails.FirstOrDefault()) is { } nail) yield return nail;
        }
    }

    /// <param name="design">With copper.</param>
    /// <param name="demands">How large targets have to be.</param>
    public static ProbeAccess Of(CheckedDesign design, Demands demands)
    {
        var pins = new Dictionary<int, HashSet<(long, long)>>();
        foreach (var pad in design.Faces.SelectMany(face => face.Pads))
        {
            if (pad.Kind is not (PadKind.Surface or PadKind.ThroughHole) || !design.IsConnected(pad.Net)) continue;
            if (!pins.TryGetValue(pad.Net, out var places)) pins[pad.Net] = places = [];
            // A leaded pin has a pad on either side, and is one.
            places.Add(pad.Kind == PadKind.ThroughHole ? (pad.At.X, pad.At.Y) : (pad.At.X, pad.At.Y + (pad.IsTop ? 0 : 1)));
        }
        var nets = pins.Where(pair => pair.Value.Count > 1).Select(pair => pair.Key).Order().ToImmutableArray();
        var wanted = nets.ToHashSet();
        var sides = PartSides(design);
        ImmutableArray<ProbeTarget> targets = [.. design.Faces.SelectMany(face => face.Pads.Where(pad => wanted.Contains(pad.Net)).Select(pad => Target(face, pad, sides)).OfType<ProbeTarget>())];
        return new ProbeAccess(nets, targets, demands.Reach(DesignRule.Of("probe-size"))?.Length ?? Length.Zero, demands.Reach(DesignRule.Of("flying-probe-size"))?.Length ?? Length.Zero);
    }

    private static ProbeTarget? Target(FaceOfBoard face, Pad pad, Dictionary<string, Side> sides)
    {
        if (pad.Kind == PadKind.Fiducial) return null;
        // Without a layer that says it, vias are taken to be covered: they mostly are.
        if (face.Mask is null ? pad.Kind == PadKind.Via : pad.Opening < 0) return null;
        // The body of a leaded part stands on its pins.
        if (pad.Kind == PadKind.ThroughHole && pad.Name is { } name && sides.TryGetValue(name.Component, out var side) && side == face.Side) return null;
        var bounds = PartBox.Drawn(pad);
        var within = Math.Max(bounds.Width.Nanometres, bounds.Height.Nanometres) / 2d;
        var depth = LayerProbe.Circle(Drawn(pad), pad.At, within);
        // Pads that are drawn with their hole left out.
        if (depth == 0 && pad.Hole is not null) depth = Math.Min(bounds.Width.Nanometres, bounds.Height.Nanometres) / 2d;
        if (face.Mask is { } mask) depth = Math.Min(depth, LayerProbe.Circle(Openings(mask, pad.At), pad.At, within));
        var size = Length.FromNanometres((long)Math.Round(2 * depth));
        return size > Length.Zero ? new ProbeTarget(pad, face.Side, size) : null;
    }

    /// <summary>All pieces that one pad is drawn with. What else is copper around it belongs to no target.</summary>
    private static List<Primitive> Drawn(Pad pad)
    {
        var pieces = new List<Primitive>();
        foreach (var i in pad.Sheet.Index.Overlapping(PartBox.Drawn(pad)))
        {
            if (pad.Sheet.Pieces[i].Feature == pad.Feature) pieces.Add(pad.Sheet.Pieces[i].Primitive);
        }
        return pieces;
    }

    /// <summary>The pieces of the opening over a place, and those that lie over it together with them.</summary>
    private static List<Primitive> Openings(DrawnSheet mask, Point at)
    {
        var (pieces, islands) = (new List<Primitive>(), new HashSet<int>());
        foreach (var i in mask.Index.Overlapping(new Box(at.X, at.Y, at.X, at.Y)))
        {
            if (mask.Pieces[i].Primitive.Contains(at)) islands.Add(mask.Pieces[i].Island);
        }
        var near = Box.Empty;
        foreach (var i in mask.Index.Overlapping(new Box(at.X, at.Y, at.X, at.Y))) near = near.Join(mask.Pieces[i].Primitive.Bounds);
        foreach (var i in mask.Index.Overlapping(near))
        {
            if (islands.Contains(mask.Pieces[i].Island)) pieces.Add(mask.Pieces[i].Primitive);
        }
        return pieces;
    }

    private static Dictionary<string, Side> PartSides(CheckedDesign design)
    {
        var sides = new Dictionary<string, Side>(StringComparer.Ordinal);
        foreach (var placement in design.Assembly.Placements) sides[placement.Designator.ToString()] = placement.Side;
        return sides;
    }
}
