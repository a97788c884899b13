using System.Diagnostics;

namespace Turnkey.Fuzzing;

/// <summary>What one input did.</summary>
/// <param name="Number">Of the input: with the seed it makes the same bytes again.</param>
/// <param name="Problem">An exception with its place, or what went over its limit.</param>
internal sealed record FuzzFinding(string Format, int Seed, int Number, string Problem, byte[] Input);

/// <summary>Reads mutated files one after the other and holds each against the limits.</summary>
internal sealed class FuzzRun(FuzzTarget target, int seed)
{
    /// <summary>A second of optimised code, which a debug build takes several times as long for.</summary>
#if DEBUG
    public static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(5);
#else
    public static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(1);
#endif

    private readonly Mutator mutator = new(target, seed);

    public int Count { get; private set; }

    public TimeSpan WorstTime { get; private set; }

    public long WorstAllocation { get; private set; }

    /// <summary>The number of the input being read.</summary>
    public int Current { get; private set; } = -1;

    /// <summary>Reads the seeds once, so that what is made at first use is not counted, and which have to be sound.</summary>
    public void WarmUp()
    {
        foreach (var sound in target.Seeds) target.Read(target.Pack(sound));
    }

    /// <summary>Null when the input was read within the limits.</summary>
    public FuzzFinding? Try(int number)
    {
        Current = number;
        var input = target.Pack(mutator.Make(number));
        var problem = Judge(input, out var time, out var allocated);
        Count++;
        if (time > WorstTime) WorstTime = time;
        if (allocated > WorstAllocation) WorstAllocation = allocated;
        return problem is null ? null : new FuzzFinding(target.Format, seed, number, problem, input);
    }

    private string? Judge(byte[] input, out TimeSpan time, out long allocated)
    {
        time = TimeSpan.MaxValue;
        allocated = 0;
        // What is slow is slow each time; a compiler or collector at work beside it is not.
        for (var attempt = 0; attempt < 3 && time > LongestTime; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var processor = Environment.CpuUsage.TotalTime;
            var begin = Stopwatch.GetTimestamp();
            try
            {
                target.Read(input);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                time = Stopwatch.GetElapsedTime(begin);
                return exception.ToString();
            }
            // The lesser of the time on the wall and that of the whole process: on a busy machine the one is too long, with several threads the other.
            var (wall, worked) = (Stopwatch.GetElapsedTime(begin), Environment.CpuUsage.TotalTime - processor);
            time = Least(time, Least(wall, worked));
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        if (time > LongestTime) return FormattableString.Invariant($"takes {time.TotalSeconds:0.0} s");
        return allocated > target.MostAllocated ? FormattableString.Invariant($"allocates {allocated / 1048576.0:0.0} MB") : null;
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
