using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Turnkey.Server.Tests.Crashes;

/// <summary>A real <c>turnkey serve</c> on a folder: started, killed without a word, started again on the same address.</summary>
internal sealed class ServeProcess(IReadOnlyList<string> program, string folder) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient probe = new() { Timeout = TimeSpan.FromSeconds(10) };
    private Process? process;

    public string Address { get; } = "http://127.0.0.1:" + FreePort();

    /// <summary>Starts it; returns how long it took until it could work.</summary>
    public async Task<TimeSpan> StartAsync(CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo(program[0]) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in program.Skip(1).Concat(["serve", "--data", folder, "--listen", Address, "--workers", "1"])) start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"the server ended with {process.ExitCode} as it started");
            try
            {
                using var answer = await probe.GetAsync(Address + "/ready", cancel);
                if (answer.StatusCode == HttpStatusCode.OK) return clock.Elapsed;
            }
            catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested && clock.Elapsed < Patience)
            {
                // Not yet; or the machine has so much else to do that it did not answer in time.
            }
            await Task.Delay(5, cancel);
        }
    }

    /// <summary>kill -9, of the server alone: what it started finds out by itself.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Asks it to end, as a service manager does; returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        var code = process.ExitCode;
        process.Dispose();
        process = null;
        return code;
    }

    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        probe.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
