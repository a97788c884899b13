using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>Unit and number format of a file, and what is assumed when it uses coordinates without having stated them.</summary>
internal sealed class FormatState(ReadOnlyMemory<byte> content, DiagnosticLog log)
{
    public const long NanometresPerMillimetre = 1_000_000;
    public const long NanometresPerInch = 25_400_000;

    private CoordinateFormat? yFormat;
    private CoordinateDecoder? x;
    private CoordinateDecoder? y;

    /// <summary>As stated; null when the file does not.</summary>
    public CoordinateFormat? Format { get; private set; }

    /// <summary>As stated or assumed; null as long as neither was needed.</summary>
    public GerberUnit? Unit { get; private set; }

    /// <summary>The deprecated incremental notation, from FS or G91.</summary>
    public bool Incremental { get; set; }

    public void State(GerberUnit unit)
    {
        Unit = unit;
        x = y = null;
    }

    public void State(CoordinateFormat formatOfX, CoordinateFormat formatOfY)
    {
        Format = formatOfX;
        yFormat = formatOfY;
        Incremental = formatOfX.Incremental;
        x = y = null;
    }

    /// <summary>Nanometres per unit of the file.</summary>
    public long UnitNanometres(int line)
    {
        if (Unit is null)
        {
            Unit = StatedLater(line) ?? Assumed(line);
        }
        return Unit == GerberUnit.Inch ? NanometresPerInch : NanometresPerMillimetre;
    }

    public CoordinateDecoder X(int line)
    {
        if (x is null) Prepare(line);
        return x!;
    }

    public CoordinateDecoder Y(int line)
    {
        if (y is null) Prepare(line);
        return y!;
    }

    private GerberUnit? StatedLater(int line)
    {
        GerberUnit? found = content.Span.IndexOf("MOMM*"u8) >= 0 ? GerberUnit.Millimetre : content.Span.IndexOf("MOIN*"u8) >= 0 ? GerberUnit.Inch : null;
        if (found is not null) log.Info("gerber.no-unit", line, "the file states its unit (MO) only after it was needed; it is taken from there");
        return found;
    }

    private GerberUnit Assumed(int line)
    {
        // Nothing tells but habit: two integer digits are written for inches, more for millimetres.
        var unit = Format is { IntegerDigits: > 2 } ? GerberUnit.Millimetre : GerberUnit.Inch;
        log.Warning("gerber.no-unit", line, $"the file does not state its unit (MO); {(unit == GerberUnit.Inch ? "inches are" : "millimetres are")} assumed");
        return unit;
    }

    private void Prepare(int line)
    {
        var unit = UnitNanometres(line);
        var (ofX, ofY) = (Format, yFormat ?? Format);
        if (ofX is null || ofY is null)
        {
            ofX = ofY = Unit == GerberUnit.Inch ? new CoordinateFormat(2, 4, false, false) : new CoordinateFormat(4, 4, false, false);
            // Only assumed, so not kept as what the file states.
            var digits = $"{ofX.IntegerDigits}.{ofX.DecimalDigits} digits";
            log.Error("gerber.no-format", line, $"the file does not state how its coordinates are written (FS); {digits} are assumed, sizes may be wrong");
        }
        x = new CoordinateDecoder(ofX.IntegerDigits, ofX.DecimalDigits, ofX.TrailingZerosOmitted, unit);
        y = new CoordinateDecoder(ofY.IntegerDigits, ofY.DecimalDigits, ofY.TrailingZerosOmitted, unit);
    }
}
