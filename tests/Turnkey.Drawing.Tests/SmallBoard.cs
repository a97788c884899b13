using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using static Turnkey.Drawing.Tests.Drawn;

namespace Turnkey.Drawing.Tests;

/// <summary>A board of 30 × 20 mm with one of everything that the picture has to get right.</summary>
internal static class SmallBoard
{
    public static Board Make()
    {
        var (pad, via, track, pin) = (RoundedRectangle(1.2, 1.0, 0.25), Disc(0.6), Disc(0.25), Disc(1.7));
        var top = new Painter()
            .Fill(Rounded(0.5, 0.5, 29.5, 9.5, 1))
            .Polarity(false).Line(Disc(0.75), 4, 5, 12, 5).Line(Disc(0.75), 12, 5, 15, 8).Flash(Disc(1.2), 20, 5).Fill(Rounded(22, 2, 27, 7, 0.5))
            .Polarity(true).Line(track, 4, 5, 12, 5).Line(track, 12, 5, 15, 8).Line(track, 15, 8, 15, 14).Flash(via, 20, 5)
            .Stroke(track, Edge.Arc(At(15, 14), At(17, 16), At(17, 14), ArcDirection.Clockwise)).Line(track, 17, 16, 22, 16)
            .Flash(pad, 22, 16).Flash(pad, 24.5, 16).Flash(Rectangle(0.5, 1.8), 6, 14).Flash(Rectangle(0.5, 1.8), 7, 14).Flash(Rectangle(0.5, 1.8), 8, 14)
            .Flash(Obround(2.4, 1.2), 11, 16).Flash(Ring(3, 1.6), 24.5, 4.5).Flash(Split(2, 0.4), 27, 12)
            .Line(Rectangle(0.6, 0.3), 20, 12, 23, 13)
            .Flash(pin, 3, 17).Flash(pin, 5.54, 17).Flash(via, 4, 5).Image();
        var topMask = new Painter()
            .Flash(RoundedRectangle(1.3, 1.1, 0.3), 22, 16).Flash(RoundedRectangle(1.3, 1.1, 0.3), 24.5, 16)
            .Flash(Rectangle(0.6, 1.9), 6, 14).Flash(Rectangle(0.6, 1.9), 7, 14).Flash(Rectangle(0.6, 1.9), 8, 14)
            .Flash(Obround(2.5, 1.3), 11, 16).Fill(Contour.Rectangle(new Box(22_500_000, 2_500_000, 26_500_000, 6_500_000))).Flash(Disc(2.2), 27, 12)
            .Flash(Disc(1.8), 3, 17).Flash(Disc(1.8), 5.54, 17).Image();
        var topLegend = new Painter()
            .Line(Disc(0.15), 1.5, 15.5, 7, 15.5).Line(Disc(0.15), 7, 15.5, 7, 18.5).Line(Disc(0.15), 7, 18.5, 1.5, 18.5).Line(Disc(0.15), 1.5, 18.5, 1.5, 15.5)
            .Fill(Contour.Rectangle(new Box(17_000_000, 17_500_000, 22_000_000, 19_000_000)))
            .Polarity(false).Line(Disc(0.3), 17.5, 18.25, 21.5, 18.25).Image();
        var bottom = new Painter()
            .Fill(Contour.Rectangle(new Box(500_000, 500_000, 29_500_000, 19_500_000)))
            .Polarity(false).Flash(Disc(2.2), 3, 17).Flash(Disc(1), 20, 5).Polarity(true).Flash(pin, 3, 17).Flash(pin, 5.54, 17).Flash(via, 20, 5).Image();
        var bottomMask = new Painter().Flash(Disc(1.8), 3, 17).Flash(Disc(1.8), 5.54, 17).Image();
        var bottomLegend = new Painter().Line(Disc(0.2), 2, 2, 4, 2).Line(Disc(0.2), 4, 2, 4, 4).Image();

        var outline = new BoardOutline([Rounded(0, 0, 30, 20, 2)], [Contour.Circle(At(27, 17), 1_000_000)], "edge.gbr");
        return new Board("small <board> & \"more\"", outline,
        [
            Layer(LayerRole.Legend, Side.Top, topLegend), Layer(LayerRole.SolderMask, Side.Top, topMask), Layer(LayerRole.Copper, Side.Top, top, 1),
            Layer(LayerRole.Copper, Side.Bottom, bottom, 2), Layer(LayerRole.SolderMask, Side.Bottom, bottomMask), Layer(LayerRole.Legend, Side.Bottom, bottomLegend),
        ],
        [
            Drill(3, 17, 1), Drill(5.54, 17, 1), Drill(4, 5, 0.3), Drill(20, 5, 0.3),
            new Hole(HoleKind.Slot, Edge.Line(At(10.4, 16), At(11.6, 16)), Turnkey.Kernel.Length.FromMillimetres(0.6), Plating.Plated, null, null, HoleFunction.Unstated, "drill.drl", 0),
        ], 2);
    }
}
