using System.Collections.Immutable;
using Turnkey.Dfx.Findings;

namespace Turnkey.Dfx.Queries;

/// <summary>A point that the maker cannot settle alone: it is asked, with a proposal that the customer can agree to.</summary>
/// <param name="Id">Of the finding behind it: the same over runs and revisions.</param>
/// <param name="Assembly">Its name.</param>
/// <param name="Finding">The evidence.</param>
/// <param name="Question">In the customer's words.</param>
/// <param name="Proposal">What happens when the customer agrees.</param>
public sealed record Query(string Id, string Assembly, Finding Finding, string Question, string Proposal)
{
    /// <summary>Where it is asked about, in the finding's order, with the parts there.</summary>
    public ImmutableArray<QueryPlace> Places { get; init; } = [.. Finding.Places.Select(place => new QueryPlace(place, []))];

    /// <summary>Given so far: for single parts, or for all that no other names.</summary>
    public ImmutableArray<Answer> Answers { get; init; } = [];

    /// <summary>The answers were given for another revision of the package: they are shown, and have to be confirmed.</summary>
    public bool IsFromEarlier { get; init; }

    /// <summary>Names that an answer may be given for, each once, in the places' order.</summary>
    public IEnumerable<string> Parts => Places.SelectMany(place => place.Parts).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that nobody has answered for.</summary>
    public IEnumerable<string> OpenParts => Places.Where(IsOpenAt).SelectMany(place => place.Parts).Distinct(StringComparer.OrdinalIgnoreCase);

    public bool IsOpen => Places.Any(IsOpenAt);

    /// <summary>The answer that holds for a place, that of a part before that for all; null where there is none, or none for this revision.</summary>
    public Answer? At(QueryPlace place) => IsFromEarlier ? null
        : Answers.FirstOrDefault(answer => place.Parts.Any(answer.Names)) ?? Answers.FirstOrDefault(answer => answer.Parts.IsEmpty);

    public bool IsOpenAt(QueryPlace place) => At(place) is null;
}

/// <summary>A place that is asked about.</summary>
/// <param name="Sighting">Where, and what was measured.</param>
/// <param name="Parts">Designators of the parts there; of bare boards what lies there (<c>GND and SCL</c>). Empty where it has no name.</param>
public sealed record QueryPlace(Sighting Sighting, ImmutableArray<string> Parts);

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
public sealed record Answer(string Query, AnswerKind Kind, string Text, string By, string Date)
{
    /// <summary>Names of the parts it is given for; empty for all that no other answer names.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>Where pin 1, cathode or plus lies where the part's angle is 0, as a file of confirmed parts has it; empty when not said.</summary>
    public string PinOne { get; init; } = "";

    /// <summary>In its file, from 1.</summary>
    public int Line { get; init; }

    public bool Names(string part) => Parts.Contains(part, StringComparer.OrdinalIgnoreCase);
}
