using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub.Approved;
using Turnkey.Sourcing.Scrub.Generics;
using Turnkey.Sourcing.Scrub.Makers;
using Turnkey.Sourcing.Scrub.PartNumbers;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Sourcing.Scrub;

/// <summary>The parts of a product, each once, as far as they can be told.</summary>
/// <param name="Lines">In the order of assemblies and rows of their first mention.</param>
/// <param name="Diagnostics">Codes <c>scrub.*</c>, by file and row.</param>
public sealed record ScrubbedBom(ImmutableArray<ScrubbedLine> Lines, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>How a line says which part it means.</summary>
public enum IdentityState
{
    /// <summary>Neither number nor parameters.</summary>
    Unknown,
    /// <summary>By parameters alone; any part that has them will do.</summary>
    Generic,
    /// <summary>By a distributor's code.</summary>
    ByCode,
    /// <summary>By a maker's part number.</summary>
    Exact,
}

/// <summary>One part of the product.</summary>
/// <param name="State">How it is told.</param>
/// <param name="StateCertainty">Certain for a number in its own column and a code that the catalogue resolved; likely for what was cut out of another text and for a number that several makers sell.</param>
/// <param name="Manufacturer">Null when not said.</param>
/// <param name="Mpn">The maker's number; null when none is known.</param>
/// <param name="Codes">Distributors' codes, ordered by distributor.</param>
/// <param name="Parameters">What columns and number say of it.</param>
/// <param name="Generic">Set for <see cref="IdentityState.Generic"/>.</param>
/// <param name="DoNotPlace">Not to be mounted; null when it is.</param>
/// <param name="Uses">Where it is used: one per line of a BOM.</param>
/// <param name="Allowed">Parts that may be bought for it, first choice first; empty when no number is known.</param>
/// <param name="Forbidden">Parts that the customer's list forbids and that stood in the BOM.</param>
public sealed record ScrubbedLine(
    IdentityState State,
    Certainty StateCertainty,
    Fact<MakerName>? Manufacturer,
    Fact<PartNumber>? Mpn,
    ImmutableArray<DistributorCode> Codes,
    PartParameters Parameters,
    GenericPart? Generic,
    FactOrigin? DoNotPlace,
    ImmutableArray<PartUse> Uses,
    ImmutableArray<AllowedPart> Allowed,
    ImmutableArray<AllowedPart> Forbidden)
{
    /// <summary>The number without its packaging, where it has any.</summary>
    public PackagingVariant? Packaging { get; init; }

    /// <summary>Makers that sell parts under this number where the line names none and there are several, the proposed one first; else empty.</summary>
    public ImmutableArray<MakerChoice> Makers { get; init; } = [];

    /// <summary>Parts of the catalogue proposed for a generic line, best first; a choice for somebody to confirm.</summary>
    public ImmutableArray<GenericCandidate> Proposals { get; init; } = [];

    /// <summary>The BOM line it was first read from.</summary>
    public BomLine First => Uses[0].Line;

    /// <summary>Pieces per product over all assemblies.</summary>
    public long PerProduct => Uses.Sum(use => use.PerProduct);

    /// <summary>Designators of all uses, in their order.</summary>
    public IEnumerable<Designator> Designators => Uses.SelectMany(use => use.Line.Designators.IsDefault ? [] : use.Line.Designators);
}

/// <summary>One BOM line that asks for a part.</summary>
/// <param name="Assembly">Name of the assembly.</param>
/// <param name="Path">Items of the product it stands in, outermost first.</param>
/// <param name="Line">As read.</param>
/// <param name="PerAssembly">Pieces in one assembly.</param>
/// <param name="Assemblies">Assemblies per product.</param>
public sealed record PartUse(string Assembly, ImmutableArray<string> Path, BomLine Line, long PerAssembly, long Assemblies)
{
    public long PerProduct => PerAssembly * Assemblies;
}
