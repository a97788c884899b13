using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Parts;
using Turnkey.Kernel;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Scrub.Makers;
using Turnkey.Sourcing.Scrub.PartNumbers;

namespace Turnkey.Sourcing.Scrub.Approved;

/// <summary>Applies approved lists to a line: which parts may be bought for it, in which order, and which may not.</summary>
internal sealed class Approval(IReadOnlyList<ApprovedPart> list, string? customer)
{
    private const int MostRowsTold = 12;

    private readonly HashSet<ApprovedPart> used = new(ReferenceEqualityComparer.Instance);

    private readonly ImmutableArray<ApprovedPart> rows =
        [.. list.Where(part => Holds(part, customer))];

    /// <param name="line">With its own alternates.</param>
    /// <param name="maker">Of the line's own part.</param>
    /// <param name="mpn">Of the line; null when none is known.</param>
    /// <param name="alternates">Numbers that stood in the same cell or as alternates of the BOM.</param>
    /// <param name="log">Conflicts.</param>
    public (ImmutableArray<AllowedPart> Allowed, ImmutableArray<AllowedPart> Forbidden) Of(BomLine line, MakerName? maker, PartNumber? mpn, ImmutableArray<AllowedPart> alternates, BomLog log)
    {
        var matching = rows.Where(row => IsFor(row, line, mpn)).ToArray();
        used.UnionWith(matching);
        var wanted = new List<AllowedPart>();
        if (mpn is { } own) wanted.Add(new AllowedPart(maker, own, false, new FactOrigin("mpn", own.Text)));
        wanted.AddRange(alternates);
        foreach (var row in matching.Where(row => row is { Mpn: not null, Status: not ApprovalStatus.Forbidden }))
            wanted.Add(new AllowedPart(MakerDirectory.Default.Find(row.Manufacturer), row.Mpn!.Value, row.Status == ApprovalStatus.Preferred, new FactOrigin("avl", $"{row.Source}:{row.Row}")));
        var allowed = new List<AllowedPart>();
        var forbidden = new List<AllowedPart>();
        foreach (var part in wanted)
        {
            var against = rows.FirstOrDefault(row => row.Status == ApprovalStatus.Forbidden && Forbids(row, part, line, mpn));
            var into = against is null ? allowed : forbidden;
            var at = into.FindIndex(known => PackagingVariants.SamePart(known.Mpn, part.Mpn, part.Manufacturer?.Canonical ?? known.Manufacturer?.Canonical) && MakerDirectory.Default.Agree(known.Manufacturer?.Canonical, part.Manufacturer?.Canonical));
            if (at < 0) into.Add(part);
            else if (part.Preferred) into[at] = into[at] with { Preferred = true };
            if (against is null) continue;
            if (part.Origin.Column == "avl") log.Warning("scrub.avl-contradiction", line, $"{part.Mpn} is approved by {part.Origin.Word} and forbidden by {against.Source}:{against.Row}; it is left out. Say which holds");
            else log.Warning("scrub.part-forbidden", line, $"{part.Mpn} stands in the BOM and is forbidden by {against.Source}:{against.Row}; it is left out");
        }
        // Preferred parts come first, in the list's order; else the BOM's own choice stays the first.
        var ordered = allowed.OrderByDescending(part => part.Preferred).ToImmutableArray();
        if (ordered.IsEmpty && forbidden.Count > 0) log.Error("scrub.nothing-allowed", line, "every part known for this line is forbidden; name one that may be bought");
        return (ordered, [.. forbidden]);
    }

