using System.Collections.Immutable;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Plants.Tests;

public sealed class CapabilityFileTests
{
    private const string Head = "turnkey-capability: 1\nkey: test\nsource: the test\n";

    [Fact]
    public void A_limit_says_which_rule_where_how_much_and_who_says_so()
    {
        var (capability, diagnostics) = Read("""
            turnkey-capability: 1
            key: our-line
            name: Our line
            kind: manufacturer
            source: sheet 12
            taken: 2026-08-24
            cost-rank: 3
            plated-tool: { larger-by: 100 um, source: sheet 13 }
            rules:
              trace-width: { minimum: 5 mil, preferred: 0.15, layers: outer, source: "assumption: for the test" }
            """);
        Assert.Empty(diagnostics);
        Assert.Equal(("our-line", "Our line", CapabilityKind.Manufacturer, "2026-08-24", 3), (capability!.Key, capability.Name, capability.Kind, capability.Taken, capability.CostRank));
        Assert.Equal(Length.FromMillimetres(0.1), capability.Plating.OnDiameter);
        var limit = Assert.Single(capability.Limits);
        Assert.Equal((0.127m, 0.15m), (limit.Minimum!.Value.Value, limit.Preferred!.Value.Value));
        Assert.True(limit.Assumed);
        Assert.Equal("our-line", limit.Capability);
        Assert.Null(capability.Find(DesignRule.Of("trace-width"), new LimitCase(IsInner: true)));
    }

    [Fact]
    public void A_figure_of_the_finished_board_gets_its_allowance_added()
    {
        var limit = Assert.Single(Good("annular-ring: { minimum: 0.05, preferred: 0.06, of: finished, allowance: 0.1 }").Limits);
        Assert.Equal((0.15m, 0.16m, 0.1m), (limit.Minimum!.Value.Value, limit.Preferred!.Value.Value, limit.Allowance!.Value.Value));
        Assert.Equal(FigureOf.Finished, limit.Of);
        // Of what is bounded above the tolerance goes off.
        Assert.Equal(0.1m, Assert.Single(Good("registration: { maximum: 0.15, of: finished, allowance: 0.05 }").Limits).Minimum!.Value.Value);
    }

    [Fact]
    public void The_limit_that_asks_for_most_counts_and_of_equals_the_first()
    {
        var capability = Good("""
            spacing:
                - { minimum: 0.3 }
                - { minimum: 0.1, copper-up-to: 45 um }
                - { minimum: 0.2, copper-up-to: 80 um }
                - { minimum: 0.4, layers: inner }
                - { minimum: 2, nets: "MAINS*" }
                - { minimum: 0.05, region: [0, 0, 10, 10] }
            """);
        decimal At(LimitCase at) => capability.Find(DesignRule.Of("spacing"), at)!.Minimum!.Value.Value;
        Assert.Equal(0.1m, At(default));
        Assert.Equal(0.2m, At(new LimitCase(Copper: Length.FromMillimetres(0.07))));
        Assert.Equal(0.3m, At(new LimitCase(Copper: Length.FromMillimetres(0.105))));
        Assert.Equal(0.4m, At(new LimitCase(IsInner: true)));
        Assert.Equal(2m, At(new LimitCase { OtherNet = "Mains_N" }));
        Assert.Equal(0.05m, At(new LimitCase { Net = "MAINS", At = (Length.FromMillimetres(10), Length.Zero) }));
        Assert.Equal(2m, capability.Reach(DesignRule.Of("spacing"))!.Value.Value);
    }

    [Fact]
    public void What_a_file_says_of_a_rule_replaces_what_it_extends_as_a_whole()
    {
        var (capability, diagnostics) = Read("turnkey-capability: 1\nkey: test\nsource: t\nextends: [practice, jlcpcb]\nrules:\n  trace-width: { preferred: 0.5 }\n");
        Assert.Empty(diagnostics);
        Assert.Equal(0.5m, Assert.Single(capability!.Of(DesignRule.Of("trace-width"))).Preferred!.Value.Value);
        Assert.All(capability.Of(DesignRule.Of("copper-to-edge")), limit => Assert.Equal("jlcpcb", limit.Capability));
        Assert.All(capability.Of(DesignRule.Of("paste-missing")), limit => Assert.Equal("practice", limit.Capability));
    }

    [Theory]
    [InlineData("not yaml: [", "capability.not-yaml")]
    [InlineData("a: *b", "capability.not-yaml")]
    [InlineData("turnkey-capability: 1\nkey: a\nkey: b", "capability.not-yaml")]
    [InlineData("[1, 2]", "capability.not-one")]
    [InlineData("", "capability.not-one")]
    [InlineData("turnkey-capability: 2\nkey: a", "capability.not-one")]
    [InlineData("turnkey-capability: [1]\nkey: a", "capability.not-one")]
    [InlineData("turnkey-capability: 1", "capability.key")]
    [InlineData("turnkey-capability: 1\nkey: Our Line", "capability.key")]
    public void What_is_no_capability_file_is_refused(string text, string code)
    {
        var (capability, diagnostics) = Read(text);
        Assert.Null(capability);
        Assert.Equal(code, Assert.Single(diagnostics).Code);
    }

