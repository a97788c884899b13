using System.Globalization;
using Turnkey.Kernel;

namespace Turnkey.Plants.Capabilities;

/// <summary>What was measured, or may be: a number with the unit of its rule. Lengths are whole nanometres.</summary>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit">The rule's.</param>
public readonly record struct Measure(decimal Value, MeasureUnit Unit) : IComparable<Measure>
{
    /// <summary>So it is: for rules without a number.</summary>
    public static Measure Fact { get; } = new(1, MeasureUnit.None);

    public static Measure Of(Length length) => new(length.Nanometres / 1_000_000m, MeasureUnit.Millimetre);

    /// <param name="nanometres">Finite; rounded to the nanometre.</param>
    public static Measure OfNanometres(double nanometres) => Of(Length.FromNanometres((long)Math.Round(nanometres, MidpointRounding.AwayFromZero)));

    /// <param name="value">Finite; rounded to six decimals.</param>
    /// <param name="unit">Of the value.</param>
    public static Measure Of(double value, MeasureUnit unit) => new(Math.Round((decimal)value, 6, MidpointRounding.AwayFromZero), unit);

    public static Measure Count(int count) => new(count, MeasureUnit.Count);

    /// <exception cref="InvalidOperationException">It is no length.</exception>
    public Length Length => Unit == MeasureUnit.Millimetre ? Length.FromNanometres((long)(Value * 1_000_000m)) : throw new InvalidOperationException($"{this} is no length");

    /// <summary>By their numbers: measures of one rule have one unit.</summary>
    public int CompareTo(Measure other) => Value.CompareTo(other.Value);

    public static bool operator <(Measure left, Measure right) => left.CompareTo(right) < 0;

    public static bool operator <=(Measure left, Measure right) => left.CompareTo(right) <= 0;

    public static bool operator >(Measure left, Measure right) => left.CompareTo(right) > 0;

    public static bool operator >=(Measure left, Measure right) => left.CompareTo(right) >= 0;

    /// <summary>Empty where nothing is measured: millimetres are <c>mm</c>, a ratio has no unit.</summary>
    public static string Symbol(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Millimetre => "mm",
        MeasureUnit.SquareMillimetre => "mm²",
        MeasureUnit.Percent => "%",
        MeasureUnit.Degree => "°",
        MeasureUnit.MilligramPerSquareMillimetre => "mg/mm²",
        _ => "",
    };

    /// <summary>As <c>0.127 mm</c> (to 0.1 µm), <c>8.4</c>, <c>35 %</c>: for people; data have the value whole.</summary>
    public override string ToString()
    {
        var number = Value.ToString(Unit == MeasureUnit.Millimetre ? "0.####" : "0.###", CultureInfo.InvariantCulture);
        var symbol = Symbol(Unit);
        return symbol.Length == 0 ? number : symbol == "°" ? number + symbol : number + " " + symbol;
    }
}