    /// <summary>Says, once all lines were asked for, which rows were for none of them, and where a list approves nothing at all.</summary>
    public IEnumerable<Diagnostic> Unused()
    {
        foreach (var source in list.GroupBy(row => row.Source, StringComparer.Ordinal))
        {
            ApprovedPart[] own = [.. source.Where(row => Holds(row, customer))];
            if (own.Length < source.Count()) yield return Diagnostic.Info("scrub.avl-other-customers", source.Key, 0, $"{Counted(source.Count() - own.Length)} for {(customer is null ? "a customer, and none is named here" : "other customers")}, and {(source.Count() - own.Length == 1 ? "is" : "are")} not used");
            ApprovedPart[] left = [.. own.Where(row => IsNamed(row) && !used.Contains(row))];
            var approving = own.Where(row => row.Status != ApprovalStatus.Forbidden && row.Mpn is not null).ToArray();
            ApprovedPart[] makers = [.. own.Where(row => row.Status != ApprovalStatus.Forbidden && row.Mpn is null && used.Contains(row))];
            if (makers.Length > 0) yield return Diagnostic.Warning("scrub.avl-maker-only", source.Key, makers[0].Row, $"{Rows(makers)}: a maker is approved without a part number, by which nothing can be bought; name the number that is approved");
            if (own.Length > 0 && own.All(row => row.Status != ApprovalStatus.Forbidden) && !approving.Any(used.Contains)) yield return Diagnostic.Warning("scrub.avl-approves-nothing", source.Key, left.Length > 0 ? left[0].Row : 0, $"the list approves nothing for this BOM ({Rows(left)}); check that its headings say which column is the part of the BOM and which the approved one");
            else if (left.Length > 0)
            {
                // A list of the whole house has rows for other products; one of this BOM has them by mistake.
                var message = $"{Rows(left)}: the BOM has no line for {(left.Length == 1 ? "it" : "them")}";
                yield return left.Length <= own.Count(used.Contains) ? Diagnostic.Warning("scrub.avl-row-unused", source.Key, left[0].Row, message + "; check the number") : Diagnostic.Info("scrub.avl-row-unused", source.Key, left[0].Row, message);
            }
        }
    }

    private static bool Holds(ApprovedPart part, string? customer) => part.Customer.Length == 0 || (customer is not null && Customers.Same(part.Customer, customer));

    private static string Counted(int rows) => rows == 1 ? "1 row is" : $"{rows.ToString(CultureInfo.InvariantCulture)} rows are";

    private static string Rows(ApprovedPart[] rows) => rows.Length == 0 ? "none of its rows names a number"
        : $"row{(rows.Length == 1 ? "" : "s")} {string.Join(", ", rows.Take(MostRowsTold).Select(row => row.Row.ToString(CultureInfo.InvariantCulture)))}{(rows.Length > MostRowsTold ? $" and {(rows.Length - MostRowsTold).ToString(CultureInfo.InvariantCulture)} more" : "")}";

    private static bool IsNamed(ApprovedPart row) => row.InternalNumber.Length > 0 || row.For is not null || !row.Designators.IsEmpty;

    /// <summary>The row is about this line: by its number, its place, or the customer's own number in its column or written as its value.</summary>
    private static bool IsFor(ApprovedPart row, BomLine line, PartNumber? mpn)
    {
        if (row.For is { } number && mpn is { } own && PackagingVariants.SamePart(number, own, null)) return true;
        if (!row.Designators.IsEmpty && !line.Designators.IsDefaultOrEmpty && line.Designators.Any(row.Designators.Contains)) return true;
        return row.InternalNumber.Length > 0 && PartNumber.Parse(row.InternalNumber) is { } inside
            && (PartNumber.Parse(line.InternalNumber) == inside || inside == mpn || PartNumber.Parse(line.Value) == inside || line.SupplierCodes.ContainsValue(inside) || PartNumber.Parse(line.Description) == inside);
    }

    /// <summary>A forbidden part is forbidden for the lines that the row is for, or for all where it names none.</summary>
    private static bool Forbids(ApprovedPart row, AllowedPart part, BomLine line, PartNumber? mpn)
    {
        if (IsNamed(row) && !IsFor(row, line, mpn)) return false;
        if (row.Mpn is { } number) return PackagingVariants.SamePart(number, part.Mpn, part.Manufacturer?.Canonical) && MakerDirectory.Default.Agree(row.Manufacturer, part.Manufacturer?.Canonical);
        return part.Manufacturer is { } maker && maker.Certainty != Certainty.Unknown && MakerDirectory.Default.Agree(row.Manufacturer, maker.Canonical);
    }
}
