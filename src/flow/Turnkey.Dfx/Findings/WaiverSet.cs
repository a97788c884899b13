using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Findings;

/// <summary>The waivers of one file, made for the package that is reviewed.</summary>
/// <param name="Path">Of the file, for diagnostics.</param>
/// <param name="Waivers">In the file's order, at most one for a finding.</param>
public sealed record WaiverSet(string Path, ImmutableArray<Waiver> Waivers)
{
    /// <summary>The reviews with the findings waived that are named: they stay in them, and do not count.</summary>
    /// <returns>And a warning for each waiver of what none of the reviews found: it was mended, or never there.</returns>
    public (ImmutableArray<Review> Reviews, ImmutableArray<Diagnostic> Diagnostics) Apply(ImmutableArray<Review> reviews)
    {
        var byFinding = Waivers.ToDictionary(waiver => waiver.Finding, StringComparer.Ordinal);
        ImmutableArray<Review> waived = [.. reviews.Select(review => review with { Findings = [.. review.Findings.Select(finding => byFinding.TryGetValue(finding.Id, out var waiver) ? finding with { Waiver = waiver } : finding)] })];
        var found = reviews.SelectMany(review => review.Findings).Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        return (waived, [.. Waivers.Where(waiver => !found.Contains(waiver.Finding)).Select(waiver => Diagnostic.Warning("waivers.no-such-finding", Path, waiver.Line, $"there is no finding '{waiver.Finding}': take the waiver out, or write the finding as the review does"))]);
    }
}
