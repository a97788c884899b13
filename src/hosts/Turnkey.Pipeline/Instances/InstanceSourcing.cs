using System.Collections.Immutable;
using System.Diagnostics;
using Turnkey.Kernel;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Pipeline.Instances;

/// <summary>Solves the purchasing problem of a measuring file and takes the time.</summary>
public static class InstanceSourcing
{
    /// <summary>Of a line that cannot be had in full what there is is bought, as in a package: then it and what is missing make up the demand.</summary>
    /// <param name="path">A JSON file.</param>
    /// <param name="boards">At least 1; every line's quantity is multiplied by it.</param>
    public static InstancePurchase Run(string path, int boards)
    {
        var file = InputFile.Read(path, "instance");
        if (file.Content is null) return new InstancePurchase.Refused(file.Name, [file.Refusal!]);
        var (instance, refusal) = InstanceReader.Read(file.Name, file.Content);
        if (instance is null) return new InstancePurchase.Refused(file.Name, [refusal!]);
        var (problem, unit, fault) = instance.At(boards);
        if (fault is not null) return new InstancePurchase.Refused(file.Name, [Diagnostic.Error("instance.not-solvable", file.Name, 0, fault)]);
        var begin = Stopwatch.GetTimestamp();
        var (_, answer, _) = ReachableMinimums.Solve(problem with { BuysInPart = true });
        return new InstancePurchase.Done(instance, answer, unit, Stopwatch.GetElapsedTime(begin));
    }
}

/// <summary>What came of a measuring file.</summary>
public abstract record InstancePurchase
{
    private InstancePurchase() { }

    /// <param name="Name">Of the file.</param>
    public sealed record Refused(string Name, ImmutableArray<Diagnostic> Diagnostics) : InstancePurchase;

    /// <param name="Unit">What one unit of the answer's amounts is in the file's currency.</param>
    /// <param name="Time">Of solving alone: without start, reading and writing.</param>
    public sealed record Done(SourcingInstance Instance, PurchaseAnswer Answer, decimal Unit, TimeSpan Time) : InstancePurchase;
}
