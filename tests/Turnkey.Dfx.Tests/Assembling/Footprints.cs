using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Tests.Assembling;

/// <summary>Draws parts with the pads they have, turned as they stand; the centroid file may say otherwise.</summary>
internal static class Footprints
{
    /// <summary>A 0603 chip: pads 0.8 × 0.9 mm, 1.6 mm apart.</summary>
    /// <param name="sketch">The board.</param>
    /// <param name="name">Designator.</param>
    /// <param name="x">Of its middle.</param>
    /// <param name="y">Of its middle.</param>
    /// <param name="rotation">As it stands on the board.</param>
    /// <param name="said">What the centroid file says of its angle; null for the truth.</param>
    /// <param name="besideX">How far the file's place lies beside its middle.</param>
    /// <param name="footprint">As the file names it.</param>
    /// <param name="layer">Copper layer.</param>
    /// <param name="named">Its pads say their pins.</param>
    public static Sketch Chip(this Sketch sketch, string name, double x, double y, double rotation = 0, double? said = null, double besideX = 0, string footprint = "R_0603_1608Metric", int layer = 1, bool named = false)
    {
        var upright = rotation is 90 or 270;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            // Pin 1 lies left at 0.
            var (component, pin) = named ? (name, side < 0 == rotation is 0 or 90 ? "1" : "2") : ((string?)null, (string?)null);
            if (upright) sketch.Land(layer, x, y + (side * 0.8), 0.9, 0.8, component: component, pin: pin);
            else sketch.Land(layer, x + (side * 0.8), y, 0.8, 0.9, component: component, pin: pin);
        }
        return sketch.Part(name, x + besideX, y, said ?? rotation, layer == 1 ? Side.Top : Side.Bottom, footprint);
    }

    /// <summary>SOT-23: two pads on one side, one on the other.</summary>
    public static Sketch Sot23(this Sketch sketch, string name, double x, double y, double rotation = 0, double? said = null, bool named = false, double besideX = 0, string footprint = "SOT-23")
    {
        (double X, double Y, string Pin)[] pads = [(-1, 0.95, "1"), (-1, -0.95, "2"), (1, 0, "3")];
        foreach (var (padX, padY, pin) in pads)
        {
            var (sin, cos) = Math.SinCos(rotation * Math.PI / 180);
            var (atX, atY) = (Math.Round((padX * cos) - (padY * sin), 6), Math.Round((padX * sin) + (padY * cos), 6));
            var upright = rotation is 90 or 270;
            sketch.Land(1, x + atX, y + atY, upright ? 0.6 : 1, upright ? 1 : 0.6, component: named ? name : null, pin: named ? pin : null);
        }
        return sketch.Part(name, x + besideX, y, said ?? rotation, footprint: footprint);
    }

    /// <summary>SOT-223: three pads on the left, a wide one on the right.</summary>
    public static Sketch Sot223(this Sketch sketch, string name, double x, double y, double said = 0, double besideX = 0)
    {
        foreach (var row in (ReadOnlySpan<double>)[2.3, 0, -2.3]) sketch.Land(1, x - 3.15, y + row, 2, 1.5);
        return sketch.Land(1, x + 3.15, y, 2, 3.8).Part(name, x + besideX, y, said, footprint: "SOT-223");
    }

    /// <summary>A connector of four pins in one row and two wide pads that hold it, of nobody's library.</summary>
    public static Sketch Plug(this Sketch sketch, string name, double x, double y, double said = 0)
    {
        for (var i = 0; i < 4; i++) sketch.Land(1, x - 1.5 + i, y + 2, 0.6, 1.5, component: name, pin: (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var side in (ReadOnlySpan<int>)[-3, 3]) sketch.Land(1, x + side, y - 2, 1.2, 2, component: name, pin: "MP");
        return sketch.Part(name, x, y, said, footprint: "Maker_PLUG_1x04");
    }

    /// <summary>Two rows of leads with named pins, pin 1 upper left, 1.27 mm pitch.</summary>
    public static Sketch Rows(this Sketch sketch, string name, double x, double y, int pins, double said, string footprint, int layer = 1)
    {
        for (var i = 0; i < 2 * pins; i++)
        {
            var (column, row) = i < pins ? (-1, i) : (1, (2 * pins) - 1 - i);
            sketch.Land(layer, x + (layer == 1 ? column * 2.7 : column * -2.7), y + (1.27 * (((pins - 1) / 2d) - row)), 1.6, 0.6, component: name, pin: (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        return sketch.Part(name, x, y, said, layer == 1 ? Side.Top : Side.Bottom, footprint);
    }

    /// <summary>A square part with four pads on each side, 0.5 mm pitch, 4 mm across.</summary>
    public static Sketch Qfn(this Sketch sketch, string name, double x, double y, double rotation = 0, bool named = false, bool exposed = false, double besideX = 0)
    {
        var pin = 0;
        foreach (var side in (ReadOnlySpan<int>)[0, 1, 2, 3])
        {
            for (var i = 0; i < 4; i++)
            {
                var along = 0.75 - (i * 0.5);
                var (atX, atY) = side switch { 0 => (-1.9, along), 1 => (-along, -1.9), 2 => (1.9, -along), _ => (along, 1.9) };
                var number = (++pin).ToString(System.Globalization.CultureInfo.InvariantCulture);
                sketch.Land(1, x + atX, y + atY, side % 2 == 0 ? 0.8 : 0.25, side % 2 == 0 ? 0.25 : 0.8, component: named ? name : null, pin: named ? number : null);
            }
        }
        if (exposed) sketch.Land(1, x, y, 2, 2, component: named ? name : null, pin: named ? "17" : null);
        return sketch.Part(name, x + besideX, y, rotation, footprint: "QFN-16_4x4mm_P0.5mm");
    }
}
