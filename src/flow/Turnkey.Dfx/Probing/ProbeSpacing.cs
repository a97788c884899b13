using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Probing;

/// <summary>Room between the nails of a bed, from middle to middle, when each net is probed at its best target. A flying probe needs none.</summary>
internal static class ProbeSpacing
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} on the {worst.Layer}: {worst.What} are {worst.Measured} apart",
        (_, verdict) => $"move one to {verdict.Limit}, or have thinner nails, which wear and cost more");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var nails = design.Access.Nails().ToArray();
        if (nails.Length < 2) return new CheckOutcome.Skipped("fewer than two nets have a target for a nail");
        var reach = demands.Reach(DesignRule.Of("probe-spacing"))!.Value.Length.Nanometres;
        var index = new PointIndex(nails.Select(nail => nail.At));
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        for (var i = 0; i < nails.Length; i++)
        {
            foreach (var k in index.Within(nails[i].At, reach))
            {
                if (k <= i || nails[i].Side != nails[k].Side) continue;
                var distance = Point.Distance(nails[i].At, nails[k].At);
                if (distance >= reach) continue;
                var kinds = nails[i].KindName == nails[k].KindName ? nails[i].KindName : string.Join(" and ", new[] { nails[i].KindName, nails[k].KindName }.Order(StringComparer.Ordinal));
                var names = new[] { design.NetName(nails[i].Net), design.NetName(nails[k].Net) }.Order(StringComparer.Ordinal);
                sightings.Add(ProbingChecks.Sight(design, nails[i], kinds, Measure.OfNanometres(distance)) with { What = string.Join(" and ", names) });
            }
        }
        return new CheckOutcome.Done($"{nails.Length.ToString("N0", CultureInfo.InvariantCulture)} nails, one for each net that has a target", sightings.ToImmutable());
    }
}
