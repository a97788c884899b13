using System.Text.Json;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;

namespace Turnkey.Pipeline.Json;

/// <summary>The copper of a board: areas, nets, gaps, and the comparison with the netlist. Nets are called by their index in <c>nets</c>, for names may repeat.</summary>
internal static class CopperJson
{
    public static void Write(Utf8JsonWriter json, BoardCopper copper)
    {
        json.WriteStartObject("copper");
        json.WriteStartArray("layers");
        foreach (var layer in copper.Layers)
        {
            json.WriteStartObject();
            json.WriteNumber("copperLayer", layer.CopperLayer);
            Area(json, "areaMm2", layer.AreaSquareMillimetres);
            json.WriteNumberOrNull("islands", layer.Islands);
            Area(json, "drawnMm2", layer.DrawnSquareMillimetres);
            Area(json, "besideMm2", layer.BesideSquareMillimetres);
            json.WriteNumber("besideFeatures", layer.BesideFeatures);
            json.WriteBoolean("traced", layer.IsTraced);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("nets");
        foreach (var net in copper.Nets.Nets) Net(json, net);
        json.WriteEndArray();
        json.WriteStartArray("smallestGaps");
        foreach (var gap in copper.SmallestGaps) Gap(json, gap, copper.Nets);
        json.WriteEndArray();
        if (copper.Comparison is { } comparison) Comparison(json, comparison);
        else json.WriteNull("comparison");
        json.WriteEndObject();
    }

    private static void Net(Utf8JsonWriter json, CopperNet net)
    {
        json.WriteStartObject();
        json.WriteString("name", net.Name);
        json.WriteBoolean("named", net.IsNamed);
        json.WriteNumber("pads", net.Pads);
        json.WriteNumber("features", net.Features);
        json.WriteNumber("holes", net.Holes);
        Layers(json, net.Layers);
        Place(json, net.At);
        json.WriteEndObject();
    }

    private static void Gap(Utf8JsonWriter json, CopperGap gap, CopperNets nets)
    {
        json.WriteStartObject();
        json.WriteNumber("copperLayer", gap.CopperLayer);
        json.WriteNumber("gapMm", Numbers.Rounded(gap.Width / 1e6, 6));
        Place(json, gap.At);
        json.WriteString("netA", nets.Nets[gap.NetA].Name);
        json.WriteString("netB", nets.Nets[gap.NetB].Name);
        json.WriteEndObject();
    }

    private static void Comparison(Utf8JsonWriter json, NetComparison comparison)
    {
        json.WriteStartObject("comparison");
        json.WriteString("netlist", comparison.Netlist);
        json.WriteStartArray("offsetMm");
        json.WriteNumberValue(Numbers.Millimetres(comparison.Offset.X));
        json.WriteNumberValue(Numbers.Millimetres(comparison.Offset.Y));
        json.WriteEndArray();
        json.WriteNumber("points", comparison.Points);
        json.WriteStartArray("shorts");
        foreach (var one in comparison.Shorts)
        {
            json.WriteStartObject();
            Texts(json, "names", one.Names);
            json.WriteStartArray("meetings");
            foreach (var meeting in one.Meetings)
            {
                json.WriteStartObject();
                json.WriteString("netA", meeting.NameA);
                json.WriteString("pinA", meeting.PinA);
                json.WriteString("netB", meeting.NameB);
                json.WriteString("pinB", meeting.PinB);
                json.WriteString("part", meeting.Part);
                json.WriteBoolean("tie", meeting.IsTie);
                Place(json, meeting.At);
                Layers(json, meeting.Layers);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("opens");
        foreach (var one in comparison.Opens)
        {
            json.WriteStartObject();
            json.WriteString("name", one.Name);
            json.WriteStartArray("pieces");
            foreach (var piece in one.Pieces)
            {
                json.WriteStartObject();
                json.WriteNumber("points", piece.Points);
                Place(json, piece.At);
                Layers(json, piece.Layers);
                Texts(json, "pins", piece.Pins);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("unconnected");
        foreach (var one in comparison.Unconnected)
        {
            json.WriteStartObject();
            json.WriteString("name", one.Name);
            json.WriteString("pin", one.Pin);
            Place(json, one.At);
            json.WriteNumber("copperLayer", one.CopperLayer);
            json.WriteNumber("line", one.Line);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("notIsolated");
        foreach (var one in comparison.NotIsolated)
        {
            json.WriteStartObject();
            json.WriteString("pin", one.Pin);
            json.WriteString("net", one.Name);
            Place(json, one.At);
            json.WriteNumber("copperLayer", one.CopperLayer);
            json.WriteNumber("line", one.Line);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("holes");
        foreach (var one in comparison.Holes)
        {
            json.WriteStartObject();
            Place(json, one.At);
            json.WriteNumber("listedMm", Numbers.Millimetres(one.Listed.Nanometres));
            json.WriteLengthOrNull("drilledMm", one.Drilled);
            Flag(json, "listedPlated", one.ListedPlated);
            Flag(json, "drilledPlated", one.DrilledPlated);
            json.WriteNumber("line", one.Line);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Area(Utf8JsonWriter json, string name, double? squareMillimetres)
    {
        if (squareMillimetres is { } area) json.WriteNumber(name, Numbers.Rounded(area, 4));
        else json.WriteNull(name);
    }

    private static void Flag(Utf8JsonWriter json, string name, bool? flag)
    {
        if (flag is { } known) json.WriteBoolean(name, known);
        else json.WriteNull(name);
    }

    private static void Place(Utf8JsonWriter json, Point at)
    {
        json.WriteNumber("xMm", Numbers.Millimetres(at.X));
        json.WriteNumber("yMm", Numbers.Millimetres(at.Y));
    }

    private static void Layers(Utf8JsonWriter json, IEnumerable<int> layers)
    {
        json.WriteStartArray("layers");
        foreach (var layer in layers) json.WriteNumberValue(layer);
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
