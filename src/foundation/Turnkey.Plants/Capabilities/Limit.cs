using Turnkey.Kernel;

namespace Turnkey.Plants.Capabilities;

/// <summary>What a figure of a source speaks of.</summary>
public enum FigureOf
{
    /// <summary>Of the data that is sent to the maker.</summary>
    Design,
    /// <summary>Of the board that comes back: the maker's tolerance is still to be added to hold it against data.</summary>
    Finished,
}

/// <summary>What a maker can do of one rule, in one place: below the minimum (or above, for rules that are bounded above) is an error, beyond the preferred a warning.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Scope">Where it holds.</param>
/// <param name="Minimum">Hard limit of the design data, the allowance added; null when the source gives none.</param>
/// <param name="Preferred">What costs nothing extra, of the design data as well; null when the source gives none.</param>
/// <param name="Of">What the source's own figure speaks of.</param>
/// <param name="Source">Publication, page or the words <c>assumption</c>.</param>
/// <param name="Assumed">Nobody published it.</param>
public sealed record Limit(DesignRule Rule, LimitScope Scope, Measure? Minimum, Measure? Preferred, FigureOf Of, string Source, bool Assumed)
{
    /// <summary>What was added to a figure of the finished board to hold it against data; null for figures of data.</summary>
    public Measure? Allowance { get; init; }

    /// <summary>Key of the capability that states it.</summary>
    public string Capability { get; init; } = "";

    /// <summary>No maker measures a micrometre: a length that is short by no more than this holds, and by more where the files' coordinates are rounded more coarsely (<see cref="LimitCase.Rounding"/>).</summary>
    public static Length Slack { get; } = Length.FromNanometres(1_000);

    /// <summary>In degrees. A coordinate off by a thousandth of a millimetre turns a track of a few millimetres by a hundredth of a degree.</summary>
    public static decimal AngleSlack => 0.01m;

    /// <summary>The farthest that values are of interest: what is better than this is good anyway.</summary>
    public Measure? Widest => Rule.Sense == LimitSense.AtMost ? Least(Minimum, Preferred) : Most(Minimum, Preferred);

    /// <summary>Null when the value is good; else how much it weighs, and the limit that it breaks.</summary>
    /// <param name="value">What was measured, in the rule's unit.</param>
    /// <param name="rounding">How far a length may be off because the files round their coordinates.</param>
    public (Severity Severity, Measure Limit)? Judge(Measure value, Length rounding = default)
    {
        if (Minimum is { } minimum && Breaks(value, minimum, rounding)) return (Severity.Error, minimum);
        if (Preferred is { } preferred && Breaks(value, preferred, rounding)) return (Severity.Warning, preferred);
        return null;
    }

    private bool Breaks(Measure value, Measure limit, Length rounding)
    {
        var slack = Rule.Unit switch
        {
            MeasureUnit.Millimetre => Measure.Of(rounding > Slack ? rounding : Slack).Value,
            MeasureUnit.Degree => AngleSlack,
            _ => 0m,
        };
        return Rule.Sense switch
        {
            LimitSense.AtLeast => value.Value < limit.Value - slack,
            LimitSense.AtMost => value.Value > limit.Value + slack,
            _ => value.Value > 0,
        };
    }

    private static Measure? Most(Measure? a, Measure? b) => a is null ? b : b is null ? a : a.Value.Value >= b.Value.Value ? a : b;

    private static Measure? Least(Measure? a, Measure? b) => a is null ? b : b is null ? a : a.Value.Value <= b.Value.Value ? a : b;
}
