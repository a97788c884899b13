namespace Turnkey.Plants.Capabilities;

/// <summary>What a design rule measures in.</summary>
public enum MeasureUnit
{
    Millimetre,
    SquareMillimetre,
    /// <summary>One number by another: hole depth by diameter, opening by wall.</summary>
    Ratio,
    Percent,
    Count,
    Degree,
    /// <summary>Mass of a part over its soldered area.</summary>
    MilligramPerSquareMillimetre,
    /// <summary>Nothing is measured: it is so, or it is not.</summary>
    None,
}
