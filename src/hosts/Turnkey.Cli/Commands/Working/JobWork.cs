using System.Collections.Immutable;
using Turnkey.Cli.Text;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Pipeline.Checking;
using Turnkey.Pipeline.Json;
using Turnkey.Pipeline.Outputs;
using Turnkey.Quoting;
using Turnkey.Server.Jobs.Work;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Material;
using Turnkey.Storage.Rows;

namespace Turnkey.Cli.Commands.Working;

/// <summary>The jobs of the server by the same stages, with the same options and the same papers as the commands.</summary>
internal static class JobWork
{
    /// <summary>Errors that a refusal names beside its reason.</summary>
    private const int MostReasons = 4;

    public static JobEnding Do(WorkOrder order, IProgress<Stage> progress) => order.Kind switch
    {
        JobKind.Intake => Intake(order, progress),
        JobKind.Check => Check(order, progress),
        JobKind.Source => Source(order, progress),
        JobKind.Quote => Quote(order, progress),
        var other => throw new InvalidOperationException($"no job {other}"),
    };

    private static JobEnding Intake(WorkOrder order, IProgress<Stage> progress) => InspectPipeline.Run(new InspectRequest(order.Package), progress) switch
    {
        Inspection.Refused refused => Refuse(refused.Diagnostics),
        Inspection.Done { IsEmpty: true } empty => Refuse([.. empty.Design.Diagnostics.OrderByDescending(one => one.Code == "package.no-design-data")]),
        Inspection.Done done => Own([new(WorkFile.Intake, PackageReading.Write(done.Design)), new("inspect.json", InspectJson.Write(done))]),
        var other => throw new InvalidOperationException($"no inspection {other}"),
    };

    private static JobEnding Check(WorkOrder order, IProgress<Stage> progress) => CheckPipeline.Run(new CheckRequest(order.Package) { Terms = Terms(order) }, progress) switch
    {
        Checked.Refused refused => Refuse(refused.Diagnostics),
        Checked.Done done => Own(CheckFiles.Of(done)),
        var other => throw new InvalidOperationException($"no check {other}"),
    };

    private static JobEnding Source(WorkOrder order, IProgress<Stage> progress)
    {
        if (Misunderstood(order) is { } why) return new([], why);
        return SourcePipeline.Run(With(new SourceJob(new InspectRequest(order.Package), order.Input.Quantities), order), progress) switch
        {
            Sourced.Refused refused => Refuse(refused.Diagnostics),
            Sourced.Done done => Own(SourceFiles.Of(done, SourceFiles.Lists(done))),
            var other => throw new InvalidOperationException($"no sourcing {other}"),
        };
    }

    private static JobEnding Quote(WorkOrder order, IProgress<Stage> progress)
    {
        if (Misunderstood(order) is { } why) return new([], why);
        var job = With(new QuoteJob(new InspectRequest(order.Package), order.Input.Quantities), order) with
        {
            Scope = order.Input.Scope.IsEmpty ? QuoteScope.All : QuoteScopes.Parse(string.Join(',', order.Input.Scope))!.Value,
            Review = Terms(order),
        };
        return QuotePipeline.Run(job, progress) switch
        {
            Quotation.Refused refused => Refuse(refused.Diagnostics),
            Quotation.Done done => new([.. QuoteFiles.Of(done, progress).Select(file => new JobFile(file, IsInternal(file) ? Audience.Owner : Audience.Customer))], null),
            var other => throw new InvalidOperationException($"no quotation {other}"),
        };
    }

    /// <summary>What a manufacturer keeps to itself. A paper that is not known here is kept too: nothing reaches a customer by being forgotten.</summary>
    private static bool IsInternal(OutputFile file) => file.Name is not ("offer.json" or "offer.html" or "queries.json" or "queries.html");

    private static T With<T>(T job, WorkOrder order)
        where T : ProductJob => job with
        {
            Annual = order.Input.Annual,
            Plant = order.Plant,
            Offers = order.Offers,
            Consignment = order.Input.Consigned.IsEmpty ? Consignment.None : Consignment.Parse(string.Join(',', order.Input.Consigned)).Consignment,
            Currency = order.Input.Currency.Length == 0 ? null : Currency.Parse(order.Input.Currency),
            Policy = new SourcingPolicy { AsOf = order.Today, Destination = order.Input.Destination.Length == 0 ? null : CustomsTerritories.Shipped.Place(order.Input.Destination) },
        };

    /// <summary>What of the request is not understood; a price for something else than was asked helps nobody. Null when all is.</summary>
    private static string? Misunderstood(WorkOrder order)
    {
        var input = order.Input;
        if (input.Quantities.IsEmpty || input.Quantities.Any(quantity => quantity is < 1 or > QuoteRequest.LargestQuantity)) return $"quantities are whole numbers from 1 to {QuoteRequest.LargestQuantity}";
        if (input.Annual is < 1 or > QuoteRequest.LargestQuantity) return $"a yearly volume is a whole number from 1 to {QuoteRequest.LargestQuantity}";
        if (input.Currency.Length > 0 && Currency.Parse(input.Currency) is null) return $"'{input.Currency}' is none of {string.Join(", ", Currency.All)}";
        if (input.Destination.Length > 0 && CustomsTerritories.Shipped.Place(input.Destination) is null) return $"'{input.Destination}' is no country; write its two letters";
        if (!input.Scope.IsEmpty && QuoteScopes.Parse(string.Join(',', input.Scope)) is null) return $"'{string.Join(',', input.Scope)}' is not made of fabrication, assembly, test and packaging";
        return !input.Consigned.IsEmpty && Consignment.Parse(string.Join(',', input.Consigned)).Rejected is [var first, ..] ? $"'{first}' is no designator of a part that you supply" : null;
    }

    private static ReviewTerms Terms(WorkOrder order) => new()
    {
        Today = order.Today,
        // Class 2 is what is built where nobody asks for more: what the files ask for stands then.
        IpcClass = order.Input.IpcClass == 3 ? 3 : null,
        Answers = order.Answers,
    };

    private static JobEnding Own(IEnumerable<OutputFile> files) => new([.. files.Select(file => new JobFile(file, Audience.Owner))], null);

    /// <summary>The reason, and what else is wrong that the reader may have to mend at the same time.</summary>
    private static JobEnding Refuse(ImmutableArray<Diagnostic> diagnostics) =>
        new([], diagnostics.IsEmpty ? "nothing in it could be understood"
            : string.Join("; ", diagnostics.Take(1).Concat(diagnostics.Skip(1).Where(one => one.Severity == Severity.Error).Take(MostReasons)).Select(Sentence)));

    private static string Sentence(Diagnostic diagnostic) =>
        PlainText.Of(diagnostic.File.Length == 0 ? diagnostic.Message : diagnostic.Line > 0 ? $"{diagnostic.File}, line {diagnostic.Line}: {diagnostic.Message}" : $"{diagnostic.File}: {diagnostic.Message}");
}

/// <summary>What came of a job.</summary>
/// <param name="Results">Empty when it is refused.</param>
/// <param name="Refused">Why there are none, in the words of who asked; null when there are.</param>
internal sealed record JobEnding(ImmutableArray<JobFile> Results, string? Refused);

/// <summary>A result with who may read it.</summary>
internal sealed record JobFile(OutputFile File, Audience Audience);
