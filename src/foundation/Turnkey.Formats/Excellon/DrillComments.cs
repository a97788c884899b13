using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Formats.Attributes;

namespace Turnkey.Formats.Excellon;

/// <summary>What the comments of a drill file say: formats, plating, layers, tool sizes. Machines skip them, readers must not.</summary>
internal sealed class DrillComments
{
    public FormatStatement Statement { get; private set; } = FormatStatement.Nothing;
    public Plating? FilePlating { get; private set; }
    public int? FromLayer { get; private set; }
    public int? ToLayer { get; private set; }
    public string? Software { get; private set; }
    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Of tools defined from here on (<c>;TYPE=</c>, aperture attributes).</summary>
    public Plating? ToolPlating { get; private set; }
    public HoleFunction ToolFunction { get; private set; }

    /// <summary>Tools that only a comment describes, by number.</summary>
    public Dictionary<int, DrillTool> Tools { get; } = [];

    /// <summary>First tool number of the plated and non-plated range (Fritzing).</summary>
    public int? PlatedFrom { get; private set; }
    public int? NonPlatedFrom { get; private set; }

    private bool typesSeen;
    private bool mixedTypes;

    /// <summary>The plating that <c>;TYPE=</c> gives the whole file, when it says only one.</summary>
    public Plating? OnlyType => typesSeen && !mixedTypes ? ToolPlating : null;

