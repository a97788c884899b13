using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;

namespace Turnkey.Sourcing.Offers.Reading;

/// <summary>The rows of a part price list.</summary>
internal static class OfferRows
{
    internal const decimal DearestPart = 1_000_000m;

    /// <summary>The finest that is reckoned with.</summary>
    internal const decimal CheapestPart = 0.000001m;

    public static IEnumerable<Offer> Read(OfferTable table, int headerRow, OfferColumns columns, DiagnosticLog log, int most)
    {
        var reader = new RowReader(table, headerRow, columns, log);
        var byPart = new Dictionary<string, int>(StringComparer.Ordinal);
        var offers = new List<Offer>();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        for (var i = headerRow + 1; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            var line = table.FirstRow + i;
            if (row.All(string.IsNullOrWhiteSpace)) continue;
            if (reader.Part(row) is not { } part) { log.Info("offers.no-part", line, "the row has no part number and is left out"); continue; }
            if (reader.Currency(row) is not { } currency) { log.Error("offers.unknown-currency", line, $"{part.Text}: the price has no currency that is known; write one in a column 'currency'"); continue; }
            var series = Series(reader, row, part.Mpn, part.Code, currency);
            if (reader.Refusal(row) is { } why)
            {
                log.Error(why.Code, line, $"{part.Text}: {why.Message}; the offer is left out");
                refused.Add(series);
                continue;
            }
            var breaks = reader.Breaks(row, currency).Where(one => one.UnitPrice.Amount is >= CheapestPart and <= DearestPart).ToArray();
            foreach (var cell in reader.OutOfRange(row)) log.Warning("offers.price-out-of-range", line, $"{part.Text}: {cell} is no price of a part (a millionth to a million of the currency), and is left out");
            if (breaks.Length == 0 && reader.LacksReelSize(row)) { log.Warning("offers.reel-size", line, $"{part.Text}: the price is for a reel, and no column says how many pieces it has (MPQ, reel size); the row is left out"); continue; }
            if (breaks.Length == 0) { log.Warning("offers.no-price", line, $"{part.Text}: the row has no price above zero and is left out"); continue; }
            if (offers.Count >= most) { log.Error("offers.too-many", line, $"more than {OfferBookReader.MostOffers} offers; the rest is not read"); break; }
            var offer = reader.Offer(row, line, part.Mpn, part.Code, breaks);
            // Price breaks one below the other: the next row of the same part goes on where the last ended.
            if (columns.Has(OfferColumn.BreakQuantity) && byPart.TryGetValue(series, out var at) && IsOne(offers[at], offer)) offers[at] = offers[at] with { Breaks = Merge(offers[at].Breaks, offer.Breaks) };
            else
            {
                byPart[series] = offers.Count;
                offers.Add(offer);
            }
        }
        // With breaks one below the other, an offer that lacks one of them says less than its supplier asked.
        if (columns.Has(OfferColumn.BreakQuantity)) offers.RemoveAll(offer => refused.Contains(Series(offer)));
        return offers;
    }

    /// <summary>What rows of one offer have in common.</summary>
    private static string Series(RowReader reader, IReadOnlyList<string> row, PartNumber? mpn, PartNumber? code, Currency currency) =>
        Series(reader.Supplier(row), reader.Manufacturer(row), mpn, code, currency, reader.Packaging(row), reader.Customer(row), reader.QuoteNumber(row));

    private static string Series(Offer offer) =>
        Series(offer.Supplier, offer.Manufacturer, offer.Mpn, offer.SupplierCode, offer.Currency, offer.Packaging, offer.Customer, offer.QuoteNumber);

    private static string Series(string supplier, string? manufacturer, PartNumber? mpn, PartNumber? code, Currency currency, Packaging packaging, string customer, string quote) =>
        $"{supplier}\n{manufacturer}\n{mpn?.Key}\n{code?.Key}\n{currency}\n{packaging}\n{customer}\n{quote}";

