using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Findings;

/// <summary>Something that stands against making the board as it is: one cause, with every place where it shows.</summary>
/// <param name="Rule">What it breaks.</param>
/// <param name="Severity">Of the worst place: error below the minimum, warning below what is preferred.</param>
/// <param name="Places">The worst first, then by place; never empty. Each has its own severity.</param>
/// <param name="Limit">That is broken, of the design data; null for rules without a number.</param>
/// <param name="Reason">What is wrong, with figures, and why it matters.</param>
/// <param name="Fix">What to do.</param>
public sealed record Finding(DesignRule Rule, Severity Severity, ImmutableArray<Sighting> Places, Measure? Limit, string Reason, string Fix)
{
    /// <summary>Stable over runs and of no other finding: rule and cause, and before them the assembly where there are several.</summary>
    public string Id => Assembly.Length > 0 ? $"{Assembly}/{Rule.Id}:{Cause}" : $"{Rule.Id}:{Cause}";

    /// <summary>Its name where the design has several; else empty.</summary>
    public string Assembly { get; init; } = "";

    public string Cause => Places[0].Cause;

    public Sighting Worst => Places[0];

    public Measure Measured => Places[0].Measured;

    /// <summary>Where the limit is from; null for rules that need none.</summary>
    public Limit? StatedBy { get; init; }

    /// <summary>Set when somebody answers for it: it is shown, and does not count.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>What the customer's answers come to, when they settle it whole: it is shown, and does not count. Empty while it is open.</summary>
    public ImmutableArray<Settlement> Settlements { get; init; } = [];

    /// <summary>Nobody has waived or settled it.</summary>
    public bool Counts => Waiver is null && Settlements.IsEmpty;

    /// <summary>The pads alone cannot tell: somebody has to be asked.</summary>
    public bool IsUndeterminable { get; init; }
}
