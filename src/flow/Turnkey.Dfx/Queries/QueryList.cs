using System.Collections.Immutable;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Queries;

/// <summary>What a maker sends back to its customer before it builds: every point of the reviews that it cannot settle alone.</summary>
/// <param name="Queries">Open ones first, errors before warnings, then as the reviews have them.</param>
/// <param name="Diagnostics">Answers to what nobody asked.</param>
public sealed record QueryList(ImmutableArray<Query> Queries, ImmutableArray<Diagnostic> Diagnostics)
{
    public IEnumerable<Query> Open => Queries.Where(query => query.IsOpen);

    /// <param name="reviews">With the names of their assemblies.</param>
    /// <param name="answers">Given so far; null for none. Those for another revision are shown, and stay open.</param>
    public static QueryList Of(ImmutableArray<(string Assembly, Review Review)> reviews, AnswerSet? answers = null)
    {
        var queries = new List<Query>();
        foreach (var (assembly, review) in reviews)
        {
            foreach (var finding in review.Findings.Where(finding => finding.Waiver is null))
            {
                if (Ask(reviews.Length > 1 ? $"{assembly}/" : "", assembly, finding) is not { } query) continue;
                var answer = answers?.Answers.FirstOrDefault(one => one.Query == query.Id);
                queries.Add(query with { Answer = answer, IsFromEarlier = answer is not null && !answers!.IsOfThisRevision });
            }
        }
        var asked = queries.Select(query => query.Id).ToHashSet(StringComparer.Ordinal);
        return new QueryList(
            [.. queries.OrderByDescending(query => query.IsOpen).ThenByDescending(query => query.Finding.Severity)],
            [.. (answers?.Answers ?? []).Where(answer => !asked.Contains(answer.Query)).Select(answer => Diagnostic.Info("answers.nothing-asked", answers!.Path, 0, $"'{answer.Query}' is answered and no longer asked"))]);
    }

    private static Query? Ask(string prefix, string assembly, Finding finding)
    {
        var texts = QueryTexts.Of(finding.Rule);
        if (finding.Severity < (texts?.Least ?? Severity.Error)) return null;
        return texts is null
            ? new Query(prefix + finding.Id, assembly, finding, $"{finding.Reason}. How is it to be made?", finding.Fix)
            : new Query(prefix + finding.Id, assembly, finding, QueryTexts.Fill(texts.Ask, finding), QueryTexts.Fill(texts.Propose, finding));
    }
}
