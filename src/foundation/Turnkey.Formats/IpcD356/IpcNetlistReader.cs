using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Formats.Excellon;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

/// <summary>
/// Reads IPC-D-356 and -356A netlists. Records have fixed columns, but CAD tools shift them by a column or leave the tail away,
/// so everything behind the pin is found by its letter.
/// </summary>
public static class IpcNetlistReader
{
    private const int MostRecords = 2_000_000;
    private const int NetAt = 3, NetLength = 14, ComponentAt = 20, ComponentLength = 6, PinAt = 27, PinLength = 4, FeatureAt = 31;

    /// <summary>True when the first lines are P and C records and test records of the format.</summary>
    public static bool Recognises(ReadOnlySpan<byte> content)
    {
        var rest = SourceText.Decode(content[..Math.Min(content.Length, 32 * 1024)]).AsSpan();
        var (tests, parameters, foreign) = (0, 0, 0);
        while (SourceText.NextLine(ref rest, out var line) && tests < 20)
        {
            if (line.IsWhiteSpace() || line.StartsWith("C ", StringComparison.Ordinal) || line is "C") continue;
            if (IsTest(line)) tests++;
            else if (line.StartsWith("P  ", StringComparison.Ordinal)) parameters++;
            else if (!char.IsAsciiDigit(line[0])) foreign++;
        }
        return tests > 0 && (parameters > 0 || tests > 2) && foreign <= tests / 4;
    }

    /// <summary>Never fails; records that make no sense become <c>netlist.bad-record</c>.</summary>
    public static IpcNetlist Read(string path, ReadOnlySpan<byte> content)
    {
        var log = new DiagnosticLog(path);
        var records = ImmutableArray.CreateBuilder<NetlistRecord>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var (job, unit, angleInRadians, number, ended) = ("", 2_540L, false, 0, false);
        var rest = SourceText.Decode(content).AsSpan();
        while (SourceText.NextLine(ref rest, out var line))
        {
            number++;
            if (ended || line.IsWhiteSpace()) continue;
            if (line.StartsWith("999", StringComparison.Ordinal)) ended = true;
            else if (line[0] == 'P') ReadParameter(line, names, ref job, ref unit, ref angleInRadians);
            else if (IsTest(line))
            {
                if (records.Count >= MostRecords)
                {
                    log.Error("netlist.too-many", number, $"the netlist has more than {MostRecords} records; the rest was left out");
                    break;
                }
                if (Record(line, unit, angleInRadians, names, number) is { } record) records.Add(record);
                else log.Warning("netlist.bad-record", number, "the record has no place that can be read; left out");
            }
        }
        if (!ended && records.Count > 0) log.Warning("netlist.no-end", number, "the netlist ends without 999: it may be cut off");
        return new IpcNetlist(path, job, records.ToImmutable(), [.. log.ToList()]);
    }

    /// <summary>3x7 and 3xx codes of test points; 378, 379, 389, 390 … describe traces and outlines and have no place of this kind.</summary>
    private static bool IsTest(ReadOnlySpan<char> line) =>
        line.Length > 40 && line[0] == '3' && line[1] is (>= '0' and <= '6') && line[2] is ('7' or '9');

