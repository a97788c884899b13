using Turnkey.Dfx.Findings;

namespace Turnkey.Quoting.Changes;

/// <summary>What a finding makes of the order: the maker has to do more than was asked for, and it is priced so.</summary>
/// <param name="Finding">The evidence.</param>
/// <param name="Field">Of the build specification that it sets.</param>
/// <param name="Value">As the specification would say it.</param>
/// <param name="Change">What the customer can do to be rid of it, as a heading: <c>move vias out of pads</c>.</param>
public sealed record Consequence(Finding Finding, string Field, string Value, string Change);
