using System.Globalization;
using System.Text.RegularExpressions;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Suppliers.Interfaces;

/// <summary>
/// element14 Product Search (partner.element14.com), one interface for Farnell, Newark and element14. It is the only one that says the country of origin, and it
/// does not say the currency: that is the store's.
/// </summary>
internal sealed partial class Element14 : ISupplierInterface
{
    private const int MostFound = 25;

    public string Name => "element14";

    public SupplierRequest? Ask(PartQuestion question, SupplierAccess access, IReadOnlyList<ReadOnlyMemory<byte>> answered)
    {
        if (answered.Count > 0 || question.Text.Length == 0) return null;
        var term = question.SupplierCode is null ? "manuPartNum" : "id";
        (string, string)[] fields =
        [
            ("term", $"{term}:{question.Text}"),
            ("storeInfo.id", Element14Stores.Of(access.Market.Country).Store),
            ("resultsSettings.offset", "0"),
            ("resultsSettings.numberOfResults", $"{MostFound}"),
            ("resultsSettings.responseGroup", "large"),
            ("callInfo.responseDataFormat", "JSON"),
            ("callInfo.apiKey", access.Keys.Id),
        ];
        return SupplierRequest.Get($"{access.Terms.Address}?{SupplierRequest.Form(fields)}", ("Accept", "application/json"));
    }

    public SupplierAnswer Read(IReadOnlyList<ReadOnlyMemory<byte>> answered, PartQuestion? question, AnswerContext context)
    {
        var reader = new AnswerReader(Name, question, context);
        return reader.Read(answered, roots =>
        {
            foreach (var root in roots) ReadRoot(root, reader);
        });
    }

    public static bool Recognises(AnswerNode root) => Return(root).Exists;

    private static AnswerNode Return(AnswerNode root) =>
        root.Members.FirstOrDefault(member => member.Name.EndsWith("Return", StringComparison.Ordinal) && member.Value.Has("numberOfResults")).Value;

    private static void ReadRoot(AnswerNode root, AnswerReader reader)
    {
        var found = Return(root);
        foreach (var product in found["products"].Items) ReadProduct(product, reader);
        if (found.Exists) return;
        var fault = root["Fault"].Exists ? root["Fault"] : root["error"].Exists ? root["error"] : root;
        string[] said = [fault["Detail"]["searchException"]["exceptionString"].Text, fault["Reason"]["Text"].Text, fault["faultstring"].Text, fault["message"].Text, fault.Text];
        reader.Refuse(AnswerReader.Classify(string.Join(' ', said)), said.FirstOrDefault(text => text.Length > 0) ?? "");
    }

    private static void ReadProduct(AnswerNode product, AnswerReader reader)
    {
        var mpn = PartNumber.Parse(product["translatedManufacturerPartNumber"].Text);
        var code = PartNumber.Parse(product["sku"].Text);
        if (!reader.IsAsked(mpn, code)) return;
        reader.Fact(mpn, PartFactKind.Rohs, product["rohsStatusCode"].Text);
        var status = product["productStatus"].Text;
        reader.Fact(mpn, PartFactKind.SupplierStatus, status);
        var unit = product["unitOfMeasure"].Text;
        // Prices are for the unit of measure; where that is a pack, its pieces divide the price and multiply the quantities.
        var each = unit.StartsWith("EACH", StringComparison.OrdinalIgnoreCase) || unit.Length == 0 ? 1 : PiecesOf(unit) ?? product["packSize"].Positive ?? 1;
        var rows = product["prices"].Items.Select(one => (one["from"].Pieces * each, one["cost"].Number / each));
        var seller = Element14Stores.Brand(Element14Stores.In(reader.Context.Source) ?? "");
        var breaks = reader.Breaks(code?.Text ?? mpn?.Text ?? "", rows, reader.Context.Currency);
        var maker = product["brandName"].Text is { Length: > 0 } brand ? brand : product["vendorName"].Text;
        if (reader.Offer(seller, maker, mpn, code, breaks) is not { } offer) return;
        var packaging = product["reeling"].Flag == true ? Packaging.CustomReel : OfferWords.Packaging(unit);
        var minimum = product["translatedMinimumOrderQuality"].Positive * each;
        reader.Add(offer with
        {
            Description = product["displayName"].Text,
            Packaging = packaging,
            Minimum = minimum,
            // A full reel is sold whole, and the least of it is one.
            Multiple = (product["orderMultiples"].Positive * each) ?? (packaging == Packaging.Reel ? minimum : each > 1 ? each : null),
            Stock = (product["stock"]["level"].Pieces ?? product["inv"].Pieces) * each,
            LeadTimeDays = AnswerReader.Days(product["stock"]["leastLeadTime"].Number),
            Origin = OfferWords.Country(product["countryOfOrigin"].Text),
            // Other statuses are about the store's range, not about the part.
            Lifecycle = status == "NO_LONGER_MANUFACTURED" ? Lifecycle.Obsolete : Lifecycle.Unknown,
            Channel = SupplyChannel.Franchised,
        });
    }

    private static long? PiecesOf(string unit) =>
        PackText().Match(unit) is { Success: true } match && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var pieces) && pieces > 0 ? pieces : null;

    [GeneratedRegex(@"(?:PACK|REEL|BAG|BOX|TUBE|TRAY) OF (\d{1,7})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackText();
}