    /// <summary>A row goes on with the offer above it unless it says something else of stock, time or origin: then it is another lot.</summary>
    private static bool IsOne(Offer above, Offer row) =>
        (row.Stock is null || above.Stock is null || row.Stock == above.Stock) && (row.LeadTimeDays is null || above.LeadTimeDays is null || row.LeadTimeDays == above.LeadTimeDays)
        && (row.Origin is null || above.Origin is null || row.Origin == above.Origin);

    internal static ImmutableArray<PriceBreak> Merge(IEnumerable<PriceBreak> a, IEnumerable<PriceBreak> b) =>
        [.. a.Concat(b).GroupBy(one => one.Quantity).Select(group => group.MinBy(one => one.UnitPrice.Amount)!).OrderBy(one => one.Quantity)];
}

/// <summary>Reads single rows with what is known of the whole table.</summary>
internal sealed class RowReader
{
    /// <summary>So many rows are enough to tell how a list writes its numbers.</summary>
    private const int RowsThatTell = 5000;

    private readonly OfferTable table;
    private readonly OfferColumns columns;
    private readonly DiagnosticLog log;
    private readonly Dictionary<int, NumberColumn> numbers = [];
    private readonly int headerRow;
    private readonly DecimalMark common;

    public RowReader(OfferTable table, int headerRow, OfferColumns columns, DiagnosticLog log)
    {
        this.table = table;
        this.columns = columns;
        this.log = log;
        this.headerRow = headerRow;
        var marks = PriceColumns.Distinct().ToDictionary(column => column, MarkOf);
        common = NumberColumn.Common(marks.Values);
        foreach (var (column, mark) in marks) numbers[column] = new(mark, common);
    }

    /// <summary>Why the row's amounts cannot be used: one can be read in two ways and nothing decides, is less than nothing, or is no number; null when they can.</summary>
    public (string Code, string Message)? Refusal(IReadOnlyList<string> row)
    {
        foreach (var column in AmountColumns.Where(column => column < row.Count && !CellRow.IsNumber(row, column)))
        {
            foreach (var cell in AmountsIn(row, column))
            {
                var number = Numbers(column).Number(cell);
                var named = $"'{Short(cell.Trim())}' under '{Short(columns.Header[column].Trim())}'";
                if (number.State == NumberState.Negative) return ("offers.negative-price", $"{named} is less than nothing; correct it, or ask the supplier");
                if (number.State == NumberState.Unreadable) return ("offers.unreadable-price", $"{named} is no number in any writing; correct it, or ask the supplier");
                if (number.State == NumberState.Ambiguous)
                {
                    return ("offers.ambiguous-price", string.Create(CultureInfo.InvariantCulture,
                        $"{named} can be {number.Value:0.####} and {number.WithDecimals:0.####}, and {(Mark(column) == DecimalMark.Mixed ? "the prices of the list use both decimal marks" : "no other price of the list tells which")}; write it without grouping and with two or four places"));
                }
                if (number.State == NumberState.Certain && Contradiction(row, column, cell, named) is { } against) return against;
            }
        }
        foreach (var column in AmountColumns.Where(column => column < row.Count && CellRow.IsNumber(row, column)))
        {
            if (row[column].StartsWith('-')) return ("offers.negative-price", $"'{Short(row[column])}' under '{Short(columns.Header[column].Trim())}' is less than nothing; correct it, or ask the supplier");
        }
        return null;
    }

