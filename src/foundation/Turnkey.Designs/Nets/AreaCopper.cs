using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;

namespace Turnkey.Designs.Nets;

/// <summary>The copper of a filled area as primitives: one for each piece that hangs together.</summary>
internal static class AreaCopper
{
    /// <summary>With more contours the area is taken for one piece: telling them apart looks at every pair.</summary>
    private const int MostContours = 4_000;

    public static ImmutableArray<Primitive> Of(Area area)
    {
        var contours = area.Contours;
        if (contours.IsEmpty) return [];
        if (contours.Length is 1 or > MostContours) return [Primitive.Filled(new Surface(contours))];

        Primitive[] filled = [.. contours.Select(contour => Primitive.Filled(new Surface([contour])))];
        var sizes = contours.Select(contour => contour.SignedArea).ToArray();
        var sets = new DisjointSets(contours.Length);
        for (var i = 0; i < contours.Length; i++)
        {
            var (around, winding) = (-1, 0);
            for (var j = 0; j < contours.Length; j++)
            {
                if (j == i || Math.Abs(sizes[j]) < Math.Abs(sizes[i]) || !filled[j].Contains(contours[i].Edges[0].Start)) continue;
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
                if (sizes[i] * sizes[j] > 0 && sets.Find(i) != sets.Find(j) && Meet(contours[i], contours[j])) sets.Join(i, j);
            }
        }
        return [.. Enumerable.Range(0, contours.Length).GroupBy(sets.Find).Select(group => Primitive.Filled(new Surface([.. group.Select(i => contours[i])])))];
    }

    private static bool Meet(Contour a, Contour b) =>
        a.Bounds.Overlaps(b.Bounds) && a.Edges.Any(edge => b.Edges.Any(other => Primitive.Stroke(edge, 0).Touches(Primitive.Stroke(other, 0))));
}
