using System.Text.Json;
using Turnkey.Kernel;

namespace Turnkey.Pipeline.Json;

/// <summary>Numbers as results write them: decimals without an exponent or trailing zeros, the same on every machine.</summary>
internal static class Numbers
{
    /// <summary>Exact: a nanometre is the sixth decimal.</summary>
    public static decimal Millimetres(long nanometres) => nanometres / 1_000_000m;

    /// <summary>Zero for what is not finite or beyond a decimal: both cannot be written as a JSON number.</summary>
    public static decimal Rounded(double value, int decimals) =>
        double.IsFinite(value) && Math.Abs(value) < 1e15 ? Trimmed(Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero)) : 0m;

    /// <summary>Without trailing zeros: dividing by one with 28 decimals takes them off.</summary>
    public static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    public static void WriteLengthOrNull(this Utf8JsonWriter json, string name, Length? length)
    {
        if (length is { } value) json.WriteNumber(name, Millimetres(value.Nanometres));
        else json.WriteNull(name);
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    public static void WriteStringOrNull(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is null) json.WriteNull(name);
        else json.WriteString(name, text);
    }

    /// <summary>An amount, without its currency.</summary>
    public static void WriteAmount(this Utf8JsonWriter json, string name, Money money) => json.WriteNumber(name, Trimmed(money.Amount));
}
