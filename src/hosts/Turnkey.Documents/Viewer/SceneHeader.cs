using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Documents.Markup;
using Turnkey.Drawing.Colours;

namespace Turnkey.Documents.Viewer;

/// <summary>The part of a scene that is JSON: colours, sections, nets, parts, what features belong to, notes and markers.</summary>
internal sealed class SceneHeader(Assembly assembly, SceneLayers layers, SceneGrid grid, SceneMarks marks, SceneParts parts)
{
    private readonly JsonArray sections = [];

    public ImmutableArray<string> Notes { get; init; } = [];

    public ImmutableArray<SceneMarker> Markers { get; init; } = [];

    public void AddSection(string kind, int bytes) => sections.Add(new JsonObject { ["kind"] = kind, ["bytes"] = bytes });

    public void AddLayer(SceneLayers.Entry entry, int objects, int bytes) => sections.Add(new JsonObject
    {
        ["kind"] = "layer",
        ["bytes"] = bytes,
        ["name"] = entry.Name,
        ["label"] = Cut(entry.Label),
        ["role"] = entry.Layer.Role switch { LayerRole.Copper => "copper", LayerRole.SolderMask => "mask", LayerRole.Paste => "paste", _ => "legend" },
        ["side"] = Side(entry.Layer.Side),
        ["copper"] = entry.Layer.CopperLayer ?? 0,
        ["negative"] = entry.Layer.Negative,
        ["objects"] = objects,
        ["source"] = Cut(entry.Layer.Source),
    });

    public string ToJson()
    {
        var colours = BoardColours.From(assembly.Specification);
        var bounds = layers.Top.Bounds;
        var header = new JsonObject
        {
            ["name"] = Cut(assembly.Name),
            ["unit"] = grid.Unit,
            ["bounds"] = new JsonArray(grid.Snap(bounds.Left), grid.Snap(bounds.Bottom), grid.Snap(bounds.Right), grid.Snap(bounds.Top)),
            ["copperLayers"] = assembly.Board!.CopperLayers,
            ["colours"] = new JsonObject
            {
                ["laminate"] = colours.Laminate,
                ["mask"] = colours.Mask,
                ["maskOverCopper"] = colours.MaskOverCopper,
                ["tent"] = colours.Tent,
                ["finish"] = colours.Finish,
                ["legend"] = colours.Legend,
            },
            ["faces"] = new JsonObject { ["top"] = Face(layers.Top), ["bottom"] = Face(layers.Bottom) },
            ["sections"] = sections,
            ["holeFunctions"] = new JsonArray([.. Enum.GetValues<HoleFunction>().Select(function => (JsonNode)Wording.Hole(function))]),
            ["featureFunctions"] = new JsonArray([.. Enum.GetValues<FeatureFunction>().Select(function => (JsonNode)Wording.Feature(function))]),
            ["nets"] = new JsonArray([.. marks.Nets.Select(net => (JsonNode)Cut(net.Name))]),
            ["namedNets"] = marks.Nets.Count(net => net.Named),
            ["netCounts"] = new JsonArray([.. marks.Counts.Select(count => new JsonArray(count.Pads, count.Features))]),
            ["lines"] = new JsonArray([.. assembly.Bom.Lines.Select(line => new JsonArray(
                Cut(line.Value), Cut(line.Mpn?.Text), Cut(line.Manufacturer), Cut(line.Footprint), Cut(line.Description), line.DoNotPlace))]),
            ["parts"] = new JsonArray([.. parts.All.Select(Part)]),
            ["marks"] = new JsonArray([.. marks.All.Select(mark => new JsonArray(mark.Net, mark.Part, Cut(mark.Pin), (int)mark.Function))]),
            ["notes"] = new JsonArray([.. Notes.Select(note => (JsonNode)note)]),
            ["markers"] = new JsonArray([.. Markers.Select(Marker)]),
        };
        return header.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private JsonObject Face(Drawing.BoardFace face) => new()
    {
        ["copper"] = Names(face.Copper),
        ["mask"] = Names(face.Mask),
        ["legend"] = Names(face.Legend),
    };

    private JsonArray Names(ImmutableArray<Layer> of) => new([.. layers.NamesOf(of).Select(name => (JsonNode)name)]);

    private JsonNode Part(SceneParts.Part part)
    {
        if (part.Placement is not { } placed) return new JsonArray(Cut(part.Designator), part.Line);
        var at = grid.Snap(placed.At);
        return new JsonArray(Cut(part.Designator), part.Line, placed.Side == Designs.Layers.Side.Bottom ? 1 : 0, at.X, at.Y, Math.Round(placed.Rotation, 3), Cut(placed.Value), Cut(placed.Footprint), placed.DoNotPlace);
    }

    private JsonNode Marker(SceneMarker marker)
    {
        var at = grid.Snap(marker.At);
        return new JsonArray(at.X, at.Y, Side(marker.Side), Wording.Severity(marker.Severity), Cut(marker.Text), Cut(marker.Label));
    }

    private static string Side(Side? side) => side switch { Designs.Layers.Side.Top => "top", Designs.Layers.Side.Bottom => "bottom", _ => "" };

    /// <summary>As on the page: a broken table's cell must not make a scene of its own, and marks that turn the direction of writing are dropped.</summary>
    private static string Cut(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(Math.Min(text.Length, HtmlText.LongestText));
        foreach (var c in text)
        {
            if (clean.Length == HtmlText.LongestText) return clean.Append('…').ToString();
            if (c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u200e' or '\u200f') continue;
            clean.Append(char.IsSurrogate(c) || char.IsControl(c) ? '\ufffd' : c);
        }
        return clean.ToString();
    }
}
