using System.Xml.Linq;

namespace Turnkey.Architecture.Tests;

public sealed class RoomTests
{
    [Fact]
    public void Every_project_is_a_room_of_the_table() =>
        Assert.Empty(House.Projects.Select(House.RoomOf).Where(room => !House.Allowed.ContainsKey(room)));

    [Fact]
    public void A_room_uses_only_what_its_row_allows()
    {
        var trespasses =
            from project in House.Projects
            let room = House.RoomOf(project)
            let reach = House.Reach(room)
            from used in House.References(project)
            where !reach.Contains(used)
            select $"{room} may not use {used}";
        Assert.Empty(trespasses);
    }

    [Fact]
    public void The_table_itself_has_no_circle() =>
        Assert.Empty(House.Allowed.Keys.Where(room => House.Reach(room).Contains(room[(room.IndexOf('.', StringComparison.Ordinal) + 1)..])));

    [Fact]
    public void The_architecture_document_names_every_room()
    {
        var document = File.ReadAllText(Path.Combine(House.Root, "docs", "architecture.md"));
        Assert.Empty(House.Projects.Select(Path.GetFileNameWithoutExtension).Where(project => !document.Contains($"`{project}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = XDocument.Load(Path.Combine(House.Root, "Turnkey.slnx")).Descendants("Project").Select(project => project.Attribute("Path")!.Value).ToHashSet();
        var all = new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(House.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(House.Root, path).Replace('\\', '/'));
        Assert.Empty(all.Where(project => !listed.Contains(project)));
    }

    [Fact]
    public void No_project_pins_a_package_version_of_its_own()
    {
        var pinned = from project in House.Projects
                     from package in XDocument.Load(project).Descendants("PackageReference")
                     where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
                     select $"{House.RoomOf(project)}: {package.Attribute("Include")?.Value}";
        Assert.Empty(pinned);
    }
}
