using Turnkey.Sourcing.Optimisation;
namespace Turnkey.Sourcing.Tests.Optimisation;
public sealed class ScratchTests
{
    [Fact]
    public void Dump()
    {
        var random = new Random(20261202 + 300 + 3);
        var s = new System.Text.StringBuilder();
        for (var number = 0; number < 300; number++)
        {
            var problem = RandomPurchases.Waiving(random, RandomPurchases.Split(random, 300, 3), 700);
            if (number == 209) { System.IO.File.Delete("/tmp/dbg.txt"); PurchaseOptimiser.Solve(problem); System.IO.File.AppendAllText("/tmp/dbg.txt", "end\n"); Show(s, problem); foreach (var (i, g) in Segment.Of(problem.Lines[0], WaivedFees.Opened(problem.Suppliers)).Index()) s.AppendLine($"{i}: {g}");
              var sup = WaivedFees.Opened(problem.Suppliers); var pr = problem with { Suppliers = sup };
              foreach (var lim in new[]{1,2,3}) {
              var lines = problem.Lines.Select(l => LineChoice.Of(l, Segment.Of(l, sup))).ToArray();
              var z = new double[sup.Length]; var all = new bool[sup.Length]; Array.Fill(all, true);
              for (var i = 0; i < lines.Length; i++) lines[i] = lines[i].With([.. WiderSplits.Of(lines[i].Line, lines[i].Segments, z, z, all, double.PositiveInfinity, 100000).Sets.Select(o => o.Set)]);
              var se = new SupplierSearch(pr, lines, new SearchMeter(SearchEffort.Usual)); se.Run(); s.AppendLine($"all sets {lines[0].Sets.Length} {lines[1].Sets.Length}: {se.Best?.Cost} {se.LowerBound}"); }
              var q = problem with { Suppliers = problem.Suppliers.SetItem(1, problem.Suppliers[1] with { WaivedFrom = null }) }; s.AppendLine(string.Join(" | ", PurchaseOptimiser.Solve(q).Purchases)); }
        }
        random = new Random(20261128 + 0);
        for (var number = 0; number < 300; number++)
        {
            var problem = RandomPurchases.Split(random, 0, 4);
            if (number % 2 == 1) problem = RandomPurchases.Waiving(random, problem, 700);
            if (number == 121) { var segs = Segment.Of(problem.Lines[0], WaivedFees.Opened(problem.Suppliers)); var z = new double[6]; foreach (var (set, c) in WiderSplits.Of(problem.Lines[0], segs, z, z, new bool[6], 1000, 200).Sets) s.AppendLine(string.Join(",", set.Select(i => $"{segs[i].Offer}/{segs[i].Supplier}[{segs[i].Low}..{segs[i].High}]")) + " " + c); Show(s, problem); foreach (var n in PurchaseOptimiser.NextBest(problem, PurchaseOptimiser.Solve(problem))) s.AppendLine($"next {n.Line} {n.ExtraCost} " + string.Join(" | ", n.Purchases)); }
        }
        System.IO.File.WriteAllText("/tmp/dump.txt", s.ToString());
    }
    static void Show(System.Text.StringBuilder s, PurchaseProblem p)
    {
        foreach (var x in p.Suppliers) s.AppendLine($"{x.Name} fee {x.FixedFee} mov {x.MinimumOrderValue} waived {x.Waived} from {x.WaivedFrom}");
        foreach (var l in p.Lines) { s.AppendLine($"{l.Name} demand {l.Demand} most {l.MostOffers}"); foreach (var o in l.Offers) s.AppendLine($"   s{o.Supplier} min {o.Minimum} mult {o.Multiple} stock {o.Stock} pp {o.PerPurchase}: " + string.Join(", ", o.Prices.Select(b => $"{b.Quantity}@{b.UnitPrice}/{b.UnitCost}-{b.Waived}"))); }
        var a = PurchaseOptimiser.Solve(p); s.AppendLine($"cost {a.Cost} lb {a.LowerBound} true {EveryPurchase.LeastCost(p)}: " + string.Join(" | ", a.Purchases));
        for (var m = 2; m < 6; m++) { var q = p with { Lines = [.. p.Lines.Select(l => l with { MostOffers = m })] }; var b = PurchaseOptimiser.Solve(q); s.AppendLine($"  most {m}: {b.Cost} {b.LowerBound} {EveryPurchase.LeastCost(q)}"); }
        foreach (var (i, x) in p.Suppliers.Index()) { var q = p with { Suppliers = p.Suppliers.SetItem(i, x with { WaivedFrom = null }) }; var b = PurchaseOptimiser.Solve(q); s.AppendLine($"  no waiver {i}: {b.Cost} {b.LowerBound} {EveryPurchase.LeastCost(q)}"); }
    }
}
