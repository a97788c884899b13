using System.Xml.Linq;

namespace Turnkey.Architecture.Tests;

/// <summary>The rooms of the house as the project files build them, and as docs/architecture.md allows them.</summary>
internal static class House
{
    /// <summary>What each room may use directly; it may also use what those use. The table of docs/architecture.md.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["foundation/Turnkey.Kernel"] = [],
        ["foundation/Turnkey.Geometry"] = ["Kernel"],
        ["foundation/Turnkey.Designs"] = ["Geometry"],
        ["foundation/Turnkey.Formats"] = ["Designs"],
        ["foundation/Turnkey.Drawing"] = ["Designs"],
        ["foundation/Turnkey.Plants"] = ["Kernel"],
        ["flow/Turnkey.Intake"] = ["Formats"],
        ["flow/Turnkey.Dfx"] = ["Designs", "Plants"],
        ["flow/Turnkey.Sourcing"] = ["Designs", "Plants"],
        ["flow/Turnkey.ProcessPlanning"] = ["Designs", "Plants"],
        ["flow/Turnkey.Quoting"] = ["Dfx", "Sourcing", "ProcessPlanning"],
        ["flow/Turnkey.Contracts"] = ["Designs", "Plants"],
        ["flow/Turnkey.Planning"] = ["Contracts", "ProcessPlanning"],
        ["flow/Turnkey.Production"] = ["ProcessPlanning"],
        ["flow/Turnkey.Shipping"] = ["Production"],
        ["hosts/Turnkey.Documents"] = [.. Flow, "Drawing"],
        ["hosts/Turnkey.Pipeline"] = Flow,
        ["hosts/Turnkey.Storage"] = Flow,
        ["hosts/Turnkey.Server"] = [.. Flow, "Drawing", "Documents", "Pipeline", "Storage"],
        ["hosts/Turnkey.Cli"] = [.. Flow, "Drawing", "Documents", "Pipeline", "Storage", "Server"],
    };

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>C# sources of the rooms, without what builds leave behind.</summary>
    public static IEnumerable<string> Sources =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static string[] Flow => ["Intake", "Dfx", "Sourcing", "ProcessPlanning", "Quoting", "Contracts", "Planning", "Production", "Shipping"];

    /// <summary>Name of the room in the table: <c>flow/Turnkey.Intake</c>.</summary>
    public static string RoomOf(string project) => Path.GetRelativePath(Path.Combine(Root, "src"), Path.GetDirectoryName(project)!).Replace('\\', '/');

    /// <summary>Rooms that a project file refers to, without <c>Turnkey.</c>.</summary>
    public static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))["Turnkey.".Length..]);

    /// <summary>Everything a room may use: its row, and the rows of those.</summary>
    public static IReadOnlySet<string> Reach(string room)
    {
        var reach = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>(Allowed[room]);
        while (pending.TryDequeue(out var next))
        {
            if (!reach.Add(next)) continue;
            foreach (var below in Allowed.Single(row => row.Key.EndsWith("/Turnkey." + next, StringComparison.Ordinal)).Value) pending.Enqueue(below);
        }
        return reach;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Turnkey.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
