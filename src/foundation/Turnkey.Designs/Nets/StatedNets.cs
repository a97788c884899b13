using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Designs.Nets;

/// <summary>The nets that features of the copper itself name.</summary>
internal static class StatedNets
{
    /// <summary>Gerber's word for a pad that is connected to nothing: it names no net.</summary>
    private const string NotConnected = "N/C";

    /// <summary>One claim for each piece of a feature with a net, in the order of layers and features.</summary>
    public static List<NetClaim> Of(TracedCopper copper)
    {
        var claims = new List<NetClaim>();
        for (var layer = 0; layer < copper.Layers.Length; layer++)
        {
            var one = copper.Layers[layer];
            for (var piece = 0; piece < one.Pieces.Length; piece++)
            {
                if (one.Pieces[piece].Feature is not (>= 0 and var at)) continue;
                var feature = one.Image.Features[at];
                var attributes = one.Image.Attributes[feature.Attributes];
                if (attributes.Net is not { Length: > 0 } name || name == NotConnected) continue;
                var node = copper.NodeOf(layer, piece);
                claims.Add(new NetClaim(name, Pin(attributes), Place(one.Image, feature), one.Number, copper.Find(node), node) { Part = Pin(attributes).Length > 0 ? attributes.Component! : "" });
            }
        }
        return claims;
    }

    /// <summary>The middle of a flash, the start of a stroke or of an area's edge.</summary>
    public static Point Place(LayerImage image, in Feature feature) =>
        feature.Kind == FeatureKind.Area ? image.Areas[feature.Shape].Contours[0].Edges[0].Start : feature.Start;

    private static string Pin(FeatureAttributes attributes) => (attributes.Component, attributes.Pin) switch
    {
        ({ Length: > 0 } component, { Length: > 0 } pin) => $"{component}.{pin}",
        ({ Length: > 0 } component, _) => component,
        _ => "",
    };
}