    /// <summary>What a cell says beside its number that other columns say differently, or that nobody understands.</summary>
    private (string Code, string Message)? Contradiction(IReadOnlyList<string> row, int column, string cell, string named)
    {
        if (OfferColumns.CurrencyIn(cell) is { } said && Currency(row) is { } currency && said != currency && !(IsDollarSign(cell) && Dollars.Contains(currency.Code, StringComparer.Ordinal)))
            return ("offers.currency-differs", $"{named} is in {said}, and the row says {currency}; correct one of them, or ask the supplier");
        if (PriceCell.UnitOf(cell) is not var (unit, written) || !PriceColumns.Contains(column)) return null;
        if (unit is not { } own) return ("offers.price-unit", $"{named} is for '{Short(written)}', which is no number of pieces; write the price of one piece");
        var other = columns.Has(OfferColumn.PricePer) && NumberColumn.Whole(columns.Cell(row, OfferColumn.PricePer)) is { } per and > 0 ? new PriceUnit(per) : columns.UnitOf(column);
        if (other != PriceUnit.Each && other != own) return ("offers.price-unit-differs", $"{named} is for '{Short(written)}', and its column or the column of price units says another number of pieces; correct one of them, or ask the supplier");
        return null;
    }

    /// <summary>The bare sign says dollars, and not whose.</summary>
    private static bool IsDollarSign(string cell) => cell.Contains('$', StringComparison.Ordinal) && OfferColumns.CurrencyIn(cell.Replace("$", "", StringComparison.Ordinal)) is null;

    /// <summary>Currencies that are written with $ alone where they are at home (ISO 4217 codes).</summary>
    private static readonly string[] Dollars = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"];

    /// <summary>Prices of a row that no part has: above a million or below a millionth of the currency; they are left out.</summary>
    public IEnumerable<string> OutOfRange(IReadOnlyList<string> row) =>
        PriceColumns.Distinct().Where(column => column < row.Count).SelectMany(column => AmountsIn(row, column).Select(cell => (column, cell)))
            .Where(one => (CellRow.IsNumber(row, one.column) ? WrittenAmount.Of(one.cell) : Numbers(one.column).Number(one.cell)) is { State: NumberState.Certain } number && number.Value != 0 && (number.Value > OfferRows.DearestPart || number.Value < OfferRows.CheapestPart))
            .Select(one => $"'{Short(one.cell.Trim())}' under '{Short(columns.Header[one.column].Trim())}'");

    private DecimalMark MarkOf(int column) =>
        NumberColumn.MarkOf(table.Rows.Skip(headerRow + 1).Take(RowsThatTell).Where(row => column < row.Count && !CellRow.IsNumber(row, column)).SelectMany(row => AmountsIn(row, column)));

    private DecimalMark Mark(int column) => MarkOf(column) is var own and not DecimalMark.Unknown ? own : common;

    private NumberColumn Numbers(int column) => numbers.TryGetValue(column, out var known) ? known : numbers[column] = new(MarkOf(column), common);

    private IEnumerable<string> AmountsIn(IReadOnlyList<string> row, int column) =>
        column == columns[OfferColumn.PriceBreaks] ? InOneCell(row[column] ?? "").Select(one => one.Price) : [row[column] ?? ""];

    /// <summary>An amount of a row: as the workbook holds it, else as its column writes numbers.</summary>
    private decimal? Amount(IReadOnlyList<string> row, int column, string cell) => CellRow.IsNumber(row, column) ? NumberColumn.Known(cell) : Numbers(column).Read(cell);

    public (PartNumber? Mpn, PartNumber? Code, string Text)? Part(IReadOnlyList<string> row)
    {
        var mpn = PartNumber.Parse(Short(columns.Cell(row, OfferColumn.Mpn)));
        var code = PartNumber.Parse(Short(columns.Cell(row, OfferColumn.SupplierCode)));
        return mpn is null && code is null ? null : (mpn, code, (mpn ?? code)!.Value.Text);
    }

    public Currency? Currency(IReadOnlyList<string> row)
    {
        if (columns.Has(OfferColumn.Currency) && columns.Cell(row, OfferColumn.Currency) is { Length: > 0 } cell) return Kernel.Currency.Parse(cell) ?? OfferColumns.CurrencyIn(cell);
        return PriceCells(row).Select(OfferColumns.CurrencyIn).FirstOrDefault(currency => currency is not null) ?? columns.ToldCurrency ?? columns.HeaderCurrency;
    }

