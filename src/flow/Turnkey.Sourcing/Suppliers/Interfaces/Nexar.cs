using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Suppliers.Interfaces;

/// <summary>
/// Nexar, which was Octopart (GraphQL, api.nexar.com): an index of what many sellers have, franchised ones and brokers. Each seller's offer is an offer here.
/// </summary>
internal sealed partial class Nexar : IBatchInterface
{
    /// <summary>Every part returned counts against the quota; makers that share a number are few.</summary>
    private const int MostParts = 3;

    /// <summary>Parts that one request may ask for over all its numbers. Source: support.nexar.com 101000434620, multi-match query array size limits.</summary>
    private const int MostPartsTogether = 100;

    /// <summary>Fields by Nexar's published supply schema (SupPart, SupSeller, SupOffer).</summary>
    private const string Query =
        "query Offers($queries: [SupPartMatchQuery!]!, $country: String!, $currency: String!) { supMultiMatch(queries: $queries, country: $country, currency: $currency) { hits reference "
        + "parts { mpn manufacturer { name } shortDescription specs { attribute { shortname } displayValue } similarParts { mpn } "
        + "sellers(includeBrokers: true) { company { name isVerified } isAuthorized isBroker isRfq "
        + "offers { sku inventoryLevel moq orderMultiple packaging factoryLeadDays updated prices { quantity price currency } } } } } }";

    public string Name => "Nexar";

    public SupplierRequest? Ask(PartQuestion question, SupplierAccess access, IReadOnlyList<ReadOnlyMemory<byte>> answered) => question.Text.Length == 0 ? null : Ask([question], access, answered);

