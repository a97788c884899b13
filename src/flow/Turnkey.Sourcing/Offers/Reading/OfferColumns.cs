using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;

namespace Turnkey.Sourcing.Offers.Reading;

internal enum OfferColumn
{
    Supplier, Manufacturer, Mpn, SupplierCode, Currency, Minimum, Multiple, Stock, LeadTime, ValidUntil, Date, Price, BreakQuantity, PricePer, PriceBreaks,
    Description, Packaging, ReelingFee, Origin, TariffCode, NonCancellable, Lifecycle, LastBuy, Channel, QuoteNumber, Customer, Owner,
    Layers, Area, Width, Height, Finish, SetUp,
}

/// <summary>What the columns of a price table mean, found from its header row by words of the trade.</summary>
internal sealed class OfferColumns
{
    private static readonly ImmutableArray<(OfferColumn Column, string[] Names)> Synonyms =
    [
        (OfferColumn.Supplier, ["SUPPLIER", "SUPPLIERNAME", "VENDOR", "VENDORNAME", "DISTRIBUTOR", "SELLER", "LIEFERANT", "SOURCE"]),
        (OfferColumn.Manufacturer, ["MANUFACTURER", "MANUFACTURERNAME", "MFR", "MFRNAME", "MFG", "MFGNAME", "MAKER", "BRAND", "HERSTELLER"]),
        (OfferColumn.Mpn, ["MPN", "MFRPN", "MFGPN", "MANUFACTURERPARTNUMBER", "MANUFACTURERPARTNO", "MANUFACTURERPART", "MANUFACTURERPN", "MFRPARTNUMBER", "MFRPARTNO",
            "MFRPART", "MFGPARTNUMBER", "MFGPARTNO", "PARTNUMBER", "PARTNO", "PARTNR", "PN", "PART", "HERSTELLERNUMMER", "HERSTELLERTEILENUMMER"]),
        (OfferColumn.SupplierCode, ["SKU", "SUPPLIERPN", "SUPPLIERPARTNUMBER", "SUPPLIERPARTNO", "SUPPLIERPART", "SUPPLIERCODE", "ORDERCODE", "ORDERNUMBER", "VENDORPN", "VENDORPARTNUMBER",
            "DISTRIBUTORPARTNUMBER", "DISTRIBUTORPN", "STOCKCODE", "BESTELLNUMMER", "ARTIKELNUMMER", "LCSC", "LCSCPART", "LCSCPARTNUMBER", "DIGIKEYPARTNUMBER", "DIGIKEYPN",
            "DIGIKEY", "MOUSERPARTNUMBER", "MOUSERPN", "MOUSER", "FARNELL", "TME"]),
        (OfferColumn.Currency, ["CURRENCY", "CURR", "CUR", "CCY", "WAEHRUNG", "WÄHRUNG"]),
        (OfferColumn.Minimum, ["MOQ", "MIN", "MINIMUM", "MINQTY", "MINORDER", "MINORDERQTY", "MINIMUMORDER", "MINIMUMQTY", "MINIMUMQUANTITY", "MINIMUMORDERQUANTITY", "MINDESTMENGE"]),
        (OfferColumn.Multiple, ["MULTIPLE", "MULT", "ORDERMULTIPLE", "MULTIPLES", "SPQ", "MPQ", "PACK", "PACKSIZE", "PACKQTY", "STANDARDPACK", "PACKAGEQUANTITY", "REELSIZE", "VPE"]),
        (OfferColumn.Stock, ["STOCK", "STOCKQTY", "INSTOCK", "AVAILABLE", "AVAILABILITY", "QTYAVAILABLE", "QUANTITYAVAILABLE", "ONHAND", "INVENTORY", "LAGER", "LAGERBESTAND"]),
        (OfferColumn.LeadTime, ["LEADTIME", "LEADTIMEDAYS", "LEADTIMEWEEKS", "LEADDAYS", "LEADWEEKS", "LEAD", "LT", "DELIVERY", "DELIVERYTIME", "DELIVERYDAYS", "DAYS", "LIEFERZEIT"]),
        (OfferColumn.ValidUntil, ["VALIDUNTIL", "VALIDTO", "VALID", "VALIDITY", "EXPIRY", "EXPIRES", "EXPIRATION", "EXPIRATIONDATE", "GUELTIGBIS", "GÜLTIGBIS"]),
        (OfferColumn.Date, ["DATE", "QUOTEDATE", "QUOTED", "OFFERDATE", "PRICEDATE", "DATUM"]),
        (OfferColumn.PriceBreaks, ["PRICEBREAKS", "PRICES", "PRICING", "STAFFELPREISE", "BREAKS"]),
        (OfferColumn.PricePer, ["PER", "PRICEPER", "PRICEUNIT", "UNITQTY", "PREISEINHEIT", "PE"]),
        (OfferColumn.Price, ["PRICE", "UNITPRICE", "COST", "UNITCOST", "UNITVALUE", "BOOKVALUE", "PRICEEACH", "EACH", "PREIS", "STUECKPREIS", "STÜCKPREIS", "EINZELPREIS", "NETPRICE",
            "PRICEPERM2", "PRICEM2", "PRICEPERSQM", "PRICESQM"]),
        (OfferColumn.BreakQuantity, ["QTY", "QUANTITY", "BREAK", "PRICEBREAK", "BREAKQTY", "QTYBREAK", "BREAKQUANTITY", "FROM", "FROMQTY", "QTYFROM", "MENGE", "AB", "PCS"]),
        (OfferColumn.Description, ["DESCRIPTION", "DESC", "PARTDESCRIPTION", "PRODUCTDESCRIPTION", "BESCHREIBUNG", "BEZEICHNUNG"]),
        (OfferColumn.Packaging, ["PACKAGING", "PACKAGINGTYPE", "PACKING", "PACKTYPE", "VERPACKUNG"]),
        (OfferColumn.ReelingFee, ["REELINGFEE", "REELFEE", "REELING"]),
        (OfferColumn.Origin, ["ORIGIN", "COUNTRYOFORIGIN", "COO", "COUNTRY", "URSPRUNG", "URSPRUNGSLAND"]),
        (OfferColumn.TariffCode, ["HTS", "HTSCODE", "HTSUS", "HTSUSCODE", "TARIFFCODE", "TARIFF", "TARIC", "HSCODE", "COMMODITYCODE", "ZOLLTARIFNUMMER"]),
        (OfferColumn.NonCancellable, ["NCNR", "NONCANCELLABLE", "NONCANCELABLE", "NONRETURNABLE"]),
        (OfferColumn.Lifecycle, ["LIFECYCLE", "LIFECYCLESTATUS", "PARTSTATUS", "PRODUCTSTATUS", "STATUS"]),
        (OfferColumn.LastBuy, ["LASTBUY", "LASTBUYDATE", "LTB", "LTBDATE", "LASTTIMEBUY", "LASTORDERDATE"]),
        (OfferColumn.Channel, ["CHANNEL", "SUPPLIERTYPE", "SOURCETYPE", "FRANCHISED", "AUTHORIZED", "AUTHORISED"]),
        (OfferColumn.QuoteNumber, ["QUOTENUMBER", "QUOTENO", "QUOTATION", "QUOTATIONNUMBER", "QUOTEREF", "QUOTEID", "ANGEBOTSNUMMER", "ANGEBOT"]),
        (OfferColumn.Customer, ["CUSTOMER", "CUSTOMERNAME", "ENDCUSTOMER", "CONTRACTCUSTOMER", "KUNDE"]),
        (OfferColumn.Owner, ["OWNER", "STOCKOWNER", "OWNEDBY", "EIGENTUEMER", "EIGENTÜMER"]),
        (OfferColumn.Layers, ["LAYERS", "LAYER", "LAYERCOUNT", "COPPERLAYERS", "LAGEN"]),
        (OfferColumn.Area, ["AREA", "MAXAREA", "AREAMM2", "MAXAREAMM2", "AREACM2", "MAXAREACM2", "AREADM2", "MAXAREADM2", "AREAUPTO", "FLAECHE", "FLÄCHE"]),
        (OfferColumn.Width, ["WIDTH", "MAXWIDTH", "WIDTHMM", "MAXWIDTHMM"]),
        (OfferColumn.Height, ["HEIGHT", "MAXHEIGHT", "HEIGHTMM", "MAXHEIGHTMM", "LENGTH", "MAXLENGTH", "LENGTHMM", "MAXLENGTHMM"]),
        (OfferColumn.Finish, ["FINISH", "SURFACE", "SURFACEFINISH", "OBERFLAECHE", "OBERFLÄCHE"]),
        (OfferColumn.SetUp, ["SETUP", "SETUPCOST", "TOOLING", "TOOLINGCOST", "NRE", "ENGINEERING", "RUESTKOSTEN", "EINMALKOSTEN"]),
    ];

