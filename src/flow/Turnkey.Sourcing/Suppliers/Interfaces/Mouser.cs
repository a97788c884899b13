using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Offers.Reading;

namespace Turnkey.Sourcing.Suppliers.Interfaces;

/// <summary>Mouser Search API, by part number (api.mouser.com): numbers and prices are texts in the way of the market (<c>$0.25</c>, <c>0,25 €</c>).</summary>
internal sealed partial class Mouser : IBatchInterface
{
    public string Name => "Mouser";

    public SupplierRequest? Ask(PartQuestion question, SupplierAccess access, IReadOnlyList<ReadOnlyMemory<byte>> answered) => question.Text.Length == 0 ? null : Ask([question], access, answered);

    public SupplierRequest? Ask(IReadOnlyList<PartQuestion> questions, SupplierAccess access, IReadOnlyList<ReadOnlyMemory<byte>> answered)
    {
        if (answered.Count > 0) return null;
        // A bar separates part numbers in this interface.
        var numbers = string.Join('|', questions.Select(question => question.Text.Replace("|", "", StringComparison.Ordinal)));
        var body = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["SearchByPartRequest"] = new Dictionary<string, string> { ["mouserPartNumber"] = numbers, ["partSearchOptions"] = "Exact" },
        });
        return SupplierRequest.PostJson($"{access.Terms.Address}?apiKey={Uri.EscapeDataString(access.Keys.Id)}", body, ("Accept", "application/json"));
    }

    public ImmutableArray<ImmutableArray<ReadOnlyMemory<byte>>?> Share(IReadOnlyList<PartQuestion> questions, IReadOnlyList<ReadOnlyMemory<byte>> answered)
    {
        using var document = answered.Count == 1 ? AnswerReader.Parse(answered[0], null) : null;
        var results = document is null ? default : new AnswerNode(document.RootElement)["SearchResults"];
        var parts = results["Parts"].Items.ToArray();
        // Fifty parts are all that an answer holds; whose parts were cut off nobody can say.
        if (!results.IsObject || results["NumberOfResult"].Pieces is { } found && found > parts.Length) return [.. questions.Select(_ => (ImmutableArray<ReadOnlyMemory<byte>>?)null)];
        return [.. questions.Select(question => (ImmutableArray<ReadOnlyMemory<byte>>?)[AnswerShare.Write(json =>
        {
            json.WriteStartArray("Errors");
            json.WriteEndArray();
            json.WriteStartObject("SearchResults");
            json.Write("Parts", parts.Where(part => question.IsAnsweredBy(PartNumber.Parse(part["ManufacturerPartNumber"].Text), PartNumber.Parse(part["MouserPartNumber"].Text))));
            json.WriteEndObject();
        })])];
    }

    public SupplierAnswer Read(IReadOnlyList<ReadOnlyMemory<byte>> answered, PartQuestion? question, AnswerContext context)
    {
        var reader = new AnswerReader(Name, question, context);
        return reader.Read(answered, roots =>
        {
            foreach (var root in roots)
            {
                foreach (var error in root["Errors"].Items)
                {
                    var said = error["Message"].Text is { Length: > 0 } message ? message : error["Code"].Text;
                    reader.Refuse(AnswerReader.Classify($"{error["Code"].Text} {error["ResourceKey"].Text} {said}"), said);
                }
                foreach (var part in root["SearchResults"]["Parts"].Items) ReadPart(part, reader);
            }
        });
    }

    public static bool Recognises(AnswerNode root) => root["SearchResults"].Has("Parts") || (root.Has("SearchResults") && root.Has("Errors"));

    private static void ReadPart(AnswerNode part, AnswerReader reader)
    {
        var mpn = PartNumber.Parse(part["ManufacturerPartNumber"].Text);
        var code = PartNumber.Parse(part["MouserPartNumber"].Text);
        if (!reader.IsAsked(mpn, code)) return;
        ReadFacts(part, mpn, reader);
        var rows = part["PriceBreaks"].Items.Select(one => (Quantity: one["Quantity"].Pieces, Price: one["Price"].Text, Currency: one["Currency"].Text)).ToList();
        var numbers = NumberColumn.Of(rows.Select(row => row.Price));
        var currency = rows.Select(row => Currency.Parse(row.Currency) ?? OfferColumns.CurrencyIn(row.Price)).FirstOrDefault(one => one is not null) ?? reader.Context.Currency;
        var breaks = reader.Breaks(code?.Text ?? mpn?.Text ?? "", rows.Select(row => (row.Quantity, numbers.Read(row.Price))), currency);
        if (reader.Offer("Mouser", part["Manufacturer"].Text, mpn, code, breaks) is not { } offer) return;
        reader.Add(offer with
        {
            Description = part["Description"].Text,
            Packaging = PackagingOf(part),
            Minimum = part["Min"].Positive,
            Multiple = part["Mult"].Positive,
            Stock = part["AvailabilityInStock"].Pieces ?? InStock(part["Availability"].Text),
            LeadTimeDays = LeadTime(part["LeadTime"].Text),
            TariffCode = OfferWords.TariffCode(Compliance(part, "USHTS")),
            NonCancellable = part["InfoMessages"].Items.Append(part["RestrictionMessage"]).Any(message => SaysNonCancellable(message.Text)) ? true : null,
            Lifecycle = OfferWords.Lifecycle(part["LifecycleStatus"].Text),
            Channel = SupplyChannel.Franchised,
        });
    }

    private static void ReadFacts(AnswerNode part, PartNumber? mpn, AnswerReader reader)
    {
        reader.Fact(mpn, PartFactKind.Replacement, part["SuggestedReplacement"].Text);
        foreach (var alternate in part["AlternatePackagings"].Items) reader.Fact(mpn, PartFactKind.AlternatePackaging, alternate["APMfrPN"].Text);
        reader.Fact(mpn, PartFactKind.Rohs, part["ROHSStatus"].Text);
        reader.Fact(mpn, PartFactKind.ExportControl, Compliance(part, "ECCN"));
        reader.Fact(mpn, PartFactKind.StandardPack, Attribute(part, "Standard Pack Qty").FirstOrDefault() ?? "");
        if (part["IsDiscontinued"].Flag == true) reader.Fact(mpn, PartFactKind.SupplierStatus, "discontinued");
        reader.Fact(mpn, PartFactKind.SupplierStatus, part["RestrictionMessage"].Text);
    }

    /// <summary>One price table holds for reel, cut tape and MouseReel alike: what can be bought in the least quantity is cut tape.</summary>
    private static Packaging PackagingOf(AnswerNode part)
    {
        var kinds = Attribute(part, "Packaging").Select(OfferWords.Packaging).Where(kind => kind != Packaging.Unknown).Distinct().ToList();
        return kinds.Contains(Packaging.CutTape) ? Packaging.CutTape : kinds.FirstOrDefault();
    }

    private static IEnumerable<string> Attribute(AnswerNode part, string name) =>
        part["ProductAttributes"].Items.Where(one => string.Equals(one["AttributeName"].Text, name, StringComparison.OrdinalIgnoreCase)).Select(one => one["AttributeValue"].Text);

    private static string Compliance(AnswerNode part, string name) =>
        part["ProductCompliance"].Items.FirstOrDefault(one => string.Equals(one["ComplianceName"].Text, name, StringComparison.OrdinalIgnoreCase))["ComplianceValue"].Text;

    /// <summary><c>6809 In Stock</c>; what is on order is not in stock, and a text without a number is not known.</summary>
    private static long? InStock(string text)
    {
        if (text.Equals("None", StringComparison.OrdinalIgnoreCase) || text.Contains("Non-Stocked", StringComparison.OrdinalIgnoreCase)) return 0;
        return StockText().Match(text) is { Success: true } match ? NumberColumn.Whole(match.Groups[1].Value) : null;
    }

    private static int? LeadTime(string text) =>
        LeadText().Match(text) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? AnswerReader.Days(number, match.Groups[2].Value.StartsWith("w", StringComparison.OrdinalIgnoreCase) ? 7 : 1) : null;

    private static bool SaysNonCancellable(string text) =>
        text.Contains("NCNR", StringComparison.Ordinal) || text.Contains("non-cancel", StringComparison.OrdinalIgnoreCase) || text.Contains("noncancel", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^([\d.,' ]{1,20}) ?In Stock", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StockText();

    [GeneratedRegex(@"^(\d{1,4}) ?(days?|weeks?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadText();
}
