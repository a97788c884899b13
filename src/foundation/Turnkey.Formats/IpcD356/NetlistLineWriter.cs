using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Designs.Boards;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

/// <summary>Writes the lines of a netlist in their columns, and says what does not fit into them.</summary>
internal sealed class NetlistLineWriter(NetlistNames names, NetlistDesignators designators, NetlistUnit unit, DiagnosticLog log)
{
    private const int Columns = 80;
    private const long MostPlace = 999_999;
    private const long MostSize = 9_999;

    private readonly StringBuilder text = new();
    private readonly StringBuilder line = new();
    private readonly long step = unit.Step().Nanometres;

    public override string ToString() => text.ToString();

    public void End() => text.Append("999\n");

    public void Parameter(string name, string value)
    {
        if (value.Length == 0) return;
        // Names of parameters have four columns and two blanks; aliases have ten, IMAGE one blank.
        line.Append("P  ").Append(name.StartsWith("NNAME", StringComparison.Ordinal) ? name.PadRight(11) : name.PadRight(6));
        foreach (var character in value) line.Append(char.IsControl(character) ? ' ' : character);
        EndLine(72);
    }

    public void Test(NetlistRecord record, bool extended)
    {
        if (Place(record.At) is not { } place)
        {
            log.Error("netlist.out-of-range", record.Line, $"{record.At} has more than six digits; the record was left out");
            return;
        }
        // The first edition has no spans: a through hole reached from where the via starts.
        var blind = record.Feature == NetlistFeature.BlindOrBuried && extended;
        var access = record.Feature == NetlistFeature.BlindOrBuried && !extended ? record.Access ?? record.FromLayer : record.Access;
        line.Append(record.Continues ? '0' : '3').Append(Letter(record.Feature, extended)).Append('7').Append(names[record.Net].PadRight(17));
        line.Append(Designator(record).PadRight(NetlistDesignators.Longest)).Append(record.Pin.Length > 0 || record.Component.Contains('-') ? '-' : ' ').Append(Text(record.Pin, 4, record.Line).PadRight(4)).Append(record.MidPoint ? 'M' : ' ');
        line.Append(record.HoleDiameter is { } hole ? $"D{Size(hole, record.Line)}{(record.Plating switch { Plating.Plated => 'P', Plating.NonPlated => 'U', _ => ' ' })}" : "      ");
        line.Append(access is >= 0 and <= 99 ? $"A{Digits(access.Value, 2)}" : "   ").Append(place);
        if (record.Width is { } width && !blind) line.Append('X').Append(Size(width, record.Line)).Append('Y').Append(Size(record.Height ?? Length.Zero, record.Line));
        else line.Append(' ', 10);
        if (record.Width is not null && blind) log.Warning("netlist.not-written", record.Line, "the pad of a blind or buried via has its own record (027); its size is not written");
        var turn = (int)Math.Round(record.Rotation, MidpointRounding.AwayFromZero);
        if (turn is < 0 or > 360) turn = ((turn % 360) + 360) % 360;
        line.Append(record.Width is not null || turn != 0 ? $"R{Digits(turn, 3)}" : "    ").Append(' ').Append(record.SolderMask is { } mask ? $"S{Digits(mask, 1)}" : "  ");
        if (blind && record is { FromLayer: { } from, ToLayer: { } to }) line.Append($"L{Digits(from, 2)}L{Digits(to, 2)}");
        EndLine(Columns);
        if (extended) Additions(record);
    }

    public void Trace(NetlistTrace trace)
    {
        line.Append("378").Append(names[trace.Net].PadRight(14)).Append($" L{Digits(trace.Layer, 2)} ").Append(Aperture(trace.Aperture, trace.Line));
        Paths("078", trace.Paths, trace.Line);
    }

