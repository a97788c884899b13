using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Enquiries;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub;

namespace Turnkey.Pipeline;

/// <summary>What is asked of suppliers by enquiry: every part with a number, at the pieces of a year and of each release.</summary>
internal static class EnquiryPlanning
{
    /// <summary>Enquiries to suppliers, numbered after the day.</summary>
    /// <param name="parts">Of the product.</param>
    /// <param name="quantities">Products per release.</param>
    /// <param name="annual">Products a year; null: not known.</param>
    public static (ImmutableArray<Enquiry> Enquiries, ImmutableArray<Diagnostic> Diagnostics) Plan(
        ScrubbedBom parts, IReadOnlyList<int> quantities, int? annual, ImmutableArray<string> suppliers, ImmutableArray<Offer> offers, Currency currency, DateOnly day)
    {
        var lines = parts.Lines.Where(line => line.DoNotPlace is null && line.Mpn is not null && line.PerProduct > 0).Select((line, i) => Line(line, i + 1, quantities, annual)).ToArray();
        return EnquiryRound.Plan($"{day:yyyyMMdd}", day, null, currency, lines, suppliers, [], offers, []);
    }

    private static EnquiryLine Line(ScrubbedLine line, int number, IReadOnlyList<int> quantities, int? annual) => new(
        number, FormattableString.Invariant($"L{number}"), line.First.Description.Length > 0 ? line.First.Description : $"{line.First.Value} {line.First.Footprint}".Trim(),
        line.Manufacturer?.Value.Canonical, line.Mpn!.Value, [.. line.Allowed.Where(part => part.Mpn != line.Mpn.Value).Select(part => new EnquiryPart(part.Manufacturer?.Canonical, part.Mpn))],
        line.PerProduct * (annual ?? 0), line.PerProduct * quantities.Max());
}
