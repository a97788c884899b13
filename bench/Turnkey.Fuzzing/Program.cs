using System.Diagnostics;
using System.Globalization;
using Turnkey.Fuzzing;

// Reads mutated files of every format for as long as it is told to:
//   dotnet run -c Release --project bench/Turnkey.Fuzzing -- COUNT [SEED] [FOLDER] [FORMAT…]
// COUNT inputs per format, shared by all cores. Inputs that break a limit are written to FOLDER; the exit code is then 1.
if (args.Length == 0 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
{
    Console.Error.WriteLine("usage: COUNT [SEED] [FOLDER] [FORMAT…]");
    return 2;
}
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var folder = args.Length > 2 ? args[2] : "fuzz-findings";
var targets = FormatTargets.All.AddRange(PictureTargets.All).AddRange(PackageTargets.All).AddRange(SourcingTargets.All).AddRange(ReviewTargets.All).AddRange(BundleTargets.All).Where(target => args.Length <= 3 || args.AsSpan(3).Contains(target.Format)).ToArray();

var findings = 0;
foreach (var target in targets)
{
    var begin = Stopwatch.GetTimestamp();
    var runs = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount)).Select(_ => new FuzzRun(target, seed)).ToArray();
    runs[0].WarmUp();
    var found = 0;
    var workers = runs.Select((run, index) => new Thread(() =>
    {
        for (var number = index; number < count; number += runs.Length)
        {
            if (run.Try(number) is not { } finding) continue;
            // A hundred of one format say what is wrong with it.
            if (Interlocked.Increment(ref found) <= 100) Write(finding);
        }
    })).ToArray();
    foreach (var worker in workers) worker.Start();
    Watch(target, runs, workers);
    findings += found;
    Console.WriteLine(FormattableString.Invariant(
        $"{target.Format,-20} {runs.Sum(run => run.Count),10} inputs, seed {seed}, {found} findings, worst {runs.Max(run => run.WorstTime).TotalMilliseconds:0} ms and {runs.Max(run => run.WorstAllocation) / 1048576.0:0.0} MB, {Stopwatch.GetElapsedTime(begin).TotalSeconds:0} s"));
}
return findings == 0 ? 0 : 1;

// Says which input is at work when one does not come to its end.
static void Watch(FuzzTarget target, FuzzRun[] runs, Thread[] workers)
{
    var seen = new int[runs.Length];
    for (var i = 0; i < workers.Length; i++)
    {
        while (!workers[i].Join(TimeSpan.FromSeconds(30)))
        {
            for (var k = 0; k < runs.Length; k++)
            {
                if (seen[k] == runs[k].Current && workers[k].IsAlive) Console.WriteLine($"{target.Format}: number {seen[k]} has been running for 30 s");
                seen[k] = runs[k].Current;
            }
        }
    }
}

void Write(FuzzFinding finding)
{
    Directory.CreateDirectory(folder);
    var name = Path.Combine(folder, $"{finding.Format}-{finding.Seed}-{finding.Number}");
    File.WriteAllBytes(name + ".bin", finding.Input);
    File.WriteAllText(name + ".txt", finding.Problem);
}
