using System.Collections.Immutable;

namespace Turnkey.Formats.IpcD356;

/// <summary>The records of -356A that are no test points.</summary>
internal sealed partial class NetlistLines
{
    private readonly ImmutableArray<NetlistTrace>.Builder traces = ImmutableArray.CreateBuilder<NetlistTrace>();
    private readonly ImmutableArray<NetlistOutline>.Builder outlines = ImmutableArray.CreateBuilder<NetlistOutline>();
    private readonly ImmutableArray<NetlistAdjacency>.Builder adjacency = ImmutableArray.CreateBuilder<NetlistAdjacency>();
    private readonly ImmutableArray<NetlistImage>.Builder images = ImmutableArray.CreateBuilder<NetlistImage>();
    private readonly ImmutableArray<NetlistMark>.Builder marks = ImmutableArray.CreateBuilder<NetlistMark>();
    private readonly ImmutableArray<NetlistComponent>.Builder components = ImmutableArray.CreateBuilder<NetlistComponent>();
    private readonly ImmutableArray<string>.Builder near = ImmutableArray.CreateBuilder<string>();
    private int nearLine;

    /// <summary>The conductor or outline whose coordinates are being read; null when none is.</summary>
    private NetlistPaths? paths;
    private Func<NetlistPaths, bool>? keepPaths;
    private NetlistComponent? halfComponent;
    private int extras;

    /// <returns>False when the code is none of the format's.</returns>
    private bool ReadExtra(ReadOnlySpan<char> code, ReadOnlySpan<char> line)
    {
        extras++;
        switch (code)
        {
            case "378": BeginTrace(line); return true;
            case "389": BeginOutline(line); return true;
            case "078" or "089": ContinuePaths(line); return true;
            case "379" or "079": ReadAdjacency(line, continues: code[0] == '0'); return true;
            case "309": Keep(Image(line), images); return true;
            case "099": ReadProbe(line); return true;
            case "088": ReadClearance(line); return true;
            case "390" or "090": Keep(Mark(line), marks); return true;
            case "370" or "380": BeginComponent(line); return true;
            case "070" or "080": EndComponent(line); return true;
            default: return false;
        }
    }

    private void BeginTrace(ReadOnlySpan<char> line)
    {
        var text = NetlistText.Columns(line, NetAt, line.Length);
        // Behind the name, which may be longer than its field, stands the layer: L01.
        var name = Math.Min(text.Length, NetLength);
        while (name < text.Length && text[name] != ' ') name++;
        var net = header.Net(NetOf(line), number);
        var written = NetlistText.Capitals(text[name..]);
        var layerAt = written.IndexOf('L');
        if (layerAt < 0 || NetlistText.Integer(written, layerAt + 1, out var end) is not (> 0 and < 1000 and var layer))
        {
            BadPaths("the conductor has no layer");
            return;
        }
        var (at, panel) = (number, header.OfPanel);
        Begin(written[end..], required: true, read =>
        {
            var lines = read.Finish();
            if (read.Aperture is not { } aperture || lines.IsEmpty) return false;
            traces.Add(new NetlistTrace(net, (int)layer, aperture, lines, at) { OfPanel = panel });
            return true;
        });
    }

    private void BeginOutline(ReadOnlySpan<char> line)
    {
        var kind = NetlistText.Field(line, NetAt, NetLength) switch
        {
            var name when name.StartsWith("BOARD", StringComparison.OrdinalIgnoreCase) => NetlistOutlineKind.BoardEdge,
            var name when name.StartsWith("PANEL", StringComparison.OrdinalIgnoreCase) => NetlistOutlineKind.PanelEdge,
            var name when name.StartsWith("SCORE", StringComparison.OrdinalIgnoreCase) => NetlistOutlineKind.ScoreLine,
            _ => NetlistOutlineKind.OtherFabrication,
        };
        var (at, panel) = (number, header.OfPanel);
        var text = NetlistText.Capitals(NetlistText.Columns(line, NetAt, line.Length));
        Begin(text[Math.Max(0, text.IndexOf(' '))..], required: false, read =>
        {
            var lines = read.Finish();
            if (!lines.IsEmpty) outlines.Add(new NetlistOutline(kind, read.Aperture, lines, at) { OfPanel = panel });
            return !lines.IsEmpty;
        });
    }

