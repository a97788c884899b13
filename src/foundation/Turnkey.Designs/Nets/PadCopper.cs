using System.Collections.Immutable;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;

namespace Turnkey.Designs.Nets;

/// <summary>The copper that a pad shape stamps, around its own origin, as primitives: one for each piece that hangs together.</summary>
internal static class PadCopper
{
    /// <summary>With more parts areas have to tell: here every pair is looked at.</summary>
    private const int MostParts = 500;

    /// <param name="shape">Around its origin.</param>
    /// <param name="budget">Of the layer.</param>
    /// <param name="complete">Becomes false when it did not suffice.</param>
    /// <returns>Empty when the shape covers nothing; null when some of its parts uncover others, so that areas have to tell.</returns>
    public static ImmutableArray<Primitive>? Of(PadShape shape, CopperBudget budget, ref bool complete)
    {
        if (shape.IsSolidCircle) return shape.Width.Nanometres > 0 ? [Primitive.Disc(Point.Origin, shape.Width.Nanometres)] : [];
        ImmutableArray<PadShapePart> parts = [.. shape.Parts.SkipWhile(part => !part.Dark)];
        if (parts.IsEmpty) return [];
        complete &= budget.Overlays.TryTakeCorners(parts.Sum(part => part.Contour.Edges.Length));
        if (!complete) return [];
        if (parts.Length > MostParts) return null;
        if (parts.All(part => part.Dark)) return Joined([.. parts.Select(part => CounterClockwise(part.Contour))], budget, ref complete);
        if (IsHoled(shape, parts)) return [Primitive.Filled(new Surface([CounterClockwise(parts[0].Contour), Reversed(CounterClockwise(parts[1].Contour))]))];
        return null;
    }

    /// <summary>Parts that touch become one surface; nonzero winding makes it their union, because all turn the same way.</summary>
    private static ImmutableArray<Primitive> Joined(ImmutableArray<Contour> contours, CopperBudget budget, ref bool complete)
    {
        if (contours.Length == 1) return [Single(contours[0])];
        Primitive[] parts = [.. contours.Select(Single)];
        var sets = new DisjointSets(parts.Length);
        var looks = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (parts[i].Touches(parts[j], ref looks)) sets.Join(i, j);
            }
        }
        budget.Spend(looks);
        complete &= !budget.IsExhausted;
        return
        [
            .. Enumerable.Range(0, parts.Length).GroupBy(sets.Find)
                .Select(group => group.Count() == 1 ? parts[group.First()] : Primitive.Filled(new Surface([.. group.Select(i => contours[i])]))),
        ];
    }

    private static Primitive Single(Contour contour) =>
        contour.Edges is [{ IsArc: true } circle] ? Primitive.Disc(circle.Centre, (long)Math.Round(2 * circle.Radius)) : Primitive.Filled(new Surface([contour]));

    /// <summary>A circle or rectangle with one hole well inside it: the standard apertures with a hole.</summary>
    private static bool IsHoled(PadShape shape, ImmutableArray<PadShapePart> parts)
    {
        if (parts is not [{ Dark: true }, { Dark: false }]) return false;
        var hole = parts[1].Contour.Bounds;
        return shape.Kind switch
        {
            PadShapeKind.Circle => Math.Max(
                Math.Max(Point.Distance(Point.Origin, new Point(hole.Left, hole.Bottom)), Point.Distance(Point.Origin, new Point(hole.Left, hole.Top))),
                Math.Max(Point.Distance(Point.Origin, new Point(hole.Right, hole.Bottom)), Point.Distance(Point.Origin, new Point(hole.Right, hole.Top)))) < shape.Width.Nanometres / 2,
            PadShapeKind.Rectangle => parts[0].Contour.Bounds.Grow(-1).Contains(hole),
            _ => false,
        };
    }

    private static Contour CounterClockwise(Contour contour) => contour.SignedArea < 0 ? Reversed(contour) : contour;

    private static Contour Reversed(Contour contour) => new([.. contour.Edges.Reverse().Select(edge => edge.Reversed)]);
}
