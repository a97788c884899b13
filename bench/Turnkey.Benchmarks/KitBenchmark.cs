using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Turnkey.Sourcing.Risk;

namespace Turnkey.Benchmarks;

/// <summary>Gathers the kit of a made-up bill of materials again and again: one where most is on stock, and one where every line has a lead time of its own.</summary>
internal static class KitBenchmark
{
    private const double DefaultSeconds = 3;
    private const int Suppliers = 10;

    public static int Run(int lines, int runs, string[] rest)
    {
        var seconds = rest.Length > 0 ? double.Parse(rest[0], CultureInfo.InvariantCulture) : DefaultSeconds;
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, new { lines, runs, kits = new[] { Measure("most on stock", Mixed(lines), runs, seconds), Measure("all with a lead time", Stated(lines), runs, seconds) } });
        return 0;
    }

    private static Measured Measure(string name, ImmutableArray<KitLine> lines, int runs, double seconds)
    {
        var request = new KitRequest(new DateOnly(2026, 1, 5), lines, LeadTimeModel.Shipped, 1, runs);
        var times = WarmTiming.Measure(() => KitCompletion.Simulate(request), seconds);
        var kit = KitCompletion.Simulate(request);
        return new(name, WarmTiming.Median(times), times[0], kit.Mean, kit.StandardDeviation, kit.P50, kit.P90, kit.Drivers.Length);
    }

    /// <summary>Seven of ten lines from stock, two with a stated lead time, one of every forty without any.</summary>
    private static ImmutableArray<KitLine> Mixed(int lines) =>
        [.. Enumerable.Range(0, lines).Select(i => i % 40 == 39 ? Line(i, "unstated", null) : i % 10 < 7 ? Line(i, "franchised-stock", null) : i % 10 < 9 ? Line(i, "franchised-stated", Days(i)) : Line(i, "independent-stated", Days(i)))];

    private static ImmutableArray<KitLine> Stated(int lines) => [.. Enumerable.Range(0, lines).Select(i => Line(i, i % 4 == 0 ? "unknown-stated" : "franchised-stated", Days(i)))];

    private static KitLine Line(int i, string lead, int? days) => new(i.ToString(CultureInfo.InvariantCulture), "part", [new($"supplier {(i * 7) % Suppliers}", lead, days)]);

    private static int Days(int i) => 14 + ((i * 37) % 100);

    private sealed record Measured(string Name, double MedianSeconds, double LeastSeconds, double Mean, double StandardDeviation, double P50, double P90, int Drivers);
}