    public void Outline(NetlistOutline outline)
    {
        var kind = outline.Kind switch { NetlistOutlineKind.BoardEdge => "BOARD_EDGE", NetlistOutlineKind.PanelEdge => "PANEL_EDGE", NetlistOutlineKind.ScoreLine => "SCORE_LINE", _ => "OTHER_FAB" };
        line.Append("389").Append(kind.PadRight(18)).Append(outline.Pen is { } pen ? Aperture(pen, outline.Line) : " ");
        Paths("089", outline.Paths, outline.Line);
    }

    public void Adjacency(NetlistAdjacency near)
    {
        line.Append("379").Append(names[near.Net]);
        foreach (var other in near.Others)
        {
            var name = names[other];
            if (line.Length + 1 + name.Length > Columns)
            {
                EndLine(Columns);
                line.Append("079").Append(name);
            }
            else
            {
                line.Append(' ').Append(name);
            }
        }
        EndLine(Columns);
    }

    public void Image(NetlistImage image)
    {
        if (Place(image.Offset) is { } place) line.Append(image.Mirrored ? "309 MY R" : "309    R").Append(Digits(image.Clockwise, 3)).Append(' ').Append(place);
        else log.Error("netlist.out-of-range", image.Line, $"{image.Offset} has more than six digits; the image was left out");
        EndLine(Columns);
    }

    public void Mark(NetlistMark mark)
    {
        if (Place(mark.At) is not { } place)
        {
            log.Error("netlist.out-of-range", mark.Line, $"{mark.At} has more than six digits; the mark was left out");
            return;
        }
        line.Append(mark.Continues ? "090" : "390").Append(Text(mark.Kind, 14, mark.Line).PadRight(15)).Append(mark.Layer is { } layer ? $"L{Digits(layer, 2)} " : "    ").Append(place).Append(' ');
        line.Append(mark.Size is { } size ? $"X{Size(size.Width, mark.Line)}X{Size(size.Height ?? Length.Zero, mark.Line)}" : new string(' ', 10));
        line.Append(' ').Append(Text(mark.Detail, 30, mark.Line));
        EndLine(Columns);
    }

    public void Component(NetlistComponent component)
    {
        if (Node(component.From) is not { } from || Node(component.To) is not { } to || Scaled(component.Value) is not { } value)
        {
            log.Error("netlist.out-of-range", component.Line, $"the component {component.Name} has a place or value that does not fit; it was left out");
            return;
        }
        var blank = new string(' ', 7);
        var low = component.Low is { } least ? Scaled(least) ?? blank : blank;
        var high = component.High is { } greatest ? Scaled(greatest) ?? blank : blank;
        line.Append(component.Embedded ? "370" : "380").Append(from).Append(component.Kind switch { NetlistComponentKind.Resistor => 'R', NetlistComponentKind.Capacitor => 'C', _ => 'L' });
        line.Append($" {value} {low} {high} ").Append(Text(component.Name, 14, component.Line));
        EndLine(Columns);
        line.Append(component.Embedded ? "070" : "080").Append(to).Append(component.Centre is { } centre ? Place(centre) ?? new string(' ', 16) : new string(' ', 16)).Append(' ');
        line.Append(component.Size is { } size ? $"X{Size(size.Width, component.Line)}Y{Size(size.Height ?? Length.Zero, component.Line)}" : new string(' ', 10));
        line.Append(component.Layer is { } layer ? $" L{Digits(layer, 2)}" : "");
        EndLine(Columns);
    }

    public static string Digits(long value, int digits) => value.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private void Additions(NetlistRecord record)
    {
        if (record.Probe is { } probe && Place(probe.At) is { } place)
        {
            line.Append("099").Append(names[record.Net].PadRight(18)).Append(Text(probe.Assignment, 16, record.Line).PadRight(17)).Append(probe.Access is { } access ? $"T{Digits(access, 2)}" : "   ").Append(place);
            EndLine(Columns);
        }
        if (record.MaskClearance is not { } clearance) return;
        line.Append("088").Append(names[record.Net].PadRight(54)).Append($"X{Size(clearance.Width, record.Line)}Y{Size(clearance.Height ?? Length.Zero, record.Line)}");
        EndLine(Columns);
    }

