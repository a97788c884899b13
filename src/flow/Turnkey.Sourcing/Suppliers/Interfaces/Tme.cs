using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Suppliers.Interfaces;

/// <summary>
/// TME (developers.tme.eu). Version 1 is asked by signed form posts: products by symbol or, one at a time, by search (they say minimum and multiple), then prices
/// and stocks of the symbols found. Recorded answers of version 1 (both merged) and of version 2 are read.
/// </summary>
internal sealed class Tme : IBatchInterface
{
    public string Name => "TME";

    public SupplierRequest? Ask(PartQuestion question, SupplierAccess access, IReadOnlyList<ReadOnlyMemory<byte>> answered) => question.Text.Length == 0 ? null : Ask([question], access, answered);

    public SupplierRequest? Ask(IReadOnlyList<PartQuestion> questions, SupplierAccess access, IReadOnlyList<ReadOnlyMemory<byte>> answered)
    {
        var together = Math.Max(1, access.Terms.PartsPerRequest);
        string[][] known = [.. questions.Where(question => question.SupplierCode is not null).Select(question => question.Text).Distinct(StringComparer.Ordinal).Chunk(together)];
        PartQuestion[] sought = [.. questions.Where(question => question.SupplierCode is null)];
        var found = known.Length + sought.Length;
        if (answered.Count < known.Length) return Post(access, "Products/GetProducts", SymbolList(known[answered.Count]));
        if (answered.Count < found) return Post(access, "Products/Search", [("SearchPlain", sought[answered.Count - known.Length].Text)]);
        using var products = Products.Of(answered.Take(found));
        string[][] symbols = [.. questions.SelectMany(products.SymbolsOf).Distinct(StringComparer.Ordinal).Chunk(together)];
        return answered.Count - found < symbols.Length ? Post(access, "Products/GetPricesAndStocks", SymbolList(symbols[answered.Count - found])) : null;
    }

    public ImmutableArray<ImmutableArray<ReadOnlyMemory<byte>>?> Share(IReadOnlyList<PartQuestion> questions, IReadOnlyList<ReadOnlyMemory<byte>> answered)
    {
        using var products = Products.Of(answered);
        return [.. questions.Select(question =>
        {
            var symbols = products.SymbolsOf(question).ToHashSet(StringComparer.Ordinal);
            return (ImmutableArray<ReadOnlyMemory<byte>>?)[.. products.Roots
                .Select(root => (Root: root, Own: root["Data"]["ProductList"].Items.Where(product => symbols.Contains(product["Symbol"].Text)).ToArray()))
                // Where nothing was found, the first answer says so.
                .Where((one, i) => one.Own.Length > 0 || (symbols.Count == 0 && i == 0))
                .Select(one => Part(one.Root, one.Own)).Take(KeptAnswer.MostBodies)];
        })];
    }

    public SupplierAnswer Read(IReadOnlyList<ReadOnlyMemory<byte>> answered, PartQuestion? question, AnswerContext context)
    {
        var reader = new AnswerReader(Name, question, context);
        return reader.Read(answered, roots =>
        {
            foreach (var root in roots)
            {
                var status = root["Status"].Text;
                if (status.Length == 0 || status == "OK") continue;
                var said = root["ErrorMessage"].Text is { Length: > 0 } message ? message : status;
                reader.Refuse(AnswerReader.Classify($"{status} {said}"), said);
            }
            foreach (var root in roots.Where(IsSecond)) ReadSecond(root, reader);
            ReadFirst(roots, reader);
        });
    }

    public static bool Recognises(AnswerNode root) => IsSecond(root) || IsFirst(root) || root["Data"]["ProductList"].IsList;

    /// <summary>A product of version 2.</summary>
    private static bool IsSecond(AnswerNode root) => root.Has("symbol") && root["prices"]["elements"].IsList;

    /// <summary>A product of version 1.</summary>
    private static bool IsFirst(AnswerNode root) => root.Has("Symbol") && root["PriceList"].IsList;

    private static SupplierRequest Post(SupplierAccess access, string action, IEnumerable<(string, string)> more)
    {
        var address = $"{access.Terms.Address}/{action}.json";
        (string, string)[] fields =
        [
            .. more, ("Country", access.Market.Country), ("Currency", access.Market.Currency.Code), ("Language", "EN"), ("Token", access.Keys.Id),
        ];
        return SupplierRequest.PostForm(address, TmeSignature.Sorted([.. fields, ("ApiSignature", TmeSignature.Of(address, fields, access.Keys.Secret))]));
    }

    private static IEnumerable<(string, string)> SymbolList(string[] symbols) => symbols.Select((symbol, i) => ($"SymbolList[{i}]", symbol));

    /// <summary>An answer with some of its products.</summary>
    private static ReadOnlyMemory<byte> Part(AnswerNode root, IEnumerable<AnswerNode> products) => AnswerShare.Write(json =>
    {
        json.WriteString("Status", root["Status"].Text);
        json.WriteStartObject("Data");
        json.WriteString("Currency", root["Data"]["Currency"].Text);
        json.WriteString("PriceType", root["Data"]["PriceType"].Text);
        json.Write("ProductList", products);
        json.WriteEndObject();
    });

