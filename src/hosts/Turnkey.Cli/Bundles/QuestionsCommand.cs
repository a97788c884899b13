using System.Collections.Immutable;
using System.CommandLine;
using Turnkey.Contracts;
using Turnkey.Contracts.Bundles;
using Turnkey.Contracts.Bundles.Sending;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Questions;
using Turnkey.Pipeline.Contracting;

namespace Turnkey.Cli.Bundles;

/// <summary><c>turnkey bundle export questions</c>: the queries of a design review put to the customer, and its answers.</summary>
internal static class QuestionsCommand
{
    public static Command Create(Terminal terminal)
    {
        var answers = BundleOptions.Answers("The request that is asked about, or the questions that are answered");
        var queries = new Option<string?>("--queries") { Description = "To ask: the queries.json that 'turnkey quote' or 'turnkey check' wrote", HelpName = "FILE" };
        var say = new Option<string[]>("--say") { Description = "To answer: identifier of the question, '=', the answer; may be given several times", HelpName = "ID=TEXT" };
        var (by, identity, output) = (BundleOptions.By(), BundleOptions.Identity(), BundleOptions.Output());
        var command = new Command("questions", "Ask what the design leaves open, or answer what was asked") { answers, queries, say, by, identity, output };
        command.Validators.Add(result =>
        {
            var lines = result.GetValue(say) ?? [];
            if (result.GetValue(queries) is null == (lines.Length == 0)) result.AddError("say either --queries FILE, to ask, or --say ID=TEXT, to answer");
            if (lines.FirstOrDefault(line => Split(line) is null) is { } wrong) result.AddError($"--say: '{wrong}' is not written as ID=TEXT");
        });
        command.SetAction(parsed => Dispatch.Run(parsed.GetRequiredValue(identity), parsed.GetRequiredValue(output), terminal, (own, stamp) =>
        {
            var (path, name) = (parsed.GetRequiredValue(answers), parsed.GetRequiredValue(by));
            var questions = parsed.GetValue(queries) is { } file ? Ask(own, stamp, path, file, name) : Answer(own, stamp, path, [.. parsed.GetValue(say)!.Select(line => Split(line)!.Value)], name);
            return questions.Then(one => QuestionSending.Compose(stamp.NextId(), stamp.At, own.Profile, one.Other, one.Questions[0].Rfq, one.Questions));
        }));
        return command;
    }

    private static Decision<(Organisation Other, ImmutableArray<Question> Questions)> Ask(Identity own, Stamp stamp, string path, string file, string by) => BundleInput.Read(path, own, BundleKind.Rfq).Then(input =>
    {
        var rfq = ((BundleDocument.Request)input.Bundle.Document).Rfq;
        return QueriesFile.Read(File.ReadAllBytes(file), rfq.Latest.Package).Then<(Organisation, ImmutableArray<Question>)>(open =>
        {
            if (open.IsEmpty) return new Refusal("queries.none", "the review leaves nothing open: there is nothing to ask");
            return (input.Bundle.Manifest.Sender, [.. open.Select(query => Put(query, rfq.Id, rfq.Latest.Number, input.Bundle.Manifest.Sender.Id, own.Profile.Id, new Remark(own.Profile.Id, by, stamp.At, query.Question)))]);
        });
    });

    /// <summary>The same query of the same revision is the same question, however often it is sent.</summary>
    private static Question Put(ReviewQuery query, Guid rfq, int revision, Guid customer, Guid manufacturer, Remark first) =>
        new(NamedId.Of(rfq, $"question {revision} {manufacturer:D}", query.Query), rfq, customer, manufacturer, revision, query.Question) { Query = query.Query, Proposal = query.Proposal, Remarks = [first] };

    private static Decision<(Organisation Other, ImmutableArray<Question> Questions)> Answer(Identity own, Stamp stamp, string path, ImmutableArray<(Guid Id, string Text)> said, string by) =>
        BundleInput.Read(path, own, BundleKind.Questions).Then<(Organisation, ImmutableArray<Question>)>(input =>
        {
            var questions = ((BundleDocument.QuestionList)input.Bundle.Document).Questions;
            foreach (var (id, text) in said)
            {
                if (questions.FirstOrDefault(one => one.Id == id) is not { } question) return Refusal.NotFound($"question {id}");
                switch (question.Say(new Remark(own.Profile.Id, by, stamp.At, text)))
                {
                    case Decision<Question>.Made made:
                        questions = questions.Replace(question, made.Value);
                        break;
                    case Decision<Question>.Refused refused:
                        return refused.Why;
                }
            }
            return (input.Bundle.Manifest.Sender, questions);
        });

    private static (Guid Id, string Text)? Split(string line) => line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && Guid.TryParse(line[..at], out var id) && line[(at + 1)..].Trim() is { Length: > 0 } text ? (id, text) : null;
}
