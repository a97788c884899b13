using System.Globalization;
using System.Text.Json;
using Turnkey.Designs.Nets;
using Turnkey.Dfx;
using Turnkey.Intake;
using Turnkey.Intake.Packages;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Benchmarks;

/// <summary>Times the design review of a package in process, warm: the copper alone, all checks with it, and what each rule adds.</summary>
internal static class CheckBenchmark
{
    /// <param name="path">Of the package.</param>
    /// <param name="rest">Keys of capabilities; the usual one when empty.</param>
    public static int Run(string path, string[] rest)
    {
        if (PackageReader.Open(path, PackageLimits.Default) is not PackageOpening.Opened { Package: var package }) return 1;
        var design = PackageIntake.Read(package, new IntakeOptions([]));
        if (design.Assemblies.FirstOrDefault(assembly => assembly.Board is { CopperLayers: > 0 }) is not { } assembly) return 1;
        var demands = Demands.For(assembly.Specification, [.. (rest.Length == 0 ? [Demands.UsualMaker] : rest).Select(key => CapabilityShelf.Find(key) ?? throw new ArgumentException($"no capability {key}", nameof(rest)))], null);
        var copper = Seconds(() => TracedNets.Of(assembly.Board!));
        var review = DesignReview.Check(assembly, demands);
        using var json = new Utf8JsonWriter(Console.OpenStandardOutput(), new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("package", package.Name);
        json.WriteNumber("copperSeconds", copper);
        json.WriteNumber("checksSeconds", Seconds(() => DesignReview.Check(assembly, demands)));
        json.WriteNumber("findings", review.Findings.Length);
        json.WriteStartObject("addedByRule");
        foreach (var check in review.Checks.Where(check => check.Done))
        {
            var one = new Demands([.. demands.Capabilities.Select(capability => capability with { Limits = [.. capability.Limits.Where(limit => limit.Rule == check.Rule)] })]);
            json.WriteNumber(check.Rule.Id, Math.Round(Seconds(() => DesignReview.Check(assembly, one)) - copper, 4));
        }
        json.WriteEndObject();
        json.WriteEndObject();
        return 0;
    }

    /// <summary>The median of five runs after one.</summary>
    private static double Seconds(Action work)
    {
        work();
        var times = new double[5];
        for (var i = 0; i < times.Length; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            work();
            times[i] = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        }
        Array.Sort(times);
        return double.Parse(times[2].ToString("0.0000", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
