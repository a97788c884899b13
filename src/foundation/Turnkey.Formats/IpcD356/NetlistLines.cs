using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

/// <summary>Reads a netlist line by line. Continuation records (their code begins with 0) go to the record they follow.</summary>
internal sealed partial class NetlistLines(DiagnosticLog log)
{
    private const int MostRecords = 2_000_000;
    private const int NetAt = 3, NetLength = 14, ComponentAt = 20, DashAt = 26, PinAt = 27, PinLength = 4, HoleAt = 31, SpansAt = 74;

    private readonly NetlistHeader header = new(log);
    private readonly ImmutableArray<NetlistRecord>.Builder records = ImmutableArray.CreateBuilder<NetlistRecord>();
    private int number;

    /// <summary>True once 999 was read.</summary>
    public bool Ended { get; private set; }

    /// <summary>A test record that stands alone: 307, 317, 327, 337, 347, 367 …</summary>
    public static bool IsTest(ReadOnlySpan<char> line) => line.Length > 2 && line[0] == '3' && line[1] is >= '0' and <= '6' && line[2] == '7';

    public void Read(ReadOnlySpan<char> line)
    {
        number++;
        if (line.IsWhiteSpace() || line[0] is 'C' or 'c') return;
        if (line[0] is 'P' or 'p')
        {
            header.Read(line, number);
            return;
        }
        var code = NetlistText.Columns(line, 0, 3);
        if (code is "999")
        {
            Ended = true;
            return;
        }
        if (records.Count + extras >= MostRecords)
        {
            log.Error("netlist.too-many", number, $"the netlist has more than {MostRecords} records; the rest was left out");
            Ended = true;
            return;
        }
        if (code is not ("078" or "089")) EndPaths();
        if (code is not "079") EndAdjacency();
        if (IsTest(line) || code is "017" or "027") Keep(Record(line), records);
        else if (!ReadExtra(code, line)) Unknown(code);
    }

    public IpcNetlist Finish(string path)
    {
        EndPaths();
        EndAdjacency();
        if (!Ended && records.Count > 0) log.Warning("netlist.no-end", number, "the netlist ends without 999: it may be cut off");
        return new IpcNetlist(path, header.Job, records.ToImmutable(), [.. log.ToList()])
        {
            Unit = header.Unit,
            SaysUnit = header.SaysUnit,
            Title = header.Title,
            Number = header.Number,
            Revision = header.Revision,
            Version = header.Version,
            Traces = traces.ToImmutable(),
            Outline = outlines.ToImmutable(),
            Adjacency = adjacency.ToImmutable(),
            Images = images.ToImmutable(),
            Marks = marks.ToImmutable(),
            Components = components.ToImmutable(),
        };
    }

    private void Keep<T>(T? read, ICollection<T> into) where T : class
    {
        if (read is not null) into.Add(read);
        else log.Warning("netlist.bad-record", number, "the record has no place that can be read; left out");
    }

    private void Unknown(ReadOnlySpan<char> code)
    {
        if (char.IsAsciiDigit(code[0])) log.Info("netlist.unknown-record", number, $"records of the code {code} are not known; left out");
        else log.Warning("netlist.bad-record", number, "the line is no record of the format; left out");
    }

    private NetlistRecord? Record(ReadOnlySpan<char> line)
    {
        // The dash between designator and pin says by how much a tool has shifted the columns behind the net.
        var shift = Dash(line) - DashAt;
        var component = NetlistText.Field(line, ComponentAt, DashAt - ComponentAt + shift);
        var pin = NetlistText.Field(line, PinAt + shift, PinLength);
        var places = NetlistText.Capitals(NetlistText.Columns(line, HoleAt + shift, line.Length));
        // Where X, a sign and digits begin is the place; before it stand hole and access.
        var x = NetlistText.PlaceAt(places);
        if (x < 0 || NetlistText.Place(places, x, header.Step, out var next) is not { } at) return null;
        var head = places[..x];
        var (hole, plating) = Hole(head);
        var tail = places[next..];
        var feature = FeatureOf(line);
        var (from, to) = feature == NetlistFeature.BlindOrBuried ? Span(line) : (null, null);
        var size = NetlistText.Sizes(tail, header.Step);
        return new NetlistRecord(feature, header.Net(NetOf(line), number), component, pin, at, hole, plating, NetlistText.Code(head, 'A', 999),
            head.StartsWith("M", StringComparison.Ordinal), size?.Width, size?.Height, Rotation(tail), NetlistText.Code(tail, 'S', 3), number)
        {
            Continues = line[0] == '0',
            FromLayer = from,
            ToLayer = to,
            OfPanel = header.OfPanel,
        };
    }

    /// <summary>The name's field, and what of a longer name stands in the blank columns behind it.</summary>
    private static string NetOf(ReadOnlySpan<char> line)
    {
        var end = Math.Min(NetAt + NetLength, line.Length);
        while (end < Math.Min(ComponentAt, line.Length) && line[end] != ' ') end++;
        return NetlistText.Field(line, NetAt, end - NetAt);
    }

    private static int Dash(ReadOnlySpan<char> line)
    {
        foreach (var at in (ReadOnlySpan<int>)[DashAt, DashAt - 1, DashAt + 1])
        {
            if (at < line.Length && line[at] == '-') return at;
        }
        return DashAt;
    }

    private (Length? Diameter, Plating Plating) Hole(ReadOnlySpan<char> head)
    {
        var drill = head.IndexOf('D');
        if (drill < 0 || NetlistText.Integer(head, drill + 1, out var end) is not (>= 0 and var size)) return (null, Plating.Unknown);
        var letter = end < head.Length ? head[end] : ' ';
        return (Length.FromNanometres(size * header.Step), letter switch { 'P' => Plating.Plated, 'U' => Plating.NonPlated, _ => Plating.Unknown });
    }

    private double Rotation(ReadOnlySpan<char> tail)
    {
        var turn = tail.IndexOf('R');
        if (turn < 0 || NetlistText.Integer(tail, turn + 1, out _) is not { } angle) return 0;
        return header.Radians ? angle / 1e4 * 180 / Math.PI : angle;
    }

    private static (int? From, int? To) Span(ReadOnlySpan<char> line)
    {
        // Behind column 74: L01L03. Found by the letters, because lines are shifted and trimmed.
        var tail = NetlistText.Capitals(NetlistText.Columns(line, SpansAt - 4, line.Length));
        var first = tail.IndexOf('L');
        if (first < 0 || NetlistText.Integer(tail, first + 1, out var end) is not (> 0 and < 1000 and var from)) return (null, null);
        return NetlistText.Code(tail[end..], 'L', 999) is > 0 and var to ? ((int)from, to) : ((int)from, null);
    }

    private static NetlistFeature FeatureOf(ReadOnlySpan<char> line) => line[1] switch
    {
        '0' => NetlistFeature.BlindOrBuried,
        '1' => NetlistFeature.ThroughHole,
        '2' => NetlistFeature.SurfacePad,
        '4' or '6' => NetlistFeature.ToolingHole,
        _ => NetlistFeature.Other,
    };
}