    private void Begin(ReadOnlySpan<char> text, bool required, Func<NetlistPaths, bool> keep)
    {
        paths = new NetlistPaths(header.Step);
        keepPaths = keep;
        if (!paths.Read(paths.ReadAperture(text, required))) BadPlace();
    }

    private void ContinuePaths(ReadOnlySpan<char> line)
    {
        if (paths is null)
        {
            BadPaths("it continues nothing");
            return;
        }
        // Without a name the coordinates follow at once; with one, they follow it and its layer.
        var text = NetlistText.Capitals(NetlistText.Columns(line, NetAt, line.Length));
        if (text.Length > 0 && text[0] is not (' ' or '*'))
        {
            text = text[(text.IndexOf(' ') is >= 0 and var blank ? blank : text.Length)..].TrimStart(' ');
            if (text.StartsWith("L", StringComparison.Ordinal)) text = text[(text.IndexOf(' ') is >= 0 and var end ? end : text.Length)..];
        }
        if (!paths.Read(text)) BadPlace();
    }

    private void EndPaths()
    {
        if (paths is { } read && keepPaths is { } keep && !keep(read)) BadPaths("it has no size or no coordinates");
        (paths, keepPaths) = (null, null);
    }

    private void BadPlace() => log.Warning("netlist.bad-record", number, "a coordinate cannot be read; the rest of the line was left out");

    private void BadPaths(string why) => log.Warning("netlist.bad-record", number, $"a conductor or outline was left out: {why}");

    /// <summary>A list goes on over its continuation lines; the first name of it is the net itself.</summary>
    private void ReadAdjacency(ReadOnlySpan<char> line, bool continues)
    {
        if (!continues)
        {
            EndAdjacency();
            nearLine = number;
        }
        foreach (var range in line[3..].Split(' '))
        {
            var name = line[3..][range];
            if (!name.IsEmpty) near.Add(header.Net(name.ToString(), number));
        }
        if (nearLine == 0 || near.Count == 0) log.Warning("netlist.bad-record", number, "an adjacency record names no net; left out");
        if (nearLine == 0) near.Clear();
    }

    private void EndAdjacency()
    {
        if (near.Count > 0) adjacency.Add(new NetlistAdjacency(near[0], [.. near.Skip(1)], nearLine) { OfPanel = header.OfPanel });
        near.Clear();
        nearLine = 0;
    }

    private NetlistImage? Image(ReadOnlySpan<char> line)
    {
        var text = NetlistText.Capitals(NetlistText.Columns(line, 3, line.Length));
        var x = NetlistText.PlaceAt(text);
        if (x < 0 || NetlistText.Place(text, x, header.Step, out _) is not { } offset) return null;
        var head = text[..x];
        var turn = ((NetlistText.Code(head, 'R', 360) ?? 0) + 45) / 90 % 4 * 90;
        return new NetlistImage(header.Image, head.Contains("MY", StringComparison.Ordinal), turn, offset, number);
    }

    private void ReadProbe(ReadOnlySpan<char> line)
    {
        // The place on the board begins in column 42; a grid place of the tester may stand before it.
        var text = NetlistText.Capitals(NetlistText.Columns(line, 38, line.Length));
        var x = NetlistText.PlaceAt(text);
        if (records.Count == 0 || x < 0 || NetlistText.Place(text, x, header.Step, out _) is not { } at)
        {
            log.Warning("netlist.bad-record", number, "a test point has no place or no record before it; left out");
            return;
        }
        // Probes of stepped images follow that of the board itself.
        if (records[^1].Probe is not null) return;
        records[^1] = records[^1] with { Probe = new NetlistProbe(at, NetlistText.Code(text[..x], 'T', 999), NetlistText.Field(line, 21, 16)) };
    }

