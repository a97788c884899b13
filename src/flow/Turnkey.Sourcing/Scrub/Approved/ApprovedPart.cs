using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub.Makers;

namespace Turnkey.Sourcing.Scrub.Approved;

/// <summary>What an approved list says of a part.</summary>
public enum ApprovalStatus
{
    Approved,
    Preferred,
    Forbidden,
}

/// <summary>One row of an approved vendor or manufacturer list (AVL, AML).</summary>
/// <param name="Customer">Whose list; empty where it holds for everybody.</param>
/// <param name="InternalNumber">The customer's own number of the part it is for; empty when not said.</param>
/// <param name="For">Maker's number of the part it is for; null when not said.</param>
/// <param name="Designators">Places it is for; empty when not said.</param>
/// <param name="Manufacturer">Of the part approved; empty when any maker's.</param>
/// <param name="Mpn">Of the part approved; null approves or forbids the maker altogether.</param>
/// <param name="Status">What is said of it.</param>
/// <param name="Remarks">As written.</param>
/// <param name="Source">File.</param>
/// <param name="Row">Row in it, from 1.</param>
public sealed record ApprovedPart(
    string Customer, string InternalNumber, PartNumber? For, ImmutableArray<Designator> Designators, string Manufacturer, PartNumber? Mpn, ApprovalStatus Status, string Remarks, string Source, int Row);

/// <summary>A part that may be bought for a line.</summary>
/// <param name="Manufacturer">Null when not said.</param>
/// <param name="Mpn">Maker's number.</param>
/// <param name="Preferred">The list prefers it.</param>
/// <param name="Origin">The BOM's own choice, its alternate, or the list's row.</param>
public sealed record AllowedPart(MakerName? Manufacturer, PartNumber Mpn, bool Preferred, FactOrigin Origin);

/// <summary>An approved list as read.</summary>
public sealed record ApprovedList(ImmutableArray<ApprovedPart> Parts, ImmutableArray<Diagnostic> Diagnostics);
