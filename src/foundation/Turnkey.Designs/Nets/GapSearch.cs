using System.Collections.Immutable;
using Turnkey.Designs.Copper;

namespace Turnkey.Designs.Nets;

/// <summary>Finds the narrowest gap of each layer.</summary>
internal static class GapSearch
{
    /// <summary>A search begins that wide and takes four times as much until something is found, so that fine layers are done quickly.</summary>
    private const double First = 100_000;

    /// <summary>Wider gaps are not looked for.</summary>
    private const double Last = 25_600_000;

    /// <summary>Between two looks at the budget.</summary>
    private const long MostLooksAtOnce = 10_000;

    /// <returns>The gaps in the order of the layers, and the numbers of the layers on which there was too much to look through, or whose nets are not known.</returns>
    public static (ImmutableArray<CopperGap> Gaps, ImmutableArray<int> Unsearched) Find(NamedCopper named)
    {
        var (gaps, unsearched) = (ImmutableArray.CreateBuilder<CopperGap>(), ImmutableArray.CreateBuilder<int>());
        for (var layer = 0; layer < named.Copper.Layers.Length; layer++)
        {
            var one = named.Copper.Layers[layer];
            var budget = CopperBudget.Of(one.Image);
            CopperGap? gap = null;
            var isOneNet = IsOneNet(named, layer);
            for (var within = First; within <= Last && gap is null && one.GivenUp is null && !isOneNet && !budget.IsExhausted; within *= 4) gap = Narrowest(named, layer, within, budget);
            if (one.GivenUp is not null || budget.IsExhausted) unsearched.Add(one.Number);
            else if (gap is not null) gaps.Add(gap);
        }
        return (gaps.ToImmutable(), unsearched.ToImmutable());
    }

    private static bool IsOneNet(NamedCopper named, int layer)
    {
        var copper = named.Copper;
        for (var piece = 1; piece < copper.Layers[layer].Pieces.Length; piece++)
        {
            if (copper.Find(copper.NodeOf(layer, piece)) != copper.Find(copper.NodeOf(layer, 0))) return false;
        }
        return true;
    }

    /// <summary>Copper without a pad, a hole or a name is lettering: nothing shorts between two letters.</summary>
    private static bool IsConnected(CopperNet net) => net.IsNamed || net.Pads > 0 || net.Holes > 0;

    private static CopperGap? Narrowest(NamedCopper named, int layer, double within, CopperBudget budget)
    {
        var copper = named.Copper;
        var one = copper.Layers[layer];
        var nets = new int[one.Pieces.Length];
        for (var i = 0; i < nets.Length; i++) nets[i] = named.NetOf[copper.Find(copper.NodeOf(layer, i))];
        CopperGap? best = null;
        for (var i = 0; i < nets.Length; i++)
        {
            ref readonly var piece = ref one.Pieces[i];
            var looks = 0L;
            foreach (var j in one.Index.Overlapping(piece.Primitive.Bounds.Grow((long)Math.Ceiling(within))))
            {
                if (looks++ > MostLooksAtOnce)
                {
                    budget.Spend(looks);
                    looks = 0;
                    if (budget.IsExhausted) return null;
                }
                if (j <= i || nets[i] == nets[j] || !(IsConnected(named.Nets.Nets[nets[i]]) || IsConnected(named.Nets.Nets[nets[j]]))) continue;
                var approach = piece.Primitive.ApproachTo(one.Pieces[j].Primitive, within, ref looks);
                if (approach.Distance >= within) continue;
                within = approach.Distance;
                best = new CopperGap(one.Number, approach.Distance, approach.At, Math.Min(nets[i], nets[j]), Math.Max(nets[i], nets[j]));
            }
            budget.Spend(looks);
            if (budget.IsExhausted) return null;
        }
        return best;
    }
}
