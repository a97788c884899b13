using System.Text.Json;
using Turnkey.Designs.Boards;

namespace Turnkey.Pipeline.Json;

/// <summary>The member <c>stackup</c> of a board: null where no file has one.</summary>
internal static class StackupJson
{
    public static void Write(Utf8JsonWriter json, Stackup? stackup)
    {
        if (stackup is null)
        {
            json.WriteNull("stackup");
            return;
        }
        json.WriteStartObject("stackup");
        json.WriteString("source", stackup.Source);
        json.WriteLengthOrNull("statedThicknessMm", stackup.StatedThickness);
        json.WriteLengthOrNull("thicknessMm", stackup.Thickness);
        json.WriteStartArray("layers");
        foreach (var row in stackup.Rows)
        {
            json.WriteStartObject();
            json.WriteString("kind", Words.Of(row.Kind));
            json.WriteString("name", row.Name);
            json.WriteLengthOrNull("thicknessMm", row.Thickness);
            json.WriteStringOrNull("material", row.Material);
            WriteNumberOrNull(json, "dielectricConstant", row.DielectricConstant);
            WriteNumberOrNull(json, "lossTangent", row.LossTangent);
            json.WriteStringOrNull("colour", row.Colour);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumberOrNull(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value) json.WriteNumber(name, Numbers.Rounded(value, 6));
        else json.WriteNull(name);
    }
}
