using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Kernel;
using Turnkey.Sourcing.Enquiries;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Pipeline;

/// <summary>What came of buying for a package.</summary>
public abstract record Sourced
{
    private Sourced()
    {
    }

    /// <param name="Design">What the package turned out to be.</param>
    /// <param name="Currency">Of every amount.</param>
    /// <param name="Job">As asked.</param>
    /// <param name="Quantities">In the order asked for.</param>
    /// <param name="Diagnostics">Of plant, offers and sourcing; the design's own are not repeated.</param>
    /// <param name="Inputs">What the design was made from.</param>
    /// <param name="PlantSha256">Of all its data files.</param>
    /// <param name="OffersSha256">Of the offers folder; empty when there is none.</param>
    public sealed record Done(
        Design Design, Currency Currency, SourceJob Job, ImmutableArray<SourcedQuantity> Quantities, ImmutableArray<Diagnostic> Diagnostics, InputHashes Inputs, string PlantSha256, string OffersSha256) : Sourced
    {
        /// <summary>To be sent to suppliers.</summary>
        public ImmutableArray<Enquiry> Enquiries { get; init; } = [];

        /// <summary>What the columns of each price list were taken for, to be corrected and remembered.</summary>
        public ImmutableArray<UnderstoodTable> Understood { get; init; } = [];
    }

    /// <summary>An input cannot be processed; the first diagnostic is the reason.</summary>
    /// <param name="Name">Of the package.</param>
    public sealed record Refused(string Name, ImmutableArray<Diagnostic> Diagnostics) : Sourced;
}

/// <summary>What is bought for one quantity.</summary>
/// <param name="Quantity">Products per release.</param>
/// <param name="Products">Products that are bought for: the yearly volume, or the release.</param>
/// <param name="Plan">Every BOM line with its purchase.</param>
/// <param name="Risk">Of its supply, and when the kit is complete.</param>
public sealed record SourcedQuantity(int Quantity, long Products, MaterialPlan Plan, PlanRisk Risk);
