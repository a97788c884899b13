using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Drawing;
using Turnkey.Drawing.Raster;

namespace Turnkey.Fuzzing;

/// <summary>Pictures of what mutated Gerber files draw.</summary>
internal static class PictureTargets
{
    private const int MostPixels = 500;

    public static FuzzTarget Svg { get; } = GerberTarget.Of("gerber-svg", static image => LayerPicture.Svg(new Layer(LayerRole.Copper, Side.Top, 1, "fuzz.gbr", image)));

    public static FuzzTarget Raster { get; } = GerberTarget.Of("gerber-raster", static image =>
    {
        var view = LayerRaster.ViewOf(image);
        var pitch = Math.Max(view.Width.Nanometres, view.Height.Nanometres) / (double)MostPixels;
        LayerRaster.Draw(image, new PixelGrid(view, pitch, MostPixels, MostPixels));
    });

    public static ImmutableArray<FuzzTarget> All { get; } = [Svg, Raster];
}
