using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>Makes nets of traced copper: counts what is on each, and gives it its name.</summary>
internal static class NetNaming
{
    public static NamedCopper Name(TracedCopper copper)
    {
        var drafts = Drafts(copper);
        var stated = StatedNets.Of(copper);
        var placed = copper.Board.Netlist is { Points.IsEmpty: false } netlist ? PlacedNetlist.Of(copper, netlist) : null;
        var names = Majority(placed?.Claims ?? []);
        foreach (var (root, name) in Majority(stated)) names[root] = name;

        Draft[] ordered =
        [
            .. drafts.Values.Where(draft => names.ContainsKey(draft.Root)).OrderBy(draft => names[draft.Root], StringComparer.Ordinal).ThenByDescending(draft => draft.Features).ThenBy(draft => draft.First),
            .. drafts.Values.Where(draft => !names.ContainsKey(draft.Root)).OrderByDescending(draft => draft.Features)
                .ThenBy(draft => draft.Bounds.Left).ThenBy(draft => draft.Bounds.Bottom).ThenBy(draft => draft.First),
        ];
        var netOf = new Dictionary<int, int>(ordered.Length);
        for (var i = 0; i < ordered.Length; i++) netOf[ordered[i].Root] = i;
        var numbers = FreeNumbers([.. stated.Select(claim => claim.Name), .. copper.Board.Netlist?.Points.Select(point => point.Net) ?? []]).Take(ordered.Length - names.Count).ToArray();
        var nets = ordered.Select((draft, i) => draft.ToNet(i, names.GetValueOrDefault(draft.Root) ?? numbers[i - names.Count], names.ContainsKey(draft.Root))).ToImmutableArray();
        var byNetlist = NamedPads.Of(copper, placed?.Pins ?? []);
        var (disputed, remarks) = DisputedPads.Of(copper, placed, byNetlist);
        var result = new CopperNets(nets, [.. copper.Layers.Select((_, layer) => FeatureNets(copper, layer, netOf))], HoleNets(copper, netOf), []) { PadNames = byNetlist, DisputedNames = disputed };
        return new NamedCopper(copper, result with { Diagnostics = [.. remarks, .. Diagnose(copper, stated, netOf, result.Nets)] }, netOf, stated, placed);
    }

    /// <summary><c>N1</c>, <c>N2</c> … less those that the design gives to a net, in whatever case.</summary>
    private static IEnumerable<string> FreeNumbers(IEnumerable<string> given)
    {
        var taken = given.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var number = 1; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"N{number}");
            if (!taken.Contains(name)) yield return name;
        }
    }

    private static Dictionary<int, Draft> Drafts(TracedCopper copper)
    {
        var drafts = new Dictionary<int, Draft>();
        for (var layer = 0; layer < copper.Layers.Length; layer++)
        {
            var one = copper.Layers[layer];
            for (var piece = 0; piece < one.Pieces.Length; piece++)
            {
                var node = copper.NodeOf(layer, piece);
                var root = copper.Find(node);
                ref var draft = ref CollectionsMarshal.GetValueRefOrAddDefault(drafts, root, out _);
                draft ??= new Draft(root, node);
                draft.Add(one, piece);
            }
        }
        for (var hole = 0; hole < copper.Board.Holes.Length; hole++)
        {
            if (copper.HasCopper(hole)) drafts[copper.Find(copper.NodeOfHole(hole))].Holes++;
        }
        return drafts;
    }

    /// <summary>The name that most claims give each piece of copper, the first of equals.</summary>
    public static Dictionary<int, string> Majority(List<NetClaim> claims) =>
        claims.GroupBy(claim => claim.Root).ToDictionary(group => group.Key, group => group.GroupBy(claim => claim.Name, StringComparer.Ordinal)
            .OrderByDescending(name => name.Count()).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key);

    /// <summary>A feature that was cut into several pieces counts to the first of them, which is the largest.</summary>
    private static ImmutableArray<int> FeatureNets(TracedCopper copper, int layer, Dictionary<int, int> netOf)
    {
        var one = copper.Layers[layer];
        var nets = new int[one.Image.Features.Length];
        Array.Fill(nets, -1);
        for (var piece = 0; piece < one.Pieces.Length; piece++)
        {
            if (one.Pieces[piece].Feature is >= 0 and var feature && nets[feature] < 0) nets[feature] = netOf[copper.Find(copper.NodeOf(layer, piece))];
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(nets);
    }

    private static ImmutableArray<int> HoleNets(TracedCopper copper, Dictionary<int, int> netOf) =>
        [.. Enumerable.Range(0, copper.Board.Holes.Length).Select(hole => copper.HasCopper(hole) ? netOf[copper.Find(copper.NodeOfHole(hole))] : -1)];

    private static IEnumerable<Diagnostic> Diagnose(TracedCopper copper, List<NetClaim> stated, Dictionary<int, int> netOf, ImmutableArray<CopperNet> nets)
    {
        foreach (var layer in copper.Layers)
        {
            if (layer.GivenUp is { } why)
                yield return Diagnostic.Error("nets.too-much", "", 0, $"copper layer {layer.Number} is not traced: {why}. Nets that it joins show as several, and nothing is compared with a netlist");
        }
        // Where copper is missing, nets that it joins would show as open.
        if (!copper.IsComplete) yield break;
        var judged = new NetComparison(NetComparison.Stated, Point.Origin, stated.Count, ClaimJudging.Shorts(copper, stated, netOf, new NetTies(stated, copper.Board.Netlist)), ClaimJudging.Opens(stated, netOf, nets), []);
        foreach (var diagnostic in ComparisonWording.Of(judged)) yield return diagnostic;
    }

    /// <summary>What is counted of a net before it has a place in the list.</summary>
    private sealed class Draft(int root, int first)
    {
        private readonly SortedSet<int> layers = [];
        private int pads;
        private int lastFeature = -1;
        private LayerCopper? lastLayer;
        private Point? pad;
        private Point? other;

        public int Root { get; } = root;
        public int First { get; } = first;
        public int Features { get; private set; }
        public int Holes { get; set; }
        public Box Bounds { get; private set; } = Box.Empty;

        public void Add(LayerCopper layer, int at)
        {
            var piece = layer.Pieces[at];
            layers.Add(layer.Number);
            Bounds = Bounds.Join(piece.Primitive.Bounds);
            if (piece.Feature < 0)
            {
                Features++;
                return;
            }
            if (lastLayer == layer && lastFeature == piece.Feature) return;
            (lastLayer, lastFeature) = (layer, piece.Feature);
            Features++;
            var feature = layer.Image.Features[piece.Feature];
            if (feature.Kind == FeatureKind.Flash)
            {
                pads++;
                pad ??= feature.Start;
            }
            else other ??= StatedNets.Place(layer.Image, feature);
        }

        public CopperNet ToNet(int index, string name, bool named) => new(index, name, named, pads, Features, Holes, [.. layers], Bounds) { At = pad ?? other ?? Bounds.Centre };
    }
}