    private static char Letter(NetlistFeature feature, bool extended) => feature switch
    {
        NetlistFeature.BlindOrBuried => extended ? '0' : '1',
        NetlistFeature.ThroughHole => '1',
        NetlistFeature.SurfacePad => '2',
        NetlistFeature.ToolingHole => '6',
        _ => '3',
    };

    private string? Node(NetlistNode node) =>
        Place(node.At) is { } place ? $"{names[node.Net].PadRight(14)} {(node.Access is { } access ? $"A{Digits(access, 2)}" : "   ")} {place} " : null;

    /// <summary>Four digits and a power of ten; null when that does not hold the value.</summary>
    private static string? Scaled(double value)
    {
        for (var exponent = -9; exponent <= 9; exponent++)
        {
            var mantissa = exponent < 0 ? value * Math.Pow(10, -exponent) : value / Math.Pow(10, exponent);
            if (mantissa is >= 0 and <= 9999.5 && (Math.Abs(mantissa - Math.Round(mantissa)) < 1e-6 || mantissa >= 999.5))
                return $"{Digits((long)Math.Min(Math.Round(mantissa), MostSize), 4)}E{(exponent < 0 ? '-' : '+')}{Digits(Math.Abs(exponent), 1)}";
        }
        return null;
    }

    private string Aperture(NetlistSize size, int at) => $"X{Size(size.Width, at).TrimStart('0').PadLeft(1, '0')}{(size.Height is { } height ? $"Y{Size(height, at).TrimStart('0').PadLeft(1, '0')}" : "")} ";

    /// <summary>Coordinates, over as many continuation lines as they take.</summary>
    private void Paths(string continuation, ImmutableArray<ImmutableArray<Point>> paths, int at)
    {
        var separated = true;
        for (var i = 0; i < paths.Length; i++)
        {
            for (var j = 0; j < paths[i].Length; j++)
            {
                if (Place(paths[i][j]) is not { } place)
                {
                    log.Error("netlist.out-of-range", at, $"{paths[i][j]} has more than six digits; the point was left out");
                    continue;
                }
                var last = j == paths[i].Length - 1 && i < paths.Length - 1;
                if (line.Length + place.Length + 2 > Columns)
                {
                    EndLine(Columns);
                    line.Append(continuation).Append(' ');
                    separated = true;
                }
                if (!separated) line.Append(' ');
                line.Append(place);
                if (last) line.Append('*');
                separated = last;
            }
        }
        EndLine(Columns);
    }

    private string? Place(Point at)
    {
        long x = Steps(at.X), y = Steps(at.Y);
        return Math.Abs(x) > MostPlace || Math.Abs(y) > MostPlace ? null : $"X{(x < 0 ? '-' : '+')}{Digits(Math.Abs(x), 6)}Y{(y < 0 ? '-' : '+')}{Digits(Math.Abs(y), 6)}";
    }

    private string Size(Length size, int at)
    {
        var steps = Steps(size.Nanometres);
        if (steps is >= 0 and <= MostSize) return Digits(steps, 4);
        log.Warning("netlist.out-of-range", at, $"{size} has more than four digits; the nearest size that fits is written");
        return Digits(Math.Clamp(steps, 0, MostSize), 4);
    }

    private long Steps(long nanometres) => (long)Math.Round((decimal)nanometres / step, MidpointRounding.AwayFromZero);

    private string Designator(NetlistRecord record)
    {
        var written = designators[record.Component];
        if (written != record.Component) log.Warning("netlist.name-shortened", record.Line, $"{record.Component} has more than {NetlistDesignators.Longest} characters and is written as {written}");
        return written;
    }

    private string Text(string written, int most, int at)
    {
        if (written.Length <= most) return written;
        log.Warning("netlist.name-shortened", at, $"{written} has more than {most} characters and is cut off");
        return written[..most];
    }

    private void EndLine(int most)
    {
        while (line.Length > 0 && line[^1] == ' ') line.Length--;
        if (line.Length > most) line.Length = most;
        if (line.Length > 0) text.Append(line).Append('\n');
        line.Clear();
    }
}
