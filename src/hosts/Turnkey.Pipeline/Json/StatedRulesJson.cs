using System.Text.Json;
using Turnkey.Designs.Boards;

namespace Turnkey.Pipeline.Json;

/// <summary>The member <c>statedRules</c> of a board: null where no file says any; what is not said in it is null.</summary>
internal static class StatedRulesJson
{
    public static void Write(Utf8JsonWriter json, StatedRules? rules)
    {
        if (rules is null)
        {
            json.WriteNull("statedRules");
            return;
        }
        json.WriteStartObject("statedRules");
        json.WriteString("source", rules.Source);
        json.WriteLengthOrNull("widthMm", rules.Width);
        json.WriteLengthOrNull("heightMm", rules.Height);
        json.WriteLengthOrNull("thicknessMm", rules.Thickness);
        json.WriteNumberOrNull("copperLayers", rules.CopperLayers);
        json.WriteStringOrNull("finish", rules.Finish);
        json.WriteStringOrNull("boardType", rules.BoardType);
        json.WriteStringOrNull("ipcClass", rules.IpcClass);
        json.WriteStringOrNull("viaProtection", rules.ViaProtection);
        Truth(json, "impedanceControlled", rules.ImpedanceControlled);
        Truth(json, "rohs", rules.Rohs);
        Truth(json, "castellated", rules.Castellated);
        Truth(json, "edgePlated", rules.EdgePlated);
        Truth(json, "edgeConnector", rules.EdgeConnector);
        Truth(json, "edgeConnectorBevelled", rules.EdgeConnectorBevelled);
        Truth(json, "pressFit", rules.PressFit);
        json.WriteStartArray("layers");
        foreach (var group in rules.Layers)
        {
            json.WriteStartObject();
            json.WriteString("layers", Words.Of(group.Group));
            json.WriteLengthOrNull("trackWidthMm", group.TrackWidth);
            json.WriteLengthOrNull("padToPadMm", group.PadToPad);
            json.WriteLengthOrNull("padToTrackMm", group.PadToTrack);
            json.WriteLengthOrNull("trackToTrackMm", group.TrackToTrack);
            json.WriteLengthOrNull("trackToAreaMm", group.TrackToArea);
            json.WriteLengthOrNull("areaToAreaMm", group.AreaToArea);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Truth(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } said) json.WriteBoolean(name, said);
        else json.WriteNull(name);
    }
}
