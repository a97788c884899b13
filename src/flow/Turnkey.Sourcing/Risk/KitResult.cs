using System.Collections.Immutable;

namespace Turnkey.Sourcing.Risk;

/// <summary>When the kit is complete, in calendar days from the day of the orders.</summary>
/// <param name="Seed">That it was drawn with.</param>
/// <param name="Runs">How often.</param>
/// <param name="Mean">Calendar days.</param>
/// <param name="StandardDeviation">Calendar days; of the runs, with n − 1.</param>
/// <param name="Percentiles">Calendar days by which so many of a hundred kits are complete: 101 values from the soonest to the latest run.</param>
/// <param name="Lines">In the order of the request.</param>
/// <param name="Drivers">What makes the kit late, by days that it adds to the ninetieth percentile, then by how often it is last. Only what was last at least once.</param>
/// <param name="Missing">Keys of lines for which nothing is bought: the kit is reckoned without them and is not complete before they come.</param>
/// <param name="AssumedClasses">Classes whose distribution nobody has measured: all that rests on them is an assumption.</param>
public sealed record KitResult(
    DateOnly Start, ulong Seed, int Runs, double Mean, double StandardDeviation, ImmutableArray<double> Percentiles, ImmutableArray<KitLineResult> Lines, ImmutableArray<KitDriver> Drivers,
    ImmutableArray<string> Missing, ImmutableArray<string> AssumedClasses)
{
    public double P50 => Percentiles[50];

    public double P90 => Percentiles[90];

    /// <summary>The working day by which so many calendar days are over: a part of a day counts as one, a weekend ends on Monday. Holidays are not known.</summary>
    public DateOnly Day(double calendarDays)
    {
        var day = Start.AddDays((int)Math.Min(Math.Ceiling(calendarDays), DateOnly.MaxValue.DayNumber - Start.DayNumber - 2));
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
    }

    /// <summary>Working days, Monday to Friday, from the day of the orders to <see cref="Day"/>. Holidays are not known.</summary>
    public int WorkingDays(double calendarDays)
    {
        var days = 0;
        for (var (day, end) = (Start, Day(calendarDays)); day < end;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days++;
        }
        return days;
    }

    /// <summary>Counts of runs in equal steps of calendar days, the first from the whole step below the soonest run.</summary>
    /// <param name="step">Calendar days, above zero; at most 1,000 steps come back, the last then open to the end.</param>
    public ImmutableArray<KitBin> Histogram(double step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        const int Most = 1000;
        var first = Math.Floor(Percentiles[0] / step) * step;
        var counts = new int[(int)Math.Min(Most, Math.Floor((Percentiles[^1] - first) / step) + 1)];
        foreach (var days in Sorted) counts[(int)Math.Min(counts.Length - 1, Math.Floor((days - first) / step))]++;
        return [.. counts.Select((count, i) => new KitBin(first + (i * step), first + ((i + 1) * step), count))];
    }

    /// <summary>Calendar days of every run, ascending.</summary>
    internal double[] Sorted { get; init; } = [];
}

/// <param name="From">Calendar days, included.</param>
/// <param name="To">Calendar days, not included.</param>
/// <param name="Runs">That were complete in between.</param>
public readonly record struct KitBin(double From, double To, int Runs);

/// <param name="LastProbability">Share of runs in which nothing came later; lines that come in one shipment are last together, so shares may add up to more than 1.</param>
/// <param name="Mean">Calendar days until the line is here.</param>
/// <param name="P90">Calendar days by which it is here in nine of ten runs.</param>
public sealed record KitLineResult(string Key, double LastProbability, double Mean, double P90);

/// <summary>A line, or a shipment of several, that makes the kit late.</summary>
/// <param name="Lines">Keys of the lines that wait for it.</param>
/// <param name="Name">Of the line, or of the shipment's supplier.</param>
/// <param name="Class">Of purchase, the one with the longest wait where there are several.</param>
/// <param name="LastProbability">Share of runs in which it came last.</param>
/// <param name="AddsToP90">Days that the ninetieth percentile would be sooner if it were here already.</param>
/// <param name="DelayAddsToP90">Days that the ninetieth percentile would be sooner if it never came later than stated (from stock: than the likely time).</param>
/// <param name="Proposals">What can be done; empty where it adds less than the rule <c>driver-from</c>.</param>
public sealed record KitDriver(
    ImmutableArray<string> Lines, string Name, string Class, double LastProbability, double AddsToP90, double DelayAddsToP90, ImmutableArray<RiskProposal> Proposals);
