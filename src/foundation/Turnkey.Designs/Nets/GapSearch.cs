namespace Turnkey.Designs.Nets;

/// <summary>Finds the narrowest gap of each layer.</summary>
internal static class GapSearch
{
    /// <summary>A search begins that wide and takes four times as much until something is found, so that fine layers are done quickly.</summary>
    private const double First = 100_000;

    /// <summary>Wider gaps are not looked for.</summary>
    private const double Last = 25_600_000;

    public static IEnumerable<CopperGap> Find(NamedCopper named)
    {
        for (var layer = 0; layer < named.Copper.Layers.Length; layer++)
        {
            for (var within = First; within <= Last; within *= 4)
            {
                if (Narrowest(named, layer, within) is not { } gap) continue;
                yield return gap;
                break;
            }
        }
    }

    /// <summary>Copper without a pad, a hole or a name is lettering: nothing shorts between two letters.</summary>
    private static bool IsConnected(CopperNet net) => net.IsNamed || net.Pads > 0 || net.Holes > 0;

    private static CopperGap? Narrowest(NamedCopper named, int layer, double within)
    {
        var copper = named.Copper;
        var one = copper.Layers[layer];
        var nets = new int[one.Pieces.Length];
        for (var i = 0; i < nets.Length; i++) nets[i] = named.NetOf[copper.Find(copper.NodeOf(layer, i))];
        CopperGap? best = null;
        for (var i = 0; i < nets.Length; i++)
        {
            ref readonly var piece = ref one.Pieces[i];
            foreach (var j in one.Index.Overlapping(piece.Primitive.Bounds.Grow((long)Math.Ceiling(within))))
            {
                if (j <= i || nets[i] == nets[j] || !(IsConnected(named.Nets.Nets[nets[i]]) || IsConnected(named.Nets.Nets[nets[j]]))) continue;
                var approach = piece.Primitive.ApproachTo(one.Pieces[j].Primitive, within);
                if (approach.Distance >= within) continue;
                within = approach.Distance;
                best = new CopperGap(one.Number, approach.Distance, approach.At, Math.Min(nets[i], nets[j]), Math.Max(nets[i], nets[j]));
            }
        }
        return best;
    }
}
