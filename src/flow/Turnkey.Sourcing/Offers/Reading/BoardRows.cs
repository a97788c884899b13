using Turnkey.Kernel;

namespace Turnkey.Sourcing.Offers.Reading;

/// <summary>
/// The rows of a bare-board price matrix: <c>layers, quantity, price, currency</c> and, where they matter, <c>area</c> (largest area per board; mm², or cm² and
/// dm² where the header says so), or <c>width</c> and <c>height</c> in mm, <c>finish</c>, <c>set-up</c>, <c>lead time</c> in working days,
/// <c>valid until</c>. A price column headed "price per m2" is per square metre of board. Quantities may be columns.
/// </summary>
internal static class BoardRows
{
    private const decimal DearestBoard = 10_000_000m;

    public static IEnumerable<BoardPrice> Read(OfferTable table, int headerRow, OfferColumns columns, DiagnosticLog log)
    {
        var reader = new RowReader(table, headerRow, columns, log);
        var areaHeader = OfferColumns.Key(columns.HeaderOf(OfferColumn.Area));
        var areaUnit = areaHeader.EndsWith("CM2", StringComparison.Ordinal) ? 100m : areaHeader.EndsWith("DM2", StringComparison.Ordinal) ? 10_000m : 1m;
        var priceHeader = OfferColumns.Key(columns.HeaderOf(OfferColumn.Price));
        var perArea = priceHeader.EndsWith("M2", StringComparison.Ordinal) || priceHeader.EndsWith("SQM", StringComparison.Ordinal);
        var rows = new List<BoardPrice>();
        for (var i = headerRow + 1; i < table.Rows.Count && rows.Count < 100_000; i++)
        {
            var row = table.Rows[i];
            var line = table.FirstRow + i;
            if (row.All(string.IsNullOrWhiteSpace)) continue;
            if (NumberColumn.Whole(columns.Cell(row, OfferColumn.Layers)) is not { } layers || layers is 0 or > 100)
            {
                log.Warning("offers.board-layers", line, "the row does not say for how many copper layers it holds (1 to 100) and is left out");
                continue;
            }
            if (reader.Currency(row) is not { } currency) { log.Error("offers.unknown-currency", line, "the board price has no currency that is known; write one in a column 'currency'"); continue; }
            if (reader.Refusal(row) is { } why) { log.Error(why.Code, line, $"{why.Message}; the row is left out"); continue; }
            decimal? area = columns.Has(OfferColumn.Area) ? reader.Number(row, OfferColumn.Area) * areaUnit
                : reader.Number(row, OfferColumn.Width) is { } width && reader.Number(row, OfferColumn.Height) is { } height && width < 100_000 && height < 100_000 ? width * height : null;
            if (area is null && !perArea && (columns.Has(OfferColumn.Area) || columns.Has(OfferColumn.Width)))
            {
                log.Warning("offers.board-area", line, "the area up to which the price holds cannot be read; the row is left out");
                continue;
            }
            var setUp = new Money(reader.Number(row, OfferColumn.SetUp) ?? 0m, currency);
            foreach (var one in reader.Breaks(row, currency).Where(one => one.UnitPrice.Amount is > 0 and <= DearestBoard))
            {
                rows.Add(new BoardPrice(reader.Supplier(row), (int)layers, one.Quantity, area, columns.Cell(row, OfferColumn.Finish), one.UnitPrice, perArea, setUp,
                    reader.LeadTime(row), reader.Date(row, line), table.Path, line));
            }
        }
        return rows;
    }
}
