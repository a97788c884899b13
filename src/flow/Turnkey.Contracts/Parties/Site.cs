namespace Turnkey.Contracts.Parties;

/// <summary>A place where an organisation makes things.</summary>
/// <param name="Name">As people there call it.</param>
/// <param name="Country">ISO 3166 alpha-2, upper case.</param>
/// <param name="Town">Where in the country.</param>
public sealed record Site(string Name, string Country, string Town);
