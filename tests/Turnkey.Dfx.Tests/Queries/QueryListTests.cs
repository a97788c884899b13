using System.Text;
using Turnkey.Dfx.Queries;
using Turnkey.Kernel;

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
        Assert.Equal((AnswerKind.Accepted, "A. Buyer"), (query.Answer!.Kind, query.Answer.By));
    }

    [Fact]
    public void An_answer_to_an_earlier_revision_is_remembered_and_has_to_be_confirmed()
    {
        var query = Assert.Single(QueryList.Of([("board", Narrow)], Answered(Accepted, Other).Answers).Queries);
        Assert.True(query.IsOpen);
        Assert.True(query.IsFromEarlier);
        Assert.NotNull(query.Answer);
    }

    [Fact]
    public void An_answer_to_what_nobody_asks_is_told() =>
        Assert.Contains("no longer asked", Assert.Single(QueryList.Of([("board", Narrow)], Answered("  - { query: \"spacing:x\", answer: as-sent, by: B }\n").Answers).Diagnostics).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_several_assemblies_each_has_queries_of_its_own() =>
        Assert.Equal(["a/trace-width:tracks drawn 0.09 mm wide", "b/trace-width:tracks drawn 0.09 mm wide"], QueryList.Of([("a", Narrow), ("b", Narrow)]).Queries.Select(query => query.Id));

    [Theory]
    [InlineData("  - { query: q, answer: perhaps, by: B }\n", "accepted")]
    [InlineData("  - { query: q, answer: other, by: B }\n", "with a text")]
    [InlineData("  - { query: q, answer: accepted }\n", "'by'")]
    [InlineData("  - { query: q, answer: accepted, by: B, date: tomorrow }\n", "no day")]
    [InlineData("  - { query: q, answer: accepted, by: B }\n  - { query: q, answer: as-sent, by: B }\n", "twice")]
    [InlineData("  - { query: q, answer: accepted, by: B, because: C }\n", "'because'")]
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
}