    [Theory]
    [InlineData("colour: green", "capability.unknown-key", 4)]
    [InlineData("name: [a]", "capability.no-text", 4)]
    [InlineData("kind: shop", "capability.kind", 4)]
    [InlineData("cost-rank: -1", "capability.cost-rank", 4)]
    [InlineData("taken: last week", "capability.taken", 4)]
    [InlineData("extends: nobody", "capability.extends", 4)]
    [InlineData("extends: { a: b }", "capability.extends", 4)]
    [InlineData("plated-tool: 0.1", "capability.plated-tool", 4)]
    [InlineData("plated-tool: { larger-by: 2 mm, source: x }", "capability.plated-tool", 4)]
    [InlineData("plated-tool: { larger-by: 0.1 mm }", "capability.plated-tool", 4)]
    [InlineData("plated-tool: { larger-by: 0.1 mm, source: x, on: y }", "capability.plated-tool", 4)]
    [InlineData("rules: [trace-width]", "capability.rules", 4)]
    [InlineData("rules:\n  trace-with: { minimum: 0.1 }", "capability.unknown-rule", 5)]
    [InlineData("rules:\n  trace-width: 0.1", "capability.limit", 5)]
    [InlineData("rules:\n  trace-width:\n    - { minimum: 0.1 }\n    - { preferred: 0.2 }", "capability.same-scope", 7)]
    public void What_the_reader_does_not_know_is_an_error_with_its_line(string more, string code, int line)
    {
        var (_, diagnostics) = Read(Head + more);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((code, line, Severity.Error), (diagnostic.Code, diagnostic.Line, diagnostic.Severity));
    }