    private void ReadClearance(ReadOnlySpan<char> line)
    {
        var text = NetlistText.Capitals(NetlistText.Columns(line, NetAt + NetLength, line.Length));
        // A place may stand before the size, as in any test record.
        var x = NetlistText.PlaceAt(text);
        if (x >= 0 && NetlistText.Place(text, x, header.Step, out var end) is not null && NetlistText.Sizes(text[end..], header.Step) is not null) text = text[end..];
        if (records.Count > 0 && NetlistText.Sizes(text, header.Step) is { } size) records[^1] = records[^1] with { MaskClearance = size };
        else log.Warning("netlist.bad-record", number, "a mask clearance has no size or no record before it; left out");
    }

    private NetlistMark? Mark(ReadOnlySpan<char> line)
    {
        var text = NetlistText.Capitals(NetlistText.Columns(line, NetAt + NetLength, line.Length));
        var x = NetlistText.PlaceAt(text);
        if (x < 0 || NetlistText.Place(text, x, header.Step, out _) is not { } at) return null;
        // The standard has X before both sizes.
        var sizes = NetlistText.Capitals(NetlistText.Columns(line, 39, 10)).ToString();
        if (sizes.Length > 5 && sizes[5] == 'X') sizes = sizes[..5] + 'Y' + sizes[6..];
        return new NetlistMark(NetlistText.Field(line, NetAt, NetLength), NetlistText.Code(text[..x], 'L', 999), at, NetlistText.Sizes(sizes, header.Step),
            NetlistText.Field(line, 50, line.Length), number)
        {
            Continues = line[0] == '0',
            OfPanel = header.OfPanel,
        };
    }

    private NetlistNode? Node(ReadOnlySpan<char> line)
    {
        var text = NetlistText.Capitals(NetlistText.Columns(line, NetAt + NetLength, 38 - NetAt - NetLength));
        var x = NetlistText.PlaceAt(text);
        return x >= 0 && NetlistText.Place(text, x, header.Step, out _) is { } at ? new NetlistNode(header.Net(NetOf(line), number), NetlistText.Code(text[..x], 'A', 999), at) : null;
    }

    private void BeginComponent(ReadOnlySpan<char> line)
    {
        NetlistComponentKind? kind = NetlistText.Field(line, 39, 1).ToUpperInvariant() switch { "R" => NetlistComponentKind.Resistor, "C" => NetlistComponentKind.Capacitor, "L" => NetlistComponentKind.Inductor, _ => null };
        halfComponent = null;
        if (kind is { } known && Node(line) is { } node && Scaled(line, 41) is { } value)
        {
            halfComponent = new NetlistComponent(NetlistText.Field(line, 65, 14), known, value, Scaled(line, 49), Scaled(line, 57), node, node, number) { Embedded = line[1] == '7', OfPanel = header.OfPanel };
            return;
        }
        log.Warning("netlist.bad-record", number, "a component has no kind, place or value; left out");
    }

    private void EndComponent(ReadOnlySpan<char> line)
    {
        if (halfComponent is { } half && Node(line) is { } node)
        {
            var place = NetlistText.Capitals(NetlistText.Columns(line, 39, 16));
            components.Add(half with
            {
                To = node,
                Centre = place.StartsWith("X", StringComparison.Ordinal) ? NetlistText.Place(place, 0, header.Step, out _) : null,
                Size = NetlistText.Sizes(NetlistText.Capitals(NetlistText.Columns(line, 56, 10)), header.Step),
                Layer = NetlistText.Code(NetlistText.Capitals(NetlistText.Columns(line, 66, 4)), 'L', 99),
            });
        }
        else
        {
            log.Warning("netlist.bad-record", number, "the second half of a component has no first half or no place; left out");
        }
        halfComponent = null;
    }

    /// <summary><c>1234E+1</c>; null when not given.</summary>
    private static double? Scaled(ReadOnlySpan<char> line, int at)
    {
        var text = NetlistText.Columns(line, at, 7);
        if (NetlistText.Integer(text, 0, out var end) is not { } mantissa) return null;
        var exponent = end < text.Length && text[end] is 'E' or 'e' ? Math.Clamp(NetlistText.Integer(text, end + 1, out _) ?? 0, -9, 9) : 0;
        return exponent < 0 ? mantissa / Math.Pow(10, -exponent) : mantissa * Math.Pow(10, exponent);
    }
}
