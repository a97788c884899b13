using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Formats.Excellon;

/// <summary>The readers of the side files, one for each kind; which kind it is, the first lines say.</summary>
internal static class DrillSideFiles
{
    private const int MostLines = 10_000;
    private const int MostTools = 5_000;

    public static DrillSideFile? Read(string path, ReadOnlySpan<byte> content)
    {
        if (content.Length > 4 * 1024 * 1024) return null; // these are pages, not megabytes
        var text = SourceText.Decode(content);
        if (text.Contains("INTEGER-PLACES", StringComparison.Ordinal) && text.Contains("DECIMAL-PLACES", StringComparison.Ordinal)) return ReadParameters(path, text);
        var head = text.AsSpan(0, Math.Min(text.Length, 2_000));
        if (head.Contains("NCDrill File Report", StringComparison.OrdinalIgnoreCase)) return ReadAltium(path, text);
        if (head.Contains("Drill report for", StringComparison.OrdinalIgnoreCase) || text.Contains("\nDrill file '", StringComparison.Ordinal)) return ReadKicad(path, text);
        return head.Contains("EAGLE", StringComparison.OrdinalIgnoreCase) && text.Contains("Drills used:", StringComparison.OrdinalIgnoreCase) ? ReadEagle(path, text) : null;
    }

    /// <summary>Allegro: <c>INTEGER-PLACES 2</c>, <c>DECIMAL-PLACES 4</c>, <c>OUTPUT-UNITS ENGLISH</c>, <c>SUPPRESS-LEAD-ZEROES NO</c>.</summary>
    private static DrillSideFile ReadParameters(string path, string text)
    {
        var statement = FormatStatement.Nothing;
        int? integer = null, decimals = null;
        bool leading = false, trailing = false, zeros = false;
        ForEachLine(text, (line, _) =>
        {
            var words = Words(line);
            if (words.Length < 2) return;
            switch (words[0].ToUpperInvariant())
            {
                case "INTEGER-PLACES": integer = Digit(words[1]); break;
                case "DECIMAL-PLACES": decimals = Digit(words[1]); break;
                case "OUTPUT-UNITS":
                    statement = statement.WithUnit(words[1].StartsWith("METRIC", StringComparison.OrdinalIgnoreCase) || words[1].StartsWith("MM", StringComparison.OrdinalIgnoreCase)
                        ? DrillUnit.Millimetre : DrillUnit.Inch, FormatOrigin.SideFile);
                    break;
                case "SUPPRESS-LEAD-ZEROES": (leading, zeros) = (IsYes(words[1]), true); break;
                case "SUPPRESS-TRAIL-ZEROES": (trailing, zeros) = (IsYes(words[1]), true); break;
            }
        });
        if (integer is { } i && decimals is { } d) statement = statement.WithDigits(i, d, FormatOrigin.SideFile);
        if (zeros) statement = statement.WithZeros(leading ? ZeroSuppression.Leading : trailing ? ZeroSuppression.Trailing : ZeroSuppression.None, FormatOrigin.SideFile);
        return new DrillSideFile { Path = path, Kind = DrillSideFileKind.NcParameters, Statement = statement };
    }

