using System.Text.RegularExpressions;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Intake.Packages;

namespace Turnkey.Intake.Tests.Boards;

/// <summary>
/// Nets traced from the copper against what others wrote down: the netlists of real packages (not part of the project), and the boards that our samples
/// were plotted from.
/// </summary>
public sealed partial class NetTests
{
    [Theory]
    [InlineData("sensor-node", "source/sensor-node.kicad_pcb")]
    [InlineData("sensor-kit/boards/button", "source/button-board.kicad_pcb")]
    public void A_sample_has_the_nets_that_it_was_drawn_with(string package, string drawn)
    {
        var samples = Path.Combine(Up("samples")!, "samples");
        var board = Read(Path.Combine(samples, package));
        var comparison = NetComparison.Of(board)!;

        Assert.True(comparison.IsEqual, string.Join("\n", comparison.Diagnostics));
        var nets = NetOfPad().Matches(File.ReadAllText(Path.Combine(samples, drawn))).Select(match => match.Groups[1].Value).Where(name => name.Length > 0);
        Assert.Equal(nets.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), CopperNets.Trace(board).Nets.Where(net => net.IsNamed).Select(net => net.Name));
    }

    [Theory]
    [InlineData("fomu-pvt1", 396, 0, 0, 0)]
    // Its route file has four mounting slots without the size of their tool.
    [InlineData("allegro-sample", 489, 0, 0, 4)]
    // Six resistors have a bridge of copper between their pads, to be cut where the part is to be used: R20, R28 and R31 (all to +3V3), R34, R35, R36.
    // Five pads without a net lie in the ground copper: the paddle of U3 and the shell of J1.
    [InlineData("upduino-v3", 481, 6, 5, 0)]
    public void The_copper_is_what_the_netlist_says(string package, int points, int joints, int notIsolated, int holes)
    {
        var comparison = NetComparison.Of(RealBoard(package))!;

        Assert.NotEqual(NetComparison.Stated, comparison.Netlist);
        Assert.Equal(points, comparison.Points);
        Assert.Empty(comparison.Opens);
        Assert.Empty(comparison.Unconnected);
        Assert.Equal((notIsolated, holes), (comparison.NotIsolated.Length, comparison.Holes.Length));
        Assert.Equal(joints == 0 ? [] : ["R20", "R28", "R31", "R34", "R35", "R36"], comparison.Shorts.SelectMany(one => one.Meetings).Select(meeting => meeting.Part).Order(StringComparer.Ordinal));
        Assert.All(comparison.Shorts.SelectMany(one => one.Meetings), meeting => Assert.All([meeting.PinA, meeting.PinB], pin => Assert.StartsWith(meeting.Part + ".", pin, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("corne-chocolate", 0)]
    // T1 is a net tie, which its designator does not say.
    [InlineData("bitaxe-gamma", 1)]
    public void The_copper_is_what_its_own_names_say(string package, int shorts)
    {
        var comparison = NetComparison.Of(RealBoard(package))!;

        Assert.Equal(NetComparison.Stated, comparison.Netlist);
        Assert.Empty(comparison.Opens);
        Assert.Equal(shorts, comparison.Shorts.Length);
        Assert.All(comparison.Shorts.SelectMany(one => one.Meetings), meeting => Assert.Equal(("T1", "T1.1", "T1.2"), (meeting.Part, meeting.PinA, meeting.PinB)));
    }

    /// <summary>Two ways that share nothing but the reading: touching primitives, and the union of areas.</summary>
    [Theory]
    [InlineData("allegro-sample")]
    [InlineData("openffboard")]
    [InlineData("simplefoc-shield")]
    public void Each_layer_has_as_many_nets_of_its_own_as_its_area_has_islands(string package)
    {
        var board = RealBoard(package);
        foreach (var (layer, facts) in board.Copper.Zip(BoardCopper.Examine(board).Layers))
        {
            Assert.Equal(facts.Islands, CopperNets.Trace(board with { Layers = [layer], Holes = [.. board.Holes.Where(hole => hole.Plating == Plating.NonPlated)], Netlist = null }).Nets.Length);
        }
    }

    [GeneratedRegex("""\(pad (?:(?!\(pad ).)*?\(net \d+ "([^"]*)"\)""", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NetOfPad();

    private static Board RealBoard(string package)
    {
        var root = Up("shared/packages");
        Assert.SkipUnless(root is not null, "no shared/packages beside the repository");
        var path = Path.Combine(root, "shared", "packages", package);
        Assert.SkipUnless(Directory.Exists(path), $"no {package} among the packages");
        return Read(path);
    }

    private static Board Read(string path)
    {
        var opened = Assert.IsType<PackageOpening.Opened>(PackageReader.Open(path, PackageLimits.Default));
        return PackageIntake.Read(opened.Package, new IntakeOptions([])).Assemblies.First().Board!;
    }

    /// <summary>The nearest folder above the tests that has <paramref name="child"/>.</summary>
    private static string? Up(string child)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, child))) return folder.FullName;
        }
        return null;
    }
}
