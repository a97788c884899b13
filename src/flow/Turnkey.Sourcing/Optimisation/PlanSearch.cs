namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Looks for a cheap plan by moving lines between their ways. What a supplier misses to its minimum order value counts as if it could be bought to the last
/// millionth, at no more than it is worth; <see cref="MinimumFill"/> makes the pieces of it. Suppliers are opened and closed one at a time, and one for another.
/// </summary>
internal sealed class PlanSearch
{
    /// <summary>Ways of a line that are tried beside those that stand out for a supplier.</summary>
    private const int CheapestWays = 24;

    /// <summary>Moves, the cheapest alone, that are tried two at a time.</summary>
    private const int PairedMoves = 400;

    private const int PolishedMoves = 60;

    /// <summary>What a unit of money counts that is missing to a minimum and that the lines cannot be bought more of.</summary>
    private const long Unfilled = 20;

    private readonly PurchaseProblem problem;
    private readonly LineChoice[] lines;
    private readonly Option[][] ways;
    private readonly SearchMeter meter;
    private readonly MinimumFill fill;
    private readonly int suppliers;
    private readonly int[] chosen;
    private readonly int[] buyers;
    private readonly long[] values;
    private readonly long[] rooms;
    private readonly long[][][] room;
    private readonly bool[] forced;
    private readonly bool[] closed;

    public PlanSearch(PurchaseProblem problem, LineChoice[] lines, SearchMeter meter)
    {
        this.problem = problem;
        this.lines = lines;
        this.meter = meter;
        fill = new(problem, lines, meter);
        suppliers = problem.Suppliers.Length;
        ways = [.. lines.Select(line => Candidates(line.Options))];
        chosen = new int[lines.Length];
        buyers = new int[suppliers];
        values = new long[suppliers];
        rooms = new long[suppliers];
        room = [.. lines.Select((line, l) => ways[l].Select(way => Room(line.Segments, way)).ToArray())];
        forced = new bool[suppliers];
        closed = new bool[suppliers];
    }

    /// <summary>The cheapest plan that a search from these suppliers leads to; null where what it leads to cannot be filled up.</summary>
    /// <param name="used">Whom to start with.</param>
    /// <param name="shares">Taken off prices to choose the first ways.</param>
    /// <param name="end">What the meter may come to; no other suppliers are tried after that.</param>
    public Plan? From(bool[] used, double[] shares, long end)
    {
        for (var s = 0; s < suppliers; s++) closed[s] = !used[s];
        Array.Clear(forced);
        if (!Start(shares)) return null;
        Descend();
        Release();
        var best = Filled();
        for (var improved = true; improved && meter.Spent < end;)
        {
            improved = false;
            for (var first = 0; first < suppliers && !improved; first++)
            {
                // Alone, or in exchange for one that is used.
                for (var second = -1; second < suppliers && !improved && meter.Spent < end; second++)
                {
                    if (second >= 0 && (second == first || buyers[second] == 0 || buyers[first] > 0)) continue;
                    if (Flipped(first, second, best) is not { } better) continue;
                    (best, improved) = (better, true);
                }
            }
        }
        return Polished(best);
    }

    /// <returns>The plan that the flip leads to; null, and nothing is changed, where it is no better.</returns>
    private Plan? Flipped(int first, int second, Plan? best)
    {
        var kept = (int[])chosen.Clone();
        var cost = Cost();
        if (Flip(first, second) && Cost() < cost && Filled(best?.Cost ?? long.MaxValue) is { } plan && (best is null || plan.Cost < best.Cost)) return plan;
        Restore(kept);
        return null;
    }

    /// <summary>Moves that would cost nearly nothing, and with which what is missing can be bought with less to spare.</summary>
    private Plan? Polished(Plan? best)
    {
        if (best is null) return null;
        for (var improved = true; improved && !meter.IsSpent;)
        {
            improved = false;
            var cost = Cost();
            var spare = best.Cost - cost;
            if (spare <= 0) break;
            var moves = Moves();
            for (var i = 0; i < moves.Count && i < PolishedMoves && moves[i].Change < spare; i++)
            {
                var (_, line, way) = moves[i];
                var before = chosen[line];
                Move(line, way);
                if (Filled(best.Cost) is { } plan && plan.Cost < best.Cost)
                {
                    (best, improved) = (plan, true);
                    break;
                }
                Move(line, before);
            }
        }
        return best;
    }

