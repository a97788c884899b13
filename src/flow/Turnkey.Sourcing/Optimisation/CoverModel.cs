namespace Turnkey.Sourcing.Optimisation;

/// <summary>One line's cheapest way with a set of suppliers.</summary>
/// <param name="Cost">In <see cref="CoverModel.Scale"/>ths, after rebates; rounded down.</param>
/// <param name="A">Supplier.</param>
/// <param name="B">Second supplier; -1 where there is none.</param>
/// <param name="Option">Index among the line's options.</param>
internal readonly record struct Way(long Cost, int A, int B, int Option)
{
    /// <summary>Suppliers beside these two; null where there are none.</summary>
    public int[]? Others { get; init; }

    public bool IsWithin(bool[] suppliers) => suppliers[A] && (B < 0 || suppliers[B]) && (Others is null || Array.TrueForAll(Others, s => suppliers[s]));

    public bool Uses(int supplier) => A == supplier || B == supplier || (Others is not null && Array.IndexOf(Others, supplier) >= 0);

    public bool IsOpen(ReadOnlySpan<SupplierState> states)
    {
        if (states[A] == SupplierState.Closed || (B >= 0 && states[B] == SupplierState.Closed)) return false;
        foreach (var other in Others ?? [])
        {
            if (states[other] == SupplierState.Closed) return false;
        }
        return true;
    }
}

/// <summary>
/// All lines with the cheapest way per set of suppliers: what remains of the problem when only the suppliers' fixed costs couple the lines. A share of each
/// supplier's prices can be taken off (<see cref="Rebates"/>) and the same share of its minimum order value be put onto its fixed cost: for any share from
/// 0 to 1 that is a relaxation, because who is bought from is bought from for at least the minimum.
/// </summary>
internal sealed class CoverModel
{
    /// <summary>Parts of a unit of money that costs are reckoned in, so that rebates lose little to rounding.</summary>
    public const long Scale = 256;

    private readonly PurchaseProblem problem;
    private readonly LineChoice[] lines;
    private readonly Way[] cheapest;
    private Way[] ways = [];

    public CoverModel(PurchaseProblem problem, LineChoice[] lines)
    {
        this.problem = problem;
        this.lines = lines;
        Size = lines.Sum(line => 4L * line.Options.Length);
        Suppliers = problem.Suppliers.Length;
        cheapest = new Way[Suppliers * (Suppliers + 1)];
        Array.Fill(cheapest, None);
        Start = new int[lines.Length + 1];
        Rebates = new double[Suppliers];
        Fees = new long[Suppliers];
        Reprice();
    }

    private static Way None => new(long.MaxValue, -1, -1, -1);

    public int Suppliers { get; }

    public int Lines => lines.Length;

    public int Ways => ways.Length;

    /// <summary>Options that are gone through to reprice.</summary>
    public long Size { get; }

    /// <summary>Per supplier, 0 to 1. <see cref="Reprice"/> makes a change effective.</summary>
    public double[] Rebates { get; }

    /// <summary>Per supplier: its fixed fee and the rebate on its minimum, in <see cref="Scale"/>ths.</summary>
    public long[] Fees { get; }

    /// <summary>Where a line's ways begin.</summary>
    public int[] Start { get; }

    /// <summary>A line's ways, ascending by cost.</summary>
    public ReadOnlySpan<Way> Of(int line) => ways.AsSpan(Start[line], Start[line + 1] - Start[line]);

    public void Reprice()
    {
        for (var s = 0; s < Suppliers; s++)
            Fees[s] = (problem.Suppliers[s].FixedFee * Scale) + (long)Math.Floor(Rebates[s] * problem.Suppliers[s].MinimumOrderValue * Scale);
        var all = new List<Way>(ways.Length);
        var sets = new List<int>();
        var wider = new List<Way>();
        var order = Comparer<Way>.Create((a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : a.Option.CompareTo(b.Option));
        for (var line = 0; line < lines.Length; line++)
        {
            Start[line] = all.Count;
            Collect(lines[line].Options, sets, wider);
            DropDominated(wider, sets);
            foreach (var set in sets)
            {
                var way = cheapest[set];
                // With a second supplier only where neither does as well alone.
                if (way.B < 0 || (cheapest[Set(way.A, -1)].Cost > way.Cost && cheapest[Set(way.B, -1)].Cost > way.Cost)) all.Add(way);
            }
            foreach (var set in sets) cheapest[set] = None;
            all.AddRange(wider);
            all.Sort(Start[line], all.Count - Start[line], order);
        }
        Start[lines.Length] = all.Count;
        ways = [.. all];
    }

    /// <summary>Without those that cost no less than another whose suppliers are all among theirs.</summary>
    private void DropDominated(List<Way> wider, List<int> sets)
    {
        if (wider.Count == 0) return;
        wider.Sort((a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : a.Option.CompareTo(b.Option));
        var suppliers = new bool[Suppliers];
        var kept = new List<Way>();
        foreach (var way in wider)
        {
            suppliers[way.A] = suppliers[way.B] = true;
            foreach (var other in way.Others!) suppliers[other] = true;
            if (!sets.Exists(set => cheapest[set].Cost <= way.Cost && cheapest[set].IsWithin(suppliers)) && !kept.Exists(one => one.IsWithin(suppliers))) kept.Add(way);
            Array.Clear(suppliers);
        }
        wider.Clear();
        wider.AddRange(kept);
    }

    private int Set(int a, int b) => (a * (Suppliers + 1)) + b + 1;

    private void Collect(Option[] options, List<int> sets, List<Way> wider)
    {
        sets.Clear();
        wider.Clear();
        for (var i = 0; i < options.Length; i++)
        {
            ref readonly var option = ref options[i];
            if (option.SupplierCount > 2)
            {
                wider.Add(new((option.Cost * Scale) - (long)Math.Ceiling((option.Cost - option.CostAfter(Rebates)) * Scale), option.A, option.B, i) { Others = option.Further!.Suppliers });
                continue;
            }
            var (a, b) = option.B < 0 || option.A < option.B ? (option.A, option.B) : (option.B, option.A);
            var set = Set(a, b);
            ref var known = ref cheapest[set];
            if (known.Option < 0) sets.Add(set);
            var rebate = (Rebates[option.A] * option.ValueA) + (option.B < 0 ? 0 : Rebates[option.B] * option.ValueB);
            var cost = (option.Cost * Scale) - (rebate == 0 ? 0 : (long)Math.Ceiling(rebate * Scale));
            if (cost < known.Cost) known = new(cost, a, b, i);
        }
    }
}
