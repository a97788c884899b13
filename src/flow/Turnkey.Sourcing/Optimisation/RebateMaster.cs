namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Finds the shares to take off suppliers' prices that give the best bound: the linear programme over all plans met so far (Dantzig and Wolfe), solved by
/// the revised simplex method. Its rows are the minimum order values and that the plans' weights add up to one; what is missing to a minimum may be made up
/// at many times its price, which bounds the shares.
/// </summary>
internal sealed class RebateMaster
{
    /// <summary>What a minimum that cannot be met costs: no plan is worth that.</summary>
    private const double MostShare = 100;

    private const double Tolerance = 1e-11;

    private readonly int rows;
    private readonly double scale;
    private readonly double[] demand;
    private readonly List<(double Cost, double[] Entries)> columns = [];
    private readonly double[][] inverse;
    private readonly int[] basis;
    private readonly double[] levels;

    /// <param name="minimums">Of the suppliers that have one.</param>
    public RebateMaster(double[] minimums)
    {
        rows = minimums.Length + 1;
        scale = minimums.Max();
        demand = [.. minimums.Select(minimum => minimum / scale), 1];
        Shares = new double[minimums.Length];
        inverse = new double[rows][];
        for (var i = 0; i < rows; i++) inverse[i] = new double[rows];
        basis = new int[rows];
        levels = new double[rows];
        for (var i = 0; i < minimums.Length; i++)
        {
            columns.Add((MostShare, Unit(i, 1)));
            columns.Add((0, Unit(i, -1)));
        }
    }

    /// <summary>Per supplier, from 0.</summary>
    public double[] Shares { get; }

    /// <summary>What the linear programme costs with the plans so far: no share gives a better bound than this.</summary>
    public double Ceiling { get; private set; } = double.PositiveInfinity;

    /// <summary>Adds a plan and solves again.</summary>
    /// <param name="cost">Of the plan.</param>
    /// <param name="values">What each supplier gets in it.</param>
    public void Add(double cost, double[] values)
    {
        columns.Add((cost / scale, [.. values.Select(value => value / scale), 1]));
        if (double.IsPositiveInfinity(Ceiling)) Begin();
        Solve();
    }

    /// <summary>The plans, in the order added, that the programme's solution mixes.</summary>
    public IEnumerable<(int Plan, double Weight)> Weights() =>
        Enumerable.Range(0, rows).Where(i => basis[i] >= 2 * (rows - 1) && levels[i] > 1e-9).Select(i => (basis[i] - (2 * (rows - 1)), levels[i]));

    private double[] Unit(int row, double entry)
    {
        var entries = new double[rows];
        entries[row] = entry;
        return entries;
    }

    /// <summary>The first plan alone, what it misses made up.</summary>
    private void Begin()
    {
        var plan = columns[^1].Entries;
        var last = rows - 1;
        basis[last] = columns.Count - 1;
        inverse[last][last] = 1;
        levels[last] = 1;
        for (var i = 0; i < last; i++)
        {
            var missing = demand[i] - plan[i];
            var sign = missing >= 0 ? 1 : -1;
            basis[i] = (2 * i) + (missing >= 0 ? 0 : 1);
            inverse[i][i] = sign;
            inverse[i][last] = -sign * plan[i];
            levels[i] = Math.Abs(missing);
        }
    }

    private void Solve()
    {
        var prices = new double[rows];
        var direction = new double[rows];
        for (var pivots = 0; pivots < 2000; pivots++)
        {
            Array.Clear(prices);
            for (var i = 0; i < rows; i++)
            {
                var cost = columns[basis[i]].Cost;
                if (cost == 0) continue;
                for (var k = 0; k < rows; k++) prices[k] += cost * inverse[i][k];
            }
            var entering = -1;
            var steepest = -Tolerance;
            for (var c = 0; c < columns.Count; c++)
            {
                var (cost, entries) = columns[c];
                for (var k = 0; k < rows; k++) cost -= prices[k] * entries[k];
                // After many pivots the first that helps is taken, so that none comes round again.
                if (cost >= steepest) continue;
                (entering, steepest) = (c, pivots < 1000 ? cost : double.NegativeInfinity);
            }
            if (entering < 0) break;
            for (var i = 0; i < rows; i++)
            {
                direction[i] = 0;
                for (var k = 0; k < rows; k++) direction[i] += inverse[i][k] * columns[entering].Entries[k];
            }
            var leaving = -1;
            var least = double.PositiveInfinity;
            for (var i = 0; i < rows; i++)
            {
                if (direction[i] <= Tolerance) continue;
                var ratio = levels[i] / direction[i];
                if (ratio < least - 1e-14 || (ratio <= least + 1e-14 && (leaving < 0 || basis[i] < basis[leaving]))) (leaving, least) = (i, ratio);
            }
            if (leaving < 0) break;
            Pivot(entering, leaving, direction, Math.Max(0, least));
        }
        Ceiling = 0;
        for (var i = 0; i < rows; i++) Ceiling += columns[basis[i]].Cost * levels[i] * scale;
        for (var i = 0; i < Shares.Length; i++) Shares[i] = Math.Clamp(prices[i], 0, MostShare);
    }

    private void Pivot(int entering, int leaving, double[] direction, double step)
    {
        var pivot = inverse[leaving];
        for (var k = 0; k < rows; k++) pivot[k] /= direction[leaving];
        for (var i = 0; i < rows; i++)
        {
            if (i == leaving || direction[i] == 0) continue;
            levels[i] = Math.Max(0, levels[i] - (step * direction[i]));
            for (var k = 0; k < rows; k++) inverse[i][k] -= direction[i] * pivot[k];
        }
        levels[leaving] = step;
        basis[leaving] = entering;
    }
}
