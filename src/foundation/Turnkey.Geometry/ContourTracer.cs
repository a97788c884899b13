using System.Collections.Immutable;
using Turnkey.Kernel;
namespace Turnkey.Geometry;
public sealed record ContourTrace(ImmutableArray<Contour> Contours, Length WidestGap);
public static class ContourTracer
{
    public static ContourTrace Trace(IReadOnlyList<Edge> edges, Length gap)
    {
        var left = edges.Distinct().ToList(); var result = ImmutableArray.CreateBuilder<Contour>(); double widest = 0;
        while (left.Count > 0)
        {
            var chain = new List<Edge> { left[0] }; left.RemoveAt(0);
            while (true)
            {
                var end = chain[^1].End;
                if (chain[^1].IsArc && chain[0].Start == end || chain.Count > 1 && Point.Distance(end, chain[0].Start) <= gap.Nanometres) break;
                var next = -1; var best = (double)gap.Nanometres + 0.5; var rev = false;
                for (var i = 0; i < left.Count; i++) { var a = Point.Distance(left[i].Start, end); if (a < best) { best = a; next = i; rev = false; } var b = Point.Distance(left[i].End, end); if (b < best) { best = b; next = i; rev = true; } }
                if (next < 0) break;
                chain.Add(rev ? left[next].Reversed : left[next]); left.RemoveAt(next); widest = Math.Max(widest, best);
            }
            if (Point.Distance(chain[^1].End, chain[0].Start) <= gap.Nanometres) result.Add(new Contour([.. chain]));
        }
        return new ContourTrace(result.ToImmutable(), Length.FromNanometres((long)widest));
    }
}
