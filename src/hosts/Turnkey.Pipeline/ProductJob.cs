using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Pipeline.Suppliers;
using Turnkey.Quoting;
using Turnkey.Sourcing.Material;

namespace Turnkey.Pipeline;

/// <summary>A product that parts are to be bought for, and the files and terms that go into it: what buying and quoting have in common.</summary>
/// <param name="Inspect">The package and its specification; a table alone is a package too.</param>
/// <param name="Quantities">Products per release, each from 1 to <see cref="QuoteRequest.LargestQuantity"/>.</param>
public abstract record ProductJob(InspectRequest Inspect, ImmutableArray<int> Quantities)
{
    /// <summary>Yearly volume that material is bought for; null: each release stands alone.</summary>
    public int? Annual { get; init; }

    /// <summary>Path of a plant data file; null: the one that comes with the program.</summary>
    public string? Plant { get; init; }

    /// <summary>Path of a folder with offers, price lists and stock; null: none.</summary>
    public string? Offers { get; init; }

    /// <summary>Path of an approved parts list (CSV, XLSX); null: none.</summary>
    public string? Approved { get; init; }

    public Consignment Consignment { get; init; } = Consignment.None;

    /// <summary>Suppliers' interfaces to ask beside the offers folder; null: none.</summary>
    public OnlineRequest? Online { get; init; }

    /// <summary>How parts are to be bought.</summary>
    public SourcingPolicy Policy { get; init; } = SourcingPolicy.Default;

    /// <summary>Null: the plant's.</summary>
    public Currency? Currency { get; init; }
}
