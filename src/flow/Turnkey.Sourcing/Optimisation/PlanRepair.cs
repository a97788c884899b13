namespace Turnkey.Sourcing.Optimisation;

/// <summary>Makes a plan meet the minimums, line by line, and then cheaper, line by line.</summary>
internal sealed class PlanRepair(PurchaseProblem problem, OpenLine[] lines, bool[] used, int[] tracked)
{
    private readonly long[] values = new long[used.Length];

    /// <returns>A plan that meets all minimums; null where none was found.</returns>
    public Option[]? From(Option[] plan)
    {
        var chosen = (Option[])plan.Clone();
        Array.Clear(values);
        foreach (var option in chosen) Count(option, 1);
        for (var round = 0; round < 20 * tracked.Length && Missing() > 0; round++)
        {
            // The line that brings what is missing at the least extra cost a unit; where none can bring all, the one that brings it cheapest.
            var missing = Missing();
            var best = (Line: -1, Option: default(Option), Rate: double.PositiveInfinity);
            var whole = (Line: -1, Option: default(Option), Extra: long.MaxValue);
            for (var line = 0; line < lines.Length; line++)
            {
                if (!Array.Exists(lines[line].Segments, segment => !segment.IsEmpty && Wants(segment.Supplier))) continue;
                foreach (var option in Reaching(line, chosen[line]))
                {
                    Count(chosen[line], -1);
                    Count(option, 1);
                    var brought = missing - Missing();
                    Count(option, -1);
                    Count(chosen[line], 1);
                    if (brought <= 0) continue;
                    var extra = option.Cost - chosen[line].Cost;
                    if (brought == missing && extra < whole.Extra) whole = (line, option, extra);
                    var rate = extra / (double)brought;
                    if (rate < best.Rate) best = (line, option, rate);
                }
            }
            if (best.Line < 0) return null;
            // One that brings all ends it, unless the cheap ones together are far cheaper.
            if (whole.Line >= 0 && whole.Extra <= 1.5 * best.Rate * missing) Replace(chosen, whole.Line, whole.Option);
            else Replace(chosen, best.Line, best.Option);
        }
        if (Missing() > 0) return null;
        for (var improved = true; improved;)
        {
            improved = false;
            for (var line = 0; line < lines.Length; line++)
            {
                if (chosen[line].Cost == lines[line].Options.Min(option => option.Cost)) continue;
                foreach (var option in Reaching(line, chosen[line]))
                {
                    if (option.Cost >= chosen[line].Cost) continue;
                    var before = chosen[line];
                    Replace(chosen, line, option);
                    if (Missing() > 0) Replace(chosen, line, before);
                    else improved = true;
                }
            }
        }
        return chosen;
    }

    private void Replace(Option[] chosen, int line, in Option by)
    {
        Count(chosen[line], -1);
        Count(by, 1);
        chosen[line] = by;
    }

    private void Count(in Option option, int sign)
    {
        for (var i = 0; i < option.SupplierCount; i++) values[option.SupplierAt(i)] += sign * option.ValueIn(i);
    }

    private bool Wants(int supplier) => used[supplier] && values[supplier] < problem.Suppliers[supplier].MinimumOrderValue;

    private long Missing()
    {
        var missing = 0L;
        foreach (var s in tracked) missing += Math.Max(0, problem.Suppliers[s].MinimumOrderValue - values[s]);
        return missing;
    }

    /// <summary>A line's options, and those with quantities raised so that suppliers get what they miss without this line's present option.</summary>
    private List<Option> Reaching(int line, Option present)
    {
        var reaching = new List<Option>(lines[line].Options);
        var segments = lines[line].Segments;
        var raised = new Segment[segments.Length];
        var any = false;
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = segments[i];
            var supplier = segment.Supplier;
            if (segment.IsEmpty)
            {
                raised[i] = segment;
                continue;
            }
            var need = problem.Suppliers[supplier].MinimumOrderValue - values[supplier] + present.ValueAt(supplier);
            var low = need > 0 && segment.UnitPrice > 0 ? segment.Least((need + segment.UnitPrice - 1) / segment.UnitPrice) : segment.Low;
            any |= low > segment.Low;
            raised[i] = low < 0 ? segment.Emptied() : segment with { Low = low };
        }
        if (!any) return reaching;
        var first = reaching.Count;
        LineChoice.Cover(raised, lines[line].Demand, lines[line].MostOffers, reaching);
        foreach (var set in lines[line].Sets) SplitCorners.Add(raised, set, lines[line].Demand, null, reaching);
        for (var i = reaching.Count - 1; i >= first; i--)
        {
            if (!lines[line].Allows(reaching[i])) reaching.RemoveAt(i);
        }
        return reaching;
    }
}
