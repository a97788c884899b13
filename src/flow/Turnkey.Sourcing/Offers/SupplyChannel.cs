namespace Turnkey.Sourcing.Offers;

/// <summary>Whether a seller is the manufacturer's own channel: what a policy against counterfeits goes by.</summary>
public enum SupplyChannel
{
    /// <summary>Not said.</summary>
    Unknown,
    /// <summary>The manufacturer itself or a distributor it authorises.</summary>
    Franchised,
    /// <summary>Independent distributor, broker or marketplace seller.</summary>
    Independent,
}
