using System.Globalization;
using Turnkey.Designs.Products;
using Turnkey.Dfx.Tests.Oracles;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Tests.Laws;

/// <summary>What holds of a review whatever the board is, tried on our own sample.</summary>
public sealed class ReviewLaws
{
    private static readonly Demands Usual = new([CapabilityShelf.Find("eurocircuits-8")!, CapabilityShelf.Find("ipc-class-3")!]);

    /// <summary>
    /// Rules whose values are no exact measure of the drawing, with what another orientation may change: shares and areas are counted on scan lines, and of
    /// equally good places to probe the first in the order of coordinates is taken. Necks, spokes and copper that leaves a pad are looked for along rays, so that
    /// another orientation may find others: they are not held to the law.
    /// </summary>
    private static readonly Dictionary<string, decimal> Coarse = new(StringComparer.Ordinal)
    {
        ["copper-share"] = 0.1m,
        ["copper-balance"] = 0.1m,
        ["paste-area-ratio"] = 0.001m,
        ["probe-to-edge"] = 1m,
        ["copper-sliver"] = decimal.MaxValue,
        ["thermal-spokes"] = decimal.MaxValue,
        ["tombstoning"] = decimal.MaxValue,
    };

    [Theory]
    [InlineData(0, false)]
    [InlineData(90, false)]
    [InlineData(180, false)]
    [InlineData(270, false)]
    [InlineData(0, true)]
    [InlineData(90, true)]
    public void Turning_mirroring_and_moving_a_whole_design_changes_no_finding(int degrees, bool mirror)
    {
        var assembly = ReviewedBoard.Design(ReviewedBoard.Sample);
        var here = Said(assembly.Placed(new Placing(Point.Origin, MirrorX: mirror)));
        Same(here, Said(assembly.Placed(new Placing(new Point(12_345_678, -7_654_321), degrees, MirrorX: mirror))), $"turned by {degrees}°");
        if (!mirror) return;
        // A mirrored design has no parts: it is held against the bare board as it is.
        Same(Said(assembly.Placed(Placing.Identity) with { Bom = new([], []), Placements = [] }), here, "mirrored");
    }

    [Fact]
    public void The_order_of_layers_holes_and_parts_does_not_matter()
    {
        var assembly = ReviewedBoard.Design(ReviewedBoard.Sample);
        var board = assembly.Board!;
        var other = assembly with
        {
            Board = board with { Layers = [.. board.Layers.Reverse()], Holes = [.. board.Holes.Reverse()] },
            Placements = [.. assembly.Placements.Reverse()],
            Bom = assembly.Bom with { Lines = [.. assembly.Bom.Lines.Reverse()] },
        };
        Same(Said(assembly), Said(other), "in another order");
    }

    [Fact]
    public void A_tighter_limit_takes_no_finding_away()
    {
        var traced = new TracedAssembly(ReviewedBoard.Design(ReviewedBoard.Sample));
        var wide = DesignReview.Check(traced, Usual);
        var tight = DesignReview.Check(traced, new Demands([.. Usual.Capabilities.Select(Tighter)]));
        // At the same place something as bad or worse: with fewer places good enough for a probe the share of nets that are reached is less.
        var still = Places(tight).ToLookup(place => place.Where, place => place.Value);
        var gone = Places(wide).Where(place => !still[place.Where].Any(value => place.Rule.Sense == LimitSense.AtLeast ? value <= place.Value : value >= place.Value)).Select(place => $"{place.Where} {Text(place.Value)}").ToArray();
        Assert.True(gone.Length == 0, $"{gone.Length} are gone: {string.Join("; ", gone.Take(10))}");
        Assert.True(Places(tight).Count() > Places(wide).Count(), "nothing was found by limits a quarter tighter");
    }

    /// <summary>Where something was found; of a net that cannot be reached, its name, for the place is one that is proposed and depends on the limits.</summary>
    private static IEnumerable<(DesignRule Rule, string Where, decimal Value)> Places(Review review) =>
        from finding in review.Findings
        from place in finding.Places
        let at = finding.Rule.Id == "net-access" ? $"{place.Cause} {place.What.Split(" (")[0]}" : place.At.ToString()
        select (finding.Rule, $"{finding.Rule.Id} {place.Layer} {at}", place.Measured.Value);

    private static Capability Tighter(Capability capability) => capability with
    {
        Limits = [.. capability.Limits.Select(limit => limit with { Minimum = Tighter(limit, limit.Minimum), Preferred = Tighter(limit, limit.Preferred) })],
    };

    private static Measure? Tighter(Limit limit, Measure? figure) =>
        figure is not { } value ? null : value with { Value = limit.Rule.Sense switch { LimitSense.AtLeast => value.Value * 1.25m, LimitSense.AtMost => value.Value / 1.25m, _ => value.Value } };

    /// <summary>Each finding by its rule, cause and weight, with the worst that was measured.</summary>
    private static SortedDictionary<string, decimal> Said(Assembly assembly)
    {
        var said = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var finding in DesignReview.Check(assembly, Usual).Findings) said[$"{finding.Id} {finding.Severity}"] = finding.Measured.Value;
        return said;
    }

    private static void Same(SortedDictionary<string, decimal> here, SortedDictionary<string, decimal> there, string how)
    {
        Assert.NotEmpty(here);
        var differences = here.Keys.Union(there.Keys).Where(key => Allowed(key) is var allowed && allowed < decimal.MaxValue && (!here.TryGetValue(key, out var a) || !there.TryGetValue(key, out var b) || Math.Abs(a - b) > allowed))
            .Select(key => $"{key}: {Show(here, key)}, {how} {Show(there, key)}").ToArray();
        Assert.True(differences.Length == 0, $"{differences.Length} of {here.Count}: {string.Join("; ", differences.Take(10))}");
    }

    /// <summary>By how much the values of a finding may differ; in the unit of its rule.</summary>
    private static decimal Allowed(string finding) => Coarse.GetValueOrDefault(finding[..finding.IndexOf(':', StringComparison.Ordinal)], 0.000001m);

    private static string Show(SortedDictionary<string, decimal> said, string key) => said.TryGetValue(key, out var value) ? Text(value) : "nothing";

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
