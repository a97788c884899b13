using Turnkey.Contracts;
using Turnkey.Contracts.Parties;

namespace Turnkey.Storage.Rows;

/// <summary>A company that is known here, ours or another installation's.</summary>
public sealed class OrganisationRow
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public OrganisationKinds Kinds { get; set; }

    public string Country { get; set; } = "";

    /// <summary>Shown to every customer who looks for a manufacturer; without it, only to those it works with.</summary>
    public bool Listed { get; set; }

    /// <summary>Its people work on this installation.</summary>
    public bool Local { get; set; }

    public string Body { get; set; } = "";

    public int Version { get; set; }

    public Organisation Read() => ContractJson.Read<Organisation>(Body);

    public void Write(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        (Id, Name, Kinds, Country) = (organisation.Id, organisation.Name, organisation.Kinds, organisation.Country);
        Body = ContractJson.Write(organisation);
        Version++;
    }
}
