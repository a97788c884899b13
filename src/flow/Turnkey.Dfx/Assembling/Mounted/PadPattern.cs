using Turnkey.Dfx.Boards;

namespace Turnkey.Dfx.Assembling.Mounted;

/// <summary>The pads of a part around their middle, turned back by the angle of its file.</summary>
internal sealed class PadPattern
{
    /// <summary>Pads within this of each other are on the same place of their patterns, in nanometres: files round to 0.01 mm, mils and tenths of degrees.</summary>
    private const double Same = 60_000;

    /// <summary>That many of the pads must have their like.</summary>
    private const double Enough = 0.9;

    /// <summary>Places of pads are known that well, in nanometres: what angle they show is rounded accordingly.</summary>
    private const double Known = 10_000;

    /// <summary>Two pads are alike when the smaller has that share of the larger's area.</summary>
    private const double SameArea = 0.8;

    private readonly (Offset At, double Area, string? Pin)[] pads;

    private PadPattern(Offset middle, (Offset At, double Area, string? Pin)[] pads) => (Middle, this.pads) = (middle, pads);

    /// <summary>Mean of the pads from the part's place, in its own axes: how far it lies from there does not depend on the angle.</summary>
    public Offset Middle { get; }

    public int Count => pads.Length;

    /// <summary>Null with fewer than two pads.</summary>
    public static PadPattern? Of(PartOnBoard part)
    {
        if (!part.HasSurePads || part.Pads.Length < 2) return null;
        // The mean does not depend on the angle, as the middle of a box would.
        var places = part.Pads.Select(pad => part.Frame.ToLocal(pad.At)).ToArray();
        var middle = new Offset(places.Average(at => at.X), places.Average(at => at.Y));
        return new PadPattern(middle, [.. places.Select((at, i) => (at - middle, Area(part.Pads[i]), part.Pads[i].Name?.Pin is { Length: > 0 } pin && !part.IsReversible ? pin : null))]);
    }

    /// <summary>True when turned by that much it lies on itself.</summary>
    public bool Repeats(double degrees) => Fits(this, degrees, byPin: false);

    /// <summary>
    /// How many degrees, above -180 to 180, the file's angle of this part is too large when <paramref name="other"/>'s is right: of the turns that lay its pads on
    /// the other's, which a symmetrical pattern has several of, the smallest. Null when the two are no patterns of one footprint.
    /// </summary>
    /// <param name="other">Of the same footprint.</param>
    /// <param name="tolerance">Degrees that count as none, as files round.</param>
    public double? TurnTo(PadPattern other, double tolerance)
    {
        // Turned back too far by the file's surplus, the pattern lies turned clockwise.
        foreach (var turn in Turns(other))
        {
            if (!Fits(other, turn, byPin: true)) continue;
            var measured = Measured(other, turn);
            return Math.Abs(measured) <= tolerance ? 0 : measured;
        }
        return null;
    }

    /// <summary>Turns that lay the outermost pad on one that is as far out: one of them is right. The smallest first.</summary>
    private IEnumerable<double> Turns(PadPattern other)
    {
        yield return 0;
        var outermost = pads.MaxBy(pad => pad.At.Size);
        var turns = new List<double>();
        foreach (var pad in other.pads)
        {
            if (Math.Abs(pad.At.Size - outermost.At.Size) > Same || !AreAlike(outermost.Area, pad.Area)) continue;
            turns.Add(Signed(pad.At.Degrees - outermost.At.Degrees));
        }
        foreach (var turn in turns.OrderBy(turn => Math.Abs(turn)).ThenByDescending(turn => turn)) yield return turn;
    }

    /// <summary>The turn that lays the pads on the other's best, starting from one that nearly does; whole degrees where no more can be told.</summary>
    private double Measured(PadPattern other, double turn)
    {
        var (sin, cos) = (0d, 0d);
        foreach (var (at, area, _) in pads)
        {
            var turned = at.Turned(turn);
            var nearest = other.pads.Where(pad => AreAlike(area, pad.Area)).Select(pad => pad.At).DefaultIfEmpty(turned).MinBy(place => (place - turned).Size);
            if ((nearest - turned).Size > Same + (0.001 * turned.Size)) continue;
            sin += (turned.X * nearest.Y) - (turned.Y * nearest.X);
            cos += (turned.X * nearest.X) + (turned.Y * nearest.Y);
        }
        var exact = Signed(turn + (Math.Atan2(sin, cos) * 180 / Math.PI));
        var extent = pads.Max(pad => pad.At.Size);
        var whole = Math.Round(exact, MidpointRounding.AwayFromZero);
        return Signed(Math.Abs(exact - whole) * Math.PI / 180 * extent <= Known ? whole : Math.Round(exact, 2));
    }

    /// <summary>Above -180 to 180.</summary>
    private static double Signed(double degrees) => Angles.Within(degrees, 360) is var within && within > 180 ? within - 360 : within;

    private static bool AreAlike(double area, double other) => Math.Min(area, other) >= SameArea * Math.Max(area, other);

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
                if (distance < away && distance <= same && AreAlike(area, other.pads[i].Area)) (best, away) = (i, distance);
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
