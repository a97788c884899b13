using System.Text;
using Turnkey.Pipeline;

namespace Turnkey.Cli;

/// <summary>Where a command writes: results on one stream, everything else on the other.</summary>
internal sealed class Terminal : IProgress<Stage>
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream output;
    private readonly Stream error;
    private readonly bool interactive;
    private bool progressShown;

    /// <param name="output">For results.</param>
    /// <param name="error">For messages and progress.</param>
    /// <param name="interactive">A person watches <paramref name="error"/>.</param>
    /// <param name="trace">Show where an unexpected error came from.</param>
    /// <param name="time">What day it is; null: the machine's clock.</param>
    public Terminal(Stream output, Stream error, bool interactive, bool trace, TimeProvider? time = null)
    {
        Time = time ?? TimeProvider.System;
        this.output = output;
        this.error = error;
        this.interactive = interactive;
        Trace = trace;
    }

    public bool Trace { get; }

    public TimeProvider Time { get; }

    /// <summary>The day, in universal time.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    public static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Utf8;
        return new(Console.OpenStandardOutput(), Console.OpenStandardError(), !Console.IsErrorRedirected, Environment.GetEnvironmentVariable("TURNKEY_TRACE") == "1");
    }

    public void Write(string text) => Write(Utf8.GetBytes(text));

    public void Write(ReadOnlySpan<byte> result)
    {
        ClearProgress();
        output.Write(result);
        output.Flush();
    }

    public void Say(string line)
    {
        ClearProgress();
        error.Write(Utf8.GetBytes(line + "\n"));
        error.Flush();
    }

    /// <summary>Shows the stage on a terminal, over the one before.</summary>
    public void Report(Stage value)
    {
        if (!interactive) return;
        progressShown = true;
        error.Write(Utf8.GetBytes($"\r\u001b[2K[{value.Number}/{value.Of}] {value.Name} …"));
        error.Flush();
    }

    public void ClearProgress()
    {
        if (!progressShown) return;
        progressShown = false;
        error.Write("\r\u001b[2K"u8);
        error.Flush();
    }
}
