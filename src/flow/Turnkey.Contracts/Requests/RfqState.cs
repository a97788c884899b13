namespace Turnkey.Contracts.Requests;

public enum RfqState
{
    /// <summary>Being written; nobody else sees it.</summary>
    Draft,

    /// <summary>Sent to at least one manufacturer.</summary>
    Sent,

    /// <summary>An offer was taken.</summary>
    Awarded,

    /// <summary>Ended without an award.</summary>
    Closed,
}
