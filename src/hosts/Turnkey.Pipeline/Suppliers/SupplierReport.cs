using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline.Suppliers;

/// <summary>A part to be asked for, with what suppliers call it.</summary>
/// <param name="SupplierCodes">By any name of the supplier.</param>
public sealed record PartInquiry(string? Manufacturer, PartNumber? Mpn, ImmutableDictionary<string, PartNumber> SupplierCodes);

/// <summary>Where a reply comes from.</summary>
public enum ReplyOrigin
{
    /// <summary>Asked now.</summary>
    Asked,
    /// <summary>Kept from an earlier time, and young enough not to be asked again.</summary>
    Kept,
    /// <summary>Kept, and used because the interface could not be asked.</summary>
    KeptWhileAway,
    /// <summary>None: the interface could not be asked and nothing was kept.</summary>
    None,
}

/// <param name="Inquiry">Index of the part asked for.</param>
/// <param name="When">When the supplier answered; null without an answer.</param>
public sealed record SupplierReply(int Inquiry, ReplyOrigin Origin, DateTimeOffset? When, SupplierAnswer Answer);

/// <summary>What suppliers said, in the order of the parts and then of the suppliers.</summary>
/// <param name="Diagnostics">Of the suppliers as such, and of the answers.</param>
public sealed record SupplierReport(ImmutableArray<SupplierReply> Replies, ImmutableArray<Diagnostic> Diagnostics)
{
    public ImmutableArray<Offer> Offers => [.. Replies.SelectMany(reply => reply.Answer.Offers)];
}

/// <summary>How far a supplier's questions are.</summary>
/// <param name="Questions">All of them.</param>
/// <param name="Asked">Answered by the supplier now; it need not know the part.</param>
/// <param name="Kept">Answered from what was kept.</param>
/// <param name="Failed">Without an answer.</param>
public sealed record SupplierProgress(string Supplier, int Questions, int Asked, int Kept, int Failed);

/// <summary>How suppliers are asked.</summary>
/// <param name="Table">Addresses, limits, retention.</param>
/// <param name="CacheFolder">Where answers are kept as long as the terms allow; null keeps none.</param>
/// <param name="Seed">Of the jitter between attempts.</param>
public sealed record SupplierSettings(SupplierTable Table, SupplierKeyring Keyring, SupplierMarket Market, string? CacheFolder, int Seed = 1);
