using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>
/// An area of several contours (nonzero winding) as contours that each may stand in a region of its own, which Gerber unites: holes are joined to
/// what surrounds them by cut-ins, lines there and back that cover nothing. No edge moves.
/// </summary>
internal static class AreaContours
{
    public static IEnumerable<Contour> Of(Area area)
    {
        var contours = area.Contours;
        if (contours.Length < 2) return contours;
        // All one way round: the winding of their union is never zero where one of them covers.
        if (contours.All(contour => contour.SignedArea >= 0) || contours.All(contour => contour.SignedArea <= 0)) return contours;
        return Nested(contours) ?? [CutIns.Join(contours[0], [.. contours.Skip(1)])];
    }

    /// <summary>Outer contours with their holes; null when contours cross, where only all of them together have the right winding.</summary>
    private static ImmutableArray<Contour>? Nested(ImmutableArray<Contour> contours)
    {
        var rings = contours.Select(contour => new WindingRing(contour)).ToArray();
        if (WindingRing.AnyCross(rings)) return null;
        var outside = new int[rings.Length];
        var around = new List<int>[rings.Length];
        for (var i = 0; i < rings.Length; i++)
        {
            around[i] = [];
            for (var j = 0; j < rings.Length; j++)
            {
                if (i == j || !rings[j].Bounds.Contains(rings[i].Bounds)) continue;
                if (rings[j].Holds(rings[i]) is not { } holds) return null;
                if (!holds) continue;
                around[i].Add(j);
                outside[i] += rings[j].Turn;
            }
        }
        var holes = new Dictionary<int, List<Contour>>();
        var outer = new List<int>();
        for (var i = 0; i < rings.Length; i++)
        {
            var inside = outside[i] + rings[i].Turn;
            if (outside[i] == 0 && inside != 0) outer.Add(i);
            if (outside[i] == 0 || inside != 0) continue;
            // The innermost edge of the area around it is that with the most contours around itself.
            var host = around[i].Where(j => outside[j] == 0).MaxBy(j => around[j].Count);
            if (!holes.TryGetValue(host, out var list)) holes[host] = list = [];
            list.Add(contours[i]);
        }
        return [.. outer.Select(i => holes.TryGetValue(i, out var list) ? CutIns.Join(contours[i], list) : contours[i])];
    }
}
