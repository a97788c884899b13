using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx;

/// <summary>A line of the table of checks: which rule, how it is looked at, and how it speaks.</summary>
/// <param name="Rule">What is checked.</param>
/// <param name="Check">Looks at a design; gives what lies within reach of the limits, for them to judge.</param>
/// <param name="Wording">Its sentences.</param>
internal sealed record DesignCheckEntry(DesignRule Rule, Func<CheckedDesign, Demands, CheckOutcome> Check, CheckWording Wording)
{
    public DesignCheckEntry(string rule, Func<CheckedDesign, Demands, CheckOutcome> check, CheckWording wording)
        : this(DesignRule.Of(rule), check, wording)
    {
    }

    /// <summary>A check that looks at everything, whatever the limits are.</summary>
    public DesignCheckEntry(string rule, Func<CheckedDesign, CheckOutcome> check, CheckWording wording)
        : this(DesignRule.Of(rule), (design, _) => check(design), wording)
    {
    }
}
