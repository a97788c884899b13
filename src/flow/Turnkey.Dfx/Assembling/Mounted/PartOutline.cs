using System.Collections.Immutable;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Mounted;

/// <summary>The rectangle that a part covers, terminals included, over the pads that it is soldered to.</summary>
/// <param name="Part">Whose.</param>
/// <param name="Corners">Four, counter-clockwise or clockwise.</param>
/// <param name="IsFromPads">True when the body is not known: the rectangle around the pads with the excess of IPC-7351.</param>
internal sealed record PartOutline(PartOnBoard Part, ImmutableArray<Point> Corners, bool IsFromPads)
{
    private static readonly double Excess = MountingFigures.LengthOf("courtyard-excess").Nanometres;

    /// <summary>Pads are at least that part of a body's size, along and, but for two terminals, across.</summary>
    private const double LeastOfBody = 0.5;

    /// <summary>Pads reach out of a small body by its own half at most, and for hands by more.</summary>
    private const double MostOfBody = 2.2;

    public Primitive Shape { get; } = Primitive.Filled(new Surface([Contour.Polygon(Corners.AsSpan())]));

    public Box Bounds => Shape.Bounds;

    /// <summary>Null for a part whose pads are not surely its own.</summary>
    public static PartOutline? Of(PartOnBoard part)
    {
        if (!part.HasSurePads) return null;
        var (middle, axis) = Axis(part);
        var (halfX, halfY) = AroundPads(part, middle, axis);
        if (part.Body is not { } body) return new PartOutline(part, Rectangle(part, middle, axis, halfX + Excess, halfY + Excess), true);
        double length = body.Length.Nanometres / 2d, width = body.Width.Nanometres / 2d;
        // A name may mean another package than the pads: then nothing is known of the body. Cans stand on pads much narrower than themselves.
        var least = body.Form == BodyForm.TwoTerminal ? 0 : LeastOfBody;
        if (halfX < LeastOfBody * length || halfX > MostOfBody * length || halfY < least * width || halfY > MostOfBody * width) return null;
        return new PartOutline(part, Rectangle(part, middle, axis, length, width), false);
    }

    /// <summary>Half of the pads' extent along an axis and across it.</summary>
    private static (double X, double Y) AroundPads(PartOnBoard part, Offset middle, double axis)
    {
        double halfX = 0, halfY = 0;
        foreach (var pad in part.Pads)
        {
            var box = pad.Bounds;
            foreach (var corner in (ReadOnlySpan<Point>)[new(box.Left, box.Bottom), new(box.Right, box.Bottom), new(box.Right, box.Top), new(box.Left, box.Top)])
            {
                var at = (part.Frame.ToLocal(corner) - middle).Turned(-axis);
                (halfX, halfY) = (Math.Max(halfX, Math.Abs(at.X)), Math.Max(halfY, Math.Abs(at.Y)));
            }
        }
        return (halfX, halfY);
    }

    /// <summary>
    /// The gap to another, in nanometres; below zero by how much one would have to move to be clear of the other.
    /// </summary>
    public double GapTo(PartOutline other, double within)
    {
        var apart = Shape.ApproachTo(other.Shape, within).Distance;
        return apart > 0 ? apart : -Math.Max(0, Math.Min(Penetration(this, other), Penetration(other, this)));
    }

    /// <summary>The least overlap of the two seen along the edges of the first.</summary>
    private static double Penetration(PartOutline first, PartOutline second)
    {
        var least = double.MaxValue;
        for (var i = 0; i < 2; i++)
        {
            double x = first.Corners[i + 1].X - first.Corners[i].X, y = first.Corners[i + 1].Y - first.Corners[i].Y;
            var size = double.Hypot(x, y);
            if (size == 0) return 0;
            var (lowA, highA) = Along(first.Corners, x / size, y / size);
            var (lowB, highB) = Along(second.Corners, x / size, y / size);
            least = Math.Min(least, Math.Min(highA - lowB, highB - lowA));
        }
        return least;
    }

    private static (double Low, double High) Along(ImmutableArray<Point> corners, double x, double y)
    {
        var (low, high) = (double.MaxValue, double.MinValue);
        foreach (var corner in corners)
        {
            var at = (corner.X * x) + (corner.Y * y);
            (low, high) = (Math.Min(low, at), Math.Max(high, at));
        }
        return (low, high);
    }

    /// <summary>Middle of the pads, and the direction of the body's length, both in the part's own axes: as the pads lie, whatever its angle at zero is.</summary>
    private static (Offset Middle, double Degrees) Axis(PartOnBoard part)
    {
        if (part.Body is { Form: BodyForm.TwoTerminal } && part.Pads.Length == 2)
        {
            var (a, b) = (part.Frame.ToLocal(part.Pads[0].At), part.Frame.ToLocal(part.Pads[1].At));
            return ((a + b).Times(0.5), (b - a).Degrees);
        }
        if (part.Body is not { } body) return (part.Middle, 0);
        var (halfX, halfY) = AroundPads(part, part.Middle, 0);
        double wide = 2 * halfX, tall = 2 * halfY, length = body.Length.Nanometres, width = body.Width.Nanometres;
        // Rows of leads lie across the length: compare the pads' box both ways.
        var upright = Math.Abs(wide - width) + Math.Abs(tall - length) < Math.Abs(wide - length) + Math.Abs(tall - width);
        return (part.Middle, upright ? 90 : 0);
    }

    private static ImmutableArray<Point> Rectangle(PartOnBoard part, Offset middle, double axis, double halfLength, double halfWidth) =>
    [
        part.Frame.ToBoard(middle + new Offset(-halfLength, -halfWidth).Turned(axis)),
        part.Frame.ToBoard(middle + new Offset(halfLength, -halfWidth).Turned(axis)),
        part.Frame.ToBoard(middle + new Offset(halfLength, halfWidth).Turned(axis)),
        part.Frame.ToBoard(middle + new Offset(-halfLength, halfWidth).Turned(axis)),
    ];
}
