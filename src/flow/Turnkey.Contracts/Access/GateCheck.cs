using System.Collections.Immutable;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Access;

/// <summary>Whether a manufacturer may see the design behind the gates, and what is in its way.</summary>
public static class GateCheck
{
    /// <summary>Judges every gate on a day. Nothing is left out: who passes four of five gates stays outside.</summary>
    public static GateResult Judge(ImmutableArray<Gate> gates, Invitation invitation, Organisation manufacturer, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(manufacturer);
        ImmutableArray<ClosedGate> closed = [.. gates.Select(gate => (gate, why: Why(gate, invitation, manufacturer, day))).Where(one => one.why is not null).Select(one => new ClosedGate(one.gate, one.why!))];
        return new GateResult(closed, closed.IsEmpty ? LastDay(gates, manufacturer, day) : null);
    }

    private static string? Why(Gate gate, Invitation invitation, Organisation manufacturer, DateOnly day) => gate switch
    {
        Gate.Nda nda => Accepted(gate, invitation) ? null : $"the agreement “{nda.Title}” is to be accepted first",
        Gate.ExportControl control when Outside(control, manufacturer) is { } site => $"{site} is not in a country to which class {control.Class} may go",
        Gate.ExportControl control => Accepted(gate, invitation) ? null : $"that only people who may see class {control.Class} will see the design is to be declared first",
        Gate.CertificationHeld held => manufacturer.Holds(held.Standard, day) ? null : $"a certificate to {held.Standard} that holds today is asked for",
        _ => throw new InvalidOperationException($"no gate {gate}"),
    };

    private static bool Accepted(Gate gate, Invitation invitation) => invitation.Accepted.Any(one => one.Gate == gate.Key);

    /// <summary>The first place of the manufacturer that lies in no allowed country: a design that reaches a company reaches all its sites.</summary>
    private static string? Outside(Gate.ExportControl control, Organisation manufacturer) =>
        control.Countries.IsEmpty ? null
        : !control.Countries.Contains(manufacturer.Country) ? $"{manufacturer.Name} ({manufacturer.Country})"
        : manufacturer.Sites.FirstOrDefault(site => !control.Countries.Contains(site.Country)) is { } site ? $"{site.Name} ({site.Country})" : null;

    private static DateOnly? LastDay(ImmutableArray<Gate> gates, Organisation manufacturer, DateOnly day) =>
        gates.OfType<Gate.CertificationHeld>().Select(gate => manufacturer.HeldUntil(gate.Standard, day)).Min();
}

/// <summary>What the gates say.</summary>
/// <param name="Closed">Those not passed, each with the reason; empty when the design may be seen.</param>
/// <param name="Until">The last day on which that holds without a new certificate; null when no gate asks for one.</param>
public sealed record GateResult(ImmutableArray<ClosedGate> Closed, DateOnly? Until)
{
    public bool Open => Closed.IsEmpty;
}

/// <summary>A gate in the way.</summary>
public sealed record ClosedGate(Gate Gate, string Why);
