namespace Turnkey.Contracts.Parties;

/// <summary>What a person does in an organisation; one person may do several.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Asks for quotes, awards, orders.</summary>
    Buyer = 1,

    /// <summary>Uploads designs, answers what the review asks, releases revisions.</summary>
    Engineer = 2,

    /// <summary>Reviews and prices what customers ask for.</summary>
    Estimator = 4,

    /// <summary>Sends offers, negotiates, acknowledges orders.</summary>
    Sales = 8,

    /// <summary>Reads orders and plans them.</summary>
    Planner = 16,

    /// <summary>Reads everything that is made, and the audit.</summary>
    Quality = 32,

    /// <summary>Manages the organisation and its people.</summary>
    Admin = 64,
}
