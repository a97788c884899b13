using System.Globalization;
using Turnkey.Designs.Products;
using Turnkey.Dfx.Tests.Oracles;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Tests.Laws;

/// <summary>What holds of a review whatever the board is, on our own sample and, where they are beside the repository, on real packages.</summary>
public sealed class ReviewLaws
{
    private static readonly Demands Usual = new([CapabilityShelf.Find("eurocircuits-8")!, CapabilityShelf.Find("ipc-class-3")!]);

    public static TheoryData<string> Packages => ReviewedBoard.Packages;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Turning_and_moving_a_whole_design_changes_no_finding(string package)
    {
        var assembly = ReviewedBoard.Design(package);
        var here = Said(assembly);
        foreach (var quarters in new[] { 0, 1, 2, 3 })
        {
            var by = new Placing(new Point(12_345_678, -7_654_321), 90 * quarters);
            Same(here, Said(assembly.Placed(by)), $"turned by {90 * quarters}°");
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Mirroring_a_bare_board_changes_no_finding(string package)
    {
        var mirrored = ReviewedBoard.Design(package).Placed(new Placing(Point.Origin, MirrorX: true));
        Same(Said(mirrored), Said(mirrored.Placed(new Placing(new Point(1_000_001, 3), 90, MirrorX: true))), "mirrored");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_order_of_layers_holes_and_parts_does_not_matter(string package)
    {
        var assembly = ReviewedBoard.Design(package);
        var board = assembly.Board!;
        var other = assembly with
        {
            Board = board with { Layers = [.. board.Layers.Reverse()], Holes = [.. board.Holes.Reverse()] },
            Placements = [.. assembly.Placements.Reverse()],
            Bom = assembly.Bom with { Lines = [.. assembly.Bom.Lines.Reverse()] },
        };
        Same(Said(assembly), Said(other), "in another order");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_tighter_limit_takes_no_finding_away(string package)
    {
        var traced = new TracedAssembly(ReviewedBoard.Design(package));
        var wide = DesignReview.Check(traced, Usual);
        var tight = DesignReview.Check(traced, new Demands([.. Usual.Capabilities.Select(Tighter)]));
        var still = tight.Findings.SelectMany(finding => finding.Places.Select(place => (finding.Rule.Id, place.Layer, place.At, place.Measured.Value))).ToHashSet();
        var gone = wide.Findings.SelectMany(finding => finding.Places.Select(place => (finding.Rule.Id, place.Layer, place.At, place.Measured.Value))).Where(place => !still.Contains(place)).ToArray();
        Assert.True(gone.Length == 0, $"{gone.Length} are gone: {string.Join("; ", gone.Take(10))}");
        Assert.True(tight.Findings.Sum(finding => finding.Places.Length) > wide.Findings.Sum(finding => finding.Places.Length), "nothing was found by limits a quarter tighter");
    }

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
        foreach (var finding in DesignReview.Check(assembly, Usual).Findings) said[$"{finding.Severity} {finding.Id}"] = finding.Measured.Value;
        return said;
    }

    private static void Same(SortedDictionary<string, decimal> here, SortedDictionary<string, decimal> there, string how)
    {
        Assert.NotEmpty(here);
        var differences = here.Keys.Union(there.Keys).Where(key => !here.TryGetValue(key, out var a) || !there.TryGetValue(key, out var b) || Math.Abs(a - b) > 0.000001m)
            .Select(key => $"{key}: {Show(here, key)}, {how} {Show(there, key)}").ToArray();
        Assert.True(differences.Length == 0, $"{differences.Length} of {here.Count}: {string.Join("; ", differences.Take(10))}");
    }

    private static string Show(SortedDictionary<string, decimal> said, string key) => said.TryGetValue(key, out var value) ? value.ToString(CultureInfo.InvariantCulture) : "nothing";
}