    public void Read(ReadOnlySpan<char> comment, int line)
    {
        var text = comment.Trim().TrimStart(';').Trim();
        if (text.IsEmpty) return;
        if (text.StartsWith("#@!", StringComparison.Ordinal)) ReadAttribute(text[3..].Trim());
        else if (text.StartsWith("TF.", StringComparison.Ordinal) || text.StartsWith("TA.", StringComparison.Ordinal) || text is "TD") ReadAttribute(text);
        else if (text.StartsWith("TYPE=", StringComparison.OrdinalIgnoreCase)) ReadType(text[5..]);
        else if (StartsWithWord(text, "GenerationSoftware") || text.StartsWith("DRILL file {", StringComparison.OrdinalIgnoreCase) || StartsWithWord(text, "EasyEDA")) ReadSoftware(text);
        else if (text.Contains("FORMAT", StringComparison.OrdinalIgnoreCase)) ReadFormat(text);
        else if (text.Contains("HOLES START AT T", StringComparison.OrdinalIgnoreCase)) ReadRange(text);
        else if (text.StartsWith("Layer:", StringComparison.OrdinalIgnoreCase)) FilePlating ??= DrillFileName.PlatingOf(text[6..].Trim());
        else if (text.StartsWith("FILE ", StringComparison.OrdinalIgnoreCase) && text.Contains("layers", StringComparison.OrdinalIgnoreCase)) ReadLayers(text);
        else if (text.Contains("Holesize", StringComparison.OrdinalIgnoreCase) || text.Contains("Hole size", StringComparison.OrdinalIgnoreCase)) ReadHoleSize(text, line);
        else if (text[0] is 'T' or 't') ReadToolLine(text, line);
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private void ReadSoftware(ReadOnlySpan<char> text) => Software ??= text.TrimEnd("*%").ToString();

    /// <summary>X2 attributes in comments, as KiCad writes them and XNC demands.</summary>
    private void ReadAttribute(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd("*%");
        if (text.StartsWith("TD", StringComparison.Ordinal))
        {
            (ToolPlating, ToolFunction) = (null, HoleFunction.Unstated);
            return;
        }
        if (text.Length < 4 || text[2] != '.') return;
        var comma = text.IndexOf(',');
        if (comma is 0 or 1) return;
        var name = (comma < 0 ? text[2..] : text[2..comma]).Trim().ToString();
        var value = comma < 0 ? "" : text[(comma + 1)..].Trim().ToString();
        var fields = value.Split(',');
        if (text[1] == 'A' && name == ".AperFunction")
        {
            ToolPlating = PlatingOf(fields[0]);
            ToolFunction = fields.Length > 2 ? FunctionNames.Hole(fields[2].Trim(), fields.Length > 3 ? fields[3].Trim() : null) : FunctionNames.Hole(fields[0].Trim());
            return;
        }
        if (text[1] != 'F' || Attributes.Count >= 100) return;
        Attributes[name] = value;
        if (name == ".GenerationSoftware") Software = value;
        if (name != ".FileFunction") return;
        FilePlating = PlatingOf(fields[0]) ?? FilePlating;
        if (fields.Length < 3 || !TryInteger(fields[1], out var from) || !TryInteger(fields[2], out var to)) return;
        // Whether the last layer is the bottom is not known here; a through hole says PTH or NPTH, only blind and buried need their layers.
        var through = fields.Length < 4 || !(fields[3].Equals("Blind", StringComparison.OrdinalIgnoreCase) || fields[3].Equals("Buried", StringComparison.OrdinalIgnoreCase));
        (FromLayer, ToLayer) = through && from == 1 ? ((int?)null, (int?)null) : (from, to);
    }

    private static bool TryInteger(string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value) && value is > 0 and < 1000;

    private static Plating? PlatingOf(string word) => word.Trim() switch
    {
        "Plated" => Plating.Plated,
        "NonPlated" => Plating.NonPlated,
        _ => null,
    };

    private void ReadType(ReadOnlySpan<char> value)
    {
        var type = value.StartsWith("NON", StringComparison.OrdinalIgnoreCase) ? Plating.NonPlated
            : value.StartsWith("PLATED", StringComparison.OrdinalIgnoreCase) ? Plating.Plated : (Plating?)null;
        if (type is null) return;
        mixedTypes |= typesSeen && type != ToolPlating;
        typesSeen = true;
        ToolPlating = type;
    }

    /// <summary><c>FILE_FORMAT=2:4</c>; <c>FORMAT={3:3/ absolute / metric / suppress leading zeros}</c>.</summary>
    private void ReadFormat(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || text[i + 1] is not (':' or '.') || !char.IsAsciiDigit(text[i + 2])) continue;
            if ((i > 0 && char.IsAsciiDigit(text[i - 1])) || (i + 3 < text.Length && char.IsAsciiDigit(text[i + 3]))) continue;
            if (text[i] <= '6' && text[i + 2] <= '7') Statement = Statement.WithDigits(text[i] - '0', text[i + 2] - '0', FormatOrigin.Header);
            break;
        }
        if (text.Contains("metric", StringComparison.OrdinalIgnoreCase)) Statement = Statement.WithUnit(DrillUnit.Millimetre, FormatOrigin.Header);
        else if (text.Contains("inch", StringComparison.OrdinalIgnoreCase)) Statement = Statement.WithUnit(DrillUnit.Inch, FormatOrigin.Header);
        if (text.Contains("suppress leading", StringComparison.OrdinalIgnoreCase)) Statement = Statement.WithZeros(ZeroSuppression.Leading, FormatOrigin.Header);
        else if (text.Contains("suppress trailing", StringComparison.OrdinalIgnoreCase)) Statement = Statement.WithZeros(ZeroSuppression.Trailing, FormatOrigin.Header);
        else if (text.Contains("keep zeros", StringComparison.OrdinalIgnoreCase)) Statement = Statement.WithZeros(ZeroSuppression.None, FormatOrigin.Header);
    }

    private void ReadRange(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf("AT T", StringComparison.OrdinalIgnoreCase) + 4;
        var number = DrillNumber.Read(text, ref at);
        if (!number.IsPresent || number.Magnitude > 9999) return;
        if (text.StartsWith("NON", StringComparison.OrdinalIgnoreCase)) NonPlatedFrom = (int)number.Magnitude;
        else PlatedFrom = (int)number.Magnitude;
    }

    /// <summary>Allegro: <c>FILE  : ncdrill-1-2.drl for … layers TOP and L2_GND</c>. Names of inner layers mean nothing without the stack-up; the file's name has the numbers.</summary>
    private void ReadLayers(ReadOnlySpan<char> text)
    {
        if (text.Contains("layers TOP and BOTTOM", StringComparison.OrdinalIgnoreCase)) return;
        var colon = text.IndexOf(':');
        var end = text.IndexOf(" for ", StringComparison.OrdinalIgnoreCase);
        if (colon < 0 || end <= colon) return;
        (FromLayer, ToLayer) = DrillFileName.SpanOf(text[(colon + 1)..end].Trim());
    }

    /// <summary><c>Holesize 1 = 0.301 mm</c>; <c>T01 Holesize 1. = 12.000000 Tolerance = … PLATED MILS Quantity = 241</c>.</summary>
    private void ReadHoleSize(ReadOnlySpan<char> text, int line)
    {
        int? number = null;
        if (text[0] is 'T' or 't')
        {
            var start = 1;
            var tool = DrillNumber.Read(text, ref start);
            if (tool is { IsPresent: true, HasPoint: false }) number = Tool(tool);
        }
        var at = text.IndexOf("size", StringComparison.OrdinalIgnoreCase) + 4;
        var index = DrillNumber.Read(text, ref at);
        number ??= Tool(index);
        var equals = text[at..].IndexOf('=');
        if (number is not { } key || equals < 0) return;
        at += equals + 1;
        var size = DrillNumber.Read(text, ref at);
        if (!size.IsPresent) return;
        Add(key, size, text[at..], line);
    }

    /// <summary><c>T01 = 0.35mm</c>, <c>T1: 0.8 mm plated</c>: a size counts only with its unit, else prose would define tools.</summary>
    private void ReadToolLine(ReadOnlySpan<char> text, int line)
    {
        var at = 1;
        if (text.Length < 3 || !char.IsAsciiDigit(text[1])) return;
        var tool = DrillNumber.Read(text, ref at);
        if (tool.HasPoint || Tool(tool) is not { } key) return;
        while (at < text.Length && text[at] is (' ' or ':' or '=' or '-' or '\t')) at++;
        var size = DrillNumber.Read(text, ref at);
        if (!size.IsPresent || UnitOf(text[at..]) is null) return;
        Add(key, size, text[at..], line);
    }

    private void Add(int key, DrillNumber size, ReadOnlySpan<char> rest, int line)
    {
        if (Tools.Count >= ExcellonParser.MostTools) return;
        var plating = rest.Contains("NON_PLATED", StringComparison.OrdinalIgnoreCase) || rest.Contains("NON-PLATED", StringComparison.OrdinalIgnoreCase) ? Plating.NonPlated
            : rest.Contains("PLATED", StringComparison.OrdinalIgnoreCase) ? Plating.Plated : (Plating?)null;
        int? quantity = null;
        var at = rest.IndexOf("Quantity", StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && rest[at..].IndexOf('=') is > 0 and var equals)
        {
            at += equals + 1;
            if (DrillNumber.Read(rest, ref at) is { IsPresent: true, HasPoint: false, Magnitude: < int.MaxValue } count) quantity = (int)count.Magnitude;
        }
        Tools[key] = new DrillTool(key, line) { Size = size, SizeUnit = UnitOf(rest), Plating = plating, PromisedHoles = quantity };
    }

    private static int? Tool(DrillNumber number) => number.IsPresent && number.Sign > 0 && number.Value <= 9999 ? (int)number.Value : null;

    /// <summary>The first word that is a unit.</summary>
    internal static DrillUnit? UnitOf(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            while (!text.IsEmpty && !char.IsAsciiLetter(text[0]) && text[0] != '"') text = text[1..];
            var length = 0;
            while (length < text.Length && (char.IsAsciiLetter(text[length]) || text[length] is '_' or '"')) length++;
            if (length == 0) return null;
            var word = text[..length];
            if (Is(word, "mm") || Is(word, "millimeters") || Is(word, "millimetres") || Is(word, "metric")) return DrillUnit.Millimetre;
            if (Is(word, "mil") || Is(word, "mils") || Is(word, "thou")) return DrillUnit.Mil;
            if (Is(word, "inch") || Is(word, "inches") || Is(word, "in") || word is "\"") return DrillUnit.Inch;
            if (Is(word, "um") || Is(word, "microns")) return DrillUnit.Micrometre;
            text = text[length..];
        }
        return null;

        static bool Is(ReadOnlySpan<char> word, string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
