namespace Turnkey.Pipeline;

/// <summary>What made a result.</summary>
public static class Engine
{
    /// <summary>Version of the results' members; more may be added to one version, none renamed.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Version of the program as <c>1.2.3</c>; the same for every build of one source.</summary>
    public static string Version { get; } = typeof(Engine).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
