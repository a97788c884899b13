using System.Globalization;

namespace Turnkey.Formats.Excellon;

/// <summary>What a number of a drill file counts. Coordinates are in millimetres or inches; tool sizes also in mils or micrometres.</summary>
public enum DrillUnit
{
    Millimetre,
    Inch,
    Mil,
    Micrometre,
}

/// <summary>Which zeros were left out of coordinates without a decimal point. Excellon's <c>LZ</c> keeps the leading zeros and leaves out the trailing ones.</summary>
public enum ZeroSuppression
{
    /// <summary>All digits are written.</summary>
    None,
    /// <summary>Leading zeros are left out (<c>TZ</c>): the number counts its last decimal.</summary>
    Leading,
    /// <summary>Trailing zeros are left out (<c>LZ</c>): the number starts at its first integer digit.</summary>
    Trailing,
}

/// <summary>Where a part of a drill format comes from; a higher value is better evidence.</summary>
public enum FormatOrigin
{
    /// <summary>Nobody said: the CAD tools' usual, or read off the digits themselves.</summary>
    Assumed,
    /// <summary>A file beside it said (<see cref="DrillSideFile"/>).</summary>
    SideFile,
    /// <summary>The drill file itself said, in its header or a comment.</summary>
    Header,
    /// <summary>Found by laying the hits on the copper (<see cref="DrillFormatInference"/>).</summary>
    Registration,
}

/// <summary>How the digits of a drill file become lengths.</summary>
/// <param name="Unit">Of the coordinates: <see cref="DrillUnit.Millimetre"/> or <see cref="DrillUnit.Inch"/>.</param>
/// <param name="IntegerDigits">Digits before the implied decimal point, 0 to 6.</param>
/// <param name="DecimalDigits">Digits behind it, 0 to 7.</param>
/// <param name="Zeros">Which zeros were left out.</param>
public sealed record DrillFormat(DrillUnit Unit, int IntegerDigits, int DecimalDigits, ZeroSuppression Zeros)
{
    /// <summary>Of the tool diameters where the tool does not say its own; null: as <see cref="Unit"/>.</summary>
    public DrillUnit? ToolUnit { get; init; }

    /// <summary>The coordinates carry their decimal point; digits and zeros then only matter for the odd number without one, which is whole units.</summary>
    public bool HasPoints { get; init; }

    public FormatOrigin UnitFrom { get; init; }
    public FormatOrigin DigitsFrom { get; init; }
    public FormatOrigin ZerosFrom { get; init; }

    /// <summary><c>inch 2.4, leading zeros omitted</c>.</summary>
    public override string ToString() =>
        (HasPoints ? $"{UnitName(Unit)} with decimal points" : string.Create(CultureInfo.InvariantCulture, $"{UnitName(Unit)} {IntegerDigits}.{DecimalDigits}, {ZerosName(Zeros)}")) +
         (ToolUnit is { } tools && tools != Unit ? $", tools in {UnitName(tools)}" : "");

    internal static string UnitName(DrillUnit unit) => unit switch
    {
        DrillUnit.Millimetre => "mm",
        DrillUnit.Inch => "inch",
        DrillUnit.Mil => "mil",
        _ => "um",
    };

    private static string ZerosName(ZeroSuppression zeros) => zeros switch
    {
        ZeroSuppression.Leading => "leading zeros omitted",
        ZeroSuppression.Trailing => "trailing zeros omitted",
        _ => "all zeros written",
    };
}
