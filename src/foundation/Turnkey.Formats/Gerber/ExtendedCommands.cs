using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>The commands between percent signs, except the apertures, which have <see cref="ApertureCommands"/>.</summary>
internal sealed class ExtendedCommands(Photoplotter plotter, FormatState format, DiagnosticLog log)
{
    private const int MostNames = 1000;

    /// <summary>Integer and decimal digits of coordinates, each (Gerber layer format specification 2024.05, FS).</summary>
    private const int MostDigits = 6;

    private readonly ApertureCommands apertures = new(plotter, format, log);
    private readonly List<GerberName> names = [];
    private bool mirrorX;
    private bool mirrorY;
    private double rotation;
    private double scale = 1;

    public IReadOnlyList<GerberName> Names => names;

    public bool NegativeImage { get; private set; }

    /// <summary>From the deprecated IR.</summary>
    public ApertureTransform ImageTransform { get; private set; } = ApertureTransform.Identity;

    /// <summary>From the deprecated OF: moved before IR turns the image. The specification (8.1.2) has the order MI, SF, OF, IR whatever the order in the file.</summary>
    public Point ImageOffset { get; private set; }

    /// <summary>From IO, withdrawn long before OF: where the finished image lies on the film.</summary>
    public Point FilmOffset { get; private set; }

    /// <param name="first">First letter, upper case.</param>
    /// <param name="second">Second letter, upper case.</param>
    public static bool Knows(int first, int second) => (first, second) switch
    {
        ('F', 'S') or ('M', 'O') or ('A', 'D') or ('A', 'M') or ('A', 'B') or ('L', 'P') or ('L', 'M') or ('L', 'R') or ('L', 'S') or ('S', 'R') => true,
        ('T', 'F') or ('T', 'A') or ('T', 'O') or ('T', 'D') or ('I', 'P') or ('I', 'N') or ('L', 'N') or ('M', 'I') or ('S', 'F') or ('O', 'F') => true,
        ('I', 'R') or ('A', 'S') or ('I', 'J') or ('I', 'O') or ('I', 'C') or ('I', 'F') or ('K', 'O') or ('P', 'F') or ('R', 'O') or ('V', 'L') => true,
        _ => false,
    };

    public void Read(ref GerberScanner scanner)
    {
        var line = scanner.Line;
        var first = (char)scanner.Peek();
        var second = (char)scanner.PeekSecond();
        scanner.Skip();
        scanner.Peek();
        scanner.Skip();
        scanner.UseParameter();
        var command = scanner.ReadCommand(out var ended);
        if (first == 'A' && second == 'M')
        {
            // A macro is one command of many statements: its body runs to the closing percent sign.
            var closed = false;
            apertures.DefineMacro(command, ended ? scanner.ReadMacroBody(out closed) : [], line);
            if (closed || !ended) return;
            log.Warning("gerber.missing-percent", line, "the macro (AM) that begins here is not ended by a percent sign (%); it is taken to end before the next command that cannot be part of it");
            scanner.LeaveParameter();
            return;
        }
        if (!ended) log.Warning("gerber.missing-asterisk", line, "a command is not ended by an asterisk");
        Carry(first, second, command, line);
    }

    public void CloseOpenFrames(int line)
    {
        while (plotter.Film.Top != Film.FrameKind.File)
        {
            if (plotter.Film.Top == Film.FrameKind.Repeat)
            {
                // The end of the file ends a step-and-repeat, by the specification.
                plotter.Film.CloseRepeat(line);
            }
            else
            {
                var (block, _) = plotter.Film.CloseBlock();
                log.Error("gerber.truncated", line, $"block aperture D{block} is not ended (AB); its objects are left out");
            }
        }
    }

    private void Carry(char first, char second, ReadOnlySpan<byte> command, int line)
    {
        var text = new ParameterText(command);
        switch (first, second)
        {
            case ('F', 'S'): FormatSpecification(text, line); break;
            case ('M', 'O'): Unit(text, line); break;
            case ('A', 'D'): apertures.Define(text, line); break;
            case ('A', 'B'): Block(text, line); break;
            case ('L', 'P'): Polarity(text, line); break;
            case ('L', 'M'): Mirror(text, line); break;
            case ('L', 'R'): Rotate(text, line); break;
            case ('L', 'S'): ScaleApertures(text, line); break;
            case ('S', 'R'): StepAndRepeat(text, line); break;
            case ('T', _):
                plotter.Attributes.Set(second, command, line);
                plotter.AttributesChanged();
                break;
            case ('I', 'P'): NegativeImage = text.Peek() == 'N'; break;
            case ('I', 'N') or ('L', 'N'):
                if (names.Count < MostNames) names.Add(new GerberName($"{first}{second}", ParameterText.Decode(ParameterText.Trim(command)), line));
                break;
            case ('M', 'I'): MirrorImage(text, line); break;
            case ('S', 'F'): ScaleImage(text, line); break;
            case ('O', 'F'): ImageOffset = Offset(text, line) ?? ImageOffset; break;
            case ('I', 'O'): FilmOffset = Offset(text, line) ?? FilmOffset; break;
            case ('I', 'R'): RotateImage(text, line); break;
            case ('A', 'S'):
                // How axes lie on the output device has no effect when data are exchanged, by the specification; swapped ones are said nevertheless.
                if (text.Peek() == 'A' && command.IndexOfAny("Yy"u8) == 1)
                    log.Warning("gerber.unsupported", line, "axes swapped for the output device (AS) are read as they are written");
                break;
            // Plot film, input code, justification on the film: nothing of the image.
            case ('P', 'F') or ('I', 'C') or ('V', 'L') or ('I', 'J'): break;
            case ('R', 'O') when text.TryReadDecimal(out var degrees) && degrees % 360 == 0: break;
            default:
                log.Error("gerber.unsupported", line, $"{first}{second} was withdrawn from the format and is left out; the image may be wrong");
                break;
        }
    }

