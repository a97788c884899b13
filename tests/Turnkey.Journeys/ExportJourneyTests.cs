using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Kernel;
using Turnkey.Pipeline;

namespace Turnkey.Journeys;

/// <summary>A design written anew is the same design.</summary>
public sealed class ExportJourneyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_sample_reads_back_with_the_same_facts_layers_and_holes()
    {
        var journey = Journey.Of("export", Places.Sample, "--out", Path.Combine(folder, "clean"));
        Assert.True(journey.Code == 0, journey.Error);
        var written = Directory.EnumerateFiles(Path.Combine(folder, "clean")).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(written, journey.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        Assert.Contains(Path.Combine(folder, "clean", "sensor-node-In2_Cu.gbr"), written);

        AssertSame(BoardOf(Places.Sample), BoardOf(Path.Combine(folder, "clean")));
        var compared = NetComparison.Of(BoardOf(Path.Combine(folder, "clean")));
        Assert.True(compared is { Netlist: "sensor-node-netlist.ipc", IsEqual: true, Points: > 500 }, compared?.ToString());
    }

    [Fact]
    public void Writing_what_was_written_changes_nothing()
    {
        Journey.Of("export", Places.Sample, "--out", Path.Combine(folder, "once", "sensor-node"));
        Journey.Of("export", Path.Combine(folder, "once", "sensor-node"), "--out", Path.Combine(folder, "twice"));
        Journey.Of("export", Path.Combine(folder, "once", "sensor-node"), "--out", Path.Combine(folder, "thrice"));
        Assert.All(Directory.EnumerateFiles(Path.Combine(folder, "twice")), path => Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(folder, "thrice", Path.GetFileName(path)))));
        // All but the alignment mark, which is that of the package.
        Assert.All(Directory.EnumerateFiles(Path.Combine(folder, "twice")), path =>
            Assert.Equal(Lines(path), Lines(Path.Combine(folder, "once", "sensor-node", Path.GetFileName(path)))));

        static IEnumerable<string> Lines(string path) => File.ReadLines(path).Where(line => !line.Contains("SameCoordinates", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_lists_the_files_with_what_they_hold()
    {
        var files = Journey.Of("export", SmallPackage.Write(Path.Combine(folder, "small")), "--out", Path.Combine(folder, "out"), "--json").Json.GetProperty("files").EnumerateArray().ToArray();
        Assert.Equal(["gerber Copper,L1,Top", "gerber Copper,L2,Bot", "gerber Profile,NP", "gerber Soldermask,Top", "ipc-d-356a Netlist", "xnc Plated,1,2,PTH"],
            files.Select(file => $"{file.GetProperty("format").GetString()} {file.GetProperty("function").GetString()}").Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(new FileInfo(Path.Combine(folder, "out", file.GetProperty("name").GetString()!)).Length, file.GetProperty("bytes").GetInt64()));
    }

    [Fact]
    public void A_given_netlist_is_written_in_the_newer_edition()
    {
        var package = SmallPackage.Write(Path.Combine(folder, "small"));
        File.WriteAllText(Path.Combine(package, "small.ipc"), "P  CODE 00\nP  UNITS CUST 0\nP  DIM   N\n327GND              R1    -1          A01X+001969Y+001969X0197Y0236R000S1\n327VCC              R1    -2          A01X+002362Y+001969X0197Y0236R000S1\n317GND              VIA        MD0118PA00X+000787Y+000787X0236Y0000R000S3\n999\n");
        Journey.Of("export", package, "--out", Path.Combine(folder, "out"));
        Assert.Contains("P  VER   IPC-D-356A", File.ReadAllText(Path.Combine(folder, "out", "small-netlist.ipc")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_netlist_that_copper_is_equal_to_gives_its_names_to_the_one_that_is_made()
    {
        var package = SmallPackage.Write(Path.Combine(folder, "small"));
        // From another origin: 1 mm further left and 2 mm further up.
        File.WriteAllText(Path.Combine(package, "given.ipc"), "P  CODE 00\nP  UNITS CUST 1\n327IN               R1    -1          A01X+004000Y+007000X0500Y0600R000S0\n327A_VERY_LONG_NAME R1    -2          A01X+005000Y+007000X0500Y0600R000S0\n"
            + "327A_VERY_LONG_NAME C1    -1          A01X+009000Y+007000X0500Y0600R000S0\n327OUT              C1    -2          A01X+010000Y+007000X0500Y0600R000S0\n317LOOP             J1    -1    D0300PA00X+001000Y+004000\n317LOOP             J1    -2    D0300PA00X+017000Y+004000\n999\n");
        var journey = Journey.Of("export", package, "--out", Path.Combine(folder, "out"));
        Assert.True(journey.Code == 0, journey.Error);
        Assert.False(File.Exists(Path.Combine(folder, "out", "given.ipc")));
        Assert.Equal(
            [
                "327NNAME1           C1    -1          A01X+010000Y+005000X0500Y0600R000 S0",
                "327NNAME1           R1    -2          A01X+006000Y+005000X0500Y0600R000 S0",
                "327IN               R1    -1          A01X+005000Y+005000X0500Y0600R000 S0",
                "317LOOP             J1    -1    D0300PA00X+002000Y+002000",
                "317LOOP             J1    -2    D0300PA00X+018000Y+002000",
                "327OUT              C1    -2          A01X+011000Y+005000X0500Y0600R000 S0",
            ],
            File.ReadLines(Path.Combine(folder, "out", "small-netlist.ipc")).Where(line => line[0] == '3' && line[2] == '7'));
    }

    [Fact]
    public void A_netlist_that_copper_differs_from_is_written_as_it_was_given_at_the_origin_of_the_layers()
    {
        var package = SmallPackage.Write(Path.Combine(folder, "small"));
        // 100 mm further left and 50 mm further up than the layers.
        File.WriteAllText(Path.Combine(package, "given.ipc"), "P  CODE 00\nP  UNITS CUST 1\n327IN               R1    -1          A01X-095000Y+055000X0500Y0600R000S0\n327MID              R1    -2          A01X-094000Y+055000X0500Y0600R000S0\n"
            + "327OUT              C1    -1          A01X-090000Y+055000X0500Y0600R000S0\n327OUT              C1    -2          A01X-089000Y+055000X0500Y0600R000S0\n999\n");
        var journey = Journey.Of("export", package, "--out", Path.Combine(folder, "out"));
        Assert.Contains("given.ipc: warning export.netlist-differs: copper and netlist differ (1 short, 1 open, 0 without copper); the netlist is written as it was given, moved by (100 mm, -50 mm) to the origin of the layers", journey.Error, StringComparison.Ordinal);
        Assert.Contains("(1 short, 1 open, 0 without copper)", $"({Journey.Of("inspect", package, "--nets").Output.Split("4 places: ")[1].Split('\n')[0]})", StringComparison.Ordinal);
        var written = Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "out"), "*.ipc"));
        Assert.Equal("small-netlist.ipc", Path.GetFileName(written));
        Assert.Equal(["X+005000Y+005000", "X+006000Y+005000", "X+010000Y+005000", "X+011000Y+005000"], File.ReadLines(written).Where(line => line.StartsWith("327", StringComparison.Ordinal)).Select(line => line[41..57]));
        Assert.Equal(Geometry.Point.Origin, NetComparison.Of(BoardOf(Path.Combine(folder, "out")))!.Offset);
    }

    [Fact]
    public void Tooling_holes_alone_that_differ_do_not_keep_a_netlist_from_being_made()
    {
        var package = SmallPackage.Write(Path.Combine(folder, "small"));
        File.WriteAllText(Path.Combine(package, "given.ipc"), "P  CODE 00\nP  UNITS CUST 1\n327IN               R1    -1          A01X+005000Y+005000X0500Y0600R000S0\n327OUT              C1    -2          A01X+011000Y+005000X0500Y0600R000S0\n"
            + "367N/C                          D3200UA00X+010000Y+009000\n999\n");
        var journey = Journey.Of("export", package, "--out", Path.Combine(folder, "out"));
        Assert.Contains("given.ipc: warning export.holes-differ: copper and netlist differ in holes without a net (0 shorts, 0 opens, 0 without copper, 1 tooling hole not as drilled)", journey.Error, StringComparison.Ordinal);
        var lines = File.ReadAllLines(Path.Combine(folder, "out", "small-netlist.ipc"));
        Assert.Contains("327IN               R1    -1          A01X+005000Y+005000X0500Y0600R000 S0", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("367", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("%TF.FilePolarity,Positive*%\n", "%IPNEG*%\n")]
    [InlineData("%TF.FilePolarity,Negative*%\n", "")]
    public void A_negative_copper_layer_is_written_as_the_positive_picture_that_it_means(string attribute, string polarity)
    {
        var package = SmallPackage.Write(Path.Combine(folder, "small"));
        var plane = Path.Combine(package, "small-B_Cu.gbr");
        File.WriteAllText(plane, attribute + polarity + File.ReadAllText(plane).Replace("M02*", "%LPC*%\nX4000000Y2000000D02*\nX5000000Y2000000D01*\nM02*", StringComparison.Ordinal));
        Journey.Of("export", package, "--out", Path.Combine(folder, "out"));

        var written = File.ReadAllText(Path.Combine(folder, "out", "small-B_Cu.gbr"));
        Assert.DoesNotContain("IPNEG", written, StringComparison.Ordinal);
        Assert.Contains("%TF.FilePolarity,Positive*%", written, StringComparison.Ordinal);
        var (before, after) = (BoardOf(package), BoardOf(Path.Combine(folder, "out")));
        Assert.Equal([false, true], before.Copper.Select(layer => layer.Negative));
        Assert.Equal([false, false], after.Copper.Select(layer => layer.Negative));
        var (one, other) = (BoardCopper.Examine(before), BoardCopper.Examine(after));
        // The board less a stroke of 16 mm by 0.2 mm with round ends, of which a piece of 1 mm was cleared again.
        Assert.Equal(200 - (16 * .2) - (Math.PI * .01) + .2 + (Math.PI * .01), other.Layers[1].AreaSquareMillimetres!.Value, 3);
        Assert.Equal(one.Layers[1].AreaSquareMillimetres!.Value, other.Layers[1].AreaSquareMillimetres!.Value, 6);
        Assert.Equal(one.Nets.Nets.Length, other.Nets.Nets.Length);
    }

    [Fact]
    public void Holes_of_tools_without_a_size_are_not_written_and_it_says_so()
    {
        var package = SmallPackage.Write(Path.Combine(folder, "small"));
        File.WriteAllText(Path.Combine(package, "small-PTH.drl"), "M48\nMETRIC,TZ\nT1C0.300\nT2\n%\nG90\nG05\nT1\nX2.0Y2.0\nT2\nX10.0Y2.0\nX18.0Y2.0G85X18.5Y2.0\nT0\nM30\n");
        var journey = Journey.Of("export", package, "--out", Path.Combine(folder, "out"));
        Assert.Contains("small-PTH.drl:11: error export.tool-without-size: 2 holes and slots, the first at (10 mm, 2 mm)", journey.Error, StringComparison.Ordinal);
        var hole = Assert.Single(BoardOf(Path.Combine(folder, "out")).Holes);
        Assert.Equal(Length.FromMillimetres(.3), hole.Diameter);
    }

    [Fact]
    public void Nothing_is_written_where_there_is_nothing()
    {
        Directory.CreateDirectory(Path.Combine(folder, "words"));
        File.WriteAllText(Path.Combine(folder, "words", "readme.txt"), "Nothing but words.\n");
        var journey = Journey.Of("export", Path.Combine(folder, "words"), "--out", Path.Combine(folder, "out"));
        Assert.Equal(1, journey.Code);
        Assert.Contains("export.nothing-to-export", journey.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Fact]
    public void A_package_in_which_nothing_can_be_read_ends_alike_for_all_commands_and_is_identified_all_the_same()
    {
        var package = Directory.CreateDirectory(Path.Combine(folder, "native")).FullName;
        File.WriteAllText(Path.Combine(package, "board.xml"), "<?xml version=\"1.0\"?>\n<IPC-2581 revision=\"C\"></IPC-2581>\n");
        var inspect = Journey.Of("inspect", package, "--json");
        Assert.Equal(1, inspect.Code);
        Assert.Contains("nothing in 'native' can be read", inspect.Error, StringComparison.Ordinal);
        Assert.Equal("ipc-2581", inspect.Json.GetProperty("package").GetProperty("files")[0].GetProperty("format").GetString());
        Assert.Contains("package.no-design-data", inspect.Json.GetProperty("diagnostics").EnumerateArray().Select(one => one.GetProperty("code").GetString()));
        Assert.Equal(1, Journey.Of("export", package, "--out", Path.Combine(folder, "out")).Code);
        Assert.Equal(1, Journey.Of("render", package, "--svg", Path.Combine(folder, "out.svg")).Code);
    }

    [Fact]
    public void A_netlist_by_itself_is_inspected_and_written()
    {
        var package = Directory.CreateDirectory(Path.Combine(folder, "netlist")).FullName;
        File.WriteAllText(Path.Combine(package, "given.ipc"), "P  CODE 00\nP  UNITS CUST 1\n327IN               R1    -1          A01X+005000Y+005000X0500Y0600R000S0\n327OUT              R1    -2          A01X+006000Y+005000X0500Y0600R000S0\n999\n");
        Assert.Equal(0, Journey.Of("inspect", package).Code);
        Assert.Equal(0, Journey.Of("export", package, "--out", Path.Combine(folder, "out")).Code);
    }

    public static TheoryData<string> RealPackages => [.. Places.RealPackageNames.DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(RealPackages))]
    public void A_real_package_reads_back_with_the_same_facts(string name)
    {
        Assert.SkipWhen(name.Length == 0, "no shared/packages beside the repository");
        var package = Path.Combine(Places.RealPackages!, name);
        var journey = Journey.Of("export", package, "--out", Path.Combine(folder, "clean"));
        Assert.True(journey.Code == 0, journey.Error);
        var boards = Boards(package);
        if (boards.Length != 1) return;
        var clean = BoardOf(Path.Combine(folder, "clean"));
        AssertSame(boards[0], clean);
        var compared = NetComparison.Of(clean);
        // What contradicts the copper of the package contradicts that of the written files; nothing else does.
        if (NetComparison.Of(boards[0]) is { IsEqual: false } before) Assert.Equal(before.Shorts.Length, compared?.Shorts.Length);
        else Assert.True(compared is { IsEqual: true } && compared.Netlist.EndsWith("-netlist.ipc", StringComparison.Ordinal), compared?.ToString());
    }

    private static void AssertSame(Board one, Board other)
    {
        Assert.Equal(one.CopperLayers, other.CopperLayers);
        // Arcs of an outline get a centre that is equally far from both ends; where a file rounded them, that moves the edge by some nanometres.
        Near(one.Facts.Width, other.Facts.Width);
        Near(one.Facts.Height, other.Facts.Height);
        Assert.Equal(one.Facts.AreaSquareMillimetres ?? 0, other.Facts.AreaSquareMillimetres ?? 0, 2);
        // A lone cut of a routed contour is a slot like any other in a drill file, and slots of tools without a size are not written.
        var routed = one.Holes.Any(hole => hole.Kind == HoleKind.Route || hole.Diameter <= Length.Zero);
        Assert.Equal(Counted(one.Facts, routed), Counted(other.Facts, routed));
        Assert.Equal(Shown(one.Holes, routed), Shown(other.Holes, routed));
        foreach (var (before, after) in Real(one).Zip(Real(other), (a, b) => (a, b)))
        {
            Assert.Equal((before.Role, before.Side, before.CopperLayer, before.Image.Features.Length), (after.Role, after.Side, after.CopperLayer, after.Image.Features.Length));
        }
    }

    private static IEnumerable<Layer> Real(Board board) =>
        board.Layers.Where(layer => layer.Role is LayerRole.Copper or LayerRole.SolderMask or LayerRole.Paste or LayerRole.Legend && !layer.Negative);

    private static void Near(Length? one, Length? other) => Assert.InRange((one ?? Length.Zero).Nanometres - (other ?? Length.Zero).Nanometres, -100, 100);

    private static BoardFacts Counted(BoardFacts facts, bool routed) => facts with { Width = null, Height = null, AreaSquareMillimetres = null, Slots = routed ? 0 : facts.Slots };

    private static IEnumerable<string> Shown(IEnumerable<Hole> holes, bool routed) =>
        holes.Where(hole => hole.Diameter > Length.Zero).Where(hole => hole.Kind == HoleKind.Round || (hole.Kind == HoleKind.Slot && !routed && !hole.Path.IsArc)).Select(hole => $"{hole.Kind} {hole.Path} {hole.Diameter} {hole.Plating}").Order(StringComparer.Ordinal);

    private static Board BoardOf(string package) => Assert.Single(Boards(package));

    private static Board[] Boards(string package) =>
        [.. Assert.IsType<Inspection.Done>(InspectPipeline.Run(new InspectRequest(package))).Design.Assemblies.Select(assembly => assembly.Board).OfType<Board>()];
}
