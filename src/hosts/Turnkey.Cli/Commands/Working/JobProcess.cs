using System.Text.Json;
using Turnkey.Contracts;
using Turnkey.Pipeline;
using Turnkey.Pipeline.Outputs;
using Turnkey.Server.Jobs.Work;

namespace Turnkey.Cli.Commands.Working;

/// <summary>
/// Does one job and tells the server how it goes, a line of JSON at a time. The standard input stays open as long as the server lives: when it closes,
/// nobody waits for this any more, and the process ends wherever it is.
/// </summary>
internal sealed class JobProcess : IProgress<Stage>
{
    private readonly Terminal terminal;

    private JobProcess(Terminal terminal) => this.terminal = terminal;

    public static int Run(Stream input, Terminal terminal)
    {
        var reader = new StreamReader(input);
        if (Order(reader) is not { } order)
        {
            terminal.Say("turnkey: 'work' is for the server, which hands it a job on its standard input");
            return ExitCode.WrongUsage;
        }
        new Thread(() => EndWith(reader)) { IsBackground = true }.Start();
        var process = new JobProcess(terminal);
        process.Tell(process.Do(order));
        return ExitCode.Done;
    }

    public void Report(Stage value) => Tell(new WorkMessage { Stage = value.Name, Permille = 1000 * (value.Number - 1) / value.Of });

    private WorkMessage Do(WorkOrder order)
    {
        try
        {
            var ending = JobWork.Do(order, this);
            if (ending.Refused is { } why) return new WorkMessage { Refused = why };
            OutputFolder.Write(order.Output, [.. ending.Results.Select(result => result.File)]);
            return new WorkMessage { Files = [.. ending.Results.Select(result => new WorkFile(result.File.Name, result.Audience))] };
        }
        catch (Exception e) when (IsOutOfMemory(e))
        {
            return new WorkMessage { Refused = WorkerProcess.TooMuchMemory(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) };
        }
    }

    private void Tell(WorkMessage message)
    {
        lock (terminal) terminal.Write(ContractJson.Write(message) + "\n");
    }

    /// <summary>Work on several cores gathers what went wrong on each.</summary>
    private static bool IsOutOfMemory(Exception e) => e is OutOfMemoryException || (e is AggregateException many && many.Flatten().InnerExceptions.Any(IsOutOfMemory)) || (e.InnerException is { } inner && IsOutOfMemory(inner));

    private static WorkOrder? Order(StreamReader reader)
    {
        try
        {
            return reader.ReadLine() is { } line ? ContractJson.Read<WorkOrder>(line) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void EndWith(StreamReader server)
    {
        try
        {
            while (server.Read() >= 0)
            {
                // There is nothing more to be said to this process.
            }
        }
        catch (IOException)
        {
            // The pipe is broken: as good as closed.
        }
        Environment.Exit(ExitCode.NotProcessed);
    }
}
