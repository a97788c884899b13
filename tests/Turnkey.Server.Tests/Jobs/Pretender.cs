using System.Globalization;

namespace Turnkey.Server.Tests.Jobs;

/// <summary>Programs in place of the real one, for what the real one does only on bad days. They speak its language: a line in, lines out.</summary>
internal static class Pretender
{
    /// <summary>Says that it works, and goes on for ever.</summary>
    public static IReadOnlyList<string> Endless(string folder) => Script(folder, "endless", "read order; echo '{\"stage\":\"pretending\",\"permille\":100}'; sleep 600 & echo $! > \"" + folder + "/grandchild\"; wait");

    /// <summary>Dies at each of the first <paramref name="times"/> starts; then it is the real one.</summary>
    public static IReadOnlyList<string> Dying(string folder, int times)
    {
        var count = Path.Combine(folder, "starts");
        return Script(folder, "dying", $"echo x >> '{count}'; if [ $(wc -l < '{count}') -le {times.ToString(CultureInfo.InvariantCulture)} ]; then kill -9 $$; fi; exec {Real}");
    }

    /// <summary>Writes its environment down, and is the real one.</summary>
    public static IReadOnlyList<string> Listing(string folder) => Script(folder, "listing", $"env > '{Path.Combine(folder, "environment")}'; exec {Real}");

    /// <summary>Says what it likes.</summary>
    public static IReadOnlyList<string> Saying(string folder, string line) => Script(folder, "saying", $"read order; printf '%s\\n' '{line}'");

    private static string Real => $"{Installation.Worker[0]} '{Installation.Worker[1]}' \"$@\"";

    private static IReadOnlyList<string> Script(string folder, string name, string body)
    {
        var path = Path.Combine(folder, name + ".sh");
        File.WriteAllText(path, body + "\n");
        return ["/bin/sh", path];
    }
}
