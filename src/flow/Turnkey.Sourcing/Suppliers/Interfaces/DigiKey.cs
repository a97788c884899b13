using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Suppliers.Interfaces;

/// <summary>
/// Digi-Key Product Information v4 (developer.digikey.com): product details for a code, keyword search for a manufacturer's number. Each product variation
/// (packaging) is an offer. Recorded by the Python client the names are in snake_case; on the wire they are in PascalCase.
/// </summary>
internal sealed class DigiKey : ISupplierInterface
{
    /// <summary>Parts found by a manufacturer's number that are looked at: makers share numbers, but not many.</summary>
    private const int MostFound = 10;

    public string Name => "Digi-Key";

    public SupplierRequest? Ask(PartQuestion question, SupplierAccess access, IReadOnlyList<ReadOnlyMemory<byte>> answered)
    {
        if (answered.Count > 0 || question.Text.Length == 0) return null;
        var headers = Headers(access);
        return question.SupplierCode is { } code
            ? SupplierRequest.Get($"{access.Terms.Address}/{Uri.EscapeDataString(code.Text)}/productdetails", headers)
            : SupplierRequest.PostJson($"{access.Terms.Address}/keyword", JsonSerializer.Serialize(new Dictionary<string, object> { ["Keywords"] = question.Text, ["Limit"] = MostFound, ["Offset"] = 0 }), headers);
    }

    public SupplierAnswer Read(IReadOnlyList<ReadOnlyMemory<byte>> answered, PartQuestion? question, AnswerContext context)
    {
        var reader = new AnswerReader(Name, question, context);
        return reader.Read(answered, roots =>
        {
            foreach (var root in roots) ReadRoot(root, reader);
        });
    }

    public static bool Recognises(AnswerNode root) =>
        root["product"].Has("product_variations") || (root["products"].IsList && (root.Has("exact_matches") || root.Has("products_count")));

    private static ImmutableArray<(string, string)> Headers(SupplierAccess access) =>
    [
        ("Authorization", $"Bearer {access.Token}"),
        ("X-DIGIKEY-Client-Id", access.Keys.Id),
        ("X-DIGIKEY-Locale-Site", access.Market.Country),
        ("X-DIGIKEY-Locale-Language", "en"),
        ("X-DIGIKEY-Locale-Currency", access.Market.Currency.Code),
    ];

    private static void ReadRoot(AnswerNode root, AnswerReader reader)
    {
        var currency = Currency.Parse(root["search_locale_used"]["currency"].Text) ?? reader.Context.Currency;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        AnswerNode[] found = [root["product"], .. root["products"].Items, .. root["exact_matches"].Items];
        foreach (var product in found.Where(product => product.IsObject)) ReadProduct(product, currency, seen, reader);
        if (found.Any(product => product.IsObject)) return;
        string[] said = [root["detail"].Text, root["error_message"].Text, root["error_details"].Text, root["title"].Text, root["error"].Text];
        if (said.FirstOrDefault(text => text.Length > 0) is { } message)
        {
            var status = root["status"].Pieces ?? root["status_code"].Pieces;
            reader.Refuse(status switch { 401 or 403 => SupplierOutcome.KeyRefused, 404 => SupplierOutcome.NothingFound, 429 => SupplierOutcome.RateLimited, _ => AnswerReader.Classify(message) }, message);
        }
    }

    private static void ReadProduct(AnswerNode product, Currency? currency, HashSet<string> seen, AnswerReader reader)
    {
        var mpn = PartNumber.Parse(product["manufacturer_product_number"].Text);
        var variations = product["product_variations"].Items.Select(one => (Node: one, Code: PartNumber.Parse(one["digi_key_product_number"].Text))).ToList();
        // The exact matches of a search stand among all it found once more.
        variations.RemoveAll(one => one.Code is { } code && !seen.Add(code.Key));
        if (variations.Count == 0 || !reader.IsAsked(mpn, [.. variations.Select(one => one.Code)])) return;
        ReadFacts(product, mpn, reader);
        foreach (var (variation, code) in variations)
        {
            var own = variation["my_pricing"].Items.Any() ? variation["my_pricing"] : variation["standard_pricing"];
            var breaks = reader.Breaks(code?.Text ?? mpn?.Text ?? "", own.Items.Select(one => (one["break_quantity"].Pieces, one["unit_price"].Number)), currency);
            if (reader.Offer("Digi-Key", product["manufacturer"]["name"].Text, mpn, code, breaks) is not { } offer) continue;
            var packaging = OfferWords.Packaging(variation["package_type"]["name"].Text);
            var minimum = variation["minimum_order_quantity"].Positive;
            var pack = variation["standard_package"].Positive;
            reader.Add(offer with
            {
                Description = product["description"]["product_description"].Text,
                Packaging = packaging,
                Minimum = minimum,
                // Full reels, tubes and trays are sold whole; a multiple of its own the answer does not have.
                Multiple = pack is > 1 && pack == minimum ? pack : null,
                Stock = variation["quantity_availablefor_package_type"].Pieces ?? (variations.Count == 1 ? product["quantity_available"].Pieces : null),
                LeadTimeDays = AnswerReader.Days(product["manufacturer_lead_weeks"].Number, 7),
                ReelingFee = packaging == Packaging.CustomReel && variation["digi_reel_fee"].Number is { } fee and > 0 and < 1000 ? new Money(fee, offer.Currency) : null,
                TariffCode = OfferWords.TariffCode(product["classifications"]["htsus_code"].Text),
                NonCancellable = product["ncnr"].Flag,
                Lifecycle = Stage(product),
                LastBuy = product["date_last_buy_chance"].Day,
                Channel = variation["market_place"].Flag == true ? SupplyChannel.Independent : SupplyChannel.Franchised,
            });
        }
    }

    private static Lifecycle Stage(AnswerNode product)
    {
        var status = product["product_status"]["status"].Text;
        // "Discontinued at Digi-Key" says nothing of the manufacturer.
        var stage = status.Contains("Digi", StringComparison.OrdinalIgnoreCase) ? Lifecycle.Unknown : OfferWords.Lifecycle(status);
        return stage is Lifecycle.Unknown or Lifecycle.Active && product["end_of_life"].Flag == true ? Lifecycle.EndOfLife : stage;
    }

    private static void ReadFacts(AnswerNode product, PartNumber? mpn, AnswerReader reader)
    {
        var classes = product["classifications"];
        reader.Fact(mpn, PartFactKind.MoistureLevel, classes["moisture_sensitivity_level"].Text);
        reader.Fact(mpn, PartFactKind.Rohs, classes["rohs_status"].Text);
        reader.Fact(mpn, PartFactKind.Reach, classes["reach_status"].Text);
        reader.Fact(mpn, PartFactKind.ExportControl, classes["export_control_class_number"].Text);
        if (product["discontinued"].Flag == true) reader.Fact(mpn, PartFactKind.SupplierStatus, "discontinued at Digi-Key");
        if (product["back_order_not_allowed"].Flag == true) reader.Fact(mpn, PartFactKind.SupplierStatus, "no back orders");
        foreach (var variation in product["product_variations"].Items)
        {
            if (variation["tariff_active"].Flag == true) reader.Fact(mpn, PartFactKind.TariffCharged, "in the United States");
            reader.Fact(mpn, PartFactKind.StandardPack, variation["standard_package"].Text);
        }
    }
}
