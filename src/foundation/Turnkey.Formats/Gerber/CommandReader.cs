using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// Reads commands and has them carried out. What starts with two letters is an extended command, with or without its percent signs; what starts
/// with a letter and a number is a word command. A command that is not understood is reported and left out; reading goes on behind it.
/// </summary>
internal sealed class CommandReader
{
    private const int MostComments = 10_000;
    private const int LongestComment = 1000;

    private readonly Photoplotter plotter;
    private readonly DiagnosticLog log;
    private readonly FormatState format;
    private readonly ExtendedCommands extended;
    private readonly List<GerberComment> comments = [];
    private int operation;
    private bool ended;
    private int lastLine;

    public CommandReader(Photoplotter plotter, FormatState format, DiagnosticLog log)
    {
        this.plotter = plotter;
        this.log = log;
        this.format = format;
        extended = new ExtendedCommands(plotter, format, log);
    }

    public void Run(ref GerberScanner scanner)
    {
        while (!ended)
        {
            var first = scanner.PeekCommand();
            if (scanner.TakeUnclosedLine() is > 0 and var unclosed) ReportUnclosed(unclosed);
            if (first < 0) break;
            var second = scanner.PeekSecond();
            if (ExtendedCommands.Knows(first, second))
            {
                extended.Read(ref scanner);
            }
            else if (first is 'G' or 'D' or 'M' or 'X' or 'Y' or 'I' or 'J' or 'N' && second is (>= '0' and <= '9') or '-' or '+' or '.')
            {
                if (scanner is { InParameter: true, ParameterUsed: true }) ReportUnclosed(scanner.ParameterLine);
                scanner.LeaveParameter();
                ReadBlock(ref scanner);
            }
            else
            {
                SkipUnknown(ref scanner);
            }
        }
        if (scanner is { InParameter: true, ParameterUsed: true }) ReportUnclosed(scanner.ParameterLine);
        lastLine = scanner.Line;
        if (ended && scanner.HasMore()) log.Warning("gerber.after-end", scanner.Line, "what follows the end of the file (M02) is not read");
    }

    private void ReportUnclosed(int line) =>
        log.Warning("gerber.missing-percent", line, "the parameter that begins here is not ended by a percent sign (%); it is read as far as it goes, but other readers may take what follows for a part of it");

    public GerberFile Finish()
    {
        if (plotter.InRegion)
        {
            log.Warning("gerber.truncated", lastLine, "the last region is not ended (G37); it is kept as far as it goes");
            plotter.EndRegion(lastLine);
        }
        plotter.ReportOpenContours();
        extended.CloseOpenFrames(lastLine);
        if (!ended) log.Warning("gerber.no-end", lastLine, "the file ends without M02; it may be cut off");
        var image = plotter.Film.Develop(extended.ImageTransform, extended.ImageOffset, extended.FilmOffset);
        if (plotter.ApertureCount == 0 && UsesApertures(image))
            log.Error("gerber.no-apertures", 0, "the file defines no aperture (RS-274D): widths and pad shapes are unknown; ask for RS-274X");
        return new GerberFile(image, plotter.Attributes.File, extended.NegativeImage, [.. comments], [.. log.ToList()])
        {
            Names = [.. extended.Names],
            Components = plotter.Attributes.Components,
            Unit = format.Unit ?? GerberUnit.Millimetre,
            Format = format.Format is { } stated ? stated with { Incremental = format.Incremental } : null,
            ApertureCount = plotter.ApertureCount,
        };
    }

    private static bool UsesApertures(LayerImage image)
    {
        for (var i = 0; i < image.Features.Length; i++)
        {
            if (image.Features[i].Kind != FeatureKind.Area) return true;
        }
        return false;
    }

