using System.Text;
using Turnkey.Dfx.Choosing;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Tests.Choosing;

public class MakerChoiceTests
{
    private static readonly Capability Coarse = Maker("coarse", 1, "trace-width: { minimum: 0.2 }\n  spacing: { minimum: 0.2 }\n  annular-ring: { minimum: 0.1 }");
    private static readonly Capability Middle = Maker("middle", 2, "trace-width: { minimum: 0.15 }\n  spacing: { minimum: 0.15 }\n  annular-ring: { minimum: 0.1 }");
    private static readonly Capability OnTool = Maker("on-tool", 3, "trace-width: { minimum: 0.1 }\n  spacing: { minimum: 0.1 }\n  annular-ring: { minimum: 0.1 }", "plated-tool: { larger-by: 0.1 mm, source: t }");
    private static readonly Capability Fine = Maker("fine", 4, "trace-width: { minimum: 0.1 }\n  spacing: { minimum: 0.1 }\n  annular-ring: { minimum: 0.1 }");

    /// <summary>Three tracks of 0.12 mm, one gap of 0.17 mm, a ring of 0.12 mm on the finished hole.</summary>
    private static Sketch Board() => new Sketch().Track(1, 0, 0, 10, 0, 0.12, "A").Track(1, 0, 5, 10, 5, 0.12, "B").Track(1, 0, 10, 10, 10, 0.12, "C")
        .Track(1, 0, 20, 10, 20, 0.3, "D").Track(1, 0, 20.47, 10, 20.47, 0.3, "E").Via(20, 20, 0.3, 0.54, "F");

    [Fact]
    public void The_cheapest_that_can_make_it_is_found_and_what_stands_in_the_way_of_cheaper_ones()
    {
        var choice = Choose(Board(), Fine, Coarse, OnTool, Middle);
        Assert.Equal(["coarse", "middle", "on-tool", "fine"], choice.Makers.Select(maker => maker.Maker.Key));
        Assert.Equal("fine", choice.Cheapest!.Maker.Key);
        Assert.Equal(["no 2", "no 1", "no 1", "yes 0"], choice.Makers.Select(maker => $"{(maker.CanMake ? "yes" : "no")} {maker.InTheWay.Length}"));
        Assert.Equal("3 places of trace width from 0.12 mm, 0.15 mm is needed: tracks drawn 0.12 mm wide", MakerFit.Obstacle(Assert.Single(choice.Makers[1].InTheWay)));
        // Holes of a maker whose tools are wider leave less around them.
        Assert.Equal((0.07m, "annular-ring"), (choice.Makers[2].InTheWay[0].Measured.Value, choice.Makers[2].InTheWay[0].Rule.Id));
    }

    [Fact]
    public void Of_those_that_cannot_the_one_with_the_least_in_its_way_is_nearest()
    {
        var choice = Choose(Board(), Coarse, Middle, Fine);
        Assert.Equal("middle", choice.Nearest!.Maker.Key);
        Assert.Null(Choose(Board(), Fine).Nearest);
        Assert.Null(Choose(Board(), Coarse).Cheapest);
    }

    [Fact]
    public void Judging_many_at_once_finds_what_each_review_alone_finds()
    {
        var traced = new TracedAssembly(Board().Assembly());
        Capability[] makers = [.. CapabilityShelf.All.Where(capability => capability.CostRank is not null), Coarse, Middle, OnTool, Fine];
        foreach (var maker in MakerChoice.Among(traced, makers, 3).Makers)
        {
            var alone = DesignReview.Check(traced, Demands.For(traced.Assembly.Specification, [maker.Maker], 3)).Findings
                .Where(finding => finding.Severity == Severity.Error && finding.Rule.Group == RuleGroup.Fabrication);
            Assert.Equal(alone.Select(Text).Order(StringComparer.Ordinal), maker.InTheWay.Select(Text).Order(StringComparer.Ordinal));
        }

        static string Text(Dfx.Findings.Finding finding) => $"{finding.Id} {finding.Measured} {finding.Limit} {finding.Places.Length}";
    }

    [Fact]
    public void A_hard_limit_that_nobody_could_look_at_is_told()
    {
        var choice = Choose(new Sketch().Track(1, 0, 0, 10, 0, 0.5, "A"), Fine);
        Assert.True(Assert.Single(choice.Makers).CanMake);
        Assert.Equal(["annular-ring"], choice.Makers[0].NotChecked.Select(rule => rule.Id));
    }

    [Fact]
    public void Without_copper_nothing_is_said()
    {
        var choice = Choose(new Sketch(0), Fine);
        Assert.Empty(choice.Makers);
        Assert.Contains("no copper", choice.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_no_rank_is_not_chosen_among() =>
        Assert.DoesNotContain(MakerChoice.Among(new TracedAssembly(Board().Assembly()), CapabilityShelf.All, null).Makers, maker => maker.Maker.Kind is CapabilityKind.Practice or CapabilityKind.Standard);

    private static MakerChoice Choose(Sketch sketch, params Capability[] makers) => MakerChoice.Among(new TracedAssembly(sketch.Assembly()), makers, null);

    private static Capability Maker(string key, int rank, string rules, string more = "")
    {
        var (capability, diagnostics) = CapabilityFile.Read("test", Encoding.UTF8.GetBytes($"turnkey-capability: 1\nkey: {key}\nname: {key}\nsource: t\ncost-rank: {rank}\n{more}\nrules:\n  {rules}\n"));
        Assert.Empty(diagnostics);
        return capability!;
    }

    [Fact]
    public void What_a_maker_can_do_depends_on_how_many_layers_the_board_has()
    {
        var maker = Maker("by-layers", 1, "spacing:\n    - { minimum: 0.15, layers: 1-2 }\n    - { minimum: 0.12, layers: 3-6 }");
        static Sketch Gap(int layers) => new Sketch(layers).Track(1, 0, 0, 10, 0, 0.3, "A").Track(1, 0, 0.427, 10, 0.427, 0.3, "B");
        Assert.Equal(0.15m, Assert.Single(Assert.Single(Choose(Gap(2), maker).Makers).InTheWay).Limit!.Value.Value);
        Assert.True(Assert.Single(Choose(Gap(4), maker).Makers).CanMake);
    }
}
