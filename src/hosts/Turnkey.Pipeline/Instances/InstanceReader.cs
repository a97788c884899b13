using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Kernel;

namespace Turnkey.Pipeline.Instances;

/// <summary>
/// Reads a purchasing problem from JSON: <c>suppliers</c> (id, fixedFee, minimumOrderValue), <c>lines</c> (line, quantityPerBoard, offers) with <c>offers</c>
/// (supplier, minimumOrderQuantity, orderMultiple, stock, priceBreaks of quantity and unitPrice), and <c>maximumOffersPerLine</c>, 2 where it is left out.
/// Other members are left alone. An optimum of half a problem measures nothing, so the first thing that is wrong refuses the whole.
/// </summary>
internal static class InstanceReader
{
    private const int MostSuppliers = 1_000;
    private const int MostLines = 100_000;
    private const int MostOffersOfLine = 1_000;
    private const int MostPriceBreaks = 100;
    private const int UsualOffersPerLine = 2;

    /// <summary>Of pieces; with the largest number of boards a demand is still one the optimiser takes.</summary>
    private const long MostPieces = 1_000_000_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <returns>The problem, or why there is none.</returns>
    public static (SourcingInstance? Instance, Diagnostic? Refusal) Read(string name, ReadOnlyMemory<byte> content)
    {
        try
        {
            if (content.Span.StartsWith("\uFEFF"u8)) content = content[3..];
            using var document = JsonDocument.Parse(content, Options);
            return (Instance(document.RootElement), null);
        }
        catch (JsonException e)
        {
            var line = (int)Math.Min((e.LineNumber ?? 0) + 1, int.MaxValue);
            return (null, Diagnostic.Error("instance.not-json", name, line, "the file is not JSON, or nested too deep"));
        }
        catch (FormatException e)
        {
            return (null, Diagnostic.Error("instance.not-understood", name, 0, e.Message));
        }
        catch (InvalidOperationException)
        {
            // Text that is no Unicode.
            return (null, Diagnostic.Error("instance.not-json", name, 0, "a text in the file is no valid Unicode"));
        }
    }

    private static SourcingInstance Instance(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException("the file must hold an object with 'suppliers' and 'lines'");
        var suppliers = ImmutableArray.CreateBuilder<InstanceSupplier>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (element, where) in Items(root, "suppliers", "the file", MostSuppliers))
        {
            var id = Text(element, "id", where);
            if (!places.TryAdd(id, suppliers.Count)) throw new FormatException($"{where}: supplier '{Short(id)}' is there twice");
            suppliers.Add(new(id, Amount(element, "fixedFee", where), Amount(element, "minimumOrderValue", where)));
        }
        var lines = ImmutableArray.CreateBuilder<InstanceLine>();
        var numbers = new HashSet<int>();
        foreach (var (element, where) in Items(root, "lines", "the file", MostLines))
        {
            var number = (int)Whole(element, "line", where, int.MinValue, int.MaxValue);
            if (!numbers.Add(number)) throw new FormatException($"{where}: line {number} is there twice");
            lines.Add(new(number, Whole(element, "quantityPerBoard", where, 1, MostPieces), Offers(element, where, places)));
        }
        var mostOffers = root.TryGetProperty("maximumOffersPerLine", out _) ? (int)Whole(root, "maximumOffersPerLine", "the file", 1, MostOffersOfLine) : UsualOffersPerLine;
        return new(suppliers.ToImmutable(), lines.ToImmutable(), mostOffers);
    }

    private static ImmutableArray<InstanceOffer> Offers(JsonElement line, string of, Dictionary<string, int> suppliers)
    {
        var offers = ImmutableArray.CreateBuilder<InstanceOffer>();
        foreach (var (element, where) in Items(line, "offers", of, MostOffersOfLine))
        {
            var id = Text(element, "supplier", where);
            if (!suppliers.TryGetValue(id, out var supplier)) throw new FormatException($"{where}: there is no supplier '{Short(id)}' under 'suppliers'");
            offers.Add(new(
                supplier,
                Whole(element, "minimumOrderQuantity", where, 1, MostPieces),
                Whole(element, "orderMultiple", where, 1, MostPieces),
                Whole(element, "stock", where, 0, Turnkey.Sourcing.Optimisation.PurchaseProblem.MostPieces),
                Prices(element, where)));
        }
        return offers.ToImmutable();
    }

    private static ImmutableArray<(long Quantity, decimal UnitPrice)> Prices(JsonElement offer, string of)
    {
        var prices = Items(offer, "priceBreaks", of, MostPriceBreaks)
            .Select(item => (Quantity: Whole(item.Element, "quantity", item.Where, 1, MostPieces), UnitPrice: Amount(item.Element, "unitPrice", item.Where)))
            .OrderBy(price => price.Quantity).ToImmutableArray();
        for (var i = 1; i < prices.Length; i++)
        {
            if (prices[i].Quantity == prices[i - 1].Quantity) throw new FormatException($"{of}: two prices from {prices[i].Quantity} pieces on; leave one of them");
        }
        return prices;
    }

    private static IEnumerable<(JsonElement Element, string Where)> Items(JsonElement element, string member, string of, int most)
    {
        if (!element.TryGetProperty(member, out var list) || list.ValueKind != JsonValueKind.Array) throw new FormatException($"{of}: '{member}' must be a list");
        if (list.GetArrayLength() > most) throw new FormatException($"{of}: '{member}' has {list.GetArrayLength()} entries (limit: {most})");
        return list.EnumerateArray().Select((item, i) =>
        {
            var where = of == "the file" ? $"{member}[{i}]" : $"{of}.{member}[{i}]";
            return item.ValueKind == JsonValueKind.Object ? (item, where) : throw new FormatException($"{where}: must be an object");
        });
    }

    private static string Text(JsonElement element, string member, string where) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text : throw new FormatException($"{where}: '{member}' must be a text");

    private static decimal Amount(JsonElement element, string member, string where) =>
        Number(element, member) is { } amount and >= 0 ? amount : throw new FormatException($"{where}: '{member}' must be an amount of at least 0");

    private static long Whole(JsonElement element, string member, string where, long least, long most) =>
        Number(element, member) is { } number && number >= least && number <= most && decimal.IsInteger(number)
            ? (long)number : throw new FormatException($"{where}: '{member}' must be a whole number from {least} to {most}");

    private static decimal? Number(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
