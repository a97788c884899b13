using System.Globalization;
using System.Reflection;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;

namespace Turnkey.Intake.Specification;

/// <summary>What a field of the build specification can hold. Fields of free wording (material, test, coating, panel, vias, impedance) hold anything.</summary>
internal static class SpecificationValues
{
    /// <summary>Fields whose values are those of the notes table: a finish or a colour that nobody knows cannot be priced.</summary>
    private static readonly string[] Listed = [SpecificationNames.Finish, SpecificationNames.MaskColour, SpecificationNames.LegendColour, SpecificationNames.IpcClass, SpecificationNames.Rohs];

    private static readonly Lazy<ILookup<string, string>> Known = new(() =>
        SpecificationTables.Rows(Assembly.GetExecutingAssembly(), "specification-words.csv").ToLookup(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>Why a value cannot be; null when it can.</summary>
    public static string? Problem(string field, string value)
    {
        if (Listed.Contains(field, StringComparer.Ordinal))
        {
            var known = Known.Value[field].Distinct(StringComparer.Ordinal).ToArray();
            return known.Contains(value, StringComparer.OrdinalIgnoreCase) ? null : $"known are {string.Join(", ", known)}";
        }
        return field switch
        {
            // Rigid and flexible boards are between 0.1 and 10 mm, copper between 5 and 500 µm, laminates' Tg between 100 and 300 °C.
            SpecificationNames.Thickness => Length(value) is { Millimetres: >= 0.1 and <= 10 } ? null : "write a length from 0.1 to 10 mm, as in '1.6 mm'",
            SpecificationNames.OuterCopper or SpecificationNames.InnerCopper => Micrometres(value) is >= 5 and <= 500 ? null : "write a thickness from 5 to 500 µm, as in '35 µm', or a weight as in '1 oz'",
            SpecificationNames.GlassTransition => Leading(value).Number is >= 100 and <= 300 ? null : "write degrees from 100 to 300, as in '150 °C'",
            _ => null,
        };
    }

    private static Length? Length(string value) => Leading(value) switch
    {
        ({ } number, "mm") => Kernel.Length.FromMillimetres(number),
        ({ } number, "mil" or "thou") => Kernel.Length.FromMils(number),
        ({ } number, "in" or "inch" or "\"") => Kernel.Length.FromInches(number),
        _ => null,
    };

    private static double? Micrometres(string value) => Leading(value) switch
    {
        ({ } number, "µm" or "um" or "μm") => number,
        ({ } number, "oz") => number * 35,
        _ => null,
    };

    /// <summary>A number and the word after it, lower case; values out of a plausible range count as none.</summary>
    private static (double? Number, string Unit) Leading(string value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] is '.' or '-')) end++;
        double? number = double.TryParse(value.AsSpan(0, end), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) && parsed is > 0 and < 1e6 ? parsed : null;
        return (number, value[end..].Trim().ToLowerInvariant());
    }
}