    [Theory]
    [InlineData("trace-width: { minimum: 0.1, least: 0.2 }", "no 'least'")]
    [InlineData("trace-width: { minimum: [0.1] }", "no list")]
    [InlineData("trace-width: { minimum: 0.1, preferred: [0.2] }", "no list")]
    [InlineData("trace-width: { minimum: 0.1, source: '' }", "needs a source")]
    [InlineData("trace-width: { maximum: 0.1 }", "write 'minimum'")]
    [InlineData("aspect-ratio: { minimum: 8 }", "write 'maximum'")]
    [InlineData("trace-width: { layers: outer }", "needs a minimum")]
    [InlineData("trace-width: { minimum: 0.2, preferred: 0.1 }", "less than the limit")]
    [InlineData("aspect-ratio: { maximum: 8, preferred: 10 }", "less than the limit")]
    [InlineData("trace-width: { minimum: thin }", "no number in mm")]
    [InlineData("trace-width: { minimum: -0.1 }", "no number in mm")]
    [InlineData("trace-width: { minimum: 1e3 }", "no number in mm")]
    [InlineData("trace-width: { minimum: 99999999999999999999999999999 }", "no number in mm")]
    [InlineData("aspect-ratio: { maximum: 8 mm }", "no number in the rule's unit")]
    [InlineData("via-in-pad: { preferred: 3 }", "no number to it")]
    [InlineData("trace-width: { minimum: 0.1, of: board }", "neither design nor finished")]
    [InlineData("trace-width: { minimum: 0.1, of: finished }", "needs the allowance")]
    [InlineData("trace-width: { minimum: 0.1, allowance: 0.1 }", "write 'of: finished'")]
    [InlineData("trace-width: { minimum: 0.1, layers: middle }", "none of all, outer, inner")]
    [InlineData("trace-width: { minimum: 0.1, layers: 6-4 }", "none of all, outer, inner, nor how many")]
    [InlineData("trace-width: { minimum: 0.1, layers: 0 }", "none of all, outer, inner, nor how many")]
    [InlineData("trace-width: { minimum: 0.1, layers: 2 outer }", "none of all, outer, inner, nor how many")]
    [InlineData("trace-width: { minimum: 0.1, layers: '' }", "none of all, outer, inner, nor how many")]
    [InlineData("trace-width: { minimum: 0.1, copper-up-to: heavy }", "no thickness of copper")]
    [InlineData("trace-width: { minimum: 0.1, copper-up-to: 2 in }", "no thickness of copper")]
    [InlineData("trace-width: { minimum: 0.1, nets: [] }", "names of nets")]
    [InlineData("trace-width: { minimum: 0.1, nets: [[A]] }", "names of nets")]
    [InlineData("trace-width: { minimum: 0.1, region: [0, 0, 10] }", "left, bottom, right, top")]
    [InlineData("trace-width: { minimum: 0.1, region: [10, 0, 0, 10] }", "left, bottom, right, top")]
    [InlineData("trace-width: { minimum: 0.1, assumed: perhaps }", "neither true nor false")]
    public void A_limit_that_is_written_wrong_says_what_is_wrong_and_is_not_used(string rule, string what)
    {
        var (capability, diagnostics) = Read($"{Head}rules:\n  {rule}\n");
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("capability.limit", 5), (diagnostic.Code, diagnostic.Line));
        Assert.Contains(what, diagnostic.Message, StringComparison.Ordinal);
        Assert.Empty(capability!.Limits);
    }

    [Fact]
    public void A_file_that_is_too_large_too_deep_or_no_text_is_refused()
    {
        Assert.Equal("capability.too-large", Assert.Single(CapabilityFile.Read("x", new byte[CapabilityFile.LargestBytes + 1]).Diagnostics).Code);
        Assert.Equal("capability.not-yaml", Assert.Single(Read(new string('[', 100_000)).Diagnostics).Code);
        Assert.All([new byte[] { 0xff, 0xfe, 0, 0 }, [0, 1, 2], [0xef, 0xbb, 0xbf]], bytes => Assert.Null(CapabilityFile.Read("x", bytes).Capability));
    }

    [Fact]
    public void Cut_off_and_damaged_files_never_throw()
    {
        var whole = Encoding.UTF8.GetBytes($"{Head}plated-tool: {{ larger-by: 0.1 mm, source: x }}\nrules:\n  trace-width: [ {{ minimum: 5 mil, nets: [A, B*], region: [-1, 0, 1, 2] }} ]\n");
        var random = new Random(1);
        for (var i = 0; i < whole.Length; i++)
        {
            CapabilityFile.Read("cut", whole.AsMemory(0, i));
            var damaged = (byte[])whole.Clone();
            for (var k = 0; k < 3; k++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            CapabilityFile.Read("damaged", damaged);
        }
    }

    [Fact]
    public void A_thousand_wrong_lines_are_a_page_of_diagnostics()
    {
        var (_, diagnostics) = Read(Head + string.Concat(Enumerable.Range(0, 1000).Select(i => $"wrong{i}: 1\n")));
        Assert.InRange(diagnostics.Length, 2, 50);
    }

    private static Capability Good(string rules)
    {
        var (capability, diagnostics) = Read($"{Head}rules:\n  {rules}\n");
        Assert.Empty(diagnostics);
        return capability!;
    }

    private static (Capability? Capability, ImmutableArray<Diagnostic> Diagnostics) Read(string text) => CapabilityFile.Read("test.yaml", Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_limit_may_be_for_boards_of_so_many_layers()
    {
        var capability = Good("""
            spacing:
                - { minimum: 0.3 }
                - { minimum: 0.2, layers: 2 }
                - { minimum: 0.1, layers: 4-6 }
                - { minimum: 0.05, layers: inner 4-6 }
            """);
        decimal On(int layers, bool isInner = false) => capability.On(layers).Find(DesignRule.Of("spacing"), new LimitCase(isInner))!.Minimum!.Value.Value;
        Assert.Equal([0.3m, 0.2m, 0.3m, 0.1m, 0.1m, 0.3m], new[] { 1, 2, 3, 4, 6, 8 }.Select(layers => On(layers)));
        Assert.Equal(0.05m, On(4, isInner: true));
        // How far checks look follows the board as well.
        Assert.Equal(0.3m, capability.On(2).Reach(DesignRule.Of("spacing"))!.Value.Value);
        Assert.Equal("boards of 4-6 layers, inner layers", capability.Limits[3].Scope.ToText());
    }

    [Fact]
    public void A_length_holds_when_it_is_short_by_no_more_than_the_files_round()
    {
        var limit = Assert.Single(Good("annular-ring: { minimum: 0.1 }").Limits);
        var short15 = Measure.Of(Length.FromNanometres(98_500));
        Assert.Equal(Severity.Error, limit.Judge(short15)!.Value.Severity);
        Assert.Null(limit.Judge(short15, Length.FromNanometres(1_796)));
        Assert.NotNull(limit.Judge(short15, Length.FromNanometres(1_270)));
        // Never less than a micrometre, which nobody measures.
        Assert.Null(limit.Judge(Measure.Of(Length.FromNanometres(99_000)), Length.FromNanometres(1)));
    }

    [Fact]
    public void Angles_hold_to_a_hundredth_of_a_degree()
    {
        var limit = Assert.Single(Good("acid-trap: { preferred: 45 }").Limits);
        Assert.Null(limit.Judge(Measure.Of(44.999736, MeasureUnit.Degree)));
        Assert.NotNull(limit.Judge(Measure.Of(44.98, MeasureUnit.Degree)));
    }
}
