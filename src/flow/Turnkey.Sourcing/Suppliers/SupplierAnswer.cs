using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Suppliers.Interfaces;

namespace Turnkey.Sourcing.Suppliers;

/// <summary>What became of a question.</summary>
public enum SupplierOutcome
{
    /// <summary>The supplier knows the part; it may still have no price.</summary>
    Answered,
    /// <summary>The supplier does not know the part.</summary>
    NothingFound,
    /// <summary>Too many requests, or the quota is used up.</summary>
    RateLimited,
    /// <summary>The keys are not accepted.</summary>
    KeyRefused,
    /// <summary>The answer is an error or cannot be read.</summary>
    Failed,
}

/// <summary>What a supplier said about a part.</summary>
/// <param name="Supplier">Name of the interface that answered; the offers name who sells.</param>
/// <param name="Offers">One for each way the part is sold.</param>
/// <param name="Facts">What else was said of the part.</param>
/// <param name="Diagnostics">What was not understood, and errors that the answer holds.</param>
public sealed record SupplierAnswer(string Supplier, SupplierOutcome Outcome, ImmutableArray<Offer> Offers, ImmutableArray<PartFact> Facts, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>A fact about a part in the supplier's words.</summary>
/// <param name="Part">The manufacturer's number of the part it is about.</param>
public sealed record PartFact(PartNumber Part, PartFactKind Kind, string Value);

public enum PartFactKind
{
    /// <summary>A part number that the supplier proposes instead.</summary>
    Replacement,
    /// <summary>The same part in another packaging, by its manufacturer's number.</summary>
    AlternatePackaging,
    /// <summary>A similar part.</summary>
    Similar,
    /// <summary>Pieces in the manufacturer's pack.</summary>
    StandardPack,
    /// <summary>Moisture sensitivity level by J-STD-020.</summary>
    MoistureLevel,
    Rohs,
    Reach,
    /// <summary>Export control classification number.</summary>
    ExportControl,
    /// <summary>What the supplier says of its own range: stocked, no longer stocked, external warehouse.</summary>
    SupplierStatus,
    /// <summary>An additional duty is charged on this part at present.</summary>
    TariffCharged,
}

/// <summary>What is known of an answer from outside it.</summary>
/// <param name="Source">The file, or the interface and the question.</param>
/// <param name="Answered">The day of the answer; null when not known, which makes its prices a price list.</param>
/// <param name="Currency">Of prices that do not say their own; null when not known.</param>
public sealed record AnswerContext(string Source, DateOnly? Answered, Currency? Currency)
{
    /// <summary>Of an answer that came from an interface.</summary>
    public static AnswerContext Of(ISupplierInterface supplier, PartQuestion question, SupplierMarket market, DateOnly answered)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(market);
        // element14 has a store for each country, with a currency of its own and without saying so.
        var (store, currency) = supplier is Element14 ? Element14Stores.Of(market.Country) : ("", market.Currency);
        return new AnswerContext($"{supplier.Name}{(store.Length > 0 ? " " + store : "")}: {question.Text}", answered, currency);
    }
}
