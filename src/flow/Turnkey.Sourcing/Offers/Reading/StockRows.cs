using Turnkey.Kernel;

namespace Turnkey.Sourcing.Offers.Reading;

/// <summary>
/// The rows of a stock list: whose (<c>ours</c>, or the customer's name or the word), part number, pieces and, where the books have one, a value per piece.
/// </summary>
internal static class StockRows
{
    private static readonly string[] Ours = ["OURS", "OUR", "OWN", "US", "EMS", "MANUFACTURER", "PLANT", "HOUSE", "EIGEN"];
    private static readonly string[] Customers = ["CUSTOMER", "CUSTOMERS", "CONSIGNED", "CONSIGNMENT", "CLIENT", "KUNDE"];

    public static IEnumerable<FreeStock> Read(OfferTable table, int headerRow, OfferColumns columns, DiagnosticLog log)
    {
        var reader = new RowReader(table, headerRow, columns, log);
        for (var i = headerRow + 1; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            var line = table.FirstRow + i;
            if (row.All(string.IsNullOrWhiteSpace)) continue;
            if (reader.Part(row)?.Mpn is not { } mpn) { log.Info("offers.no-part", line, "the row has no part number and is left out"); continue; }
            var pieces = NumberColumn.Whole(columns.Cell(row, columns.Has(OfferColumn.Stock) ? OfferColumn.Stock : OfferColumn.BreakQuantity));
            if (pieces is null or 0) { log.Info("offers.no-stock", line, $"{mpn.Text}: no pieces are on stock; the row is left out"); continue; }
            var owner = OfferColumns.Key(columns.Cell(row, OfferColumn.Owner));
            if (owner.Length == 0) { log.Warning("offers.no-owner", line, $"{mpn.Text}: the row does not say whose stock it is (ours, customer or the customer's name) and is left out"); continue; }
            var ours = Ours.Contains(owner, StringComparer.Ordinal);
            var customer = reader.Customer(row) is { Length: > 0 } named ? named
                : ours || Customers.Contains(owner, StringComparer.Ordinal) ? "" : columns.Cell(row, OfferColumn.Owner);
            if (reader.Refusal(row) is { } why) log.Warning(why.Code, line, $"{mpn.Text}: {why.Message}; the stock counts without a value");
            var value = reader.Currency(row) is { } currency && reader.Price(row) is { } amount ? new Money(amount, currency) : (Money?)null;
            yield return new FreeStock(ours ? StockOwner.Ours : StockOwner.Customers, customer, reader.Manufacturer(row), mpn, pieces.Value, value, table.Path, line);
        }
    }
}
