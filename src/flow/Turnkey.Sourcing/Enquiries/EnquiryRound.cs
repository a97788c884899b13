using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Enquiries;

/// <summary>Says whom to ask for what.</summary>
public static class EnquiryRound
{
    /// <summary>
    /// An enquiry for each supplier with the lines that it can serve: by its line card where there is one, else the parts and makers that it has offered before,
    /// else all. A line without a number goes to those who sell, or whose makers make, a part that is known to meet it; where none is known, to all. Suppliers that can serve none are a diagnostic <c>enquiry.nothing-to-ask</c>, lines that nobody is asked for <c>enquiry.asked-of-nobody</c>.
    /// </summary>
    /// <param name="number">Of the round; each enquiry adds its place in it.</param>
    /// <param name="suppliers">In the order given.</param>
    /// <param name="quantities">At which prices of every line are wanted; none asks at each line's own, else at the pieces of a year and of a release.</param>
    public static (ImmutableArray<Enquiry> Enquiries, ImmutableArray<Diagnostic> Diagnostics) Plan(
        string number, DateOnly made, DateOnly? replyBy, Currency? currency, IReadOnlyList<EnquiryLine> lines, IReadOnlyList<string> suppliers, IReadOnlyList<LineCard> cards, IReadOnlyList<Offer> offers,
        IReadOnlyList<long> quantities)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(suppliers);
        ArgumentNullException.ThrowIfNull(cards);
        ArgumentNullException.ThrowIfNull(offers);
        ArgumentNullException.ThrowIfNull(quantities);
        var log = new DiagnosticLog("");
        var enquiries = ImmutableArray.CreateBuilder<Enquiry>();
        foreach (var supplier in suppliers.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var served = lines.Where(Serves(supplier, cards, offers)).ToImmutableArray();
            if (served.IsEmpty)
            {
                log.Info("enquiry.nothing-to-ask", 0, $"{supplier}: its line card and earlier offers have none of the parts; no enquiry is written");
                continue;
            }
            enquiries.Add(new Enquiry($"{number}-{enquiries.Count + 1}", supplier, made, replyBy, currency, [1], [.. served.Select(line => line with { Quantities = QuantitiesOf(line, quantities) })]));
        }
        foreach (var line in lines.Where(line => !enquiries.Any(enquiry => enquiry.Lines.Any(one => one.Number == line.Number))))
            log.Info("enquiry.asked-of-nobody", 0, $"line {line.Number} ({line.Name}): none of the suppliers that are asked is known to sell it; name another one");
        return (enquiries.ToImmutable(), [.. log.ToList()]);
    }

    /// <summary>Those of the round, else the line's own, else the pieces of a release and of a year.</summary>
    private static ImmutableArray<long> QuantitiesOf(EnquiryLine line, IReadOnlyList<long> round)
    {
        var asked = round.Count > 0 ? round : line.Quantities.IsEmpty ? [line.PerRelease, line.PerYear] : (IEnumerable<long>)line.Quantities;
        ImmutableArray<long> ascending = [.. asked.Where(quantity => quantity > 0).Distinct().Order().Take(MostQuantities)];
        return ascending.IsEmpty ? [1] : ascending;
    }

    /// <summary>More columns of prices than this nobody fills in.</summary>
    private const int MostQuantities = 12;

    private static Func<EnquiryLine, bool> Serves(string supplier, IReadOnlyList<LineCard> cards, IReadOnlyList<Offer> offers)
    {
        // Who meets a description is known only as far as somebody was seen to: else everybody may.
        if (cards.FirstOrDefault(card => Manufacturers.SameSupplier(card.Supplier, supplier)) is { } card)
            return line => IsOpen(line) || Makers(line).Any(maker => card.Manufacturers.Any(sold => !string.IsNullOrWhiteSpace(maker) && Manufacturers.Agree(maker, sold)));
        var own = offers.Where(offer => Manufacturers.SameSupplier(offer.Supplier, supplier)).ToList();
        if (own.Count == 0) return _ => true;
        var parts = own.Where(offer => offer.Mpn is not null).Select(offer => offer.Mpn!.Value).ToHashSet();
        var makers = own.Select(offer => offer.Manufacturer).Where(maker => !string.IsNullOrWhiteSpace(maker)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return line => IsOpen(line) || (line.Mpn is { } mpn && parts.Contains(mpn)) || line.Alternates.Concat(line.Candidates).Any(part => parts.Contains(part.Mpn))
            || Makers(line).Any(maker => !string.IsNullOrWhiteSpace(maker) && makers.Exists(sold => Manufacturers.Agree(maker, sold)));
    }

    private static IEnumerable<string?> Makers(EnquiryLine line) => line.Alternates.Concat(line.Candidates).Select(part => part.Manufacturer).Prepend(line.Manufacturer);

    private static bool IsOpen(EnquiryLine line) => line.Mpn is null && line.Manufacturer is null && line.Candidates.IsEmpty;
}
