using System.Collections.Immutable;

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
}
