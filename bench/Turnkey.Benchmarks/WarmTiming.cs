using System.Diagnostics;

namespace Turnkey.Benchmarks;

/// <summary>Times work that a process does again and again, after it has been compiled for speed.</summary>
internal static class WarmTiming
{
    /// <summary>Tiered compilation compiles a method for speed after it was called 30 times and nothing new has been called for 100 ms.</summary>
    private const int WarmUpRuns = 40;

    /// <summary>Times the seconds given, after which work so slow that 40 runs of it would take longer is taken to be warm.</summary>
    private const int LongestWarmUp = 4;

    /// <summary>Seconds of each run, sorted.</summary>
    /// <param name="work">What is measured; its result is only kept alive.</param>
    /// <param name="seconds">How long to warm up at least, and how long to measure; at least five runs are measured however long they take.</param>
    public static double[] Measure(Func<object> work, double seconds)
    {
        var warm = Stopwatch.StartNew();
        for (var i = 0; warm.Elapsed.TotalSeconds < seconds || (i < WarmUpRuns && warm.Elapsed.TotalSeconds < LongestWarmUp * seconds); i++) GC.KeepAlive(work());
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
