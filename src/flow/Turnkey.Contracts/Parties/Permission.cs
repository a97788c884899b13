namespace Turnkey.Contracts.Parties;

/// <summary>One thing that a person may do on behalf of an organisation.</summary>
public enum Permission
{
    /// <summary>Look at the requests, offers and orders of the organisation.</summary>
    Read,

    /// <summary>Upload designs, write and send requests, invite and uninvite manufacturers.</summary>
    Request,

    /// <summary>Answer and ask in the list of queries.</summary>
    Converse,

    /// <summary>Review and price: run checks and quotes, read and write cost sheets.</summary>
    Estimate,

    /// <summary>Accept gates, send and withdraw offers, acknowledge and refuse orders.</summary>
    Sell,

    /// <summary>Counter, award, order and cancel.</summary>
    Buy,

    /// <summary>Read who did and opened what.</summary>
    Audit,

    /// <summary>Change the organisation, its people, keys, tokens and webhooks.</summary>
    Administer,
}
