using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Enquiries;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Pipeline;

/// <summary>What is asked of suppliers by enquiry: every part, by its number or, where it has none, by its description, at its own pieces of each release and of a year.</summary>
internal static class EnquiryPlanning
{
    /// <summary>Enquiries to suppliers, numbered after the day.</summary>
    /// <param name="parts">Of the product.</param>
    /// <param name="quantities">Products per release.</param>
    /// <param name="annual">Products a year; null: not known.</param>
    public static (ImmutableArray<Enquiry> Enquiries, ImmutableArray<Diagnostic> Diagnostics) Plan(
        ScrubbedBom parts, IReadOnlyList<int> quantities, int? annual, ImmutableArray<string> suppliers, ImmutableArray<Offer> offers, Currency currency, DateOnly day)
    {
        var wanted = parts.Lines.Where(line => line.DoNotPlace is null && line.PerProduct > 0 && line.Parameters.Kind.Value != ComponentKind.NotAPart).ToArray();
        var lines = wanted.Where(line => Description(line).Length > 0).Select((line, i) => Line(line, i + 1, quantities, annual)).ToArray();
        var (enquiries, told) = EnquiryRound.Plan($"{day:yyyyMMdd}", day, null, currency, lines, suppliers, [], offers, []);
        var nameless = suppliers.IsEmpty ? [] : wanted.Where(line => Description(line).Length == 0)
            .Select(line => Diagnostic.Warning("enquiry.nothing-to-say", line.First.Source, line.First.Row, $"{(line.Designators.Any() ? line.Designators.First().Text : "the line")}: neither number nor description says what to ask for; it is in no enquiry"));
        return (enquiries, [.. told, .. nameless]);
    }

    /// <summary>What the BOM says of the part; of one by parameters what they are; empty when it says nothing.</summary>
    private static string Description(ScrubbedLine line)
    {
        if (line.Mpn is null && line.Generic is { } generic) return generic.ToString();
        if (line.First.Description.Length > 0) return line.First.Description;
        var text = $"{line.First.Value} {line.First.Footprint}".Trim();
        return line.Mpn is null && !line.Codes.IsEmpty ? $"{text} ({line.Codes[0].Distributor} {line.Codes[0].Code})".Trim() : text.Length > 0 ? text : line.Mpn?.Value.Text ?? "";
    }

    private static EnquiryLine Line(ScrubbedLine line, int number, IReadOnlyList<int> quantities, int? annual) => new(
        number, FormattableString.Invariant($"L{number}"), Description(line),
        line.Manufacturer?.Value.Canonical, line.Mpn?.Value, [.. line.Allowed.Where(part => line.Mpn is null || part.Mpn != line.Mpn.Value).Select(part => new EnquiryPart(part.Manufacturer?.Canonical, part.Mpn))],
        line.PerProduct * (annual ?? 0), line.PerProduct * quantities.Max())
    {
        Quantities = [.. quantities.Append(annual ?? 0).Select(products => line.PerProduct * products).Where(pieces => pieces > 0).Distinct().Order()],
        Candidates = line.Mpn is null ? [.. line.Proposals.Where(proposal => proposal.Entry.Mpn is not null).Select(proposal => new EnquiryPart(proposal.Entry.Manufacturer, proposal.Entry.Mpn!.Value)).Distinct()] : [],
    };
}
