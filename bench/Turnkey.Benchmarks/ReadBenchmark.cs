using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Turnkey.Formats.Gerber;

namespace Turnkey.Benchmarks;

/// <summary>
/// Whether reading is linear in the size of the file, and how far it is from what any reader must do. The content is real: one layer's own commands,
/// repeated. Each figure is the shortest of several runs in one warm process, on content that was just touched.
/// </summary>
internal static class ReadBenchmark
{
    private const int Megabyte = 1 << 20;
    private const int DefaultMegabytes = 64;
    private const int Runs = 5;

    public static int Run(string file, string[] rest)
    {
        var most = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : DefaultMegabytes;
        var gerber = RepeatedGerber.From(File.ReadAllBytes(file));
        if (gerber.BodyLength == 0)
        {
            Console.Error.WriteLine($"{file} draws nothing");
            return 1;
        }
        var small = gerber.Content(gerber.RepetitionsFor(Megabyte));
        WarmTiming.Measure(() => GerberReader.Read("warm.gbr", small), 2);
        WarmTiming.Measure(() => TokenLimit.Split(small), 0.5);
        WarmTiming.Measure(() => TokenLimit.SumBytes(small), 0.5);

        var rows = new List<object>();
        var repetitions = 0;
        for (var megabytes = 1; megabytes <= most; megabytes *= 2)
        {
            // A body of more than a megabyte is read once, not once for every size below it.
            if (gerber.RepetitionsFor(megabytes * Megabyte) <= repetitions) continue;
            repetitions = gerber.RepetitionsFor(megabytes * Megabyte);
            var content = gerber.Content(repetitions);
            var tokens = TokenLimit.Split(content);
            var (read, allocated) = Least(() => GerberReader.Read("repeated.gbr", content));
            var result = GerberReader.Read("repeated.gbr", content);
            rows.Add(new
            {
                bytes = content.Length,
                repetitions,
                readSeconds = read,
                allocatedBytes = allocated,
                sumSeconds = Least(() => TokenLimit.SumBytes(content)).Seconds,
                tokenSeconds = Least(() => TokenLimit.Split(content)).Seconds,
                commands = tokens.Commands,
                numbers = tokens.Numbers,
                features = result.Image.Features.Length,
                diagnostics = result.Diagnostics.Select(one => one.Code).Distinct(StringComparer.Ordinal).ToArray(),
            });
        }
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, new { file = Path.GetFileName(file), bodyBytes = gerber.BodyLength, rows });
        return 0;
    }

    private static (double Seconds, long Allocated) Least(Func<object> work)
    {
        var (seconds, allocated) = (double.MaxValue, long.MaxValue);
        for (var i = 0; i < Runs; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            var result = work();
            seconds = Math.Min(seconds, watch.Elapsed.TotalSeconds);
            allocated = Math.Min(allocated, GC.GetTotalAllocatedBytes(precise: true) - before);
            GC.KeepAlive(result);
        }
        return (seconds, allocated);
    }
}