    private bool Flip(int first, int second)
    {
        Array.Clear(closed);
        Array.Clear(forced);
        for (var s = 0; s < suppliers; s++) closed[s] = buyers[s] == 0;
        if (buyers[first] > 0) closed[first] = true;
        else (closed[first], forced[first]) = (false, true);
        if (second >= 0) closed[second] = true;
        for (var line = 0; line < lines.Length; line++)
        {
            if (Open(ways[line][chosen[line]])) continue;
            var (best, least) = (-1, long.MaxValue);
            for (var w = 0; w < ways[line].Length; w++)
            {
                if (Open(ways[line][w]) && ways[line][w].Cost < least) (best, least) = (w, ways[line][w].Cost);
            }
            if (best < 0) return false;
            Move(line, best);
        }
        Descend();
        Release();
        return true;
    }

    /// <summary>Those forced open may be left again, and all others be bought from.</summary>
    private void Release()
    {
        Array.Clear(forced);
        Array.Clear(closed);
        Descend();
    }

    private Plan? Filled(long below = long.MaxValue) => fill.Of([.. chosen.Select((way, line) => ways[line][way])], below);

    private void Restore(int[] kept)
    {
        for (var line = 0; line < lines.Length; line++)
        {
            if (chosen[line] != kept[line]) Move(line, kept[line]);
        }
        Array.Clear(forced);
        Array.Clear(closed);
    }

    private bool Start(double[] shares)
    {
        Array.Clear(buyers);
        Array.Clear(values);
        Array.Clear(rooms);
        for (var line = 0; line < lines.Length; line++)
        {
            var (best, least) = (-1, double.PositiveInfinity);
            for (var w = 0; w < ways[line].Length; w++)
            {
                if (!Open(ways[line][w])) continue;
                var cost = ways[line][w].CostAfter(shares);
                if (cost < least) (best, least) = (w, cost);
            }
            if (best < 0) return false;
            chosen[line] = best;
            Count(line, best, 1);
        }
        return true;
    }

    private bool Open(in Option way) => !closed[way.A] && (way.B < 0 || !closed[way.B]) && (way.Further is null || !Array.Exists(way.Further.Suppliers, s => closed[s]));

    private long Penalty(int s) =>
        buyers[s] == 0 && !forced[s] ? 0 : problem.Suppliers[s].FixedFee + Missing(problem.Suppliers[s].MinimumOrderValue - values[s], rooms[s]);

    /// <summary>What the lines cannot be bought more of counts many times.</summary>
    private static long Missing(long missing, long room) => missing <= 0 ? 0 : missing <= room ? missing : missing + (Unfilled * (missing - room));

    private long Cost()
    {
        var cost = 0L;
        for (var s = 0; s < suppliers; s++) cost += Penalty(s);
        for (var line = 0; line < lines.Length; line++) cost += ways[line][chosen[line]].Cost;
        return cost;
    }

    private void Count(int line, int w, int sign)
    {
        ref readonly var way = ref ways[line][w];
        var more = room[line][w];
        for (var i = 0; i < more.Length; i++)
        {
            var s = way.SupplierAt(i);
            buyers[s] += sign;
            values[s] += sign * way.ValueIn(i);
            rooms[s] += sign * more[i];
        }
    }

    /// <summary>What more of the same can be bought of each of its suppliers, as far as it matters to the minimum.</summary>
    private long[] Room(Segment[] segments, in Option way)
    {
        var more = new long[way.SupplierCount];
        for (var purchase = 0; purchase < way.Count; purchase++)
        {
            ref readonly var of = ref segments[way.SegmentAt(purchase)];
            for (var i = 0; i < more.Length; i++)
            {
                if (way.SupplierAt(i) == of.Supplier) more[i] += Math.Min(problem.Suppliers[of.Supplier].MinimumOrderValue, (of.High - way.QuantityAt(purchase)) * of.UnitPrice);
            }
        }
        return more;
    }

