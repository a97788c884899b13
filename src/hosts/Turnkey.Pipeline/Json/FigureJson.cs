using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Plants.Figures;

namespace Turnkey.Pipeline.Json;

/// <summary>Plant figures and what is reckoned from them.</summary>
internal static class FigureJson
{
    /// <summary>Decimals of exact amounts before they become prices: far below a rounding step, and no 28-digit quotients in the file.</summary>
    private const int Decimals = 8;

    public static void WriteSpread(this Utf8JsonWriter json, string name, Spread spread)
    {
        json.WriteStartObject(name);
        json.WriteNumber("low", Round(spread.Low));
        json.WriteNumber("likely", Round(spread.Likely));
        json.WriteNumber("high", Round(spread.High));
        json.WriteEndObject();
    }

    public static void WriteFigures(this Utf8JsonWriter json, ImmutableArray<Figure> figures)
    {
        if (figures.IsDefaultOrEmpty) return;
        json.WriteStartArray("figures");
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("name", figure.Name);
            json.WriteNumber("value", Numbers.Trimmed(figure.Value));
            json.WriteString("unit", figure.Unit);
            json.WriteString("source", figure.Source);
            json.WriteBoolean("assumed", figure.Assumed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteCalculation(this Utf8JsonWriter json, string name, Calculation calculation)
    {
        json.WriteStartObject(name);
        json.WriteSpread("value", calculation.Value);
        json.WriteString("formula", calculation.Formula);
        json.WriteFigures(calculation.Figures);
        json.WriteEndObject();
    }

    private static decimal Round(decimal value) => Numbers.Trimmed(Math.Round(value, Decimals, MidpointRounding.AwayFromZero));
}
