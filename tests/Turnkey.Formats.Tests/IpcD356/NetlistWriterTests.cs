using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Turnkey.Designs.Boards;
using Turnkey.Formats.IpcD356;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.IpcD356;

/// <summary>Writing and reading back is the identity for all that the format can hold.</summary>
public sealed class NetlistWriterTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20_261_126UL, 357UL).WithMaxTest(100);

    private static readonly Gen<string> Nets = Gen.Elements(
        "GND", "+3V3", "", "/SPI_CLK", "NET-(R35-PAD1)", "A_NET_NAME_OF_MORE_THAN_FOURTEEN", "with blanks in it", "NNAME3", "N/C", "Ω_out", "L01", "X100Y100", "*", new string('n', 58));

    private static Gen<IpcNetlist> Netlists { get; } =
        from unit in Gen.Elements(NetlistUnit.Micrometre, NetlistUnit.TenThousandthInch)
        from records in Record(Step(unit)).ListOf()
        from traces in Trace(Step(unit)).ListOf()
        from outlines in Outline(Step(unit)).ListOf()
        from adjacency in Adjacent.ListOf()
        from marks in Mark(Step(unit)).ListOf()
        from components in Component(Step(unit)).ListOf()
        from images in Image(Step(unit)).ListOf()
        from title in Gen.Elements("", "board 7", "a/b c")
        select new IpcNetlist("board.ipc", "job 1", [.. records], [])
        {
            Unit = unit,
            Title = title,
            Number = "12-34",
            Revision = "B",
            Version = "IPC-D-356A",
            Traces = [.. traces],
            Outline = [.. outlines],
            Adjacency = [.. adjacency],
            Marks = [.. marks],
            Components = [.. components],
            Images = [.. images.Select((image, i) => image with { Number = i + 2 })],
        };

    [Fact]
    public void What_is_written_as_356A_reads_back_the_same() => FsCheck.Check.One(Fixed, Prop.ForAll(Netlists.ToArbitrary(), netlist =>
    {
        var written = IpcNetlistWriter.Write(netlist);
        var read = IpcNetlistReader.Read("board.ipc", written.Content);
        var same = written.Diagnostics.Count == 0 && read.Diagnostics.IsEmpty && Shown(netlist) == Shown(read);
        return same.Label($"{Shown(netlist)}\n---\n{Shown(read)}\n---\n{Encoding.UTF8.GetString(written.Content)}\n{string.Join('\n', read.Diagnostics)}");
    }));

    [Fact]
    public void What_is_written_as_356_reads_back_as_its_test_points() => FsCheck.Check.One(Fixed, Prop.ForAll(Netlists.ToArbitrary(), netlist =>
    {
        // The first edition knows neither spans nor probes nor openings, nor a panel beside the board.
        var plain = netlist with
        {
            Records = [.. netlist.Records.Where(record => !record.OfPanel && record.Feature != NetlistFeature.BlindOrBuried).Select(record => record with { Probe = null, MaskClearance = null })],
            Version = "IPC-D-356",
            Traces = [],
            Outline = [],
            Adjacency = [],
            Marks = [],
            Components = [],
            Images = [],
        };
        var written = IpcNetlistWriter.Write(plain, NetlistEdition.IpcD356);
        var read = IpcNetlistReader.Read("board.ipc", written.Content);
        return written.Diagnostics.Count == 0 && Shown(plain) == Shown(read);
    }));

    [Fact]
    public void No_line_is_longer_than_80_columns_and_fields_stand_in_theirs() => FsCheck.Check.One(Fixed, Prop.ForAll(Netlists.ToArbitrary(), netlist =>
        Encoding.UTF8.GetString(IpcNetlistWriter.Write(netlist).Content).Split('\n').All(line => line.Length <= 80 &&
            (line.Length < 58 || line[0] != '3' || line[2] != '7' || (line[41] == 'X' && line[49] == 'Y')))));

    [Fact]
    public void What_the_format_cannot_hold_is_said()
    {
        var far = new NetlistRecord(NetlistFeature.SurfacePad, new string('n', 60), "CONNECTOR12", "1", new Point(1_000_000_000, 0), null, Plating.Unknown, 1, false, Length.FromMillimetres(12), null, 0, null, 3);
        var netlist = new IpcNetlist("board.ipc", "", [far, far with { At = Point.Origin }], []) { Unit = NetlistUnit.Micrometre };
        var written = IpcNetlistWriter.Write(netlist);
        Assert.Equal(["netlist.name-shortened", "netlist.out-of-range", "netlist.name-shortened", "netlist.out-of-range"], written.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Single(IpcNetlistReader.Read("board.ipc", written.Content).Records);
    }

    [Fact]
    public void Long_designators_are_cut_so_that_no_two_are_alike()
    {
        string[] designators = ["rEXLED1", "rEXLED2", "rEXLE2", "rEXLE~2", "CONNECTOR", "CONNECTION", "A1234567", "B1234567"];
        var netlist = new IpcNetlist("board.ipc", "", [.. designators.Select((one, i) =>
            new NetlistRecord(NetlistFeature.SurfacePad, "A", one, "1", new Point(i * 2_540, 0), null, Plating.Unknown, 1, false, null, null, 0, null, i + 1))], []);

        var written = IpcNetlistWriter.Write(netlist);

        Assert.Equal(["rEXLE1", "rEXL~2", "rEXLE2", "rEXL~3", "CONN~2", "CONNEC", "A34567", "B34567"], IpcNetlistReader.Read("board.ipc", written.Content).Records.Select(record => record.Component));
        Assert.Equal(7, written.Diagnostics.Count);
        Assert.Equal((2, "rEXLED2 has more than 6 characters and is written as rEXL~2"), (written.Diagnostics[1].Line, written.Diagnostics[1].Message));
    }

    [Fact]
    public void The_same_netlist_gives_the_same_bytes()
    {
        var netlist = new IpcNetlist("board.ipc", "job", [new NetlistRecord(NetlistFeature.ThroughHole, "GND", "VIA", "", new Point(2_540, -5_080), Length.FromMils(11.8), Plating.Plated, 0, true, Length.FromMils(23.6), null, 0, 3, 1)], []);
        Assert.Equal(
            "P  JOB   job\nP  CODE  00\nP  UNITS CUST 0\nP  VER   IPC-D-356A\nP  IMAGE PRIMARY\n317GND              VIA        MD0118PA00X+000001Y-000002X0236Y0000R000 S3\n999\n",
            Encoding.UTF8.GetString(IpcNetlistWriter.Write(netlist).Content));
    }

    private static long Step(NetlistUnit unit) => unit == NetlistUnit.Micrometre ? 1_000 : 2_540;

    private static Gen<Point> Place(long step) => Gen.Choose(-999_999, 999_999).Two().Select(pair => new Point(pair.Item1 * step, pair.Item2 * step));

    private static Gen<Length> Size(long step) => Gen.Choose(1, 9_999).Select(size => Length.FromNanometres(size * step));

    private static Gen<NetlistSize> Sizes(long step) => Size(step).Zip(Maybe(Size(step))).Select(pair => new NetlistSize(pair.Item1, pair.Item2));

    private static Gen<T?> Maybe<T>(Gen<T> values) where T : struct => Gen.OneOf(values.Select(value => (T?)value), Gen.Constant((T?)null));

    private static Gen<NetlistRecord> Record(long step) =>
        from feature in Gen.Elements(NetlistFeature.ThroughHole, NetlistFeature.SurfacePad, NetlistFeature.ToolingHole, NetlistFeature.BlindOrBuried, NetlistFeature.Other)
        from net in Nets
        from component in Gen.Elements("", "VIA", "R1", "U100", "J1-A", "TP1234")
        from pin in Gen.Elements("", "1", "AA12", "-", "K")
        from at in Place(step)
        from hole in Maybe(Size(step))
        from plating in Gen.Elements(Plating.Plated, Plating.NonPlated, Plating.Unknown)
        from access in Maybe(Gen.Choose(0, 99))
        from middle in Gen.Elements(true, false)
        from size in Maybe(Sizes(step))
        from turn in Gen.Choose(0, 360)
        from mask in Maybe(Gen.Choose(0, 3))
        from span in Gen.Choose(1, 48).Two()
        from probe in Gen.OneOf(Gen.Constant((NetlistProbe?)null), Place(step).Select(place => (NetlistProbe?)new NetlistProbe(place, 1, "C0000000010")), Place(step).Select(place => (NetlistProbe?)new NetlistProbe(place, null, "X+010000Y+063000")))
        from clearance in Maybe(Sizes(step))
        from panel in Gen.Elements(false, false, true)
        from continues in Gen.Elements(false, true)
        let blind = feature == NetlistFeature.BlindOrBuried
        let pad = blind ? null : size
        select new NetlistRecord(feature, net, component, pin, at, hole, hole is null ? Plating.Unknown : plating, access, middle, pad?.Width, pad?.Height, pad is null ? 0 : turn, mask, 0)
        {
            // Only holes and pads go on; what goes on must follow something of its own section.
            Continues = continues && feature is NetlistFeature.ThroughHole or NetlistFeature.SurfacePad && continues,
            FromLayer = blind ? span.Item1 : null,
            ToLayer = blind ? span.Item2 : null,
            Probe = probe,
            MaskClearance = clearance,
            OfPanel = panel,
        };

    private static Gen<ImmutableArray<ImmutableArray<Point>>> Paths(long step) =>
        Place(step).NonEmptyListOf().Select(points => points.ToImmutableArray()).NonEmptyListOf().Select(paths => paths.ToImmutableArray());

    private static Gen<NetlistTrace> Trace(long step) =>
        from net in Nets
        from layer in Gen.Choose(1, 48)
        from aperture in Sizes(step)
        from paths in Paths(step)
        select new NetlistTrace(net, layer, aperture, paths, 0);

    private static Gen<NetlistOutline> Outline(long step) =>
        from kind in Gen.Elements(NetlistOutlineKind.BoardEdge, NetlistOutlineKind.PanelEdge, NetlistOutlineKind.ScoreLine, NetlistOutlineKind.OtherFabrication)
        from pen in Maybe(Size(step).Select(size => new NetlistSize(size, null)))
        from paths in Paths(step)
        from panel in Gen.Elements(false, true)
        select new NetlistOutline(kind, pen, paths, 0) { OfPanel = panel };

    private static Gen<NetlistAdjacency> Adjacent => Nets.Zip(Nets.ListOf()).Select(pair => new NetlistAdjacency(pair.Item1, [.. pair.Item2], 0));

    private static Gen<NetlistMark> Mark(long step) =>
        from kind in Gen.Elements("MARK_PASS", "IMPED_TEST_REF", "HYPOT_TEST")
        from layer in Maybe(Gen.Choose(0, 48))
        from at in Place(step)
        from size in Maybe(Sizes(step))
        from detail in Gen.Elements("", "CIRCUIT7       50E1D 10E+0 02E0")
        from continues in Gen.Elements(true, false)
        select new NetlistMark(kind, layer, at, size, detail.Length > 30 ? detail[..30] : detail, 0) { Continues = continues };

    private static Gen<NetlistComponent> Component(long step) =>
        from name in Gen.Elements("R153", "", "RESISTOR_NAME")
        from kind in Gen.Elements(NetlistComponentKind.Resistor, NetlistComponentKind.Capacitor, NetlistComponentKind.Inductor)
        from values in Gen.Choose(0, 9_999).Three()
        from places in Place(step).Three()
        from nets in Nets.Two()
        from size in Maybe(Sizes(step))
        from layer in Maybe(Gen.Choose(1, 48))
        select new NetlistComponent(name, kind, values.Item1 * 10, values.Item2, values.Item3 > 5_000 ? null : values.Item3, new NetlistNode(nets.Item1, 0, places.Item1), new NetlistNode(nets.Item2, null, places.Item2), 0)
        {
            Embedded = values.Item1 % 2 == 0,
            Centre = places.Item3,
            Size = size,
            Layer = layer,
        };

    private static Gen<NetlistImage> Image(long step) =>
        Gen.Elements(0, 90, 180, 270).Zip(Place(step)).Zip(Gen.Elements(true, false)).Select(triple => new NetlistImage(2, triple.Item2, triple.Item1.Item1, triple.Item1.Item2, 0));

    /// <summary>All of a netlist but the lines it was read from; the panel's records stand behind the board's.</summary>
    private static string Shown(IpcNetlist netlist) => string.Join('\n',
        [
            netlist.Job, netlist.Title, netlist.Number, netlist.Revision, netlist.Version, netlist.Unit.ToString(),
            .. netlist.Records.OrderBy(record => record.OfPanel).Select(record => (record with { Line = 0 }).ToString()),
            .. netlist.Traces.OrderBy(trace => trace.OfPanel).Select(trace => $"{trace.Net} {trace.Layer} {trace.Aperture} {Shown(trace.Paths)}"),
            .. netlist.Outline.OrderBy(outline => outline.OfPanel).Select(outline => $"{outline.Kind} {outline.Pen} {outline.OfPanel} {Shown(outline.Paths)}"),
            .. netlist.Adjacency.Select(near => $"{near.Net}: {string.Join(',', near.Others)}"),
            .. netlist.Marks.Select(mark => (mark with { Line = 0 }).ToString()),
            .. netlist.Components.Select(component => (component with { Line = 0 }).ToString()),
            .. netlist.Images.Select(image => (image with { Line = 0 }).ToString()),
        ]);

    private static string Shown(ImmutableArray<ImmutableArray<Point>> paths) => string.Join(" * ", paths.Select(path => string.Join(' ', path)));
}
