using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Dfx;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Sourcing;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub.Approved;

namespace Turnkey.Quoting;

/// <summary>What is to be quoted, where and on what terms.</summary>
/// <param name="Design">What the package turned out to be.</param>
/// <param name="Plant">Who builds it.</param>
/// <param name="Quantities">Products per release, each from 1 to <see cref="LargestQuantity"/>; doubles are quoted once.</param>
public sealed record QuoteRequest(Design Design, Plant Plant, ImmutableArray<int> Quantities)
{
    public const int LargestQuantity = 10_000_000;

    public OfferBook Offers { get; init; } = OfferBook.Empty;

    /// <summary>Yearly volume; material is bought on it, set-up is paid per release. Null: on the release.</summary>
    public int? Annual { get; init; }

    public QuoteScope Scope { get; init; } = QuoteScope.All;

    public Consignment Consignment { get; init; } = Consignment.None;

    /// <summary>How parts are to be bought.</summary>
    public SourcingPolicy Policy { get; init; } = SourcingPolicy.Default;

    /// <summary>Approved and forbidden parts, of this customer and of all.</summary>
    public ImmutableArray<ApprovedPart> Approved { get; init; } = [];

    /// <summary>Duties, suppliers' terms and what the line can feed.</summary>
    public SourcingTables Tables { get; init; } = SourcingTables.Shipped;

    /// <summary>Of each assembly of the design, in its order, what stands against making it; empty when it was not reviewed.</summary>
    public ImmutableArray<Review> Reviews { get; init; } = [];

    /// <summary>
    /// Of each assembly, what of its copper and holes is finer than the plant's standard pattern class (a review against
    /// <see cref="Plants.Patterns.PatternClasses.StandardOf"/>); empty when it was not measured: then the board's facts alone say which class it needs.
    /// </summary>
    public ImmutableArray<Review> Patterns { get; init; } = [];

    /// <summary>Currency of the quote; null: the plant's.</summary>
    public Currency? Currency { get; init; }
}