    private static void ReadParameter(ReadOnlySpan<char> line, Dictionary<string, string> names, ref string job, ref long unit, ref bool angleInRadians)
    {
        var words = line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3) return;
        if (words[1] == "JOB") job = string.Join(' ', words[2..]);
        else if (words[1] == "UNITS")
        {
            // CUST 0: 0.0001 inch and degrees; CUST 1 and SI: 0.001 mm and degrees; CUST 2: 0.0001 inch and radians.
            unit = words[2] == "SI" || (words.Length > 3 && words[3] == "1") ? 1_000 : 2_540;
            angleInRadians = words.Length > 3 && words[3] == "2";
        }
        else if (words[1].StartsWith("NNAME", StringComparison.Ordinal) && names.Count < MostRecords) names[words[1]] = words[2];
    }

    private static NetlistRecord? Record(ReadOnlySpan<char> line, long unit, bool angleInRadians, Dictionary<string, string> names, int number)
    {
        var net = Field(line, NetAt, NetLength);
        if (names.TryGetValue(net, out var full)) net = full;
        if (net is "N/C" or "n/c") net = "";
        var (component, pin) = (Field(line, ComponentAt, ComponentLength), Field(line, PinAt, PinLength));
        var at = FeatureAt;
        var midPoint = false;
        Length? hole = null;
        var plating = Plating.Unknown;
        if (at < line.Length && line[at] == 'M') midPoint = true;
        var places = line[at..];
        // X with a sign or six digits begins the place; before it stand hole and access.
        var x = PlaceAt(places);
        if (x < 0) return null;
        var head = places[..x];
        var drill = head.IndexOf('D');
        if (drill >= 0 && Integer(head, drill + 1, out var end) is { } size)
        {
            hole = Length.FromNanometres(Math.Min(size, 1_000_000) * unit);
            plating = end < head.Length && head[end] == 'P' ? Plating.Plated : end < head.Length && head[end] == 'U' ? Plating.NonPlated : Plating.Unknown;
        }
        var accessAt = head.LastIndexOf('A');
        var access = accessAt >= 0 ? Integer(head, accessAt + 1, out _) : null;
        if (Integer(places, x + 1, out var next) is not { } px || next >= places.Length || places[next] != 'Y' || Integer(places, next + 1, out next) is not { } py) return null;
        var point = new Point(Math.Clamp(px, -10_000_000, 10_000_000) * unit, Math.Clamp(py, -10_000_000, 10_000_000) * unit);
        var tail = places[next..];
        var (width, height) = (Size(tail, 'X', unit), Size(tail, 'Y', unit));
        var turn = tail.IndexOf('R');
        var rotation = turn >= 0 && Integer(tail, turn + 1, out _) is { } angle ? angleInRadians ? angle / 1e4 * 180 / Math.PI : angle : 0d;
        var maskAt = tail.LastIndexOf('S');
        var mask = maskAt >= 0 && Integer(tail, maskAt + 1, out _) is >= 0 and <= 3 and var covered ? (int?)covered : null;
        return new NetlistRecord(FeatureOf(line), net, component, pin, point, hole, plating, access is >= 0 and < 1000 ? (int)access : null,
            midPoint, width, height is { Nanometres: 0 } ? null : height, rotation, mask, number);
    }

    private static NetlistFeature FeatureOf(ReadOnlySpan<char> line) => (line[1], line[2]) switch
    {
        ('1', '7') => NetlistFeature.ThroughHole,
        ('2', '7') => NetlistFeature.SurfacePad,
        ('6', '7') => NetlistFeature.ToolingHole,
        ('4', '7') => NetlistFeature.BlindOrBuried,
        _ => NetlistFeature.Other,
    };

    private static string Field(ReadOnlySpan<char> line, int at, int length)
    {
        if (at >= line.Length) return "";
        var field = line.Slice(at, Math.Min(length, line.Length - at)).Trim().ToString();
        return field;
    }

    private static int PlaceAt(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] == 'X' && (text[i + 1] is '+' or '-' or ' ' || char.IsAsciiDigit(text[i + 1]))) return i;
        }
        return -1;
    }

    private static Length? Size(ReadOnlySpan<char> tail, char axis, long unit)
    {
        var at = tail.IndexOf(axis);
        return at >= 0 && Integer(tail, at + 1, out _) is >= 0 and <= 10_000_000 and var size ? Length.FromNanometres(size * unit) : null;
    }

    private static long? Integer(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        while (end < text.Length && text[end] == ' ') end++;
        var start = end;
        if (end < text.Length && text[end] is ('+' or '-')) end++;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return long.TryParse(text[start..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
