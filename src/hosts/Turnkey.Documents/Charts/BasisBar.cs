using System.Globalization;
using Turnkey.Documents.Markup;
using Turnkey.Quoting;

namespace Turnkey.Documents.Charts;

/// <summary>What a unit price rests on, as a bar of its parts and the same in words.</summary>
internal static class BasisBar
{
    public static void Write(HtmlText html, QuoteQuantity quantity)
    {
        var price = quantity.UnitPrice.Amount;
        var basis = quantity.Basis;
        (string Css, string Words, decimal Amount)[] parts =
        [
            ("offer", "offers", basis.Offer.Amount), ("price-list", "price list", basis.PriceList.Amount), ("estimate", "estimate", basis.Estimate.Amount),
        ];
        if (price > 0)
        {
            html.Open("svg", "rests", ("viewBox", "0 0 100 6"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"));
            var x = 0m;
            foreach (var (css, _, amount) in parts)
            {
                var width = amount / price * 100m;
                if (width > 0) html.Open("rect", css, ("x", N(x)), ("width", N(width)), ("height", "6")).Close();
                x += width;
            }
            html.Close();
            html.Leaf("small", null, string.Join(", ", Shares(parts, price)));
        }
    }

    private static IEnumerable<string> Shares((string Css, string Words, decimal Amount)[] parts, decimal price)
    {
        var present = parts.Where(part => part.Amount > 0).ToArray();
        foreach (var (_, words, amount) in present)
        {
            var share = amount / price;
            // Never "100 %" beside something else, and never "0 %" of what is there.
            yield return (present.Length > 1 && share > 0.99m ? "over 99 %" : share < 0.01m ? "under 1 %" : Wording.Percent(share)) + " " + words;
        }
    }

    private static string N(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
