using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Plants.Tests;

public sealed class CapabilityShelfTests
{
    [Fact]
    public void Every_shipped_capability_is_read_without_a_diagnostic_and_has_the_key_of_its_file()
    {
        Assert.Equal(["advanced-multilayer", "aisler-complex", "aisler-simple", "eurocircuits-3", "eurocircuits-4", "eurocircuits-5", "eurocircuits-6", "eurocircuits-7", "eurocircuits-8", "eurocircuits-9", "ipc-class-2", "ipc-class-3", "jlcpcb", "oshpark", "pcbway", "practice", "typical-multilayer"], CapabilityShelf.Keys);
        // The shelf throws where a file has a diagnostic.
        Assert.Equal(CapabilityShelf.Keys, CapabilityShelf.All.Select(capability => capability.Key));
        Assert.All(CapabilityShelf.All, capability => Assert.NotEqual("", capability.Taken));
    }

    [Fact]
    public void Every_rule_has_a_limit_of_the_usual_maker_so_that_it_is_checked() =>
        Assert.Empty(DesignRule.All.Where(rule => !CapabilityShelf.Find("typical-multilayer")!.States(rule)).Select(rule => rule.Id));

    [Fact]
    public void What_nobody_published_is_preferred_only() =>
        Assert.Empty(CapabilityShelf.All.SelectMany(capability => capability.Limits).Where(limit => limit.Assumed && limit.Minimum is not null).Select(limit => $"{limit.Capability} {limit.Rule.Id}"));

    [Fact]
    public void Every_limit_names_its_source() =>
        Assert.All(CapabilityShelf.All.SelectMany(capability => capability.Limits), limit => Assert.NotEqual("", limit.Source));

    [Fact]
    public void Figures_of_IPC_are_of_the_finished_board_with_their_allowance_and_class_3_asks_for_more_than_class_2()
    {
        var (two, three) = (CapabilityShelf.Find("ipc-class-2")!, CapabilityShelf.Find("ipc-class-3")!);
        Assert.All(two.Limits.Concat(three.Limits), limit => Assert.Equal(FigureOf.Finished, limit.Of));
        var ring = DesignRule.Of("annular-ring");
        Assert.Null(two.Find(ring)!.Minimum);
        Assert.Equal(0.15m, three.Find(ring)!.Minimum!.Value.Value);
        Assert.Equal(0.125m, three.Find(ring, new LimitCase(IsInner: true))!.Minimum!.Value.Value);
        Assert.All([two, three], standard => Assert.Equal(CapabilityKind.Standard, standard.Kind));
    }

    [Theory]
    [InlineData(3, "0.25", "0.2", "0.2")]
    [InlineData(4, "0.2", "0.15", "0.15")]
    [InlineData(5, "0.175", "0.15", "0.15")]
    [InlineData(6, "0.15", "0.125", "0.125")]
    [InlineData(7, "0.125", "0.125", "0.125")]
    [InlineData(8, "0.1", "0.1", "0.125")]
    [InlineData(9, "0.09", "0.1", "0.125")]
    public void Eurocircuits_classes_are_those_of_its_table_measured_on_the_tool(int one, string track, string outerRing, string innerRing)
    {
        var capability = CapabilityShelf.Find($"eurocircuits-{one}")!;
        var (thinOuter, thinInner) = (new LimitCase(Copper: Length.FromNanometres(37_000)), new LimitCase(true, Length.FromNanometres(12_000)));
        foreach (var rule in new[] { "trace-width", "spacing" }) Assert.All([thinOuter, thinInner], at => Assert.Equal(Number(track), capability.Find(DesignRule.Of(rule), at)!.Minimum!.Value.Value));
        Assert.Equal(Number(outerRing), capability.Find(DesignRule.Of("annular-ring"))!.Minimum!.Value.Value);
        Assert.Equal(Number(innerRing), capability.Find(DesignRule.Of("annular-ring"), new LimitCase(IsInner: true))!.Minimum!.Value.Value);
        Assert.Equal(Length.FromMillimetres(0.1), capability.Plating.OnDiameter);

        static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Thick_copper_asks_for_wider_tracks_and_gaps()
    {
        var rule = DesignRule.Of("trace-width");
        var (one, two, three) = (new LimitCase(Copper: Length.FromNanometres(35_000)), new LimitCase(Copper: Length.FromNanometres(70_000)), new LimitCase(Copper: Length.FromNanometres(140_000)));
        Assert.Equal((0.1m, 0.16m), (Of("jlcpcb", one), Of("jlcpcb", two)));
        Assert.Equal((0.15m, 0.25m), (Of("eurocircuits-6", one), Of("eurocircuits-6", three)));
        Assert.All(CapabilityShelf.All.Where(capability => capability.CostRank is not null), capability => Assert.NotNull(capability.Find(rule, three)));

        decimal Of(string key, LimitCase at) => CapabilityShelf.Find(key)!.Find(rule, at)!.Minimum!.Value.Value;
    }

    [Fact]
    public void Makers_and_classes_are_ranked_by_cost_each_at_a_place_of_its_own_and_nobody_else()
    {
        var makers = CapabilityShelf.All.Where(capability => capability.Kind is CapabilityKind.Manufacturer or CapabilityKind.MakerClass).ToArray();
        Assert.All(makers, maker => Assert.NotNull(maker.CostRank));
        Assert.Equal(makers.Length, makers.Select(maker => maker.CostRank).Distinct().Count());
        Assert.All(CapabilityShelf.All.Except(makers), other => Assert.Null(other.CostRank));
    }

    [Theory]
    [InlineData("typical-multilayer", 4, "0.1", "0.15", "0.2")]
    [InlineData("advanced-multilayer", 4, "0.075", "0.1", "0.15")]
    [InlineData("jlcpcb", 2, "0.1", "0.075", "0.15")]
    [InlineData("pcbway", 2, "0.127", "0.15", "0.15")]
    [InlineData("aisler-simple", 2, "0.2", "0.2", "0.3")]
    [InlineData("aisler-complex", 4, "0.125", "0.2", "0.1")]
    [InlineData("oshpark", 2, "0.1524", "0.127", "0.254")]
    [InlineData("oshpark", 4, "0.127", "0.1016", "0.254")]
    public void What_makers_refuse_is_what_they_publish(string key, int layers, string track, string ring, string drill)
    {
        var capability = CapabilityShelf.Find(key)!.On(layers);
        Assert.Equal([track, ring, drill], new[] { "trace-width", "annular-ring", "drill-size" }.Select(rule => capability.Find(DesignRule.Of(rule))!.Minimum!.Value.Value.ToString("0.####", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("jlcpcb", "npth-drill-size", "slot-width", "npth-slot-width", "hole-to-hole", "same-net-hole-to-hole")]
    [InlineData("pcbway", "slot-width", "npth-slot-width", "same-net-hole-to-hole")]
    [InlineData("aisler-simple", "npth-drill-size", "npth-slot-width", "hole-to-hole", "same-net-hole-to-hole", "npth-to-copper", "copper-to-edge")]
    public void What_a_maker_does_not_drill_or_mill_stands_in_the_way(string key, params string[] rules) =>
        Assert.All(rules, rule => Assert.NotNull(CapabilityShelf.Find(key)!.Find(DesignRule.Of(rule))!.Minimum));
}