    /// <summary>One block of words up to its asterisk: <c>G01X100Y200D01*</c>.</summary>
    private void ReadBlock(ref GerberScanner scanner)
    {
        var block = new Block(scanner.Line);
        var wordLine = block.Line;
        while (!ended)
        {
            var letter = scanner.Peek();
            var broken = scanner.Line > wordLine;
            wordLine = scanner.Line;
            switch (letter)
            {
                case '*':
                    scanner.Skip();
                    Execute(block, ref scanner);
                    return;
                case -1:
                    if (block.HasCoordinates) log.Error("gerber.truncated", block.Line, "the file ends within a command; it is left out");
                    return;
                case '%':
                    if (block.IsEmpty) return;
                    log.Warning("gerber.missing-asterisk", block.Line, "a command is not ended by an asterisk");
                    Execute(block, ref scanner);
                    return;
                // A second X or an operation already read: the asterisk between two blocks is missing.
                case 'X' or 'G' or 'M' when block.D >= 0 || (letter == 'X' && block.HasX):
                    log.Warning("gerber.missing-asterisk", block.Line, "a command is not ended by an asterisk");
                    Execute(block, ref scanner);
                    block = new Block(scanner.Line);
                    break;
                case 'X' or 'Y' or 'I' or 'J':
                    scanner.Skip();
                    var line = scanner.Line;
                    var number = scanner.ReadNumber();
                    if (number.Digits > 0)
                    {
                        Take(ref block, letter, number);
                        break;
                    }
                    LeaveOut(ref scanner, line, $"{(char)letter} has no number");
                    return;
                case 'G':
                    scanner.Skip();
                    if (scanner.TryTakeCommentCode())
                    {
                        Comment(ref scanner);
                        return;
                    }
                    var general = scanner.ReadCode();
                    if (general >= 0)
                    {
                        General(general, scanner.Line);
                        break;
                    }
                    LeaveOut(ref scanner, scanner.Line, "G has no number");
                    return;
                case 'D':
                    scanner.Skip();
                    // G54D10 and X1Y1D10D03 exist: an aperture is selected at once, an operation waits for the end of the block.
                    var code = scanner.ReadCode();
                    if (code < 0)
                    {
                        LeaveOut(ref scanner, scanner.Line, "D has no number");
                        return;
                    }
                    if (code >= 10) plotter.Select(code, block.Line);
                    else block.D = (int)code;
                    break;
                case 'M':
                    scanner.Skip();
                    var stop = scanner.ReadCode();
                    if (stop is 0 or 2 or 30)
                    {
                        if (!block.IsEmpty) Execute(block, ref scanner);
                        scanner.SkipAsterisk();
                        ended = true;
                    }
                    else if (stop != 1)
                    {
                        log.Warning("gerber.unknown-command", scanner.Line, $"M{stop} is not known; it is left out");
                    }
                    break;
                case 'N':
                    scanner.Skip();
                    scanner.ReadCode();
                    break;
                // A whole command and a new line behind it: the asterisk between two commands is missing.
                default:
                    if (broken && block.IsEmpty) return;
                    if (broken && block.D >= 0)
                    {
                        log.Warning("gerber.missing-asterisk", block.Line, "a command is not ended by an asterisk");
                        Execute(block, ref scanner);
                        // Back in the outer loop it is either another command or reported as unknown.
                        return;
                    }
                    LeaveOut(ref scanner, scanner.Line, $"'{Excerpt(scanner.Ahead())}' is not understood");
                    return;
            }
        }
    }

    private void Take(ref Block block, int letter, in GerberNumber number)
    {
        var decoder = letter is 'X' or 'I' ? format.X(block.Line) : format.Y(block.Line);
        var value = decoder.ToNanometres(number);
        plotter.Step = decoder.Step;
        switch (letter)
        {
            case 'X': (block.X, block.HasX) = (value, true); break;
            case 'Y': (block.Y, block.HasY) = (value, true); break;
            case 'I': (block.I, block.HasOffset) = (value, true); break;
            default: (block.J, block.HasOffset) = (value, true); break;
        }
    }