    private void Move(int line, int to)
    {
        Count(line, chosen[line], -1);
        Count(line, to, 1);
        chosen[line] = to;
    }

    /// <summary>What a move adds to the cost.</summary>
    private long Change(int line, int to)
    {
        ref readonly var from = ref ways[line][chosen[line]];
        ref readonly var next = ref ways[line][to];
        var before = Penalties(from, next);
        Count(line, chosen[line], -1);
        Count(line, to, 1);
        var after = Penalties(from, next);
        Count(line, to, -1);
        Count(line, chosen[line], 1);
        return next.Cost - from.Cost + after - before;
    }

    private long Penalties(in Option one, in Option other)
    {
        var sum = 0L;
        for (var i = 0; i < one.SupplierCount; i++) sum += Penalty(one.SupplierAt(i));
        for (var i = 0; i < other.SupplierCount; i++)
        {
            if (!one.Uses(other.SupplierAt(i))) sum += Penalty(other.SupplierAt(i));
        }
        return sum;
    }

    private void Descend()
    {
        do
        {
            for (var moved = true; moved && !meter.IsSpent;)
            {
                moved = false;
                for (var line = 0; line < lines.Length; line++)
                {
                    var (best, least) = (-1, 0L);
                    for (var w = 0; w < ways[line].Length; w++)
                    {
                        if (w == chosen[line] || !Open(ways[line][w])) continue;
                        var change = Change(line, w);
                        if (change < least) (best, least) = (w, change);
                    }
                    meter.Spend(4 * ways[line].Length);
                    if (best < 0) continue;
                    Move(line, best);
                    moved = true;
                }
            }
        }
        while (!meter.IsSpent && MovePair());
    }

    /// <summary>Two moves that help only together, among those that cost least alone.</summary>
    private bool MovePair()
    {
        var moves = Moves();
        var count = Math.Min(moves.Count, PairedMoves);
        meter.Spend(2L * count * count);
        for (var i = 0; i < count; i++)
        {
            var (change, line, way) = moves[i];
            var before = chosen[line];
            Move(line, way);
            for (var k = i + 1; k < count; k++)
            {
                if (moves[k].Line == line || change + Change(moves[k].Line, moves[k].Way) >= 0) continue;
                Move(moves[k].Line, moves[k].Way);
                return true;
            }
            Move(line, before);
        }
        return false;
    }

    private List<(long Change, int Line, int Way)> Moves()
    {
        var moves = new List<(long Change, int Line, int Way)>();
        for (var line = 0; line < lines.Length; line++)
        {
            for (var w = 0; w < ways[line].Length; w++)
            {
                if (w != chosen[line] && Open(ways[line][w])) moves.Add((Change(line, w), line, w));
            }
        }
        moves.Sort();
        meter.Spend(8L * moves.Count);
        return moves;
    }

    /// <summary>The cheapest ways, and of every supplier the cheapest, and the one that costs least above what it brings to the minimum.</summary>
    private Option[] Candidates(Option[] options)
    {
        if (options.Length <= CheapestWays) return options;
        var order = Enumerable.Range(0, options.Length).OrderBy(i => options[i].Cost).ThenBy(i => i).ToArray();
        var kept = new SortedSet<int>(order.Take(CheapestWays));
        var (cheapest, net) = (new int[suppliers], new (long Cost, int Option)[suppliers]);
        Array.Fill(cheapest, -1);
        Array.Fill(net, (long.MaxValue, -1));
        foreach (var i in order)
        {
            ref readonly var option = ref options[i];
            for (var place = 0; place < option.SupplierCount; place++) See(option.SupplierAt(place), option.ValueIn(place), i);
        }
        for (var s = 0; s < suppliers; s++)
        {
            if (cheapest[s] >= 0) kept.Add(cheapest[s]);
            if (net[s].Option >= 0) kept.Add(net[s].Option);
        }
        return [.. kept.Select(i => options[i])];

        void See(int s, long value, int i)
        {
            if (cheapest[s] < 0) cheapest[s] = i;
            if (options[i].Cost - value < net[s].Cost) net[s] = (options[i].Cost - value, i);
        }
    }
}