    public IEnumerable<PriceBreak> Breaks(IReadOnlyList<string> row, Currency currency)
    {
        var minimum = Minimum(row) ?? 1;
        var breaks = new List<PriceBreak>();
        Add(columns.Has(OfferColumn.BreakQuantity) ? NumberColumn.Whole(columns.Cell(row, OfferColumn.BreakQuantity)) ?? minimum : minimum, columns.Cell(row, OfferColumn.Price), columns[OfferColumn.Price]);
        foreach (var (column, quantity) in columns.Breaks) Add(quantity, column < row.Count ? row[column] : "", column);
        foreach (var (quantity, price) in columns.Pairs) Add(quantity < row.Count ? NumberColumn.Whole(row[quantity] ?? "") ?? 0 : 0, price < row.Count ? row[price] : "", price);
        foreach (var (quantity, price) in InOneCell(columns.Cell(row, OfferColumn.PriceBreaks))) Add(quantity, price, columns[OfferColumn.PriceBreaks]);
        return OfferRows.Merge(breaks, []);

        void Add(long quantity, string? price, int column)
        {
            if (quantity > 0 && column >= 0 && Amount(row, column, price ?? "") is { } amount && PiecesOf(row, column, price ?? "") is { } per) breaks.Add(new PriceBreak(quantity, new Money(amount / per, currency)));
        }
    }

    /// <summary>The price of one piece; null where there is none.</summary>
    public decimal? Price(IReadOnlyList<string> row) => Number(row, OfferColumn.Price) is { } amount && PiecesOf(row, columns[OfferColumn.Price], columns.Cell(row, OfferColumn.Price)) is { } per ? amount / per : null;

    /// <summary>Whether a price is for a reel and the row does not say how many pieces that has.</summary>
    public bool LacksReelSize(IReadOnlyList<string> row) => PriceColumns.Any(column => column < row.Count && Amount(row, column, row[column] ?? "") is not null && PiecesOf(row, column, row[column] ?? "") is null);

    /// <summary>How many pieces a price is for, by its cell, its row or its heading; null for a reel of unknown size.</summary>
    private long? PiecesOf(IReadOnlyList<string> row, int column, string cell)
    {
        if (columns.Has(OfferColumn.PricePer) && NumberColumn.Whole(columns.Cell(row, OfferColumn.PricePer)) is { } said and > 0) return said;
        var unit = !CellRow.IsNumber(row, column) && PriceCell.UnitOf(cell) is ({ } own, _) ? own : columns.UnitOf(column);
        return unit != PriceUnit.Pack ? unit.Pieces : OfferWords.Pieces(columns.Cell(row, OfferColumn.Multiple)) is { } size and > 0 ? size : null;
    }

    public decimal? Number(IReadOnlyList<string> row, OfferColumn column) => columns.Has(column) ? Amount(row, columns[column], columns.Cell(row, column)) : null;

    public Offer Offer(IReadOnlyList<string> row, int line, PartNumber? mpn, PartNumber? code, PriceBreak[] breaks) => new(
        Supplier(row), Manufacturer(row), mpn, code, [.. breaks],
        Minimum(row), OfferWords.Pieces(columns.Cell(row, OfferColumn.Multiple)) is { } multiple and > 0 ? multiple : null,
        columns.Has(OfferColumn.Stock) ? OfferWords.Stock(columns.Cell(row, OfferColumn.Stock)) : null, LeadTime(row), Date(row, line), table.Path, line)
    {
        Description = Short(columns.Cell(row, OfferColumn.Description)),
        Packaging = Packaging(row),
        ReelingFee = Number(row, OfferColumn.ReelingFee) is { } fee and > 0 ? new Money(fee, breaks[0].UnitPrice.Currency) : null,
        Origin = OfferWords.Country(columns.Cell(row, OfferColumn.Origin)),
        TariffCode = OfferWords.TariffCode(columns.Cell(row, OfferColumn.TariffCode)),
        NonCancellable = OfferWords.YesNo(columns.Cell(row, OfferColumn.NonCancellable)),
        Lifecycle = OfferWords.Lifecycle(columns.Cell(row, OfferColumn.Lifecycle)),
        LastBuy = DateCell.Read(columns.Cell(row, OfferColumn.LastBuy)),
        Channel = OfferWords.Channel(columns.Cell(row, OfferColumn.Channel)),
        QuoteNumber = QuoteNumber(row),
        Customer = Customer(row),
    };

