namespace Turnkey.Sourcing.Optimisation;

/// <summary>Every line's least cost after rebates: a bound, and a plan that need not meet the minimums.</summary>
/// <param name="Bound">With the fixed fees and the rebates on the minimums.</param>
/// <param name="Cost">Of the plan, with the fixed fees.</param>
/// <param name="Values">Per supplier.</param>
/// <param name="Least">Per line.</param>
/// <param name="Prices">Per line, after rebates.</param>
internal sealed record Relaxation(double Bound, double Cost, double[] Values, Option[] Least, double[] Prices)
{
    /// <summary>The plans whose mixture meets the minimums at the cost of the best bound.</summary>
    public IReadOnlyList<(Relaxation Plan, double Weight)> Mixture { get; init; } = [];

    /// <summary>Costs are whole numbers; what comes nearer than this comes to the same.</summary>
    private const double Even = 1e-3;

    public static Relaxation At(PurchaseProblem problem, bool[] used, OpenLine[] lines, double[] shares)
    {
        var values = new double[used.Length];
        var least = new Option[lines.Length];
        var prices = new double[lines.Length];
        var (bound, cost) = (0.0, 0.0);
        for (var line = 0; line < lines.Length; line++)
        {
            var own = lines[line].Options;
            var (chosen, price) = (0, double.PositiveInfinity);
            for (var i = 0; i < own.Length; i++)
            {
                var after = own[i].CostAfter(shares);
                // Of those that come to the same, the one with least that nobody needs.
                if (after < price - Even || (after <= price + Even && own[i].Cost < own[chosen].Cost)) (chosen, price) = (i, Math.Min(after, price));
            }
            ref readonly var option = ref own[chosen];
            least[line] = option;
            prices[line] = price;
            bound += price;
            cost += option.Cost;
            for (var i = 0; i < option.SupplierCount; i++) values[option.SupplierAt(i)] += option.ValueIn(i);
        }
        for (var s = 0; s < used.Length; s++)
        {
            if (!used[s]) continue;
            cost += problem.Suppliers[s].FixedFee;
            bound += problem.Suppliers[s].FixedFee + (shares[s] * problem.Suppliers[s].MinimumOrderValue);
        }
        return new(bound, cost, values, least, prices);
    }

    /// <summary>Leaves out the quantities that no plan cheaper than <paramref name="most"/> can have: alone they cost too much above their line's least.</summary>
    public void Narrow(OpenLine[] lines, double[] shares, double most)
    {
        for (var line = 0; line < lines.Length; line++) lines[line] = lines[line].Within(shares, Prices[line] + most - Bound);
    }

    /// <summary>The segment that the mixture is most undecided on, weighed by what is bought there; null where only quantities differ.</summary>
    public (int Line, int Segment, bool With)? Split(OpenLine[] lines)
    {
        (int Line, int Segment, bool With)? best = null;
        var most = 0.0;
        var weights = new double[OpenLine.Decidable];
        var amounts = new double[OpenLine.Decidable];
        for (var line = 0; line < lines.Length; line++)
        {
            if (Mixture.All(one => one.Plan.Least[line] == Mixture[0].Plan.Least[line])) continue;
            Array.Clear(weights);
            Array.Clear(amounts);
            foreach (var (plan, weight) in Mixture)
            {
                ref readonly var option = ref plan.Least[line];
                for (var i = 0; i < option.Count; i++) Count(option.SegmentAt(i), option.QuantityAt(i), weight);
            }
            for (var segment = 0; segment < weights.Length; segment++)
            {
                var undecided = Math.Min(weights[segment], 1 - weights[segment]);
                if (undecided < 1e-6 || undecided * amounts[segment] <= most) continue;
                most = undecided * amounts[segment];
                best = (line, segment, weights[segment] >= 0.5);
            }

            void Count(int segment, long quantity, double weight)
            {
                if (segment >= weights.Length) return;
                weights[segment] += weight;
                amounts[segment] = Math.Max(amounts[segment], (double)quantity * lines[line].Segments[segment].UnitPrice);
            }
        }
        return best;
    }

    /// <summary>The segment that all of the mixture buys from in most different quantities, and the quantity between; null where they agree.</summary>
    public (int Line, int Segment, long Most)? SplitQuantity(OpenLine[] lines)
    {
        (int Line, int Segment, long Most)? best = null;
        var most = 0.0;
        for (var line = 0; line < lines.Length; line++)
        {
            ref readonly var first = ref Mixture[0].Plan.Least[line];
            for (var i = 0; i < first.Count; i++) Judge(first.SegmentAt(i));

            void Judge(int segment)
            {
                if (segment >= OpenLine.Decidable) return;
                var (low, high, mean, weights) = (long.MaxValue, 0L, 0.0, 0.0);
                foreach (var (plan, weight) in Mixture)
                {
                    var quantity = plan.Least[line].QuantityOf(segment);
                    if (quantity == 0) return;
                    (low, high, mean, weights) = (Math.Min(low, quantity), Math.Max(high, quantity), mean + (weight * quantity), weights + weight);
                }
                ref readonly var of = ref lines[line].Segments[segment];
                var spread = (high - low) * (double)of.UnitPrice;
                if (low == high || spread <= most) return;
                var steps = Math.Clamp((long)Math.Floor(mean / weights / of.Multiple), low / of.Multiple, (high / of.Multiple) - 1);
                most = spread;
                best = (line, segment, steps * of.Multiple);
            }
        }
        return best;
    }
}
