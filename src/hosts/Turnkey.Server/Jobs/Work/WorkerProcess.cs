using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Turnkey.Contracts;

namespace Turnkey.Server.Jobs.Work;

/// <summary>
/// Runs one order in a process of its own, so that a package that takes all memory, never ends or breaks the program takes nothing else with it. Nothing
/// that the process says is believed further than its form: lines are bounded, files are looked at by name.
/// </summary>
internal sealed class WorkerProcess(ServerOptions options, TimeProvider clock)
{
    /// <summary>Most characters of one message.</summary>
    private const int LongestMessage = 1 << 20;

    private const int LongestTrace = 4_000;

    /// <summary>Works until it ends, it takes too long, or <paramref name="stop"/> is called; the process and all it started are gone then.</summary>
    public async Task<WorkOutcome> RunAsync(WorkOrder order, string folder, Action<WorkMessage> progress, CancellationToken stop)
    {
        using var process = Start(folder);
        if (process is null) return new WorkOutcome.Died(-1, "the program that reads packages cannot be started: " + string.Join(' ', WorkerProgram.Of(options)));
        using var limit = new CancellationTokenSource(options.LongestJob, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        // Killed, its pipes close and both readers end: nothing here waits for a process that is not there.
        await using var kill = either.Token.Register(() => Kill(process));
        var trace = TailAsync(process.StandardError);
        WorkMessage? last = null;
        try
        {
            // The pipe stays open: when this server is gone it closes, and the process knows that nobody waits for it.
            await process.StandardInput.WriteLineAsync(ContractJson.Write(order));
            await process.StandardInput.FlushAsync(CancellationToken.None);
            while (await ReadAsync(process.StandardOutput) is { } message)
            {
                last = message;
                if (message.Files is not null || message.Refused is not null) break;
                progress(message);
            }
            if (last?.Files is not null || last?.Refused is not null) process.StandardInput.Close();
            else Kill(process);
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
        }
        catch (Exception broken) when (broken is IOException or JsonException or InvalidDataException)
        {
            Kill(process);
            last = null;
        }
        await process.WaitForExitAsync(CancellationToken.None);
        if (stop.IsCancellationRequested) return new WorkOutcome.Stopped();
        if (limit.IsCancellationRequested) return new WorkOutcome.Refused($"it took longer than the {options.LongestJob.TotalMinutes:0.#} minutes that one job may take; send the design in smaller packages, or ask who runs this installation for more time");
        return last switch
        {
            { Files: { } files } => new WorkOutcome.Done(files),
            { Refused: { } why } => new WorkOutcome.Refused(why),
            _ when (await trace).Contains("Out of memory", StringComparison.OrdinalIgnoreCase) => new WorkOutcome.Refused(TooMuchMemory(options.MostWorkerMemory)),
            _ => new WorkOutcome.Died(process.ExitCode, await trace),
        };
    }

    /// <summary>What a job is refused with that takes more memory than it may.</summary>
    public static string TooMuchMemory(long bytes) =>
        $"it takes more than the {Size(bytes)} of memory that one job may use; leave out what is not needed to make the product, or ask who runs this installation for more";

    private static string Size(long bytes) => bytes >= 1L << 30 ? $"{bytes / (double)(1L << 30):0.#} GB" : $"{bytes >> 20} MB";

    private Process? Start(string folder)
    {
        var program = WorkerProgram.Of(options);
        var start = new ProcessStartInfo(program[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in program.Skip(1)) start.ArgumentList.Add(argument);
        start.ArgumentList.Add("work");
        WorkerEnvironment.Set(start, folder, options.MostWorkerMemory);
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>The next message; null at the end.</summary>
    /// <exception cref="InvalidDataException">It is longer than any message.</exception>
    /// <exception cref="JsonException">It is none.</exception>
    private static async Task<WorkMessage?> ReadAsync(StreamReader output)
    {
        var line = new StringBuilder();
        var letter = new char[1];
        while (await output.ReadAsync(letter) == 1)
        {
            if (letter[0] == '\n') return ContractJson.Read<WorkMessage>(line.ToString());
            if (line.Append(letter[0]).Length > LongestMessage) throw new InvalidDataException("a message without an end");
        }
        return null;
    }

    private static async Task<string> TailAsync(StreamReader error)
    {
        var (tail, buffer) = (new StringBuilder(), new char[1024]);
        for (int read; (read = await error.ReadAsync(buffer)) > 0;)
        {
            tail.Append(buffer, 0, read);
            if (tail.Length > LongestTrace) tail.Remove(0, tail.Length - LongestTrace);
        }
        return tail.ToString();
    }
}