    private void Execute(in Block block, ref GerberScanner scanner)
    {
        if (block.IsEmpty) return;
        if (block.D is 0 or > 3)
        {
            log.Warning("gerber.unknown-command", block.Line, $"operation D{block.D:00} does not exist; it is left out");
            return;
        }
        if (block.D > 0)
        {
            operation = block.D;
            // On its own line: a mode for the coordinates that follow without operation, or an operation at the current point.
            if (!block.HasCoordinates && (block.D == 2 || scanner.AtCoordinatesWithoutOperation())) return;
        }
        var to = new Point(Next(block.HasX, block.X, plotter.Current.X), Next(block.HasY, block.Y, plotter.Current.Y));
        switch (operation)
        {
            case 1:
                plotter.Draw(to, new Point(block.I, block.J), block.HasOffset, block.Line);
                break;
            case 3:
                plotter.Flash(to, block.Line);
                break;
            default:
                plotter.Move(to, block.Line);
                break;
        }
    }

    private long Next(bool given, long value, long current)
    {
        if (!given) return current;
        return format.Incremental ? Math.Clamp(current + value, -CoordinateDecoder.Most, CoordinateDecoder.Most) : value;
    }

    private void General(long code, int line)
    {
        switch (code)
        {
            case 0 or 1: plotter.Interpolation = Interpolation.Linear; break;
            case 2: plotter.Interpolation = Interpolation.Clockwise; break;
            case 3: plotter.Interpolation = Interpolation.CounterClockwise; break;
            case 36: plotter.BeginRegion(line); break;
            case 37: plotter.EndRegion(line); break;
            case 54 or 55: break; // prepare for aperture selection, for flash: no effect
            case 70: format.State(GerberUnit.Inch); break;
            case 71: format.State(GerberUnit.Millimetre); break;
            case 74: plotter.Quadrants = QuadrantMode.Single; break;
            case 75: plotter.Quadrants = QuadrantMode.Multi; break;
            case 90: format.Incremental = false; break;
            case 91: format.Incremental = true; break;
            default:
                log.Warning("gerber.unknown-command", line, $"G{code:00} is not known; it is left out");
                break;
        }
    }

    private void Comment(ref GerberScanner scanner)
    {
        var line = scanner.Line;
        var text = ParameterText.Trim(scanner.ReadComment(out var terminated));
        if (!terminated) log.Warning("gerber.missing-asterisk", line, "a comment is not ended by an asterisk");
        // Attributes for readers that know none: "G04 #@! TF.FileFunction,Copper,L1,Top*".
        var attribute = text.StartsWith("#@!"u8) ? ParameterText.Trim(text[3..]) : [];
        if (attribute.Length >= 2 && attribute[0] == 'T' && (attribute[1] is (byte)'F' or (byte)'A' or (byte)'O' or (byte)'D'))
        {
            plotter.Attributes.Set((char)attribute[1], attribute[2..], line);
            plotter.AttributesChanged();
        }
        else if (!text.IsEmpty && comments.Count < MostComments)
        {
            comments.Add(new GerberComment(line, ParameterText.Decode(text[..Math.Min(text.Length, LongestComment)])));
        }
    }

    /// <summary>A command with a word that is not understood draws nothing: what the rest would draw is not what was meant.</summary>
    private void LeaveOut(ref GerberScanner scanner, int line, string what)
    {
        log.Error("gerber.bad-command", line, $"{what}, so the command up to its asterisk is left out; what it draws is missing");
        scanner.ReadCommand(out _);
    }

    private void SkipUnknown(ref GerberScanner scanner)
    {
        var line = scanner.Line;
        var shown = Excerpt(scanner.SkipUnknown());
        log.Warning("gerber.unknown-command", line, $"\"{shown}\" is not understood; it is left out");
    }

    private static string Excerpt(ReadOnlySpan<byte> text)
    {
        text = ParameterText.Trim(text);
        return ParameterText.Printable(text[..Math.Min(text.Length, 40)]);
    }

    /// <summary>The words of one block. Coordinates and offsets in nanometres.</summary>
    private struct Block(int line)
    {
        public readonly int Line => line;
        public long X;
        public long Y;
        public long I;
        public long J;
        public bool HasX;
        public bool HasY;
        public bool HasOffset;
        public int D = -1;

        public readonly bool HasCoordinates => HasX || HasY || HasOffset;
        public readonly bool IsEmpty => !HasCoordinates && D < 0;
    }
}