    public Packaging Packaging(IReadOnlyList<string> row) => OfferWords.Packaging(columns.Cell(row, OfferColumn.Packaging));

    public string QuoteNumber(IReadOnlyList<string> row) => Short(columns.Cell(row, OfferColumn.QuoteNumber));

    public string Customer(IReadOnlyList<string> row) => Short(columns.Cell(row, OfferColumn.Customer));

    public string? Manufacturer(IReadOnlyList<string> row) => Short(columns.Cell(row, OfferColumn.Manufacturer)) is { Length: > 0 } maker ? maker : null;

    public string Supplier(IReadOnlyList<string> row)
    {
        if (Short(columns.Cell(row, OfferColumn.Supplier)) is { Length: > 0 } named) return named;
        if (columns.ToldSupplier is { Length: > 0 } told) return Short(told);
        var header = columns.HeaderOf(OfferColumn.SupplierCode);
        foreach (var known in new[] { "LCSC", "Digi-Key", "Mouser", "Farnell", "TME" })
        {
            if (OfferColumns.Key(header).StartsWith(OfferColumns.Key(known), StringComparison.Ordinal)) return known;
        }
        var name = table.Path[(table.Path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }

    public int? LeadTime(IReadOnlyList<string> row)
    {
        return OfferWords.LeadTimeDays(columns.Cell(row, OfferColumn.LeadTime), columns.HeaderOf(OfferColumn.LeadTime));
    }

    public OfferDate? Date(IReadOnlyList<string> row, int line)
    {
        var (made, until) = (Day(OfferColumn.Date), Day(OfferColumn.ValidUntil));
        return made is null && until is null ? null : new OfferDate(made, until);

        DateOnly? Day(OfferColumn column)
        {
            var cell = columns.Cell(row, column);
            if (cell.Length == 0) return null;
            if (DateCell.Read(cell) is { } day) return day;
            log.Warning("offers.date", line, $"'{Short(cell)}' is no date that can be read for certain; write it as 2026-01-31");
            return null;
        }
    }

    private long? Minimum(IReadOnlyList<string> row) => OfferWords.Pieces(columns.Cell(row, OfferColumn.Minimum)) is { } minimum and > 0 ? minimum : null;

    private IEnumerable<int> PriceColumns =>
        new[] { columns[OfferColumn.Price], columns[OfferColumn.PriceBreaks] }.Concat(columns.Breaks.Select(one => one.Column)).Concat(columns.Pairs.Select(pair => pair.Price)).Where(i => i >= 0);

    /// <summary>Columns of money that a row is not used without.</summary>
    private IEnumerable<int> AmountColumns => PriceColumns.Concat(new[] { columns[OfferColumn.ReelingFee], columns[OfferColumn.SetUp] }.Where(i => i >= 0));

    private IEnumerable<string> PriceCells(IReadOnlyList<string> row) => PriceColumns.Where(i => i < row.Count).Select(i => row[i] ?? "");

    /// <summary><c>1: 0.10; 10: 0.08</c>, <c>1+ $0.10 | 10+ $0.08</c>, <c>100=0.05</c>.</summary>
    private static IEnumerable<(long Quantity, string Price)> InOneCell(string cell)
    {
        foreach (var part in cell.Split([';', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(100))
        {
            var at = part.IndexOfAny([':', '=', '+', '@', '\t']);
            if (at > 0 && NumberColumn.Whole(part[..at]) is { } quantity) yield return (quantity, part[(at + 1)..]);
        }
    }

    private static string Short(string text) => text.Length > 120 ? text[..120] : text;
}
