using System.Globalization;

namespace Turnkey.Sourcing.Offers.Reading;

/// <summary>The meaning of a column as it is written in a table of columns.</summary>
/// <param name="Column">Null for prices at a quantity, pairs and columns to ignore.</param>
/// <param name="At">Price from this many pieces on; 0 otherwise.</param>
/// <param name="Pair">Number of the pair; 0 otherwise.</param>
/// <param name="IsPairPrice">The price of the pair, not its quantity.</param>
internal sealed record ColumnMeaning(OfferColumn? Column, long At, int Pair, bool IsPairPrice)
{
    /// <summary>Of a price, where the meaning says so: <c>price/1000</c>; null: as the heading says.</summary>
    public PriceUnit? Unit { get; init; }

    private const string PriceAt = "price-at ";
    private const string PairQuantity = "quantity ";
    private const string PairPrice = "price ";

    public static string Known { get; } = string.Join(", ", Enum.GetValues<OfferColumn>().Select(Word)) + ", price-at 100, quantity 1, price 1, ignore; prices with /1000, /100 or /reel where they are for so many pieces";

    /// <summary>Null when the text means nothing.</summary>
    public static ColumnMeaning? Parse(string text)
    {
        var word = text.Trim().ToLowerInvariant();
        var stroke = word.IndexOf('/', StringComparison.Ordinal);
        if (stroke < 0) return Plain(word);
        return PriceUnit.Parse(word[(stroke + 1)..].Trim()) is { } unit && Plain(word[..stroke].Trim()) is { IsPrice: true } price ? price with { Unit = unit } : null;
    }

    private bool IsPrice => Column is OfferColumn.Price or OfferColumn.PriceBreaks || At > 0 || IsPairPrice;

    private static ColumnMeaning? Plain(string word)
    {
        if (word == "ignore") return new ColumnMeaning(null, 0, 0, false);
        if (After(word, PriceAt) is { } at and > 0) return new ColumnMeaning(null, at, 0, false);
        if (After(word, PairQuantity) is { } quantity and > 0 and < 1000) return new ColumnMeaning(null, 0, (int)quantity, false);
        if (After(word, PairPrice) is { } price and > 0 and < 1000) return new ColumnMeaning(null, 0, (int)price, true);
        foreach (var column in Enum.GetValues<OfferColumn>())
        {
            if (OfferColumns.Key(word) == OfferColumns.Key(column.ToString())) return new ColumnMeaning(column, 0, 0, false);
        }
        return null;
    }

    /// <summary><c>SupplierCode</c> as <c>supplier-code</c>.</summary>
    public static string Word(OfferColumn column) => string.Concat(column.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    public static string WordAt(long quantity) => PriceAt + quantity.ToString(CultureInfo.InvariantCulture);

    public static string WordOfPair(int pair, bool price) => (price ? PairPrice : PairQuantity) + pair.ToString(CultureInfo.InvariantCulture);

    private static long? After(string word, string start) =>
        word.StartsWith(start, StringComparison.Ordinal) && long.TryParse(word.AsSpan(start.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000 ? number : null;
}
