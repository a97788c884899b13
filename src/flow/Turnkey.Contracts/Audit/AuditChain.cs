using System.Globalization;
using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Contracts.Audit;

/// <summary>The chain of hashes over the audit: each entry is hashed with the one before, so that a changed, removed or inserted one shows.</summary>
public static class AuditChain
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What the first entry has before it.</summary>
    public static string Beginning { get; } = new('0', 64);

    /// <summary>The next entry after one; <paramref name="previous"/> is null for the first.</summary>
    public static AuditEntry Next(AuditEntry? previous, DateTimeOffset at, Guid organisation, Guid actor, string action, string subject, string detail)
    {
        var entry = new AuditEntry((previous?.Number ?? 0) + 1, at.ToUniversalTime(), organisation, actor, Whole(action), Whole(subject), Whole(detail), previous?.Hash ?? Beginning, "");
        return entry with { Hash = HashOf(entry) };
    }

    /// <summary>Follows entries in the order of their numbers, from the first; the first fault ends it.</summary>
    public static ChainVerdict Verify(IEnumerable<AuditEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        AuditEntry? last = null;
        foreach (var entry in entries)
        {
            var expected = (last?.Number ?? 0) + 1;
            if (entry.Number != expected) return new ChainVerdict(last?.Number ?? 0, last?.Hash ?? Beginning, $"entry {expected} is missing: {entry.Number} follows {expected - 1}");
            if (entry.Previous != (last?.Hash ?? Beginning)) return new ChainVerdict(last?.Number ?? 0, last?.Hash ?? Beginning, $"entry {entry.Number} does not follow from entry {expected - 1}");
            if (entry.Hash.Length == 0 || entry.Hash != HashOf(entry)) return new ChainVerdict(last?.Number ?? 0, last?.Hash ?? Beginning, $"entry {entry.Number} was changed after it was written");
            last = entry;
        }
        return new ChainVerdict(last?.Number ?? 0, last?.Hash ?? Beginning, null);
    }

    /// <summary>Text as every database can keep it: half a character becomes the sign for an unknown one.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Fields are written with their length before them, so that no two entries write the same bytes.</summary>
    private static string HashOf(AuditEntry entry)
    {
        var text = new StringBuilder();
        foreach (var field in new[]
        {
            entry.Number.ToString(CultureInfo.InvariantCulture), entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture), entry.Organisation.ToString("N"), entry.Actor.ToString("N"),
            entry.Action, entry.Subject, entry.Detail, entry.Previous,
        })
        {
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field};");
        }
        try
        {
            return ContentHash.Of(Utf8.GetBytes(text.ToString()));
        }
        catch (EncoderFallbackException)
        {
            // Half a character: nothing writes it, so it has no hash that an entry could have.
            return "";
        }
    }
}

/// <summary>What following the chain gave.</summary>
/// <param name="Verified">Number of the last entry that is as it was written.</param>
/// <param name="Head">Its hash: whoever noted it elsewhere can tell that nothing was cut off the end.</param>
/// <param name="Fault">What is wrong after it; null when nothing is.</param>
public sealed record ChainVerdict(long Verified, string Head, string? Fault)
{
    public bool Intact => Fault is null;
}
