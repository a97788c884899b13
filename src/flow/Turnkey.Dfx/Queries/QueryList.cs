using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Queries;

/// <summary>What a maker sends back to its customer before it builds: every point of the reviews that it cannot settle alone.</summary>
/// <param name="Queries">Open ones first, errors before warnings, then as the reviews have them.</param>
/// <param name="Diagnostics">Answers to what nobody asked.</param>
public sealed record QueryList(ImmutableArray<Query> Queries, ImmutableArray<Diagnostic> Diagnostics)
{
    public IEnumerable<Query> Open => Queries.Where(query => query.IsOpen);

    /// <param name="reviews">With the names of their assemblies; of several each finding is named with its own (<see cref="Review.Named"/>).</param>
    /// <param name="answers">Given so far; null for none. Those for another revision are shown, and stay open.</param>
    public static QueryList Of(ImmutableArray<(string Assembly, Review Review)> reviews, AnswerSet? answers = null)
    {
        var queries = new List<Query>();
        foreach (var (assembly, review) in reviews)
        {
            foreach (var finding in review.Findings.Where(finding => finding.Waiver is null))
            {
                if (Ask(assembly, finding) is not { } query) continue;
                ImmutableArray<Answer> given = [.. (answers?.Answers ?? []).Where(one => one.Query == query.Id)];
                queries.Add(query with { Places = PlaceNaming.Of(finding, review.Designators), Answers = given, IsFromEarlier = !given.IsEmpty && !answers!.IsOfThisRevision });
            }
        }
        return new QueryList([.. queries.OrderByDescending(query => query.IsOpen).ThenByDescending(query => query.Finding.Severity)], [.. answers is null ? [] : Unused(answers, queries)]);
    }

    /// <summary>The review with what the answers settle: such findings stay in it, and do not count.</summary>
    public Review Settle(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var settled = Queries.Select(query => (query.Id, Settlements: Settlements(query))).Where(one => !one.Settlements.IsEmpty).ToDictionary(one => one.Id, one => one.Settlements, StringComparer.Ordinal);
        return review with { Findings = [.. review.Findings.Select(finding => settled.TryGetValue(finding.Id, out var by) ? finding with { Settlements = by } : finding)] };
    }

    /// <summary>Empty unless every place is answered, and every answer settles what it is given for.</summary>
    private static ImmutableArray<Settlement> Settlements(Query query)
    {
        var texts = QueryTexts.Of(query.Finding.Rule);
        var settlements = query.Places.Select(place => query.At(place) is { } answer ? Settled(texts, answer) : null).Distinct().ToArray();
        return settlements.Any(one => one is null) ? [] : [.. settlements.OfType<Settlement>()];
    }

    private static Settlement? Settled(QueryTexts? texts, Answer answer)
    {
        SettledAs? settled = answer.Kind switch
        {
            AnswerKind.Accepted => texts?.Accepted,
            AnswerKind.AsSent when texts?.AsSentSettles == true => SettledAs.AsSent,
            // What a text comes to only somebody who reads it can say.
            _ => null,
        };
        return settled is { } becomes ? new Settlement(becomes, answer.By, answer.Date) : null;
    }

    private static IEnumerable<Diagnostic> Unused(AnswerSet answers, List<Query> queries)
    {
        var asked = queries.ToDictionary(query => query.Id, StringComparer.Ordinal);
        foreach (var answer in answers.Answers)
        {
            if (!asked.TryGetValue(answer.Query, out var query)) yield return Diagnostic.Info("answers.nothing-asked", answers.Path, answer.Line, $"'{answer.Query}' is answered and no longer asked");
            else if (answer.Parts.Where(part => !query.Parts.Contains(part, StringComparer.OrdinalIgnoreCase)).ToArray() is { Length: > 0 } unknown)
                yield return Diagnostic.Warning("answers.no-such-part", answers.Path, answer.Line, $"'{answer.Query}' is not asked about {string.Join(", ", unknown.Take(10))}{(unknown.Length > 10 ? string.Create(CultureInfo.InvariantCulture, $" and {unknown.Length - 10:N0} more") : "")}; queries.json lists the parts it is asked about");
        }
    }

    private static Query? Ask(string assembly, Finding finding)
    {
        var texts = QueryTexts.Of(finding.Rule);
        if (finding.Severity < (texts?.Least ?? Severity.Error)) return null;
        return texts is null
            ? new Query(finding.Id, assembly, finding, $"{finding.Reason}. How is it to be made?", finding.Fix)
            : new Query(finding.Id, assembly, finding, QueryTexts.Fill(texts.Ask, finding), QueryTexts.Fill(texts.Propose, finding));
    }
}