    public SupplierRequest? Ask(IReadOnlyList<PartQuestion> questions, SupplierAccess access, IReadOnlyList<ReadOnlyMemory<byte>> answered)
    {
        if (answered.Count > 0) return null;
        var most = Math.Clamp(MostPartsTogether / questions.Count, 1, MostParts);
        var body = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["query"] = Query,
            ["variables"] = new Dictionary<string, object> { ["queries"] = questions.Select((question, i) => Match(question, most, questions.Count > 1 ? i : null)), ["country"] = access.Market.Country, ["currency"] = access.Market.Currency.Code },
        });
        return SupplierRequest.PostJson(access.Terms.Address, body, ("Authorization", $"Bearer {access.Token}"));
    }

    public ImmutableArray<ImmutableArray<ReadOnlyMemory<byte>>?> Share(IReadOnlyList<PartQuestion> questions, IReadOnlyList<ReadOnlyMemory<byte>> answered)
    {
        using var document = answered.Count == 1 ? AnswerReader.Parse(answered[0], null) : null;
        var matches = (document is null ? default : new AnswerNode(document.RootElement))["data"]["supMultiMatch"].Items.ToLookup(match => match["reference"].Text, StringComparer.Ordinal);
        return [.. questions.Select((_, i) => matches[Reference(i)].FirstOrDefault() is { Exists: true } match ? (ImmutableArray<ReadOnlyMemory<byte>>?)[AnswerShare.Write(json =>
        {
            json.WriteStartObject("data");
            json.Write("supMultiMatch", (AnswerNode[])[match]);
            json.WriteEndObject();
        })] : null)];
    }

    /// <param name="number">Comes back with the match and tells whose it is; null where one is asked for alone.</param>
    private static Dictionary<string, object> Match(PartQuestion question, int most, int? number)
    {
        var match = new Dictionary<string, object> { [question.Mpn is null ? "sku" : "mpn"] = question.Mpn?.Text ?? question.Text, ["limit"] = most };
        if (question.Manufacturer is { Length: > 0 } maker) match["manufacturer"] = maker;
        if (number is { } i) match["reference"] = Reference(i);
        return match;
    }

    private static string Reference(int question) => question.ToString(CultureInfo.InvariantCulture);

    public SupplierAnswer Read(IReadOnlyList<ReadOnlyMemory<byte>> answered, PartQuestion? question, AnswerContext context)
    {
        var reader = new AnswerReader(Name, question, context);
        return reader.Read(answered, roots =>
        {
            foreach (var root in roots)
            {
                foreach (var error in root["errors"].Items) reader.Refuse(AnswerReader.Classify($"{error["extensions"]["code"].Text} {error["message"].Text}"), error["message"].Text);
                foreach (var part in Parts(root)) ReadPart(part, question, reader);
            }
        });
    }

    public static bool Recognises(AnswerNode root) =>
        (root["parts"].IsList && root.Has("hits")) || root["data"].Has("supMultiMatch") || root["data"].Has("supSearchMpn") || root["data"].Has("supSearch");

    private static IEnumerable<AnswerNode> Parts(AnswerNode root) =>
    [
        .. root["parts"].Items,
        .. root["data"]["supMultiMatch"].Items.SelectMany(match => match["parts"].Items),
        .. root["data"]["supSearchMpn"]["results"].Items.Select(result => result["part"]),
        .. root["data"]["supSearch"]["results"].Items.Select(result => result["part"]),
    ];

    private static void ReadPart(AnswerNode part, PartQuestion? question, AnswerReader reader)
    {
        var mpn = PartNumber.Parse(part["mpn"].Text);
        // A seller's code was asked for: the part has been found by it.
        if (question?.Mpn is { } asked ? !reader.IsAsked(mpn) : !reader.IsAsked(mpn, question?.SupplierCode)) return;
        foreach (var similar in part["similarParts"].Items) reader.Fact(mpn, PartFactKind.Similar, similar["mpn"].Text);
        var stage = Stage(part);
        foreach (var seller in part["sellers"].Items)
        {
            foreach (var offer in seller["offers"].Items) ReadOffer(part, seller, offer, mpn, stage, reader);
        }
    }

    private static void ReadOffer(AnswerNode part, AnswerNode seller, AnswerNode said, PartNumber? mpn, Lifecycle stage, AnswerReader reader)
    {
        var name = seller["company"]["name"].Text;
        var code = PartNumber.Parse(said["sku"].Text);
        var prices = said["prices"].Items.Select(one => (Quantity: one["quantity"].Pieces, Price: one["price"].Number, Currency: Currency.Parse(one["currency"].Text))).ToList();
        // An offer may be priced in several currencies: the one that was asked for, else the one with the most breaks. Its stock is there once.
        var groups = prices.Where(one => one.Currency is not null).GroupBy(one => one.Currency!).OrderByDescending(group => group.Key == reader.Context.Currency)
            .ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Code, StringComparer.Ordinal);
        var chosen = groups.FirstOrDefault();
        var breaks = reader.Breaks($"{mpn?.Text} at {name}", chosen is null ? prices.Select(one => (one.Quantity, one.Price)) : chosen.Select(one => (one.Quantity, one.Price)), chosen?.Key);
        if (reader.Offer(name, part["manufacturer"]["name"].Text, mpn, code, breaks, said["updated"].Day) is not { } offer) return;
        reader.Add(offer with
        {
            Description = part["shortDescription"].Text,
            Packaging = OfferWords.Packaging(said["packaging"].Text),
            Minimum = said["moq"].Positive,
            Multiple = said["orderMultiple"].Positive,
            Stock = Stock(said["inventoryLevel"]),
            LeadTimeDays = AnswerReader.Days(said["factoryLeadDays"].Number),
            Lifecycle = stage,
            Channel = Channel(seller, name),
        });
    }

    /// <summary>
    /// −1 is a part that the seller does not stock, −2 in stock without a number, −3 not known, −4 on request. Source: Altium developer center, Octopart API,
    /// inventory, special codes.
    /// </summary>
    private static long? Stock(AnswerNode level) => level.Number is -1 ? 0 : level.Pieces;

    /// <summary>
    /// Authorised is said per manufacturer and counts most; where the answer does not say it (older ones do not), what the table of suppliers says of the seller.
    /// </summary>
    private static SupplyChannel Channel(AnswerNode seller, string name)
    {
        var broker = seller["isBroker"].Flag ?? seller["company"]["isBroker"].Flag;
        if (broker == true) return SupplyChannel.Independent;
        return seller["isAuthorized"].Flag switch
        {
            true => SupplyChannel.Franchised,
            false => SupplyChannel.Independent,
            null => SupplierTable.Default.Find(name)?.Channel ?? SupplyChannel.Unknown,
        };
    }

    private static Lifecycle Stage(AnswerNode part)
    {
        string Spec(string name) => part["specs"].Items.FirstOrDefault(one => one["attribute"]["shortname"].Text == name)["displayValue"].Text;
        var makers = OfferWords.Lifecycle(Remark().Replace(Spec("manufacturerlifecyclestatus"), ""));
        return makers != Lifecycle.Unknown ? makers : OfferWords.Lifecycle(Remark().Replace(Spec("lifecyclestatus"), ""));
    }

    /// <summary><c>Production (Last Updated: 6 months ago)</c>.</summary>
    [GeneratedRegex(@"\([^)]*\)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remark();
}
