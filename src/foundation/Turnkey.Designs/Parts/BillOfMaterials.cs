using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Designs.Parts;

/// <summary>The parts list of one assembly.</summary>
/// <param name="Lines">In the file's order.</param>
/// <param name="Sources">Paths of the files it was read from; empty when the package has none.</param>
public sealed record BillOfMaterials(ImmutableArray<BomLine> Lines, ImmutableArray<string> Sources)
{
    public static BillOfMaterials None { get; } = new([], []);

    public bool IsEmpty => Lines.IsEmpty;
}

/// <summary>One line of a BOM: the same part at one or more places.</summary>
/// <param name="Designators">Where it goes; empty for parts without a place (labels, screws).</param>
/// <param name="Quantity">Per assembly: as the file says, else the number of designators.</param>
/// <param name="Manufacturer">As written, trimmed; null when not said.</param>
/// <param name="Mpn">Manufacturer part number; null when not said.</param>
/// <param name="Value">100n, 4k7, STM32F405RG; empty when not said.</param>
/// <param name="Footprint">Package or library footprint as written; empty when not said.</param>
/// <param name="Description">As written; empty when not said.</param>
/// <param name="DoNotPlace">The customer does not want it mounted (DNP, DNF, NC, not fitted …).</param>
/// <param name="Source">File it was read from.</param>
/// <param name="Row">Row in that file, from 1.</param>
public sealed record BomLine(
    ImmutableArray<Designator> Designators,
    int Quantity,
    string? Manufacturer,
    PartNumber? Mpn,
    string Value,
    string Footprint,
    string Description,
    bool DoNotPlace,
    string Source,
    int Row)
{
    /// <summary>The customer's own number of the part, by which its lists of approved parts may name it; empty when not said. No maker and no distributor knows it.</summary>
    public string InternalNumber { get; init; } = "";

    /// <summary>Distributor codes by supplier: <c>LCSC</c> → <c>C14663</c>, <c>Digi-Key</c> → <c>296-1234-ND</c>.</summary>
    public ImmutableDictionary<string, PartNumber> SupplierCodes { get; init; } = ImmutableDictionary<string, PartNumber>.Empty;

    /// <summary>Parts that the BOM allows instead, in its order; <see cref="Mpn"/> is the first choice.</summary>
    public ImmutableArray<AlternatePart> Alternates { get; init; } = [];

    /// <summary>Sub-assemblies of the parts list that the line stands in, outermost first; empty in a list of one level.</summary>
    public ImmutableArray<string> Within { get; init; } = [];

    /// <summary>How many of its sub-assembly go into the assembly; the quantity counts them already, the designators are those of one.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Some of the designators could not be read, and the quantity that the file states is more than those that could: it is what is needed.</summary>
    public bool QuantityHolds { get; init; }

    /// <summary>Pieces per assembly: one for each designator, else what the file states.</summary>
    public int Pieces => Designators.IsDefaultOrEmpty || QuantityHolds ? Quantity : Designators.Length * Times;

    /// <summary>What columns of their own say of the part's parameters, in the table's order.</summary>
    public ImmutableArray<StatedParameter> Stated { get; init; } = [];

    /// <summary>Moisture sensitivity level of a column of its own, as written: <c>3</c>, <c>MSL 2a</c>; empty when there is none.</summary>
    public string MoistureLevel { get; init; } = "";

    /// <summary>Height of the part, as a column of its own states it; null when there is none.</summary>
    public Length? Height { get; init; }

    /// <summary>Unit price that the customer's own BOM states, in its currency; null when it states none. Information, never a basis.</summary>
    public Money? StatedPrice { get; init; }
}

/// <summary>A part that may stand in for a line's first choice.</summary>
/// <param name="Manufacturer">As written, trimmed; null when not said.</param>
/// <param name="Mpn">Manufacturer part number.</param>
public sealed record AlternatePart(string? Manufacturer, PartNumber Mpn);