    private void FormatSpecification(ParameterText text, int line)
    {
        bool trailing = false, incremental = false;
        (int Integer, int Decimal) x = (-1, -1), y = (-1, -1);
        while (text.Peek() >= 0)
        {
            switch (text.Next())
            {
                case 'L' or 'D': trailing = false; break;
                case 'T': trailing = true; break;
                case 'A': incremental = false; break;
                case 'I': incremental = true; break;
                case 'X': x = Digits(ref text); break;
                case 'Y': y = Digits(ref text); break;
                // Lengths of sequence numbers and codes; they carry a number that means nothing here.
                case 'N' or 'G' or 'M' or 'Z': text.ReadInteger(); break;
                default: break;
            }
        }
        if (x.Integer < 0) x = y;
        if (y.Integer < 0) y = x;
        if (x.Integer < 0)
        {
            log.Error("gerber.no-format", line, "the format specification (FS) has no digits");
            return;
        }
        if (Math.Max(Math.Max(x.Integer, x.Decimal), Math.Max(y.Integer, y.Decimal)) > MostDigits)
            log.Warning("gerber.format-out-of-range", line, $"the format specification (FS) states {x.Integer}.{x.Decimal} digits; at most {MostDigits} are allowed before and behind the point. It is read as stated, but others may not");
        format.State(new CoordinateFormat(x.Integer, x.Decimal, trailing, incremental), new CoordinateFormat(y.Integer, y.Decimal, trailing, incremental));
    }

    private static (int Integer, int Decimal) Digits(ref ParameterText text)
    {
        var (integer, decimals) = (text.Next(), text.Next());
        if (decimals == '.') decimals = text.Next();
        return integer is >= '0' and <= '9' && decimals is >= '0' and <= '9' ? (integer - '0', decimals - '0') : (-1, -1);
    }

    private void Unit(ParameterText text, int line)
    {
        switch (text.Peek())
        {
            case 'M': format.State(GerberUnit.Millimetre); break;
            case 'I': format.State(GerberUnit.Inch); break;
            default: log.Warning("gerber.no-unit", line, "the unit (MO) is neither MM nor IN"); break;
        }
    }

    private void Polarity(ParameterText text, int line)
    {
        switch (text.Peek())
        {
            case 'D': plotter.Dark = true; break;
            case 'C': plotter.Dark = false; break;
            default: log.Warning("gerber.unknown-command", line, "a polarity (LP) that is neither D nor C"); break;
        }
    }

    private void Mirror(ParameterText text, int line)
    {
        if (text.Peek() is not ('N' or 'X' or 'Y')) log.Warning("gerber.unknown-command", line, "a mirroring (LM) that is none of N, X, Y, XY");
        mirrorX = text.TryTake('X');
        mirrorY = text.TryTake('Y');
        Transformed();
    }

    private void Rotate(ParameterText text, int line)
    {
        if (text.TryReadDecimal(out var degrees) && Math.Abs(degrees) <= 1e6) rotation = degrees;
        else log.Warning("gerber.unknown-command", line, "a rotation (LR) without a sensible angle");
        Transformed();
    }

    private void ScaleApertures(ParameterText text, int line)
    {
        if (text.TryReadDecimal(out var factor) && factor is >= 1e-6 and <= 1e6) scale = factor;
        else log.Warning("gerber.unknown-command", line, "a scaling (LS) without a sensible factor");
        Transformed();
    }

    private void Transformed() => plotter.Transform = ApertureTransform.Of(mirrorX, mirrorY, rotation, scale);

    private void Block(ParameterText text, int line)
    {
        if (text.TryTake('D') && text.ReadCode() is var code and >= 10)
        {
            if (!plotter.Film.Open(Film.FrameKind.Block, code, default)) ReportDepth(line);
            plotter.Forget();
            return;
        }
        if (plotter.Film.Top == Film.FrameKind.Repeat && plotter.Film.HasOpenBlock) plotter.Film.CloseRepeat(line);
        if (plotter.Film.Top != Film.FrameKind.Block)
        {
            log.Warning("gerber.unknown-command", line, "a block aperture (AB) is ended that was not begun");
            return;
        }
        var (number, features) = plotter.Film.CloseBlock();
        plotter.Define(new Aperture(number, null, features, null), line);
        plotter.Forget();
    }