    /// <summary>Altium: rows <c>T1  0.3mm (12mil)  Round  235  PTH …</c> below the names of the files they are for.</summary>
    private static DrillSideFile ReadAltium(string path, string text)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        var tools = ImmutableArray.CreateBuilder<ListedTool>();
        ForEachLine(text, (line, number) =>
        {
            var file = line.IndexOf(" File :", StringComparison.OrdinalIgnoreCase);
            if (file >= 0)
            {
                var name = line[(file + 7)..].Trim().ToString();
                if (name.Length > 0 && files.Count < MostTools) files.Add(name);
                return;
            }
            if (ToolRow(line, out var key, out var size, out var rest) is false || tools.Count >= MostTools) return;
            var words = Words(rest);
            var plating = words.Contains("NPTH", StringComparer.OrdinalIgnoreCase) ? Plating.NonPlated : words.Contains("PTH", StringComparer.OrdinalIgnoreCase) ? Plating.Plated : Plating.Unknown;
            // The count is the whole number that stands alone; tolerances and travels carry units.
            int? holes = words.Select(word => int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) ? count : (int?)null).FirstOrDefault(count => count is not null);
            tools.Add(new ListedTool("", key, size, plating, holes, number));
        });
        return new DrillSideFile { Path = path, Kind = DrillSideFileKind.AltiumReport, Files = files.ToImmutable(), Tools = tools.ToImmutable() };
    }

    /// <summary>KiCad: <c>Drill file 'x-PTH.drl' contains</c>, <c>plated through holes:</c>, <c>T1  0.30mm  0.012"  (76 holes)</c>.</summary>
    private static DrillSideFile ReadKicad(string path, string text)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        var tools = ImmutableArray.CreateBuilder<ListedTool>();
        var (file, plating, layers) = ("", Plating.Unknown, 0);
        ForEachLine(text, (line, number) =>
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("Drill file '", StringComparison.Ordinal))
            {
                var name = trimmed[12..];
                file = (name.IndexOf('\'') is >= 0 and var end ? name[..end] : name).ToString();
                if (files.Count < MostTools) files.Add(file);
            }
            else if (trimmed.EndsWith("holes:", StringComparison.Ordinal)) plating = trimmed.StartsWith("unplated", StringComparison.Ordinal) ? Plating.NonPlated : Plating.Plated;
            else if (file.Length == 0 && trimmed.Length > 3 && trimmed[0] == 'L' && char.IsAsciiDigit(trimmed[1]) && trimmed.Contains(" : ", StringComparison.Ordinal)) layers++;
            else if (ToolRow(trimmed, out var key, out var size, out var rest) && tools.Count < MostTools)
            {
                var open = rest.IndexOf('(') + 1;
                var count = DrillNumber.Read(rest, ref open);
                tools.Add(new ListedTool(file, key, size, plating, count is { IsPresent: true, HasPoint: false, Magnitude: < int.MaxValue } ? (int)count.Magnitude : null, number));
            }
        });
        return new DrillSideFile { Path = path, Kind = DrillSideFileKind.KicadReport, Files = files.ToImmutable(), Tools = tools.ToImmutable(), CopperLayers = layers > 0 ? layers : null };
    }

    /// <summary>Eagle: <c>Data Mode : Absolute</c>, <c>Units : 1/10000 Inch</c>, then <c>T01  0.0236inch  12</c>.</summary>
    private static DrillSideFile ReadEagle(string path, string text)
    {
        var statement = FormatStatement.Nothing;
        var tools = ImmutableArray.CreateBuilder<ListedTool>();
        ForEachLine(text, (line, number) =>
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("Units", StringComparison.OrdinalIgnoreCase) && trimmed.IndexOf("1/", StringComparison.Ordinal) is > 0 and var at)
            {
                at += 2;
                var parts = DrillNumber.Read(trimmed, ref at);
                if (DrillComments.UnitOf(trimmed[at..]) is not (DrillUnit.Inch or DrillUnit.Millimetre) || !parts.IsPresent) return;
                var unit = DrillComments.UnitOf(trimmed[at..])!.Value;
                var decimals = parts.Digits - 1;
                if (decimals is >= 0 and <= 7) statement = statement.WithUnit(unit, FormatOrigin.SideFile).WithDigits(unit == DrillUnit.Inch ? 2 : 3, decimals, FormatOrigin.SideFile);
            }
            else if (ToolRow(trimmed, out var key, out var size, out var rest) && tools.Count < MostTools)
            {
                var start = 0;
                var count = DrillNumber.Read(rest.Trim(), ref start);
                tools.Add(new ListedTool("", key, size, Plating.Unknown, count is { IsPresent: true, HasPoint: false, Magnitude: < int.MaxValue } ? (int)count.Magnitude : null, number));
            }
        });
        return new DrillSideFile { Path = path, Kind = DrillSideFileKind.EagleInformation, Statement = statement, Tools = tools.ToImmutable() };
    }

    /// <summary><c>T1  0.3mm …</c>: a tool, a size, its unit.</summary>
    private static bool ToolRow(ReadOnlySpan<char> line, out int key, out Length size, out ReadOnlySpan<char> rest)
    {
        key = 0;
        size = Length.Zero;
        rest = default;
        line = line.Trim();
        if (line.Length < 4 || line[0] != 'T' || !char.IsAsciiDigit(line[1])) return false;
        var at = 1;
        var tool = DrillNumber.Read(line, ref at);
        if (tool.HasPoint || tool.Magnitude > 9999) return false;
        while (at < line.Length && line[at] is (' ' or '\t' or ':')) at++;
        var number = DrillNumber.Read(line, ref at);
        if (!number.IsPresent || DrillComments.UnitOf(line[at..Math.Min(line.Length, at + 12)]) is not { } unit) return false;
        while (at < line.Length && (char.IsAsciiLetter(line[at]) || line[at] == '"')) at++;
        key = (int)tool.Magnitude;
        size = Length.FromNanometres(Math.Abs(number.ToNanometres(unit)));
        rest = line[at..];
        return true;
    }

    private delegate void LineAction(ReadOnlySpan<char> line, int number);

    private static void ForEachLine(string text, LineAction action)
    {
        var rest = text.AsSpan();
        for (var number = 1; number <= MostLines && SourceText.NextLine(ref rest, out var line); number++) action(line, number);
    }

    private static string[] Words(ReadOnlySpan<char> line) => line.ToString().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static int? Digit(string word) => word.Length == 1 && char.IsAsciiDigit(word[0]) && word[0] < '8' ? word[0] - '0' : null;

    private static bool IsYes(string word) => word.StartsWith("Y", StringComparison.OrdinalIgnoreCase);
}
