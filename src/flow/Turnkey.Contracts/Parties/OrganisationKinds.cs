namespace Turnkey.Contracts.Parties;

/// <summary>What an organisation does here; one may do several (a manufacturer that buys boards is a customer too).</summary>
[Flags]
public enum OrganisationKinds
{
    None = 0,
    Customer = 1,
    Manufacturer = 2,
    Supplier = 4,
}
