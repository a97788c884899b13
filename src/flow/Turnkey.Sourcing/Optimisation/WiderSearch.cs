namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Lines that may be split between three offers and more have too many ways to list. First a plan is searched with few of them. Then prices are found at which
/// every line pays at least so much (<see cref="RootPrices"/>): the sum bounds all plans, and a split that costs a line more above its least than the plan lies
/// above that sum is in no better plan. The others are listed (<see cref="WiderSplits"/>), and with them the search is complete. Where they are too many, the
/// cheapest are taken and the bound is as low as the first one left out allows.
/// </summary>
internal sealed class WiderSearch
{
    /// <summary>Sets that are added to a line at once while prices are looked for.</summary>
    private const int AtOnce = 8;

    private const int Rounds = 12;

    /// <summary>Sets of all lines that a search is made with.</summary>
    private const int MostSets = 40_000;

    private const int LeastSets = 50;

    private const int Passes = 3;

    private readonly PurchaseProblem problem;
    private readonly LineChoice[] lines;
    private readonly int[] wide;
    private readonly bool[] tracked;
    private readonly SearchEffort effort;
    private readonly long grain;
    private Plan? best;

    /// <summary>Lines have ways that no search was made with.</summary>
    private bool unsearched;

    private WiderSearch(PurchaseProblem problem, LineChoice[] lines, SearchEffort effort)
    {
        this.problem = problem;
        this.lines = lines;
        this.effort = effort;
        grain = SearchMeter.Grain(problem, lines);
        wide = [.. Enumerable.Range(0, lines.Length).Where(line => lines[line].IsWide)];
        tracked = [.. problem.Suppliers.Select(supplier => supplier.MinimumOrderValue > 0)];
    }

    /// <param name="problem">With twins.</param>
    /// <param name="lines">With their ways by one or two offers; those that allow more get more.</param>
    /// <param name="effort">Of each search.</param>
    public static (Plan? Best, long LowerBound) Solve(PurchaseProblem problem, LineChoice[] lines, SearchEffort effort)
    {
        var search = new WiderSearch(problem, lines, effort);
        if (search.wide.Length > 0) return search.Run();
        var narrow = new SupplierSearch(problem, lines, new SearchMeter(effort, search.grain));
        narrow.Run();
        return (narrow.Best, narrow.LowerBound);
    }

    private (Plan? Best, long LowerBound) Run()
    {
        var free = new double[problem.Suppliers.Length];
        foreach (var line in wide)
        {
            List<int[]> sets = [.. WiderSplits.Of(lines[line].Line, lines[line].Segments, free, free, tracked, double.PositiveInfinity, AtOnce).Sets.Select(one => one.Set), Largest(lines[line])];
            Add(line, [.. sets.Where(set => set.Length > 2)]);
            if (lines[line].Options.Length == 0) lines[line] = lines[line].WithAll(sets[^1]);
        }
        var search = Searched(effort with { Steps = effort.Steps / 8 });
        var prices = Priced();
        for (var pass = 0; ; pass++)
        {
            var floor = List(prices);
            var before = Cost;
            if (unsearched || search.LowerBound < Cost) search = Searched(effort);
            // A cheaper plan needs fewer ways to be listed.
            if (pass + 1 == Passes || floor >= Cost || Cost == before) return (best, Math.Min(search.LowerBound, Math.Min(floor, Cost)));
        }
    }

    private long Cost => best?.Cost ?? long.MaxValue;

    private SupplierSearch Searched(SearchEffort steps)
    {
        var search = new SupplierSearch(problem, lines, new SearchMeter(steps, grain)) { Best = best };
        search.Run();
        (best, unsearched) = (search.Best, false);
        return search;
    }

    /// <summary>The largest quantity of every offer, of as many as may be used together: covers whatever can be covered.</summary>
    private static int[] Largest(LineChoice line) =>
        [.. Enumerable.Range(0, line.Segments.Length).GroupBy(i => line.Segments[i].Offer).Select(offer => offer.MaxBy(i => line.Segments[i].High))
            .OrderByDescending(i => line.Segments[i].High).ThenBy(i => i).Take(line.Line.MostTogether).Order()];

