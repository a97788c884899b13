using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers.Reading;

namespace Turnkey.Sourcing.Offers;

/// <summary>
/// Reads price tables in whatever shape suppliers send them: one row per part or per price break, breaks in columns (<c>1, 10, 100</c>), in pairs
/// (<c>Qty 1, Price 1</c>) or in one cell (<c>1: 0.10; 10: 0.08</c>). A table with a column for layers is a bare-board price matrix.
/// </summary>
public static class OfferBookReader
{
    /// <summary>More offers than this are not read.</summary>
    public const int MostOffers = 500_000;

    private const int HeaderSearch = 40;

    /// <param name="tables">Every table of the folder, in a fixed order.</param>
    /// <param name="sha256">Of the folder's files, for the quote's record of its inputs.</param>
    public static OfferBook Read(IReadOnlyList<OfferTable> tables, string sha256) => Read(tables, sha256, ColumnMappings.None);

    /// <param name="tables">Every table of the folder, in a fixed order.</param>
    /// <param name="sha256">Of the folder's files, for the quote's record of its inputs.</param>
    /// <param name="mappings">Meanings of columns that go before the vocabulary.</param>
    public static OfferBook Read(IReadOnlyList<OfferTable> tables, string sha256, ColumnMappings mappings)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(mappings);
        var understood = ImmutableArray.CreateBuilder<UnderstoodTable>();
        var offers = ImmutableArray.CreateBuilder<Offer>();
        var stock = ImmutableArray.CreateBuilder<FreeStock>();
        var boards = ImmutableArray.CreateBuilder<BoardPrice>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var table in tables)
        {
            var log = new DiagnosticLog(table.Path);
            if (Header(table, mappings.For(table.Path)) is not { } header)
            {
                log.Warning("offers.no-header", table.FirstRow, "no header row with a part number (or layers) and a price was found; the table is not used");
                diagnostics.AddRange(log.ToList());
                continue;
            }
            if (header.Columns.IsStockList) stock.AddRange(StockRows.Read(table, header.Row, header.Columns, log).Take(MostOffers - stock.Count));
            else if (header.Columns.IsBoardMatrix) boards.AddRange(BoardRows.Read(table, header.Row, header.Columns, log));
            else offers.AddRange(OfferRows.Read(table, header.Row, header.Columns, log, MostOffers - offers.Count));
            var name = table.Path[(table.Path.LastIndexOf('/') + 1)..];
            understood.Add(new UnderstoodTable(table.Path, table.Sheet, table.FirstRow + header.Row, header.Columns.Understood(name)));
            diagnostics.AddRange(log.ToList());
        }
        return new OfferBook(offers.ToImmutable(), boards.ToImmutable(), diagnostics.ToImmutable(), sha256) { Stock = stock.ToImmutable(), Understood = understood.ToImmutable() };
    }

    private static (int Row, OfferColumns Columns)? Header(OfferTable table, ImmutableArray<ColumnMapping> told)
    {
        (int Row, OfferColumns Columns)? best = null;
        for (var i = 0; i < Math.Min(HeaderSearch, table.Rows.Count); i++)
        {
            var columns = OfferColumns.Of(table.Rows[i], told);
            if ((columns.IsPartList || columns.IsStockList || columns.IsBoardMatrix) && Weight(columns) > (best is { } before ? Weight(before.Columns) : 0)) best = (i, columns);
        }
        return best;
    }

    /// <summary>A row with columns that were told is the header, whatever another row looks like.</summary>
    private static int Weight(OfferColumns columns) => columns.Recognised + (columns.Told * 1000);
}
