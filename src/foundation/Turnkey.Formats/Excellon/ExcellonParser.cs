using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Formats.Tables;
using Turnkey.Kernel;

namespace Turnkey.Formats.Excellon;

/// <summary>Turns the lines of a drill file into tools and operations; what a coordinate means is left to <see cref="DrillInterpretation"/>.</summary>
internal sealed partial class ExcellonParser(string path)
{
    public const int MostTools = 10_000;
    private const int MostOperations = 20_000_000;

    private readonly DiagnosticLog log = new(path);
    private readonly DrillComments comments = new();
    private readonly DigitCensus census = new();
    private readonly List<DrillTool> tools = [];
    private readonly ImmutableArray<DrillOperation>.Builder operations = ImmutableArray.CreateBuilder<DrillOperation>();
    private readonly Dictionary<int, int> indexOfTool = [];

    private FormatStatement statement = FormatStatement.Nothing;
    private int line;
    private int tool = -1;
    private bool header;
    private bool ended;
    private int afterEnd; // lines that are not read
    private int afterEndLine;
    private bool commas; // said once
    private bool incremental;
    private bool drawing; // coordinates seen: a unit named after them holds only from there on
    private DrillUnit? unit; // set when it changed under way
    private DrillOperationKind motion = DrillOperationKind.Hit;

    public ExcellonProgram Parse(string text)
    {
        ZeroBytes.Report(text.AsSpan(), "drill.zero-bytes", log);
        var rest = text.Replace("\0", "", StringComparison.Ordinal).AsSpan();
        while (SourceText.NextLine(ref rest, out var raw) && operations.Count < MostOperations)
        {
            line++;
            ReadLine(raw.Trim());
        }
        if (operations.Count >= MostOperations) log.Error("drill.too-many", line, $"the file has more than {MostOperations} commands; what follows was left out");
        return Finish();
    }

    /// <summary>The stated format, completed by what the digits and the tools betray.</summary>
    public static DrillFormat Format(FormatStatement statement, DigitCensus census, IReadOnlyList<DrillTool> tools)
    {
        var format = census.Complete(statement, ToolSizes.UnitOf(tools) ?? DrillUnit.Inch);
        return format with { ToolUnit = ToolSizes.Unlike(format.Unit, tools) };
    }

    private ExcellonProgram Finish()
    {
        if (afterEnd > 0) log.Warning("drill.after-end", afterEndLine, $"what follows the end of the program (M30 or M00) is not read: {afterEnd} {(afterEnd == 1 ? "line" : "lines")} from here on. Take the end out if they belong to the board");
        if (!ended && operations.Count > 0) log.Warning("drill.no-end", line, "the file ends without M30: it may be cut off");
        statement = statement.OrElse(comments.Statement);
        // Comments that give digits (FILE_FORMAT) speak of the very same numbers as INCH,LZ; the header wins, the rest is filled.
        var done = tools.Select(Described).ToImmutableArray();
        var (from, to) = comments is { FromLayer: null, ToLayer: null } && !comments.Attributes.ContainsKey(".FileFunction")
            ? DrillFileName.SpanOf(path)
            : (comments.FromLayer, comments.ToLayer);
        return new ExcellonProgram
        {
            Path = path,
            Tools = done,
            StatedFormat = Format(statement, census, done),
            Plating = comments.FilePlating ?? comments.OnlyType ?? DrillFileName.PlatingOf(path) ?? Plating.Unknown,
            FromLayer = from,
            ToLayer = to,
            Attributes = comments.Attributes.ToImmutableSortedDictionary(StringComparer.Ordinal),
            GenerationSoftware = comments.Software,
            Operations = operations.ToImmutable(),
            Census = census,
            Statement = statement,
            ReadingDiagnostics = [.. log.ToList()],
        };
    }

    /// <summary>Adds what comments say of a tool to what its definition says.</summary>
    private DrillTool Described(DrillTool tool)
    {
        if (comments.Tools.TryGetValue(tool.Number, out var told))
        {
            if (!tool.HasDiameter) tool = tool with { Size = told.Size, SizeUnit = told.SizeUnit };
            tool = tool with { Plating = tool.Plating ?? told.Plating, PromisedHoles = told.PromisedHoles };
        }
        if (tool.Plating is not null) return tool;
        var (plated, bare) = (comments.PlatedFrom, comments.NonPlatedFrom);
        if (plated is null && bare is null) return tool;
        var isPlated = plated is { } p && tool.Number >= p && (bare is not { } b || b < p || tool.Number < b);
        return tool with { Plating = isPlated ? Plating.Plated : Plating.NonPlated };
    }

    private void ReadLine(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        var comment = text.IndexOf(';');
        if (comment >= 0)
        {
            comments.Read(text[comment..], line);
            text = text[..comment].TrimEnd();
            if (text.IsEmpty) return;
        }
        if (text is "%")
        {
            header = false;
            tool = -1;
            return;
        }
        if (text.StartsWith("M48", StringComparison.OrdinalIgnoreCase))
        {
            (header, ended, incremental, motion, down) = (true, false, false, DrillOperationKind.Hit, false);
            return;
        }
        if (ended)
        {
            // The end mark of old systems (Ctrl-Z) is no text.
            if (text.ContainsAnyExceptInRange('\0', ' ')) AfterEnd();
            return;
        }
        if (text.Length > 1 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1])) ReadKeyword(text);
        else if (text.StartsWith("R,", StringComparison.OrdinalIgnoreCase)) return; // R,C and the like: resets of the machine
        else ReadWords(text);
    }

    private void AfterEnd()
    {
        if (afterEnd++ == 0) afterEndLine = line;
    }

    private void ReadKeyword(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split(','))
        {
            var word = text[range].Trim();
            if (word.Equals("INCH", StringComparison.OrdinalIgnoreCase)) SetUnit(DrillUnit.Inch);
            else if (word.Equals("METRIC", StringComparison.OrdinalIgnoreCase)) SetUnit(DrillUnit.Millimetre);
            else ReadFormatWord(word);
        }
        if (text.StartsWith("ICI", StringComparison.OrdinalIgnoreCase)) incremental = text.EndsWith("ON", StringComparison.OrdinalIgnoreCase);
        else if (!IsKnownKeyword(text)) Unknown(text);
    }

    /// <summary><c>LZ</c>, <c>TZ</c>, <c>000.000</c>.</summary>
    private void ReadFormatWord(ReadOnlySpan<char> word)
    {
        if (word.Equals("LZ", StringComparison.OrdinalIgnoreCase)) statement = statement.WithZeros(ZeroSuppression.Trailing, FormatOrigin.Header);
        else if (word.Equals("TZ", StringComparison.OrdinalIgnoreCase)) statement = statement.WithZeros(ZeroSuppression.Leading, FormatOrigin.Header);
        else if (word.Length is > 2 and < 12 && word.IndexOf('.') is >= 0 and var point && !word.ContainsAnyExcept('0', '.') && word[(point + 1)..].IndexOf('.') < 0)
        {
            if (point <= 6 && word.Length - point - 1 <= 7) statement = statement.WithDigits(point, word.Length - point - 1, FormatOrigin.Header);
        }
    }

    private void SetUnit(DrillUnit named)
    {
        if (!drawing) statement = statement.WithUnit(named, FormatOrigin.Header);
        else if (named != statement.Unit || unit is not null)
        {
            if (named != unit) log.Info("drill.unit-changes", line, $"coordinates are in {DrillFormat.UnitName(named)} from here on");
            unit = named;
        }
    }
}
