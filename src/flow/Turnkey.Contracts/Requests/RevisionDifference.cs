using System.Collections.Immutable;
using System.Globalization;

namespace Turnkey.Contracts.Requests;

/// <summary>What changed between two revisions of a request, field by field, in words a person would say.</summary>
public static class RevisionDifference
{
    public static ImmutableArray<RevisionChange> Between(RequestRevision before, RequestRevision after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. Fields(before).Zip(Fields(after), (old, now) => new RevisionChange(old.Name, old.Text, now.Text)).Where(change => change.Before != change.After)];
    }

    private static IEnumerable<(string Name, string Text)> Fields(RequestRevision one) =>
    [
        ("label", one.Label),
        ("design package", one.Package.Length == 0 ? "" : $"{one.PackageName} ({(one.Package.Length > 12 ? one.Package[..12] : one.Package)})"),
        ("services", string.Join(", ", one.Services.Order())),
        ("design work", one.Design is null ? "" : $"result owned by {one.Design.ResultOwner}; " + string.Join("; ", one.Design.Milestones.Select(stone => $"{stone.Name} {Day(stone.Due)}: {stone.Deliverable}"))),
        ("quantities", string.Join(", ", one.Quantities.Select(Number))),
        ("yearly volume", one.AnnualVolume is { } annual ? Number(annual) : ""),
        ("release lots", string.Join(", ", one.Releases.Select(lot => $"{Number(lot.Quantity)} by {Day(lot.Due)}"))),
        ("supplied by the customer", string.Join(", ", one.Consigned.Order(StringComparer.Ordinal))),
        ("currency", one.Currency),
        ("destination", one.Destination),
        ("IPC class", one.IpcClass.ToString(CultureInfo.InvariantCulture)),
        ("offers due", one.AnswersDue is { } due ? Day(due) : ""),
        ("note", one.Note),
    ];

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One field that differs; an empty side means that it was not there.</summary>
public sealed record RevisionChange(string Field, string Before, string After);
