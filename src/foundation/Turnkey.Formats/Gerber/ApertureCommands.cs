using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>Aperture definitions (AD) and macros (AM).</summary>
internal sealed class ApertureCommands(Photoplotter plotter, FormatState format, DiagnosticLog log)
{
    private const int MostParameters = 1000;

    /// <summary>Macro text worked through in all. A megabyte-long macro used by every aperture of a hostile file would otherwise take hours.</summary>
    private const long MostMacroWork = 10_000_000;

    private readonly Dictionary<string, ApertureMacro> macros = new(StringComparer.Ordinal);
    private readonly NumberList parameters = new();
    private readonly MacroWorkspace workspace = new(plotter.Film.Allowance);
    private long macroWork;

    public void DefineMacro(ReadOnlySpan<byte> name, ReadOnlySpan<byte> body, int line)
    {
        var called = ParameterText.Decode(name.Trim((byte)' '));
        if (called.Length == 0) log.Error("gerber.bad-macro", line, "a macro (AM) has no name");
        macros[called] = new ApertureMacro(called, body.ToArray());
    }

    /// <param name="text">What follows AD: <c>D10C,0.5X0.25</c>.</param>
    /// <param name="line">Where it stands.</param>
    public void Define(ParameterText text, int line)
    {
        if (!text.TryTake('D') || text.ReadCode() is not (>= 0 and var code))
        {
            log.Error("gerber.bad-aperture", line, "an aperture definition (AD) has no number");
            return;
        }
        if (code < 10) log.Warning("gerber.bad-aperture", line, $"aperture numbers start at 10; D{code} cannot be selected");
        if (code > int.MaxValue) log.Warning("gerber.bad-aperture", line, $"aperture numbers end at {int.MaxValue}; D{code} is read as it is written, but others may take it for another. Give the aperture a smaller number");
        text.Peek();
        var template = text.TakeUntil((byte)',');
        var shape = TryReadParameters(ref text, code, line) ? Shape(template, code, line) : null;
        // An aperture that is not understood draws without width, like one that is missing: where it draws is not lost.
        if (shape is not null && shape.Parts.Length > 0 && !plotter.Film.Allowance.TrySpend(Allowance.Part + Allowance.CornersOf(shape.Parts[0].Contour), line)) shape = null;
        plotter.Define(new Aperture(code, shape ?? PadShape.Circle(Length.Zero), null, plotter.Attributes.Function), line);
    }

    /// <summary>False when a parameter is no number at all; what only follows a number (a unit) is left out with a warning.</summary>
    private bool TryReadParameters(ref ParameterText text, long code, int line)
    {
        parameters.Clear();
        while (text.Peek() >= 0 && parameters.Count < MostParameters)
        {
            if (text.TryTake('X') || text.TryTake(',')) continue;
            var written = text.UpToX();
            if (!text.TryReadDecimal(out var value))
            {
                log.Error("gerber.bad-aperture", line, $"the parameter '{ParameterText.Printable(written)}' of aperture D{code} is no number; the aperture draws without width");
                return false;
            }
            parameters.Add(value);
            if (text.Peek() is < 0 or 'X' or ',') continue;
            log.Warning("gerber.bad-aperture", line, $"the parameter '{ParameterText.Printable(written)}' of aperture D{code} is more than a number; the number is taken");
            text.SkipToX();
        }
        return true;
    }

    private PadShape? Shape(ReadOnlySpan<byte> template, long code, int line)
    {
        if (macros.TryGetValue(ParameterText.Decode(template), out var macro)) return Macro(macro, code, line);
        if (!StandardShapes.IsTemplate(template))
        {
            log.Error("gerber.bad-aperture", line, $"aperture D{code} uses a macro {ParameterText.Printable(template)} that is not defined; it draws without width");
            return null;
        }
        double unit = format.UnitNanometres(line);
        var letter = (char)(template[0] & 0xDF);
        if (parameters.Count == 0)
        {
            log.Error("gerber.bad-aperture", line, $"aperture D{code} has no size; it draws without width");
            return null;
        }
        var holeAt = letter switch { 'C' => 1, 'P' => 3, _ => 2 };
        long width = Size(0, unit), height = letter is 'R' or 'O' ? Size(parameters.Count > 1 ? 1 : 0, unit) : width;
        long holeWidth = Size(holeAt, unit), holeHeight = Size(holeAt + 1, unit);
        if (width < 0 || height < 0 || holeWidth < 0 || holeHeight < 0)
        {
            log.Error("gerber.bad-aperture", line, $"aperture D{code} has a negative size or is larger than any board; it draws without width");
            return null;
        }
        switch (letter)
        {
            case 'C': return StandardShapes.Circle(width, holeWidth, holeHeight);
            case 'R': return StandardShapes.Rectangle(width, height, holeWidth, holeHeight);
            case 'O': return StandardShapes.Obround(width, height, holeWidth, holeHeight);
            default:
                var corners = parameters.Count > 1 ? parameters[1] : 0;
                if (corners is not (>= 3 and <= 360))
                {
                    log.Error("gerber.bad-aperture", line, $"aperture D{code} is a polygon with fewer than 3 corners; it is taken as a circle");
                    return StandardShapes.Circle(width, holeWidth, holeHeight);
                }
                return StandardShapes.Polygon(width, (int)corners, parameters.Count > 2 ? parameters[2] : 0, holeWidth, holeHeight);
        }
    }

    private PadShape? Macro(ApertureMacro macro, long code, int line)
    {
        macroWork += macro.Body.Length;
        if (macroWork > MostMacroWork)
        {
            log.Error("gerber.limit", line, $"the macros of the file take more than {MostMacroWork} characters to work out; aperture D{code} draws without width");
            return null;
        }
        double unit = format.UnitNanometres(line);
        return macro.Build(parameters, workspace, unit, line, (severity, problem) =>
        {
            if (severity == Severity.Error) log.Error("gerber.bad-macro", line, $"aperture D{code}: {problem}");
            else log.Warning("gerber.bad-macro", line, $"aperture D{code}: {problem}");
        });
    }

    /// <summary>In nanometres; 0 when not given, -1 when it cannot be.</summary>
    private long Size(int index, double unit)
    {
        if (index >= parameters.Count) return 0;
        var nanometres = parameters[index] * unit;
        return nanometres is >= 0 and <= Point.Limit ? StandardShapes.Round(nanometres) : -1;
    }
}
