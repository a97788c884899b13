using System.Collections.Immutable;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;

namespace Turnkey.Designs.Nets;

/// <summary>The copper of a filled area as primitives: one for each piece that hangs together.</summary>
internal static class AreaCopper
{
    /// <summary>With more contours the area is taken for one piece: telling them apart looks at every pair.</summary>
    private const int MostContours = 1_000;

    /// <param name="area">As drawn.</param>
    /// <param name="budget">Of the layer.</param>
    /// <param name="complete">Becomes false when it did not suffice.</param>
    public static ImmutableArray<Primitive> Of(Area area, CopperBudget budget, ref bool complete)
    {
        var contours = area.Contours;
        foreach (var contour in contours) complete &= budget.Overlays.TryTakeCorners(contour.Edges.Length);
        if (contours.IsEmpty || !complete) return [];
        if (contours.Length is 1 or > MostContours) return [Primitive.Filled(new Surface(contours))];

        Primitive[] filled = [.. contours.Select(contour => Primitive.Filled(new Surface([contour])))];
        var sizes = contours.Select(contour => contour.SignedArea).ToArray();
        var sets = new DisjointSets(contours.Length);
        var looks = 0L;
        for (var i = 0; i < contours.Length; i++)
        {
            var (around, winding) = (-1, 0);
            var start = Primitive.Disc(contours[i].Edges[0].Start, 0);
            for (var j = 0; j < contours.Length; j++)
            {
                if (j == i || Math.Abs(sizes[j]) < Math.Abs(sizes[i]) || !filled[j].Touches(start, ref looks)) continue;
                winding += Math.Sign(sizes[j]);
                if (around < 0 || Math.Abs(sizes[j]) < Math.Abs(sizes[around])) around = j;
            }
            // Outside its edge there is copper of the contour around it: it cuts a hole into that, or lies in it.
            if (around >= 0 && winding != 0) sets.Join(i, around);
        }
        // Beside each other and touching.
        for (var i = 0; i < contours.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (sizes[i] * sizes[j] > 0 && sets.Find(i) != sets.Find(j) && Meet(contours[i], contours[j], ref looks)) sets.Join(i, j);
            }
        }
        budget.Spend(looks);
        complete &= !budget.IsExhausted;
        return [.. Enumerable.Range(0, contours.Length).GroupBy(sets.Find).Select(group => Primitive.Filled(new Surface([.. group.Select(i => contours[i])])))];
    }

    private static bool Meet(Contour a, Contour b, ref long looks)
    {
        if (!a.Bounds.Overlaps(b.Bounds)) return false;
        foreach (var edge in a.Edges)
        {
            foreach (var other in b.Edges)
            {
                if (Primitive.Stroke(edge, 0).Touches(Primitive.Stroke(other, 0), ref looks)) return true;
            }
        }
        return false;
    }
}
