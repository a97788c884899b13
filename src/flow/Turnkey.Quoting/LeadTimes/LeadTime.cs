using System.Collections.Immutable;
using Turnkey.Plants.Figures;

namespace Turnkey.Quoting.LeadTimes;

/// <summary>How long it takes from approved files and order to goods ready to ship.</summary>
/// <param name="WorkingDays">The end of the last step.</param>
/// <param name="Steps">By start, then name.</param>
public sealed record LeadTime(int WorkingDays, ImmutableArray<LeadTimeStep> Steps);

/// <param name="Name">What is waited for or done.</param>
/// <param name="Start">Working day it starts, from 0.</param>
/// <param name="Days">How long it takes.</param>
/// <param name="Critical">A day more here is a day more in all.</param>
/// <param name="Reason">Where the duration comes from.</param>
public sealed record LeadTimeStep(string Name, int Start, int Days, bool Critical, string Reason)
{
    public int End => Start + Days;

    /// <summary>What of the days is for more than a plain job; they are in <see cref="Days"/>.</summary>
    public ImmutableArray<LeadTimeAddition> Additions { get; init; } = [];
}

/// <param name="Name">What takes longer.</param>
/// <param name="Days">By how many working days; above zero.</param>
/// <param name="Reason">Where the figure is from.</param>
/// <param name="Because">Who asks for it: file and line, or the finding that makes it necessary; empty where the design itself does.</param>
public sealed record LeadTimeAddition(string Name, int Days, string Reason, string Because)
{
    internal static LeadTimeAddition Of(string name, Figure days, string because) => new(name, days.WholeDays(), days.Source, because);
}