    private static readonly string[] PriceStems = ["PRICE", "UNITPRICE", "COST", "PREIS"];

    private readonly Dictionary<OfferColumn, int> columns = [];
    private readonly List<(int Column, long Quantity)> breaks = [];
    private readonly List<(int Quantity, int Price)> pairs = [];
    private readonly Dictionary<int, PriceUnit> units = [];

    private OfferColumns(IReadOnlyList<string> header, ImmutableArray<ColumnMapping> told)
    {
        Header = header;
        var meanings = new Dictionary<string, ColumnMeaning>(StringComparer.Ordinal);
        foreach (var mapping in told)
        {
            if (ColumnMeaning.Parse(mapping.Meaning) is not { } meaning) continue;
            if (mapping.Header[0] != '=') meanings.TryAdd(mapping.Header.Trim(), meaning);
            else if (meaning.Column == OfferColumn.Currency) ToldCurrency ??= Currency.Parse(mapping.Header[1..]);
            else if (meaning.Column == OfferColumn.Supplier) ToldSupplier ??= mapping.Header[1..].Trim();
        }
        var perUnit = new List<(int Column, PriceUnit Unit)>();
        var numbered = new Dictionary<string, (int Quantity, int Price)>(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
        {
            var text = header[i] ?? "";
            if (meanings.TryGetValue(text.Trim(), out var known))
            {
                Told++;
                // A price that was told to hold from 1000 pieces on, under "Price/1000", is no price per thousand.
                if (known.Unit is { } said) units[i] = said;
                else if (PriceUnit.In(text) is var (unit, _) && known.At != unit.Pieces) units[i] = unit;
                if (known.Column is { } meant) columns.TryAdd(meant, i);
                else if (known.At > 0) breaks.Add((i, known.At));
                else if (known.Pair > 0)
                {
                    var number = known.Pair.ToString(CultureInfo.InvariantCulture);
                    var (ofQuantity, ofPrice) = numbered.TryGetValue(number, out var half) ? half : (-1, -1);
                    numbered[number] = known.IsPairPrice ? (ofQuantity, i) : (i, ofPrice);
                }
                continue;
            }
            if (text.Length is 0 or > 80) continue;
            HeaderCurrency ??= CurrencyIn(text);
            var name = Key(WithoutCurrency(text));
            if (PriceUnit.In(text) is var (priced, rest) && IsPriceOf(Key(WithoutCurrency(rest)), text, priced, i, perUnit, numbered)) continue;
            if (Find(name) is { } column) columns.TryAdd(column, i);
            else if (Numbered(name, ["QTY", "QUANTITY", "BREAK", "PRICEBREAK", "BREAKQTY", "QTYBREAK", "MENGE"]) is { } q) numbered[q] = (i, numbered.TryGetValue(q, out var pair) ? pair.Price : -1);
            else if (Numbered(name, PriceStems) is { } p) numbered[p] = (numbered.TryGetValue(p, out var other) ? other.Quantity : -1, i);
            else if (BreakIn(name) is { } quantity) breaks.Add((i, quantity));
        }
        // Price/1, Price/10, Price/100 side by side are breaks; one of them alone says what its price is for.
        if (perUnit.Select(one => one.Unit).Distinct().Count() > 1 && perUnit.All(one => one.Unit != PriceUnit.Pack)) breaks.AddRange(perUnit.Select(one => (one.Column, one.Unit.Pieces)));
        else if (perUnit.Count > 0 && columns.TryAdd(OfferColumn.Price, perUnit[0].Column)) units[perUnit[0].Column] = perUnit[0].Unit;
        var paired = numbered.Values.Any(pair => pair.Quantity >= 0);
        foreach (var (number, (quantity, price)) in numbered.OrderBy(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (quantity >= 0 && price >= 0) pairs.Add((quantity, price));
            else if (!paired && price >= 0 && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && from > 0) breaks.Add((price, from));
        }
    }

    /// <summary>Whether a heading is that of a price, once its unit is taken off; it is then entered.</summary>
    private bool IsPriceOf(string name, string text, PriceUnit unit, int column, List<(int Column, PriceUnit Unit)> perUnit, Dictionary<string, (int Quantity, int Price)> numbered)
    {
        if (Find(name) == OfferColumn.Price || (name.Length == 0 && CurrencyIn(text) is not null))
        {
            perUnit.Add((column, unit));
            return true;
        }
        if (Find(name) == OfferColumn.PriceBreaks) columns.TryAdd(OfferColumn.PriceBreaks, column);
        else if (Numbered(name, PriceStems) is { } number) numbered[number] = (numbered.TryGetValue(number, out var other) ? other.Quantity : -1, column);
        // "1000 pcs/reel" is the size of a reel.
        else if (unit.Pieces > 1 && BreakIn(name) is { } quantity) breaks.Add((column, quantity));
        else return false;
        units[column] = unit;
        return true;
    }

    /// <summary>What the prices of a column are for.</summary>
    public PriceUnit UnitOf(int column) => units.GetValueOrDefault(column, PriceUnit.Each);

    public IReadOnlyList<string> Header { get; }

    /// <summary>Columns whose meaning was told beforehand.</summary>
    public int Told { get; }

    /// <summary>The currency of the whole list, told beforehand; null when it was not.</summary>
    public Currency? ToldCurrency { get; }

    /// <summary>Who sells, told beforehand; null when it was not.</summary>
    public string? ToldSupplier { get; }

    /// <summary>A currency that the header names: <c>Price (EUR)</c>, <c>Unit price $</c>.</summary>
    public Currency? HeaderCurrency { get; }

    /// <summary>Columns whose header is a quantity: <c>1</c>, <c>100+</c>, <c>Price @ 1000</c>.</summary>
    public IReadOnlyList<(int Column, long Quantity)> Breaks => breaks;

    /// <summary>Columns in pairs: <c>Qty 1, Price 1, Qty 2, Price 2</c>.</summary>
    public IReadOnlyList<(int Quantity, int Price)> Pairs => pairs;

    public bool HasPrice => Has(OfferColumn.Price) || Has(OfferColumn.PriceBreaks) || breaks.Count > 0 || pairs.Count > 0;

    public bool IsPartList => HasPrice && (Has(OfferColumn.Mpn) || Has(OfferColumn.SupplierCode));

    /// <summary>Stock that is there already: it says whose, and how much.</summary>
    public bool IsStockList => Has(OfferColumn.Owner) && Has(OfferColumn.Mpn) && (Has(OfferColumn.Stock) || Has(OfferColumn.BreakQuantity));

    public bool IsBoardMatrix => HasPrice && Has(OfferColumn.Layers);

    public int Recognised => columns.Count + breaks.Count + (pairs.Count * 2);

    /// <summary>What each column with a header was taken for.</summary>
    public ImmutableArray<ColumnMapping> Understood(string file)
    {
        var meanings = columns.ToDictionary(pair => pair.Value, pair => ColumnMeaning.Word(pair.Key) + UnitOf(pair.Value).Suffix);
        foreach (var (column, quantity) in breaks) meanings[column] = ColumnMeaning.WordAt(quantity) + UnitOf(column).Suffix;
        for (var n = 0; n < pairs.Count; n++)
        {
            meanings[pairs[n].Quantity] = ColumnMeaning.WordOfPair(n + 1, price: false);
            meanings[pairs[n].Price] = ColumnMeaning.WordOfPair(n + 1, price: true) + UnitOf(pairs[n].Price).Suffix;
        }
        return [.. Enumerable.Range(0, Header.Count).Where(i => !string.IsNullOrWhiteSpace(Header[i])).Select(i => new ColumnMapping(file, Header[i].Trim(), meanings.GetValueOrDefault(i, "")))];
    }

    public bool Has(OfferColumn column) => columns.ContainsKey(column);

    public int this[OfferColumn column] => columns.GetValueOrDefault(column, -1);

    public string Cell(IReadOnlyList<string> row, OfferColumn column) =>
        columns.TryGetValue(column, out var i) && i < row.Count ? (row[i] ?? "").Trim() : "";

    public string HeaderOf(OfferColumn column) => columns.TryGetValue(column, out var i) ? Header[i] : "";

    public static OfferColumns Of(IReadOnlyList<string> header) => new(header, []);

    /// <param name="header">The row.</param>
    /// <param name="told">Meanings that go before the vocabulary.</param>
    public static OfferColumns Of(IReadOnlyList<string> header, ImmutableArray<ColumnMapping> told) => new(header, told);

    /// <summary>Upper case letters and digits only.</summary>
    public static string Key(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);

    public static Currency? CurrencyIn(string text)
    {
        if (text.Contains('€', StringComparison.Ordinal)) return Currency.Eur;
        if (text.Contains('£', StringComparison.Ordinal)) return Currency.Parse("GBP");
        foreach (var word in text.Split([' ', '(', ')', '[', ']', '/', ',', '.', '_', '-', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            // "CUP" and the like are no currencies here, and three small letters are a word.
            if (word.Length == 3 && word.All(char.IsAsciiLetterUpper) && Currency.Parse(word) is { } currency) return currency;
        }
        return text.Contains("US$", StringComparison.Ordinal) || (text.Contains('$', StringComparison.Ordinal) && !text.Any(c => char.IsAsciiLetterUpper(c) && text.IndexOf(c) + 1 == text.IndexOf('$')))
            ? Currency.Usd : null;
    }

    private static string WithoutCurrency(string text)
    {
        var start = text.IndexOf('(', StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(')', start);
        if (end > start && CurrencyIn(text[start..(end + 1)]) is not null) text = text[..start] + text[(end + 1)..];
        foreach (var word in text.Split([' ', '_', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length == 3 && word.All(char.IsAsciiLetterUpper) && Currency.Parse(word) is not null) text = text.Replace(word, "", StringComparison.Ordinal);
        }
        return text;
    }

    private static OfferColumn? Find(string name)
    {
        foreach (var (column, names) in Synonyms)
        {
            if (names.Contains(name, StringComparer.Ordinal)) return column;
        }
        return null;
    }

    private static string? Numbered(string name, string[] stems)
    {
        foreach (var stem in stems)
        {
            if (name.Length > stem.Length && name.Length <= stem.Length + 7 && name.StartsWith(stem, StringComparison.Ordinal) && name[stem.Length..].All(char.IsAsciiDigit)) return name[stem.Length..];
        }
        return null;
    }

    private static long? BreakIn(string name)
    {
        var digits = new string([.. name.Where(char.IsAsciiDigit)]);
        var rest = new string([.. name.Where(c => !char.IsAsciiDigit(c))]);
        if (digits.Length is 0 or > 9 || rest is not ("" or "PCS" or "PC" or "UNITS" or "QTY" or "K" or "PRICEAT" or "PRICEFOR" or "PRICEPCS" or "UNITPRICEPCS" or "STK" or "ST" or "FROM" or "AB" or "UP")) return null;
        var quantity = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * (rest == "K" ? 1000 : 1);
        return quantity > 0 ? quantity : null;
    }
}
