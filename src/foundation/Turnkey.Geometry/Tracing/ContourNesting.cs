using System.Collections.Immutable;

namespace Turnkey.Geometry.Tracing;

/// <summary>A contour and how deep it lies in others.</summary>
/// <param name="Contour">The closed line.</param>
/// <param name="Depth">0: in no other; even depths enclose material, odd ones cut it out.</param>
/// <param name="Parent">Index of the smallest contour around it; null at depth 0.</param>
/// <param name="IsDouble">It follows its parent so closely that it is the same line drawn again; it has the parent's depth.</param>
public readonly record struct NestedContour(Contour Contour, int Depth, int? Parent, bool IsDouble)
{
    /// <summary>Encloses material.</summary>
    public bool IsBoundary => Depth % 2 == 0 && !IsDouble;

    /// <summary>Is milled out of what encloses it.</summary>
    public bool IsCutout => Depth % 2 == 1 && !IsDouble;
}

/// <summary>Sorts contours into those that bound material and those that cut it out.</summary>
public static class ContourNesting
{
    /// <summary>
    /// No frame of material thinner than this, in nanometres, is left around a cut-out: fabricators want 0.8 mm and more between two routed edges.
    /// Two contours nearer than that are one line drawn twice, or both rims of a line with a width.
    /// </summary>
    private const long ThinnestFrame = 200_000;

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
        // Parents are larger, so going from large to small each finds its parent done.
        var (depth, isDouble) = (new int[contours.Count], new bool[contours.Count]);
        foreach (var index in Enumerable.Range(0, contours.Count).OrderByDescending(index => area[index]))
        {
            if (parent[index] is not { } around) continue;
            isDouble[index] = Follows(contours[around], contours[index], area[around] - area[index]);
            depth[index] = depth[around] + (isDouble[index] ? 0 : 1);
        }
        return [.. contours.Select((contour, index) => new NestedContour(contour, depth[index], parent[index], isDouble[index]))];
    }

    private static bool Follows(Contour outer, Contour inner, double between)
    {
        var (a, b) = (outer.Bounds, inner.Bounds);
        return b.Left - a.Left <= ThinnestFrame && a.Right - b.Right <= ThinnestFrame && b.Bottom - a.Bottom <= ThinnestFrame && a.Top - b.Top <= ThinnestFrame &&
            between <= outer.Perimeter * ThinnestFrame;
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
