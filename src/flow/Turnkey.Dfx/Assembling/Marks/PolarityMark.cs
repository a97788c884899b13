using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Marks;

/// <summary>
/// Legend around parts that must not be turned: what is printed must look different when the part is turned, by its pin 1 or otherwise. Text beside a part may
/// hide that a mark is missing, never the other way round.
/// </summary>
internal static class PolarityMark
{
    /// <summary>Between places where the legend is looked at, in nanometres: finer than its lines.</summary>
    private const double Step = 80_000;

    /// <summary>So many places of a few square tenths of a millimetre that differ are a mark.</summary>
    private const int Mark = 4;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} (first {worst.What})",
        (_, _) => "print a mark at pin 1 or at the cathode, outside the body, where it is seen after assembly");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var faces = design.Faces.Where(face => face.Legend is { Pieces.IsEmpty: false }).ToArray();
        if (faces.Length == 0) return new CheckOutcome.Skipped("the package has no legend");
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var face in faces)
        {
            foreach (var part in design.Parts.Mounted.Where(part => part.Side == face.Side))
            {
                if (Turn(part) is not { } turn || PartOutline.Of(part) is not { } outline) continue;
                looked++;
                if (HasMark(face.Legend!, part, outline, turn)) continue;
                sightings.Add(new Sighting($"the legend does not show which way round {(part.IsPolar ? "diodes, LEDs and polar capacitors" : "integrated circuits")} stand", part.At, face.Name, Measure.Fact) { What = part.Title, Bounds = outline.Bounds });
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("no part that must not be turned has known pads") : new CheckOutcome.Done($"{looked.ToString(CultureInfo.InvariantCulture)} parts", [.. sightings]);
    }

    /// <summary>How far a part can be turned with its pads looking the same; null where its pads show how it stands, or it does not matter.</summary>
    private static double? Turn(PartOnBoard part)
    {
        if (PadPattern.Of(part) is not { } pattern) return null;
        if (part.IsPolar && pattern.Count == 2) return 180;
        if (part.Body is not { Form: BodyForm.DualRow or BodyForm.Quad or BodyForm.Grid } || part.Kind.Class is "resistor-network" or "crystal") return null;
        return pattern.Count < 4 ? null : pattern.Repeats(90) ? 90 : pattern.Repeats(180) ? 180 : null;
    }

    private static bool HasMark(DrawnSheet legend, PartOnBoard part, PartOutline outline, double turn)
    {
        double halfX = 0, halfY = 0;
        foreach (var corner in outline.Corners)
        {
            var at = part.Frame.ToLocal(corner) - part.Middle;
            (halfX, halfY) = (Math.Max(halfX, Math.Abs(at.X)), Math.Max(halfY, Math.Abs(at.Y)));
        }
        var reach = MountingFigures.LengthOf("mark-reach").Nanometres;
        var (stepsX, stepsY) = ((int)((halfX + reach) / Step), (int)((halfY + reach) / Step));
        if (turn == 90) (stepsX, stepsY) = (Math.Max(stepsX, stepsY), Math.Max(stepsX, stepsY));
        // Large parts are looked at in coarser steps: their marks are larger too.
        var stride = Math.Max(1, (int)Math.Ceiling(Math.Max(stepsX, stepsY) / 60d));
        var differing = 0;
        for (var x = -stepsX; x <= stepsX; x += stride)
        {
            for (var y = -stepsY; y <= stepsY; y += stride)
            {
                var local = new Offset(x * Step, y * Step);
                if (!Covers(legend, Board(local)) || Near(local)) continue;
                if (++differing >= Mark) return true;
            }
        }
        return false;

        Point Board(Offset local) => part.Frame.ToBoard(part.Middle + local);

        // Lines that are drawn by hand do not turn onto themselves to the micrometre.
        bool Near(Offset local)
        {
            var turned = local.Turned(turn);
            var at = Board(turned);
            return legend.Index.Any(new Box(at.X, at.Y, at.X, at.Y).Grow((long)Step)) && Touches(legend, at);
        }
    }

    private static bool Covers(DrawnSheet legend, Point at)
    {
        foreach (var i in legend.Index.Overlapping(new Box(at.X, at.Y, at.X, at.Y)))
        {
            if (legend.Pieces[i].Primitive.Contains(at)) return true;
        }
        return false;
    }

    private static bool Touches(DrawnSheet legend, Point at)
    {
        var probe = Geometry.Distances.Primitive.Disc(at, (long)(2 * Step));
        foreach (var i in legend.Index.Overlapping(probe.Bounds))
        {
            if (legend.Pieces[i].Primitive.Touches(probe)) return true;
        }
        return false;
    }
}
