using System.Collections.Immutable;

namespace Turnkey.Contracts.Parties;

/// <summary>A company that takes part: what others may know of it.</summary>
/// <param name="Id">The same on every installation that knows it.</param>
public sealed record Organisation(Guid Id, string Name, OrganisationKinds Kinds, string Country)
{
    /// <summary>Street, town and whatever else a letter needs, line by line.</summary>
    public string Address { get; init; } = "";

    /// <summary>Where what is signed and sent reaches it.</summary>
    public string Mail { get; init; } = "";

    public ImmutableArray<Certification> Certifications { get; init; } = [];

    public ImmutableArray<Site> Sites { get; init; } = [];

    /// <summary>The key that its bundles are signed with: SubjectPublicKeyInfo of an ECDSA key on P-256, base64. Empty until it has one.</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>Whether a certificate that holds on <paramref name="day"/> shows the standard.</summary>
    public bool Holds(string standard, DateOnly day) => HeldUntil(standard, day) is not null;

    /// <summary>The last day on which certificates that hold now still show the standard; null when none does.</summary>
    public DateOnly? HeldUntil(string standard, DateOnly day)
    {
        var holding = Certifications.Where(one => one.HoldsOn(day) && Standards.Satisfies(one.Standard, standard)).ToArray();
        return holding.Length == 0 ? null : holding.Max(one => one.ValidUntil);
    }
}