    private void StepAndRepeat(ParameterText text, int line)
    {
        // Each SR ends the one before.
        if (plotter.Film.Top == Film.FrameKind.Repeat) plotter.Film.CloseRepeat(line);
        int columns = 1, rows = 1;
        double stepX = 0, stepY = 0;
        while (text.Peek() >= 0)
        {
            switch (text.Next())
            {
                case 'X': columns = Copies(ref text, 'X', line); break;
                case 'Y': rows = Copies(ref text, 'Y', line); break;
                case 'I': text.TryReadDecimal(out stepX); break;
                case 'J': text.TryReadDecimal(out stepY); break;
                default: break;
            }
        }
        // Copies on top of each other are the picture once: what covered a place last still does.
        if (stepX == 0) columns = 1;
        if (stepY == 0) rows = 1;
        if (columns == 1 && rows == 1) return;
        double unit = format.UnitNanometres(line);
        if (Math.Abs(stepX * unit) > 2d * Point.Limit || Math.Abs(stepY * unit) > 2d * Point.Limit)
        {
            log.Error("gerber.out-of-range", line, "a step-and-repeat distance is larger than any panel; nothing is repeated");
            return;
        }
        if (!plotter.Film.Open(Film.FrameKind.Repeat, 0, new Film.Repeat(columns, rows, stepX * unit, stepY * unit))) ReportDepth(line);
    }

    private int Copies(ref ParameterText text, char axis, int line)
    {
        var copies = text.ReadInteger();
        if (copies < 1) log.Warning("gerber.bad-repeat", line, $"a step-and-repeat (SR) whose number of copies along {axis} is none of 1, 2, 3 …; it is taken as 1");
        return Math.Max(1, copies);
    }

    private void ReportDepth(int line) =>
        log.Error("gerber.limit", line, $"blocks are nested deeper than {Film.DeepestNesting}; the inner ones are drawn where they stand");

    private void MirrorImage(ParameterText text, int line)
    {
        bool a = false, b = false;
        while (text.Peek() >= 0)
        {
            switch (text.Next())
            {
                case 'A': a = text.ReadInteger() == 1; break;
                case 'B': b = text.ReadInteger() == 1; break;
                default: break;
            }
        }
        var map = plotter.Map;
        Map(new CoordinateMap(a ? -Math.Abs(map.X) : Math.Abs(map.X), b ? -Math.Abs(map.Y) : Math.Abs(map.Y)), line);
    }

    /// <summary>
    /// SF scales coordinates, not apertures, as the specification has it, which deprecates the command. gerbv (2.9) scales apertures as well, so that its pads
    /// and tracks are wider or narrower than ours.
    /// </summary>
    private void ScaleImage(ParameterText text, int line)
    {
        double a = 1, b = 1;
        while (text.Peek() >= 0)
        {
            switch (text.Next())
            {
                case 'A': text.TryReadDecimal(out a); break;
                case 'B': text.TryReadDecimal(out b); break;
                default: break;
            }
        }
        if (a is < 1e-4 or > 1e4 || b is < 1e-4 or > 1e4)
        {
            log.Error("gerber.unsupported", line, "an image scale (SF) without sensible factors is left out");
            return;
        }
        Map(new CoordinateMap(Math.CopySign(a, plotter.Map.X), Math.CopySign(b, plotter.Map.Y)), line);
    }

    private void Map(CoordinateMap map, int line)
    {
        plotter.Map = map;
        if (!map.KeepsCircles) log.Warning("gerber.unsupported", line, "axes scaled by different factors (SF) turn arcs into ellipses; they are kept as arcs");
    }

    /// <summary>Null where it says nothing or cannot be.</summary>
    private Point? Offset(ParameterText text, int line)
    {
        double a = 0, b = 0;
        while (text.Peek() >= 0)
        {
            switch (text.Next())
            {
                case 'A': text.TryReadDecimal(out a); break;
                case 'B': text.TryReadDecimal(out b); break;
                default: break;
            }
        }
        // Writers put an offset of nothing in front of everything, even of the unit.
        if (a == 0 && b == 0) return null;
        double unit = format.UnitNanometres(line);
        var offset = new Point(StandardShapes.Round(Math.Clamp(a * unit, -1e12, 1e12)), StandardShapes.Round(Math.Clamp(b * unit, -1e12, 1e12)));
        if (offset.IsInRange) return offset;
        log.Error("gerber.out-of-range", line, "an image offset (OF) of more than 1.07 m is left out");
        return null;
    }

    private void RotateImage(ParameterText text, int line)
    {
        if (text.TryReadDecimal(out var degrees) && degrees % 90 == 0) ImageTransform = ApertureTransform.Of(false, false, degrees, 1);
        else log.Error("gerber.unsupported", line, "an image rotation (IR) that is no quarter turn is left out");
    }
}
