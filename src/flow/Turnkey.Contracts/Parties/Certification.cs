namespace Turnkey.Contracts.Parties;

/// <summary>A certificate as its holder declares it; Turnkey does not ask the certifier.</summary>
/// <param name="Standard">One of <see cref="Standards.All"/>.</param>
/// <param name="Number">The certificate's number, as printed on it.</param>
/// <param name="Issuer">Who certified.</param>
/// <param name="ValidUntil">The last day it holds.</param>
public sealed record Certification(string Standard, string Number, string Issuer, DateOnly ValidUntil)
{
    public bool HoldsOn(DateOnly day) => day <= ValidUntil;
}
