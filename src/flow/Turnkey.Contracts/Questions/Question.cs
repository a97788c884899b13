using System.Collections.Immutable;

namespace Turnkey.Contracts.Questions;

public enum QuestionState
{
    Open,
    Answered,

    /// <summary>Withdrawn by who asked, or settled otherwise.</summary>
    Closed,
}

/// <summary>
/// One open point between a customer and one manufacturer, as a conversation. It comes from a person, or from the design review, whose query it then
/// names so that the answer closes the query for the revision.
/// </summary>
/// <param name="Id">The same on every installation that holds it.</param>
/// <param name="Rfq">The request it is about.</param>
/// <param name="Manufacturer">The manufacturer that asks or is asked; no other one sees it.</param>
/// <param name="Revision">Number of the revision it is about.</param>
/// <param name="Subject">The question in one sentence.</param>
public sealed record Question(Guid Id, Guid Rfq, Guid Customer, Guid Manufacturer, int Revision, string Subject)
{
    /// <summary>Identifier of the query of the design review that it puts; empty when a person thought of it.</summary>
    public string Query { get; init; } = "";

    /// <summary>What the review proposes as the answer.</summary>
    public string Proposal { get; init; } = "";

    public QuestionState State { get; init; }

    /// <summary>In the order they were said; the first one is the question itself.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];

    /// <summary>Adds what somebody says. A word from the side that did not ask answers; one from the side that asked opens it again.</summary>
    public Decision<Question> Say(Remark remark)
    {
        ArgumentNullException.ThrowIfNull(remark);
        if (remark.Text.Trim().Length == 0) return new Refusal("question.empty", "write what you want to say");
        if (State == QuestionState.Closed) return new Refusal("question.closed", "this question is closed; ask a new one");
        if (remark.Organisation != Customer && remark.Organisation != Manufacturer) return Refusal.NotFound("question");
        var asker = Remarks.IsEmpty ? remark.Organisation : Remarks[0].Organisation;
        return this with { Remarks = [.. Remarks, remark], State = remark.Organisation == asker ? QuestionState.Open : QuestionState.Answered };
    }

    public Decision<Question> Close() => State == QuestionState.Closed ? new Refusal("question.closed", "this question is already closed") : this with { State = QuestionState.Closed };
}

/// <summary>What somebody said.</summary>
public sealed record Remark(Guid Organisation, string By, DateTimeOffset At, string Text);
