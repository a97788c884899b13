using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Quoting;

namespace Turnkey.Cli.Text;

/// <summary>A quotation in a screenful: the internal view, because whoever runs this is the manufacturer.</summary>
internal static class QuoteText
{
    public static string Write(Quotation.Done quotation, ImmutableArray<string> written)
    {
        var (design, quote) = (quotation.Design, quotation.Quote);
        var text = new StringBuilder();
        DesignText.AppendFacts(text, design);
        text.Append($"\nQuote for {string.Join(", ", quote.Scope.Words().DefaultIfEmpty("nothing"))}{(quote.Annual is { } annual ? $", {annual} a year" : "")}\n");
        Prices(text, quote);
        Savings(text, quote);
        Lists(text, quote.Notes);
        DiagnosticsText.Append(text, [.. design.Diagnostics, .. quote.Diagnostics]);
        if (written.Length > 0) text.Append($"\nWritten\n{string.Concat(written.Select(path => $"  {path}\n"))}");
        return text.ToString();
    }

    private static void Prices(StringBuilder text, Quote quote)
    {
        var rows = new List<string[]> { new[] { "Quantity", "Unit price", "Range", "Non-recurring", "Total", "Lead time", "Rests on" } };
        foreach (var quantity in quote.Quantities)
        {
            rows.Add(
            [
                quantity.Quantity.ToString("#,0", CultureInfo.InvariantCulture),
                $"{Amount(quantity.UnitPrice, Money.UnitPriceDecimals)} {quote.Currency}",
                $"{Amount(quantity.Low, 2)} to {Amount(quantity.High, 2)}",
                Amount(quantity.NonRecurring, quote.Currency.Decimals),
                Amount(quantity.Total, quote.Currency.Decimals),
                $"{quantity.LeadTime.WorkingDays} working days",
                Basis(quantity),
            ]);
        }
        TextTable.Append(text, rows, 0, 1, 2, 3, 4);
    }

    private static void Savings(StringBuilder text, Quote quote)
    {
        if (quote.Savings.IsEmpty) return;
        text.Append("\nCheaper with another design\n");
        TextTable.Append(text, [.. quote.Savings.Select(saving => new[]
        {
            PlainText.Of(saving.IsAtMost ? saving.Title + " (up to)" : saving.Title),
            string.Join(", ", saving.AtQuantities.Select(at => $"{Amount(at.UnitPrice, 2)} at {at.Quantity.ToString("#,0", CultureInfo.InvariantCulture)}")) + $" {quote.Currency} a unit",
        })]);
    }

    private static string Basis(QuoteQuantity quantity)
    {
        var whole = quantity.UnitPrice.Amount;
        if (whole <= 0) return "";
        var shares = new[] { (quantity.Basis.Offer, "offers"), (quantity.Basis.PriceList, "price lists"), (quantity.Basis.Estimate, "estimates") }
            .Where(share => share.Item1.Amount > 0).Select(share => $"{Math.Round(share.Item1.Amount / whole * 100).ToString(CultureInfo.InvariantCulture)} % {share.Item2}");
        return string.Join(", ", shares) + (quantity.Basis.UnpricedLines > 0 ? $"; {quantity.Basis.UnpricedLines} unpriced" : "");
    }

    private static void Lists(StringBuilder text, CustomerNotes notes)
    {
        foreach (var (heading, list) in new[] { ("Not included", notes.Excluded), ("Missing", notes.Missing), ("Supply", notes.Supply) })
        {
            if (list.IsEmpty) continue;
            text.Append($"\n{heading}\n");
            foreach (var note in list) text.Append("  ").Append(PlainText.Of(note.Text)).Append('\n');
        }
        if (notes.Assumed.Length + notes.Estimated.Length > 0) text.Append(CultureInfo.InvariantCulture, $"\n{notes.Assumed.Length} assumptions and {notes.Estimated.Length} estimates are listed in the offer.\n");
    }

    private static string Amount(Money money, int decimals) =>
        money.Amount.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
}
