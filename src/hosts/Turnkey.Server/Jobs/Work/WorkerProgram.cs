namespace Turnkey.Server.Jobs.Work;

/// <summary>The program that works: this one, or the one that stands beside the server's assembly.</summary>
internal static class WorkerProgram
{
    private const string Name = "turnkey";

    /// <summary>The program and its first arguments.</summary>
    public static IReadOnlyList<string> Of(ServerOptions options)
    {
        if (options.Worker.Count > 0) return options.Worker;
        if (Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self).Equals(Name, StringComparison.OrdinalIgnoreCase)) return [self];
        return [Host(), Path.Combine(AppContext.BaseDirectory, Name + ".dll")];
    }

    /// <summary>The host that runs this process, where it is the general one; else the one on the path.</summary>
    private static string Host() =>
        Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? self : "dotnet";
}
