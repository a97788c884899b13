using System.Collections.Immutable;

namespace Turnkey.Geometry.Tracing;

/// <summary>A contour and how deep it lies in others.</summary>
/// <param name="Contour">The closed line.</param>
/// <param name="Depth">0: in no other; even depths enclose material, odd ones cut it out.</param>
/// <param name="Parent">Index of the smallest contour around it; null at depth 0.</param>
public readonly record struct NestedContour(Contour Contour, int Depth, int? Parent)
{
    public bool IsBoundary => Depth % 2 == 0;
}

/// <summary>Sorts contours into those that bound material and those that cut it out.</summary>
public static class ContourNesting
{
    /// <summary>In the order given. Contours may touch; where two cross, the smaller counts as inside when most of its corners are.</summary>
    public static ImmutableArray<NestedContour> Classify(IReadOnlyList<Contour> contours)
    {
        var area = contours.Select(contour => Math.Abs(contour.SignedArea)).ToArray();
        var parent = new int?[contours.Count];
        var order = Enumerable.Range(0, contours.Count).OrderBy(index => contours[index].Bounds.Left).ThenByDescending(index => area[index]).ThenBy(index => index).ToArray();
        var active = new List<int>();
        foreach (var index in order)
        {
            var bounds = contours[index].Bounds;
            active.RemoveAll(other => contours[other].Bounds.Right < bounds.Left);
            foreach (var other in active)
            {
                if (area[other] <= area[index] || !contours[other].Bounds.Contains(bounds)) continue;
                if (parent[index] is { } known && area[known] <= area[other]) continue;
                if (Holds(contours[other], contours[index])) parent[index] = other;
            }
            active.Add(index);
        }
        var nested = ImmutableArray.CreateBuilder<NestedContour>(contours.Count);
        for (var i = 0; i < contours.Count; i++)
        {
            var depth = 0;
            for (var up = parent[i]; up is { } above; up = parent[above]) depth++;
            nested.Add(new NestedContour(contours[i], depth, parent[i]));
        }
        return nested.MoveToImmutable();
    }

    private static bool Holds(Contour outer, Contour inner)
    {
        // Middles of edges rather than corners: corners are where contours touch.
        var step = Math.Max(1, inner.Edges.Length / 9);
        var (inside, asked) = (0, 0);
        for (var i = 0; i < inner.Edges.Length; i += step, asked++)
        {
            if (outer.Contains(inner.Edges[i].Middle)) inside++;
        }
        return 2 * inside > asked;
    }
}
