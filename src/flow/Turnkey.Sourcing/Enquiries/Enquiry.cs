using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Sourcing.Enquiries;

/// <summary>A request for quotation to one supplier. It names no customer.</summary>
/// <param name="Number">Ours, for the file's name and the covering letter.</param>
/// <param name="Supplier">As it is to stand on its offers.</param>
/// <param name="Currency">In which prices are wanted; null leaves it to the supplier.</param>
/// <param name="Quantities">At which prices are wanted of lines that name none of their own, ascending, at least one.</param>
public sealed record Enquiry(string Number, string Supplier, DateOnly Made, DateOnly? ReplyBy, Currency? Currency, ImmutableArray<long> Quantities, ImmutableArray<EnquiryLine> Lines)
{
    /// <summary>At which prices of a line are wanted: a part used once and one used fifty times have little in common.</summary>
    public ImmutableArray<long> QuantitiesOf(EnquiryLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Quantities.IsEmpty ? Quantities : line.Quantities;
    }
}

/// <param name="Number">From 1, the same in every enquiry of a round, so that replies can be compared.</param>
/// <param name="Reference">Our reference (no customer's part number).</param>
/// <param name="Mpn">Null where any part will do that meets the description.</param>
/// <param name="Alternates">Parts that are approved in its place.</param>
/// <param name="PerYear">Pieces a year; 0 when not known.</param>
/// <param name="PerRelease">Pieces in one delivery; 0 when not known.</param>
/// <param name="TargetPrice">What it should cost at most; null when it is not told.</param>
public sealed record EnquiryLine(
    int Number, string Reference, string Description, string? Manufacturer, PartNumber? Mpn, ImmutableArray<EnquiryPart> Alternates, long PerYear, long PerRelease, Money? TargetPrice = null)
{
    /// <summary>At which prices are wanted, ascending; empty: at those of the enquiry.</summary>
    public ImmutableArray<long> Quantities { get; init; } = [];

    /// <summary>Parts that are known to meet the description of a line without a number: they say whom to ask, and are nobody's choice yet.</summary>
    public ImmutableArray<EnquiryPart> Candidates { get; init; } = [];

    /// <summary>How messages call it.</summary>
    public string Name => Mpn?.Text ?? Description;
}

/// <summary>A part by its maker's number.</summary>
public sealed record EnquiryPart(string? Manufacturer, PartNumber Mpn)
{
    public override string ToString() => string.IsNullOrEmpty(Manufacturer) ? Mpn.Text : $"{Manufacturer} {Mpn.Text}";
}

/// <summary>The manufacturers that a supplier sells: its line card.</summary>
public sealed record LineCard(string Supplier, ImmutableArray<string> Manufacturers);
