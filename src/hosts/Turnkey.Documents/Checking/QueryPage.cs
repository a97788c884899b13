using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs;
using Turnkey.Designs.Products;
using Turnkey.Dfx.Queries;
using Turnkey.Documents.Markup;
using Turnkey.Quoting.Changes;

namespace Turnkey.Documents.Checking;

/// <summary>
/// What goes back to the customer before anything is built: each open point with picture, question, proposed answer and, where it was priced, what it does to
/// price and days; then what is settled. One self-contained document without costs.
/// </summary>
public static class QueryPage
{
    /// <summary>Parts of a question that are shown at once.</summary>
    private const int MostParts = 20;

    /// <param name="design">What was reviewed.</param>
    /// <param name="queries">Open ones first.</param>
    /// <param name="savings">Of the quote; empty where nothing was priced.</param>
    /// <param name="consequences">What findings add to the order; empty where nothing was priced.</param>
    public static string Html(Design design, ImmutableArray<Query> queries, ImmutableArray<Saving> savings, ImmutableArray<Consequence> consequences)
    {
        ArgumentNullException.ThrowIfNull(design);
        var boards = design.Assemblies.GroupBy(assembly => assembly.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return Page.Write($"Queries: {design.Product.Name}", html =>
        {
            html.Open("main");
            WriteHead(html, design, queries);
            Write(html, "To be answered", "the proposal is what happens when you agree", [.. queries.Where(query => query.IsOpen)], boards, savings, consequences, 0);
            var settled = queries.Where(query => !query.IsOpen).ToImmutableArray();
            if (!settled.IsEmpty) Write(html, "Settled", "answered for this revision", settled, boards, savings, consequences, queries.Length - settled.Length);
            html.Open("footer", "foot").Leaf("p", null, $"Answers go into a file of answers for package SHA-256 {design.Package.Sha256}; see docs/queries.md.").Close();
            html.Close();
        }, pictures: true);
    }

    private static void WriteHead(HtmlText html, Design design, ImmutableArray<Query> queries)
    {
        var open = queries.Count(query => query.IsOpen);
        html.Open("header", "head").Open("div").Leaf("small", null, $"Queries about package {design.Package.Name}").Leaf("h1", null, design.Product.Name).Close();
        html.Open("div", "answer").Leaf("b", null, open == 0 ? "nothing open" : $"{Wording.Plural(open, "question", "questions")} open").Void("br");
        html.Leaf("small", null, $"{Wording.Count(queries.Length - open)} settled").Close(2);
    }

    private static void Write(HtmlText html, string heading, string remark, ImmutableArray<Query> queries, Dictionary<string, Assembly> boards, ImmutableArray<Saving> savings, ImmutableArray<Consequence> consequences, int first)
    {
        html.Open("section", "sheet long").Open("h2").Text(heading + " ").Leaf("span", "u", remark).Close();
        if (queries.IsEmpty) html.Leaf("p", "quiet", "Nothing: the design can be built as it is, as far as it was checked.");
        for (var i = 0; i < queries.Length; i++)
        {
            html.Open("article", "finding");
            if (boards.TryGetValue(queries[i].Assembly, out var assembly) && assembly.Board is { } board) FindingPicture.Write(html, board, queries[i].Finding);
            html.Open("div");
            WriteText(html, queries[i], savings, consequences, first + i + 1);
            html.Close(2);
        }
        html.Close();
    }

    private static void WriteText(HtmlText html, Query query, ImmutableArray<Saving> savings, ImmutableArray<Consequence> consequences, int number)
    {
        var severity = Wording.Severity(query.Finding.Severity);
        html.Open("h3").Leaf("span", $"tag {(query.IsOpen ? severity : "offer")}", number.ToString(CultureInfo.InvariantCulture)).Text($" {query.Question}").Close();
        html.Open("p").Leaf("b", null, "Proposed: ").Text(query.Proposal).Close();
        WriteParts(html, "Asked about: ", [.. query.Parts]);
        if (query.IsOpen && !query.IsFromEarlier && !query.Answers.IsEmpty) WriteParts(html, "Still open: ", [.. query.OpenParts]);
        foreach (var answer in query.Answers)
        {
            html.Open("p").Leaf("b", null, query.IsFromEarlier ? "Answered for an earlier revision, please confirm: " : "Answered: ");
            html.Text((answer.Parts.IsEmpty ? "" : $"{string.Join(", ", answer.Parts)}: ") + Words(answer)).Leaf("small", null, $" {answer.By}{(answer.Date.Length > 0 ? ", " + answer.Date : "")}").Close();
        }
        foreach (var one in consequences.Where(one => one.Findings.Any(finding => finding.Id == query.Finding.Id)))
            html.Open("p").Leaf("b", null, "Priced with it: ").Text($"{one.Field}: {one.Value}{(one.WorkingDays > 0 ? $", {Wording.Plural(one.WorkingDays, "working day", "working days")} more" : "")}.").Close();
        foreach (var saving in savings.Where(saving => saving.Findings.Contains(query.Finding.Id, StringComparer.Ordinal)))
        {
            var at = saving.AtQuantities.Select(one => $"{Wording.UnitPrice(one.UnitPrice)} {one.UnitPrice.Currency} a unit at {Wording.Count(one.Quantity)}{(one.WorkingDays > 0 ? $" and {Wording.Plural(one.WorkingDays, "day", "days")}" : "")}");
            html.Open("p").Leaf("b", null, $"Changing the design instead would save {(saving.IsAtMost ? "up to " : "")}").Text($"{string.Join(", ", at)}: {saving.Title}.").Close();
        }
        html.Open("details").Leaf("summary", null, "why it is asked").Leaf("p", null, query.Finding.Reason + ".");
        html.Leaf("p", "mono", query.Id).Close();
    }

    /// <summary>Names as they are, for the customer looks for them in his own drawing; a long list opens on demand.</summary>
    private static void WriteParts(HtmlText html, string heading, string[] parts)
    {
        if (parts.Length == 0) return;
        html.Open("p").Leaf("b", null, heading).Text(string.Join(", ", parts.Take(MostParts))).Close();
        if (parts.Length > MostParts) html.Open("details").Leaf("summary", null, $"and {Wording.Count(parts.Length - MostParts)} more").Leaf("p", null, string.Join(", ", parts.Skip(MostParts))).Close();
    }

    private static string Words(Answer answer) => answer.Kind switch
    {
        AnswerKind.Accepted => "as proposed" + (answer.Text.Length > 0 ? $"; {answer.Text}" : ""),
        AnswerKind.AsSent => "make it as it was sent" + (answer.Text.Length > 0 ? $"; {answer.Text}" : ""),
        _ => string.Join("; ", new[] { answer.Text, answer.PinOne.Length > 0 ? $"pin 1 {answer.PinOne} at angle 0" : "" }.Where(text => text.Length > 0)),
    };
}
