using System.Globalization;

namespace Turnkey.Plants.Capabilities;

/// <summary>A number of a limit as it is written: in the rule's unit, or a length with <c>mm</c>, <c>um</c>, <c>µm</c>, <c>mil</c>, <c>in</c>.</summary>
internal static class LimitNumber
{
    private const decimal Largest = 1_000_000m;

    private static readonly (string Unit, decimal Millimetres)[] Lengths = [("mm", 1m), ("um", 0.001m), ("µm", 0.001m), ("mil", 0.0254m), ("in", 25.4m)];

    /// <summary>Null when it is no number, negative, or in a unit that is not the rule's.</summary>
    public static Measure? Parse(string? text, MeasureUnit unit)
    {
        if (text is not { Length: > 0 and <= 40 }) return null;
        var digits = text.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyzµ%° ²/2").Length;
        // A "2" at the end belongs to the number unless a unit stands before it.
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        if (!decimal.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > Largest) return null;
        var symbol = text[digits..].Trim();
        if (symbol.Length == 0 || symbol.Replace('²', '2') == Measure.Symbol(unit).Replace('²', '2')) return new Measure(value, unit);
        if (unit != MeasureUnit.Millimetre) return null;
        foreach (var (name, millimetres) in Lengths)
        {
            if (symbol == name) return new Measure(decimal.Round(value * millimetres, 6), unit);
        }
        return null;
    }

    /// <summary>A place in millimetres, which may be negative.</summary>
    public static Measure? ParseSigned(string? text) =>
        text is ['-', .. var rest] ? Parse(rest, MeasureUnit.Millimetre) is { } value ? value with { Value = -value.Value } : null : Parse(text, MeasureUnit.Millimetre);
}
