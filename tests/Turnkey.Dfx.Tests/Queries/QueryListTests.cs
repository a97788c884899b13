using System.Collections.Frozen;
using System.Text;
using Turnkey.Dfx.Findings;
using Turnkey.Dfx.Queries;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Tests.Queries;

public class QueryListTests
{
    private const string Package = "00000000000000000000000000000000000000000000000000000000000000aa";
    private const string Other = "00000000000000000000000000000000000000000000000000000000000000bb";

    private static Review Narrow => new Sketch().Pad(1, 0, 0, 1, "A").Track(1, 0, 0, 10, 0, 0.09, "A").Against("trace-width: { minimum: 0.1, preferred: 0.15 }");

    private static (AnswerSet? Answers, Diagnostic[] Diagnostics) Answered(string lines, string package = Package)
    {
        var (answers, diagnostics) = AnswerFile.Read("answers.yaml", Encoding.UTF8.GetBytes($"turnkey-answers: 1\npackage: {package}\nanswers:\n{lines}"), Package);
        return (answers, [.. diagnostics]);
    }

    private static string Accepted => $"  - {{ query: \"{Narrow.Findings[0].Id}\", answer: accepted, by: A. Buyer, date: 2026-08-24 }}\n";

    [Fact]
    public void An_error_is_asked_with_its_figures_and_a_proposal()
    {
        var query = Assert.Single(QueryList.Of([("board", Narrow)]).Queries);
        Assert.True(query.IsOpen);
        Assert.Equal("Tracks drawn 0.09 mm wide: 0.09 mm at the narrowest, 0.1 mm is needed (1 place). May they be widened?", query.Question);
        Assert.Contains("0.1 mm", query.Proposal, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_maker_can_live_with_is_not_asked() =>
        Assert.Empty(QueryList.Of([("board", new Sketch().Pad(1, 0, 0, 1, "A").Track(1, 0, 0, 10, 0, 0.12, "A").Against("trace-width: { minimum: 0.1, preferred: 0.15 }"))]).Queries);

    [Fact]
    public void An_answer_closes_its_query()
    {
        var (answers, diagnostics) = Answered(Accepted);
        Assert.Empty(diagnostics);
        var query = Assert.Single(QueryList.Of([("board", Narrow)], answers).Queries);
        Assert.False(query.IsOpen);
        Assert.Equal((AnswerKind.Accepted, "A. Buyer"), (Assert.Single(query.Answers).Kind, query.Answers[0].By));
    }

    [Fact]
    public void An_answer_to_an_earlier_revision_is_remembered_and_has_to_be_confirmed()
    {
        var query = Assert.Single(QueryList.Of([("board", Narrow)], Answered(Accepted, Other).Answers).Queries);
        Assert.True(query.IsOpen);
        Assert.True(query.IsFromEarlier);
        Assert.Single(query.Answers);
    }

    [Fact]
    public void An_answer_to_what_nobody_asks_is_told() =>
        Assert.Contains("no longer asked", Assert.Single(QueryList.Of([("board", Narrow)], Answered("  - { query: \"spacing:x\", answer: as-sent, by: B }\n").Answers).Diagnostics).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_several_assemblies_each_has_queries_of_its_own() =>
        Assert.Equal(["a/trace-width:tracks drawn 0.09 mm wide", "b/trace-width:tracks drawn 0.09 mm wide"], QueryList.Of([("a", Narrow.Named("a")), ("b", Narrow.Named("b"))]).Queries.Select(query => query.Id));

    [Theory]
    [InlineData("  - { query: q, answer: perhaps, by: B }\n", "accepted")]
    [InlineData("  - { query: q, answer: other, by: B }\n", "with a text")]
    [InlineData("  - { query: q, answer: accepted }\n", "'by'")]
    [InlineData("  - { query: q, answer: accepted, by: B, date: tomorrow }\n", "no day")]
    [InlineData("  - { query: q, answer: accepted, by: B }\n  - { query: q, answer: as-sent, by: B }\n", "twice")]
    [InlineData("  - { query: q, answer: accepted, by: B, because: C }\n", "'because'")]
    [InlineData("  - { query: q, answer: accepted, by: B, parts: [D1] }\n  - { query: q, answer: as-sent, by: B, parts: [D2, d1] }\n", "twice for d1")]
    [InlineData("  - { query: q, answer: accepted, by: B, parts: [] }\n", "list of names")]
    [InlineData("  - { query: q, answer: accepted, by: B, parts: { D1: yes } }\n", "list of names")]
    [InlineData("  - { query: q, answer: other, by: B, pin-1: north }\n", "upper-left")]
    [InlineData("  - just so\n", "is written as")]
    [InlineData("  - { query: [\n", "no answer is used")]
    public void A_file_that_is_not_understood_whole_is_not_used(string lines, string says)
    {
        var (answers, diagnostics) = Answered(lines);
        Assert.Null(answers);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Message.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Answers_that_name_no_package_are_refused() => Assert.Null(Answered(Accepted, "none").Answers);

    /// <summary>A finding of two diodes, as the check of their angles gives it.</summary>
    private static Review Diodes(string rule = "placement-undeterminable") => Narrow with
    {
        Findings = [new Finding(DesignRule.Of(rule), Severity.Error, [.. new[] { "D1 (SOD-123)", "D2 (SOD-123)" }.Select(what => new Sighting("parts with two poles", Point.Origin, "top", Measure.Fact) { What = what })], null, "Because", "Ask")],
        Designators = new[] { "D1", "D2", "R1" }.ToFrozenSet(),
    };

    private static (Query Query, Finding Finding, Diagnostic[] Diagnostics) Settled(Review review, string lines)
    {
        var (answers, wrong) = Answered(lines.Replace("ID", review.Findings[0].Id, StringComparison.Ordinal));
        Assert.Empty(wrong);
        var queries = QueryList.Of([("board", review)], answers);
        return (Assert.Single(queries.Queries), queries.Settle(review).Findings[0], [.. queries.Diagnostics]);
    }

    [Fact]
    public void A_question_names_the_parts_that_it_covers() =>
        Assert.Equal(["D1", "D2"], Assert.Single(QueryList.Of([("board", Diodes())]).Queries).Parts);

    [Fact]
    public void One_answer_for_part_of_them_leaves_the_rest_open()
    {
        var (query, finding, said) = Settled(Diodes(), "  - { query: \"ID\", answer: accepted, by: B, parts: [d1] }\n");
        Assert.Empty(said);
        Assert.True(query.IsOpen);
        Assert.Equal(["D2"], query.OpenParts);
        Assert.True(finding.Counts);
        var (both, settled, _) = Settled(Diodes(), "  - { query: \"ID\", answer: accepted, by: B, parts: [D1] }\n  - { query: \"ID\", answer: as-sent, by: C, parts: [D2] }\n");
        Assert.False(both.IsOpen);
        Assert.Equal([SettledAs.Agreed, SettledAs.AsSent], settled.Settlements.Select(one => one.As));
    }

    [Fact]
    public void An_answer_for_one_part_comes_before_the_one_for_all()
    {
        var (query, finding, _) = Settled(Diodes(), "  - { query: \"ID\", answer: accepted, by: B }\n  - { query: \"ID\", answer: other, text: turn it, by: C, parts: [D2] }\n");
        Assert.False(query.IsOpen);
        Assert.Equal(["B", "C"], query.Places.Select(place => query.At(place)!.By));
        Assert.True(finding.Counts);
    }

    [Fact]
    public void An_answer_for_a_part_that_is_not_asked_about_is_told() =>
        Assert.Contains("R1", Assert.Single(Settled(Diodes(), "  - { query: \"ID\", answer: accepted, by: B, parts: [R1, D1] }\n").Diagnostics).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("placement-rotation", "accepted", SettledAs.Corrected)]
    [InlineData("placement-rotation", "as-sent", SettledAs.AsSent)]
    [InlineData("via-in-pad", "accepted", SettledAs.Agreed)]
    [InlineData("missing-layer", "accepted", null)]
    [InlineData("part-overlap", "accepted", null)]
    [InlineData("trace-width", "as-sent", null)]
    [InlineData("hole-to-hole", "accepted", null)]
    [InlineData("placement-rotation", "other, text: look at drawing 7", null)]
    public void What_an_answer_makes_of_a_finding_is_data_and_a_promise_settles_nothing(string rule, string answer, SettledAs? settled)
    {
        var (query, finding, _) = Settled(Diodes(rule), $"  - {{ query: \"ID\", answer: {answer}, by: B }}\n");
        Assert.False(query.IsOpen);
        Assert.Equal(settled is { } one ? [one] : [], finding.Settlements.Select(settlement => settlement.As));
        Assert.Equal(settled is null, finding.Counts);
    }

    [Fact]
    public void What_was_answered_for_another_revision_settles_nothing() =>
        Assert.True(QueryList.Of([("board", Diodes())], Answered($"  - {{ query: \"{Diodes().Findings[0].Id}\", answer: accepted, by: B }}\n", Other).Answers).Settle(Diodes()).Findings[0].Counts);
}
