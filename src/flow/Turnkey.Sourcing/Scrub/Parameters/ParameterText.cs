using System.Globalization;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>Prints parameters in the usual spelling, so that reading the text again gives the same number.</summary>
internal static class ParameterText
{
    private static readonly (decimal Factor, string Prefix)[] Prefixes =
        [(1e9m, "G"), (1e6m, "M"), (1e3m, "k"), (1m, ""), (1e-3m, "m"), (1e-6m, "u"), (1e-9m, "n"), (1e-12m, "p")];

    public static string Of(ParameterName name, decimal number) => name switch
    {
        ParameterName.Resistance or ParameterName.Impedance => Engineering(number, "Ω"),
        ParameterName.Capacitance or ParameterName.LoadCapacitance => Engineering(number, "F"),
        ParameterName.Inductance => Engineering(number, "H"),
        ParameterName.Frequency => Engineering(number, "Hz"),
        ParameterName.Voltage => Plain(number) + "V",
        ParameterName.AcVoltage => Plain(number) + "VAC",
        ParameterName.Power => number is > 0 and < 1 && number * 1000 == decimal.Truncate(number * 1000) ? Plain(number * 1000) + "mW" : Plain(number) + "W",
        ParameterName.Current => Engineering(number, "A"),
        ParameterName.Tolerance => number < 0.0001m ? "±" + Plain(number * 1_000_000) + "ppm" : "±" + Plain(number * 100) + "%",
        _ => Plain(number),
    };

    private static string Engineering(decimal number, string unit)
    {
        foreach (var (factor, prefix) in Prefixes)
        {
            if (Math.Abs(number) >= factor) return Plain(number / factor) + prefix + unit;
        }
        return number == 0 ? "0" + unit : Plain(number / 1e-12m) + "p" + unit;
    }

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