    private static void ReadFirst(IReadOnlyList<AnswerNode> roots, AnswerReader reader)
    {
        var currency = roots.Select(root => Currency.Parse(root["Data"]["Currency"].Text)).FirstOrDefault(one => one is not null) ?? reader.Context.Currency;
        var gross = roots.Any(root => root["Data"]["PriceType"].Text.Equals("GROSS", StringComparison.OrdinalIgnoreCase));
        var products = roots.SelectMany(root => root["Data"]["ProductList"].Items).Concat(roots.Where(IsFirst)).Where(product => product["Symbol"].Text.Length > 0);
        foreach (var pages in products.GroupBy(product => product["Symbol"].Text, StringComparer.Ordinal))
        {
            // One page of a product has its minimum, another its prices.
            AnswerNode Find(string name) => pages.Select(page => page[name]).FirstOrDefault(value => value.Exists);
            var packing = Find("Packing").Items.Select(one => (Kind: one["Id"].Text, Pieces: one["Amount"].Positive)).ToList();
            Read(new Page(pages.Key, Find("OriginalSymbol").Text, Find("Producer").Text, Find("Description").Text, Find("MinAmount").Positive, Find("Multiples").Positive,
                Find("Amount").Pieces, Find("Unit").Text, [.. Find("ProductStatusList").Items.Select(one => one.Text)], packing,
                [.. Find("PriceList").Items.Select(one => (one["Amount"].Pieces, one["PriceValue"].Number))]), currency, gross, reader);
        }
    }

    private static void ReadSecond(AnswerNode root, AnswerReader reader)
    {
        var packing = root["packing"]["elements"].Items.Select(one => (Kind: one["translation"].Text, Pieces: one["amount"].Positive)).ToList();
        Read(new Page(root["symbol"].Text, root["manufacturer_symbols"].Items.FirstOrDefault().Text, root["manufacturer"]["name"].Text, root["description"].Text,
                root["minimal_amount"].Positive, root["multiples"].Positive, root["stock_quantity"].Pieces, root["unit"]["short_name"].Text,
                [.. root["product_status"].Items.Select(one => one.Text)], packing, [.. root["prices"]["elements"].Items.Select(one => (one["amount"].Pieces, one["price"].Number))]),
            Currency.Parse(root["prices"]["currency"].Text) ?? reader.Context.Currency, root["prices"]["type"].Text.Equals("GROSS", StringComparison.OrdinalIgnoreCase), reader);
    }

    private static void Read(Page page, Currency? currency, bool gross, AnswerReader reader)
    {
        var code = PartNumber.Parse(page.Symbol);
        var mpn = PartNumber.Parse(page.Original) ?? code;
        if (!reader.IsAsked(mpn, code)) return;
        foreach (var status in page.Statuses) reader.Fact(mpn, PartFactKind.SupplierStatus, status);
        foreach (var (_, pieces) in page.Packing) reader.Fact(mpn, PartFactKind.StandardPack, $"{pieces}");
        if (page.Statuses.Contains("CANNOT_BE_ORDERED", StringComparer.Ordinal))
        {
            reader.Log.Info("suppliers.not-sold", 0, $"{page.Symbol}: TME says that it cannot be ordered");
            return;
        }
        if (page.Unit.Length > 0 && !page.Unit.StartsWith("pc", StringComparison.OrdinalIgnoreCase))
        {
            reader.Log.Warning("suppliers.unit", 0, $"{page.Symbol}: the price is for a unit '{page.Unit}', not for pieces, and is not used");
            return;
        }
        if (gross)
        {
            reader.Log.Error("suppliers.gross", 0, $"{page.Symbol}: the prices have value added tax in them and are not used; ask for net prices in the account's settings");
            return;
        }
        var breaks = reader.Breaks(page.Symbol, page.Prices, currency);
        if (reader.Offer("TME", page.Producer, mpn, code, breaks) is not { } offer) return;
        reader.Add(offer with
        {
            Description = page.Description,
            // What is sold by whole packs comes in them; in which way less than a pack comes is not said.
            Packaging = page.Packing.Where(pack => pack.Pieces is { } pieces && page.Multiple % pieces == 0).Select(pack => OfferWords.Packaging(pack.Kind)).FirstOrDefault(),
            Minimum = page.Minimum,
            Multiple = page.Multiple,
            Stock = page.Stock,
            Channel = SupplyChannel.Franchised,
        });
    }

    /// <summary>A product of either version.</summary>
    private sealed record Page(
        string Symbol, string Original, string Producer, string Description, long? Minimum, long? Multiple, long? Stock, string Unit, IReadOnlyList<string> Statuses,
        IReadOnlyList<(string Kind, long? Pieces)> Packing, IReadOnlyList<(long? Quantity, decimal? Price)> Prices);

    /// <summary>What was found before prices are asked for.</summary>
    private sealed class Products(IReadOnlyList<JsonDocument> documents) : IDisposable
    {
        public AnswerNode[] Roots { get; } = [.. documents.Select(document => new AnswerNode(document.RootElement))];

        public static Products Of(IEnumerable<ReadOnlyMemory<byte>> bodies) => new([.. bodies.Select(body => AnswerReader.Parse(body, null)).OfType<JsonDocument>()]);

        /// <summary>Symbols of what was asked for among all that was found by likeness.</summary>
        public IEnumerable<string> SymbolsOf(PartQuestion question) => Roots.SelectMany(root => root["Data"]["ProductList"].Items)
            .Where(product => question.IsAnsweredBy(PartNumber.Parse(product["OriginalSymbol"].Text), PartNumber.Parse(product["Symbol"].Text)) || question.IsAnsweredBy(PartNumber.Parse(product["Symbol"].Text), null))
            .Select(product => product["Symbol"].Text).Where(symbol => symbol.Length > 0).Distinct(StringComparer.Ordinal);

        public void Dispose()
        {
            foreach (var document in documents) document.Dispose();
        }
    }
}