    private bool Add(int line, IEnumerable<int[]> sets)
    {
        var known = lines[line].Sets.Select(Key).ToHashSet(StringComparer.Ordinal);
        int[][] added = [.. sets.Where(set => known.Add(Key(set)))];
        lines[line] = lines[line].With(added);
        unsearched |= added.Length > 0;
        return added.Length > 0;
    }

    private static string Key(int[] set) => string.Join(' ', set.Order());

    /// <summary>Prices, and what each wide line pays at least at them, whatever it is split into.</summary>
    private (RootPrices Prices, double[] Least) Priced()
    {
        for (var round = 1; ; round++)
        {
            var prices = new SupplierSearch(problem, lines, new SearchMeter(effort, grain)) { Best = best }.Root();
            var least = new double[lines.Length];
            var added = false;
            for (var line = 0; line < lines.Length; line++) least[line] = prices.Least(line);
            foreach (var line in wide)
            {
                var known = lines[line].Sets.Select(Key).ToHashSet(StringComparer.Ordinal);
                var (sets, leftOut) = WiderSplits.Of(lines[line].Line, lines[line].Segments, prices.Rebates, prices.Charges(line), tracked, least[line], AtOnce + known.Count);
                var others = sets.Where(one => !known.Contains(Key(one.Set)) && one.Cost < least[line]).ToList();
                added |= others.Count > 0 && Add(line, others.Select(one => one.Set).Take(AtOnce));
                least[line] = Math.Min(least[line], Math.Min(leftOut, others.Select(one => one.Cost).DefaultIfEmpty(double.PositiveInfinity).Min()));
            }
            if (!added || round == Rounds) return (prices, least);
        }
    }

    /// <summary>Adds the sets that a plan cheaper than the best can have.</summary>
    /// <returns>What a plan with one left out costs at least.</returns>
    private long List((RootPrices Prices, double[] Least) root)
    {
        var bound = root.Least.Sum();
        var margin = 1 + (Math.Abs(bound) * 1e-12);
        var gap = best is null ? double.PositiveInfinity : Math.Max(0, best.Cost - 1 - bound) + margin;
        var floor = double.PositiveInfinity;
        foreach (var line in wide)
        {
            var (sets, leftOut) = WiderSplits.Of(lines[line].Line, lines[line].Segments, root.Prices.Rebates, root.Prices.Charges(line), tracked, root.Least[line] + gap, Math.Max(LeastSets, MostSets / wide.Length));
            Add(line, sets.Select(one => one.Set));
            var listed = lines[line].Sets.Select(Key).ToHashSet(StringComparer.Ordinal);
            // Of some there are too many ways.
            leftOut = Math.Min(leftOut, sets.Where(one => !listed.Contains(Key(one.Set))).Select(one => one.Cost).DefaultIfEmpty(double.PositiveInfinity).Min());
            floor = Math.Min(floor, bound + Math.Max(0, leftOut - root.Least[line]) - margin);
        }
        return floor >= Cost ? Cost : Math.Max(0, (long)Math.Ceiling(floor));
    }
}

/// <summary>The prices that a bound rests on before anything is decided: what is taken off suppliers' prices, and what each line pays of their fixed costs.</summary>
/// <remarks>No more than a supplier's fixed cost is shared out, so every plan costs at least the sum over all lines of the least that each pays.</remarks>
internal sealed class RootPrices(CoverModel model, SupplierBound bound)
{
    public double[] Rebates { get; } = (double[])model.Rebates.Clone();

    /// <summary>Per supplier, what a line pays of its fixed cost.</summary>
    public double[] Charges(int line) => [.. Enumerable.Range(0, model.Suppliers).Select(s => bound.Share(line, s) / (double)CoverModel.Scale)];

    /// <summary>The least that a line pays with the ways it has.</summary>
    public double Least(int line)
    {
        var least = double.PositiveInfinity;
        foreach (ref readonly var way in model.Of(line))
        {
            var sum = way.Cost + bound.Share(line, way.A) + (way.B < 0 ? 0 : bound.Share(line, way.B));
            foreach (var other in way.Others ?? []) sum += bound.Share(line, other);
            least = Math.Min(least, sum / (double)CoverModel.Scale);
        }
        return least;
    }
}
