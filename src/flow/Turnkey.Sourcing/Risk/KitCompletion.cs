using System.Collections.Immutable;

namespace Turnkey.Sourcing.Risk;

/// <summary>
/// When all parts of a build are there, by gathering the kit many times: every purchase arrives at a time drawn from the distribution of its class, a line is
/// complete with the last of its purchases, the kit with the last of its lines. What a supplier has on stock comes in one shipment; of other lead times a part of
/// the spread is common to all purchases at the supplier (Gaussian copula, <see cref="LeadTimeDistribution.Shared"/>); all else is independent.
/// </summary>
public static class KitCompletion
{
    private const int P90Percent = 90;

    /// <exception cref="ArgumentException">Two lines have one key, or the runs are not from 1 to <see cref="KitRequest.MostRuns"/>.</exception>
    public static KitResult Simulate(KitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Runs is < 1 or > KitRequest.MostRuns) throw new ArgumentException("the number of runs is out of range", nameof(request));
        if (request.Lines.Select(line => line.Key).Distinct(StringComparer.Ordinal).Count() < request.Lines.Length) throw new ArgumentException("two lines have one key", nameof(request));
        var units = KitUnit.Of(request);
        var gathered = Gather(request, units);
        var sorted = (double[])gathered.Latest.Clone();
        Array.Sort(sorted);
        var mean = Mean(sorted);
        var variance = sorted.Length > 1 ? sorted.Sum(days => (days - mean) * (days - mean)) / (sorted.Length - 1) : 0.0;
        return new(request.Start, request.Seed, request.Runs, mean, Math.Sqrt(variance), [.. Enumerable.Range(0, 101).Select(percent => sorted[Rank(percent, sorted.Length)])],
            Lines(request, units, gathered), Drivers(request, units, gathered, sorted), [.. request.Lines.Where(line => line.Arrivals.IsEmpty).Select(line => line.Key)],
            [.. units.SelectMany(unit => unit.Draws).Where(draw => draw.Lead.Assumed).Select(draw => draw.Lead.Class).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])
        {
            Sorted = sorted,
        };
    }

    /// <summary>Index of the least value that at least so many of a hundred do not exceed.</summary>
    private static int Rank(int percent, int count) => Math.Max(0, (int)((((long)percent * count) + 99) / 100) - 1);

    /// <summary>Added up one by one: a library may add in an order of its own, and the last bits with it.</summary>
    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    private static Gathered Gather(KitRequest request, ImmutableArray<KitUnit> units)
    {
        var gathered = new Gathered(request.Runs, request.Lines.Length);
        var common = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var arrival = new double[request.Runs];
        var scratch = new double[request.Runs];
        var waiting = WaitingFor(units, request.Lines.Length);
        // Only lines that wait for several units are held until the last of them; what a unit takes is summed up once for all others.
        var held = new Dictionary<int, double[]>();
        for (var u = 0; u < units.Length; u++)
        {
            Array.Clear(arrival);
            foreach (var draw in units[u].Draws) Draw(draw, request.Seed, common, arrival);
            gathered.Add(u, arrival);
            var (mean, p90) = Summary(arrival, scratch);
            foreach (var line in units[u].Lines)
            {
                waiting[line]--;
                if (!held.TryGetValue(line, out var times))
                {
                    if (waiting[line] > 0) held[line] = (double[])arrival.Clone();
                    else (gathered.Means[line], gathered.P90s[line]) = (mean, p90);
                    continue;
                }
                for (var r = 0; r < times.Length; r++)
                {
                    if (arrival[r] > times[r]) times[r] = arrival[r];
                }
                if (waiting[line] > 0) continue;
                (gathered.Means[line], gathered.P90s[line]) = Summary(times, scratch);
                held.Remove(line);
            }
        }
        return gathered;
    }

    private static (double Mean, double P90) Summary(double[] times, double[] scratch)
    {
        times.CopyTo(scratch, 0);
        return (Mean(times), Selection.Kth(scratch, Rank(P90Percent, scratch.Length)));
    }

    private static int[] WaitingFor(ImmutableArray<KitUnit> units, int lines)
    {
        var waiting = new int[lines];
        foreach (var line in units.SelectMany(unit => unit.Lines)) waiting[line]++;
        return waiting;
    }

    /// <summary>Raises every run's arrival to the time that a purchase takes in it.</summary>
    private static void Draw(KitDraw draw, ulong seed, Dictionary<string, double[]> common, double[] arrival)
    {
        var (lead, scale) = (draw.Lead, (double)draw.Scale);
        if (lead.Shape == LeadTimeShape.Constant)
        {
            for (var r = 0; r < arrival.Length; r++) arrival[r] = Math.Max(arrival[r], lead.Likely * scale);
            return;
        }
        var stream = new RandomStream(seed, draw.Stream);
        var values = new double[arrival.Length];
        for (var r = 0; r < values.Length; r++) values[r] = stream.NextUniform();
        var correlated = lead.Shared is > 0 and < 1;
        if (correlated)
        {
            if (!common.TryGetValue(draw.Common, out var shared)) common[draw.Common] = shared = Normals(seed, draw.Common, arrival.Length);
            var (together, alone) = (Math.Sqrt(lead.Shared), Math.Sqrt(1.0 - lead.Shared));
            PortableMath.NormalQuantiles(values);
            for (var r = 0; r < values.Length; r++) values[r] = (together * shared[r]) + (alone * values[r]);
        }
        lead.Fill(values, correlated);
        for (var r = 0; r < arrival.Length; r++)
        {
            var days = values[r] * scale;
            if (days > arrival[r]) arrival[r] = days;
        }
    }

    private static double[] Normals(ulong seed, string name, int count)
    {
        var stream = new RandomStream(seed, name);
        var normals = new double[count];
        for (var r = 0; r < count; r++) normals[r] = stream.NextUniform();
        PortableMath.NormalQuantiles(normals);
        return normals;
    }

    private static ImmutableArray<KitLineResult> Lines(KitRequest request, ImmutableArray<KitUnit> units, Gathered gathered)
    {
        var last = new int[request.Lines.Length];
        var counts = gathered.LastCounts(units.Length);
        // A line waits for at most one unit that is last in a run, so its runs add up.
        for (var u = 0; u < units.Length; u++)
        {
            foreach (var line in units[u].Lines) last[line] += counts[u];
        }
        return [.. request.Lines.Select((line, i) => new KitLineResult(line.Key, (double)last[i] / request.Runs, gathered.Means[i], gathered.P90s[i]))];
    }

    private static ImmutableArray<KitDriver> Drivers(KitRequest request, ImmutableArray<KitUnit> units, Gathered gathered, double[] sorted)
    {
        var counts = gathered.LastCounts(units.Length);
        var rank = Rank(P90Percent, sorted.Length);
        var p90 = sorted[rank];
        var matters = gathered.LastAtOrAbove(p90, units.Length);
        var scratch = new double[sorted.Length];
        var drivers = new List<KitDriver>();
        for (var u = 0; u < units.Length; u++)
        {
            if (counts[u] == 0) continue;
            // Runs below the percentile may become shorter without moving it.
            var here = matters[u] ? p90 - gathered.Without(u, 0.0, rank, scratch) : 0.0;
            var onTime = matters[u] ? p90 - gathered.Without(u, units[u].Promised, rank, scratch) : 0.0;
            drivers.Add(new([.. units[u].Lines.Select(line => request.Lines[line].Key).Order(StringComparer.Ordinal)], units[u].Name, units[u].Slowest.Arrival.Class,
                (double)counts[u] / request.Runs, here, onTime, here >= (double)request.Model.Rules["driver-from"] ? Proposals(units[u], here) : []));
        }
        return [.. drivers.OrderByDescending(one => one.AddsToP90).ThenByDescending(one => one.LastProbability).ThenBy(one => one.Lines[0], StringComparer.Ordinal)];
    }

    private static ImmutableArray<RiskProposal> Proposals(KitUnit unit, double days)
    {
        var gain = FormattableString.Invariant($"up to {days:0.#} days sooner");
        var lead = unit.Slowest.Arrival.Class;
        if (lead == LeadTimeModel.Unstated) return [new(RiskAction.Enquire, null, $"ask for a delivery date: {gain}"), new(RiskAction.Alternate, null, $"have a part approved that is on stock: {gain}")];
        if (lead == LeadTimeModel.Consigned) return [new(RiskAction.Consign, null, $"have the customer send its parts earlier: {gain}")];
        return lead.EndsWith("-stated", StringComparison.Ordinal)
            ? [new(RiskAction.Alternate, null, $"have a part approved that is on stock: {gain}"), new(RiskAction.BufferStock, null, $"keep it on stock: {gain}"), new(RiskAction.SecondSource, null, "split the purchase with a supplier that has some on stock")]
            : [new(RiskAction.SecondSource, null, $"buy from a supplier that ships sooner, or by express: {gain}")];
    }

    /// <summary>Per run the latest arrival, whose it was, and the latest of all others; per line what it takes.</summary>
    private sealed class Gathered(int runs, int lines)
    {
        private readonly double[] second = new double[runs];
        private readonly int[] who = [.. Enumerable.Repeat(-1, runs)];

        public double[] Latest { get; } = new double[runs];

        public double[] Means { get; } = new double[lines];

        public double[] P90s { get; } = new double[lines];

        public void Add(int unit, double[] arrival)
        {
            for (var r = 0; r < arrival.Length; r++)
            {
                var days = arrival[r];
                if (days > Latest[r] || who[r] < 0)
                {
                    second[r] = Latest[r];
                    Latest[r] = days;
                    who[r] = unit;
                }
                else if (days > second[r]) second[r] = days;
            }
        }

        public int[] LastCounts(int units)
        {
            var counts = new int[units];
            foreach (var unit in who.Where(unit => unit >= 0)) counts[unit]++;
            return counts;
        }

        public bool[] LastAtOrAbove(double days, int units)
        {
            var found = new bool[units];
            for (var r = 0; r < who.Length; r++)
            {
                if (who[r] >= 0 && Latest[r] >= days) found[who[r]] = true;
            }
            return found;
        }

        /// <summary>The value of a rank among all runs if a unit never came later than <paramref name="promised"/>.</summary>
        public double Without(int unit, double promised, int rank, double[] scratch)
        {
            for (var r = 0; r < who.Length; r++) scratch[r] = who[r] == unit ? Math.Max(second[r], Math.Min(Latest[r], promised)) : Latest[r];
            return Selection.Kth(scratch, rank);
        }
    }
}
