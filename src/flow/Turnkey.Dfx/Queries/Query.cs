using Turnkey.Dfx.Findings;

namespace Turnkey.Dfx.Queries;

/// <summary>A point that the maker cannot settle alone: it is asked, with a proposal that the customer can agree to.</summary>
/// <param name="Id">Of the finding behind it, with the assembly's name before it where there are several: the same over runs and revisions.</param>
/// <param name="Assembly">Its name.</param>
/// <param name="Finding">The evidence.</param>
/// <param name="Question">In the customer's words.</param>
/// <param name="Proposal">What happens when the customer agrees.</param>
public sealed record Query(string Id, string Assembly, Finding Finding, string Question, string Proposal)
{
    /// <summary>Null until somebody has answered.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The answer was given for another revision of the package: it is shown, and has to be confirmed.</summary>
    public bool IsFromEarlier { get; init; }

    public bool IsOpen => Answer is null || IsFromEarlier;
}

public enum AnswerKind
{
    /// <summary>As proposed.</summary>
    Accepted,
    /// <summary>Make it as it was sent.</summary>
    AsSent,
    /// <summary>Something else, as the text says.</summary>
    Other,
}

/// <param name="Query">Its <see cref="Queries.Query.Id"/>.</param>
/// <param name="Kind">What it comes to.</param>
/// <param name="Text">In the customer's words; empty where the kind says it all.</param>
/// <param name="By">Who answers for it.</param>
/// <param name="Date">yyyy-MM-dd; empty when not said.</param>
public sealed record Answer(string Query, AnswerKind Kind, string Text, string By, string Date);
