using System.Diagnostics;

namespace Turnkey.Benchmarks;

/// <summary>Times work that a process does again and again, after it has been compiled for speed.</summary>
internal static class WarmTiming
{
    /// <summary>Runs enough times before measuring that tiered compilation has seen every method often (30 calls and a back-off of 100 ms).</summary>
    private const int WarmUpRuns = 40;

    /// <summary>Seconds of each run, sorted.</summary>
    /// <param name="work">What is measured; its result is only kept alive.</param>
    /// <param name="seconds">How long to warm up and how long to measure, each; at least five runs are measured however long they take.</param>
    public static double[] Measure(Func<object> work, double seconds)
    {
        var warm = Stopwatch.StartNew();
        for (var i = 0; i < WarmUpRuns && warm.Elapsed.TotalSeconds < seconds; i++) GC.KeepAlive(work());
        var times = new List<double>();
        var all = Stopwatch.StartNew();
        while (times.Count < 5 || all.Elapsed.TotalSeconds < seconds)
        {
            var one = Stopwatch.StartNew();
            GC.KeepAlive(work());
            times.Add(one.Elapsed.TotalSeconds);
        }
        times.Sort();
        return [.. times];
    }

    public static double Median(double[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
