using Turnkey.Dfx.Boards;

namespace Turnkey.Dfx.Assembling.Mounted;

/// <summary>The pads of a part around their middle, turned back by the angle of its file.</summary>
internal sealed class PadPattern
{
    /// <summary>Pads within this of each other are on the same place of their patterns, in nanometres: files round to 0.01 mm, mils and tenths of degrees.</summary>
    private const double Same = 60_000;

    /// <summary>That many of the pads must have their like.</summary>
    private const double Enough = 0.9;

    /// <summary>Turns that are tried first: what hands and tools get wrong.</summary>
    private static readonly double[] Turns = [0, 90, 180, 270, 45, 135, 225, 315];

    private readonly (Offset At, double Area, string? Pin)[] pads;

    private PadPattern((Offset At, double Area, string? Pin)[] pads) => this.pads = pads;

    public int Count => pads.Length;

    /// <summary>Null with fewer than two pads.</summary>
    public static PadPattern? Of(PartOnBoard part)
    {
        if (!part.HasSurePads || part.Pads.Length < 2) return null;
        // The mean does not depend on the angle, as the middle of a box would.
        var places = part.Pads.Select(pad => part.Frame.ToLocal(pad.At)).ToArray();
        var middle = new Offset(places.Average(at => at.X), places.Average(at => at.Y));
        return new PadPattern([.. places.Select((at, i) => (at - middle, Area(part.Pads[i]), part.Pads[i].Name?.Pin is { Length: > 0 } pin && !part.IsReversible ? pin : null))]);
    }

    /// <summary>True when turned by that much it lies on itself.</summary>
    public bool Repeats(double degrees) => Fits(this, degrees, byPin: false);

    /// <summary>
    /// How many degrees the file's angle of this part is too large when <paramref name="other"/>'s is right; 0 wherever that can be. Null when the two are no
    /// patterns of one footprint.
    /// </summary>
    public double? TurnTo(PadPattern other)
    {
        foreach (var turn in Turns)
        {
            // Turned back too far by the file's surplus, the pattern lies turned clockwise.
            if (Fits(other, turn, byPin: true)) return turn > 180 ? turn - 360 : turn;
        }
        return null;
    }

    private bool Fits(PadPattern other, double turn, bool byPin)
    {
        if (Math.Abs(Count - other.Count) > (1 - Enough) * Math.Max(Count, other.Count)) return false;
        var used = new bool[other.Count];
        var matched = 0;
        foreach (var (at, area, pin) in pads)
        {
            var turned = at.Turned(turn);
            var (best, away) = (-1, double.MaxValue);
            // Rounded angles move the pads of large parts by more.
            var same = Same + (0.001 * turned.Size);
            for (var i = 0; i < other.Count; i++)
            {
                if (used[i] || (byPin && pin is not null && other.pads[i].Pin is { } its && its != pin)) continue;
                var distance = (other.pads[i].At - turned).Size;
                if (distance < away && distance <= same && Math.Min(area, other.pads[i].Area) >= 0.8 * Math.Max(area, other.pads[i].Area)) (best, away) = (i, distance);
            }
            if (best < 0) continue;
            used[best] = true;
            matched++;
        }
        return matched >= Enough * Math.Max(Count, other.Count);
    }

    /// <summary>The shape's own size: the box around a turned pad is larger than the pad.</summary>
    private static double Area(Pad pad)
    {
        var image = pad.Sheet.Layer.Image;
        var feature = image.Features[pad.Feature];
        if (feature.Kind != Designs.Layers.FeatureKind.Flash) return image.Areas[feature.Shape].Contours.Sum(contour => Math.Abs(contour.SignedArea));
        return image.Shapes[feature.Shape].Parts.Sum(part => Math.Abs(part.Contour.SignedArea));
    }
}
