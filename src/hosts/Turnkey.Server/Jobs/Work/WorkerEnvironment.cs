using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Turnkey.Server.Jobs.Work;

/// <summary>The environment of a process that reads what strangers sent: made anew, so that no password of the installation is in it.</summary>
internal static class WorkerEnvironment
{
    /// <summary>What a .NET program needs to start at all.</summary>
    private static readonly string[] Kept = ["PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "SystemRoot", "LANG"];

    public static void Set(ProcessStartInfo start, string temporary, long memory)
    {
        var environment = start.Environment;
        var kept = Kept.Where(environment.ContainsKey).Select(name => (name, environment[name])).ToArray();
        environment.Clear();
        foreach (var (name, value) in kept) environment[name] = value;
        // A program that was not started by its host has to find the .NET that runs this one.
        if (!environment.ContainsKey("DOTNET_ROOT")) environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        foreach (var name in (string[])["TMPDIR", "TEMP", "TMP"]) environment[name] = temporary;
        environment["DOTNET_GCHeapHardLimit"] = memory.ToString("X", CultureInfo.InvariantCulture);
        // Where an unexpected error came from goes to the log of who runs the installation.
        environment["TURNKEY_TRACE"] = "1";
        // No door for debuggers, no dump of a customer's design.
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["DOTNET_DbgEnableMiniDump"] = "0";
    }
}
