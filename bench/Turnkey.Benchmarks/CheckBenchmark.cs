using System.Text.Json;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;
using Turnkey.Dfx;
using Turnkey.Dfx.Choosing;
using Turnkey.Intake;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Benchmarks;

/// <summary>Times the design review of a package in process, warm: following the copper, all checks with it, the choice among makers, and what each rule adds.</summary>
internal static class CheckBenchmark
{
    private const string EachRule = "--rules", Choice = "--choice";

    /// <summary>How long work is warmed up, in seconds.</summary>
    private const double Warm = 0.5;

    /// <param name="path">Of the package.</param>
    /// <param name="rest">Keys or files of capabilities, the usual one when there are none; and whether each rule is timed by itself.</param>
    public static int Run(string path, string[] rest)
    {
        if (PackageReader.Open(path, PackageLimits.Default) is not PackageOpening.Opened { Package: var package }) return 1;
        var design = PackageIntake.Read(package, new IntakeOptions([]));
        if (design.Assemblies.FirstOrDefault(assembly => assembly.Board is { CopperLayers: > 0 }) is not { } assembly) return 1;
        var keys = rest.Where(key => key is not (EachRule or Choice)).DefaultIfEmpty(Demands.UsualMaker);
        var demands = Demands.For(assembly.Specification, [.. keys.Select(Capability)], null);
        using var json = new Utf8JsonWriter(Console.OpenStandardOutput(), new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("package", package.Name);
        json.WriteNumber("pieces", TracedNets.Of(assembly.Board!).Sheets.Sum(sheet => sheet.Pieces.Length));
        json.WriteNumber("findings", DesignReview.Check(assembly, demands).Findings.Length);
        Write(json, "copper", () => TracedNets.Of(assembly.Board!).Sheets);
        Write(json, "review", () => DesignReview.Check(assembly, demands));
        if (rest.Contains(Choice)) Write(json, "choice", () => MakerChoice.Among(new TracedAssembly(assembly), CapabilityShelf.All, null));
        if (rest.Contains(EachRule)) WriteRules(json, assembly, demands);
        json.WriteEndObject();
        return 0;
    }

    private static Capability Capability(string name)
    {
        if (CapabilityShelf.Find(name) is { } shipped) return shipped;
        if (!File.Exists(name)) throw new ArgumentException($"{name} is neither a capability that ships with the program nor a file", nameof(name));
        var (capability, diagnostics) = CapabilityFile.Read(Path.GetFileName(name), File.ReadAllBytes(name));
        return capability is not null && diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error) ? capability
            : throw new ArgumentException(string.Join('\n', diagnostics.Select(diagnostic => $"{diagnostic.File}:{diagnostic.Line}: {diagnostic.Message}")), nameof(name));
    }

    /// <summary>Each rule alone, on copper that was followed already: what several need (pads, holes, openings) counts for each.</summary>
    private static void WriteRules(Utf8JsonWriter json, Assembly assembly, Demands demands)
    {
        var traced = new TracedAssembly(assembly);
        json.WriteStartObject("byRule");
        foreach (var check in DesignReview.Check(traced, demands).Checks.Where(check => check.Done))
        {
            var one = new Demands([.. demands.Capabilities.Select(capability => capability with { Limits = [.. capability.Limits.Where(limit => limit.Rule == check.Rule)] })]);
            Write(json, check.Rule.Id, () => DesignReview.Check(traced, one));
        }
        json.WriteEndObject();
    }

    /// <summary>Medians of what a run takes when it is warm, and of what the processors spend on one: on a busy machine the second tells more.</summary>
    private static void Write(Utf8JsonWriter json, string what, Func<object> work)
    {
        var spent = new List<double>();
        var times = WarmTiming.Measure(
            () =>
            {
                var before = Environment.CpuUsage.TotalTime;
                var result = work();
                spent.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
                return result;
            },
            Warm);
        json.WriteStartObject(what);
        json.WriteNumber("seconds", Math.Round(WarmTiming.Median(times), 4));
        json.WriteNumber("processorSeconds", Math.Round(WarmTiming.Median([.. spent.Order()]), 4));
        json.WriteEndObject();
        json.Flush();
    }
}
