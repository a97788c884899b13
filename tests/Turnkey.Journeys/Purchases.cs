using System.Text.Json;

namespace Turnkey.Journeys;

/// <summary>What holds of the purchases of every sourcing.</summary>
internal static class Purchases
{
    public static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    public static JsonElement Of(JsonElement quantity, string part) => Assert.Single(quantity.GetProperty("purchases").EnumerateArray(), one => Text(one, "part") == part);

    public static IEnumerable<JsonElement> Orders(JsonElement quantity) => quantity.GetProperty("purchases").EnumerateArray().SelectMany(one => one.GetProperty("orders").EnumerateArray());

    /// <summary>Parts are purchases, stock and estimates; the values of orders are those of their purchases; the objective is the money and what was weighted, and it is proven.</summary>
    public static void AssertAddUp(JsonElement quantity)
    {
        var orders = Orders(quantity).ToArray();
        var stock = quantity.GetProperty("purchases").EnumerateArray().SelectMany(one => one.GetProperty("fromStock").EnumerateArray()).Sum(one => one.GetProperty("quantity").GetDecimal() * one.GetProperty("unitValue").GetDecimal());
        var bought = orders.Sum(Cost);
        var covered = Covered(quantity);
        var otherwise = quantity.GetProperty("lines").EnumerateArray().Where(line => !covered.Overlaps(Places(line))).Sum(line => Likely(line, "purchaseCost"));
        Assert.Equal(Likely(quantity, "parts"), bought + stock + otherwise, 4);
        foreach (var supplier in quantity.GetProperty("orders").EnumerateArray())
        {
            var own = orders.Where(order => Text(order, "supplier") == Text(supplier, "supplier")).ToArray();
            Assert.Equal(supplier.GetProperty("purchases").GetInt32(), own.Length);
            if (own.All(order => Text(order, "currency") == "USD")) Assert.Equal(supplier.GetProperty("value").GetDecimal(), own.Sum(order => order.GetProperty("quantity").GetDecimal() * order.GetProperty("unitPrice").GetDecimal()), 4);
        }
        var fees = Likely(quantity, "fees");
        Assert.Equal(fees, quantity.GetProperty("orders").EnumerateArray().Sum(order => Likely(order, "fees")), 6);
        if (orders.Length == 0) return;
        var proof = quantity.GetProperty("proof");
        var (objective, bound) = (proof.GetProperty("objective").GetDecimal(), proof.GetProperty("lowerBound").GetDecimal());
        Assert.Equal(objective, bought + fees + proof.GetProperty("weighted").GetDecimal(), 3);
        Assert.True(bound <= objective);
        Assert.Equal(0, proof.GetProperty("gap").GetDecimal());
    }

    /// <summary>No line is lost: it is bought, on stock, estimated, consigned, or somebody is told.</summary>
    public static void AssertEveryLineIsAccountedFor(JsonElement quantity, IReadOnlyCollection<string> told)
    {
        var covered = Covered(quantity);
        foreach (var line in quantity.GetProperty("lines").EnumerateArray().Where(line => Text(line, "state") == "bought"))
        {
            var places = Places(line).ToArray();
            var bought = places.Length > 0 && places.All(covered.Contains);
            var priced = line.GetProperty("unitPrice").ValueKind == JsonValueKind.Object;
            var name = Text(line, "mpn").Length > 0 ? Text(line, "mpn") : Text(line, "value");
            Assert.True(bought || priced || told.Any(message => message.Contains(name, StringComparison.Ordinal)), $"{string.Join(", ", places)} {name} is lost");
        }
        foreach (var purchase in quantity.GetProperty("purchases").EnumerateArray())
        {
            var here = purchase.GetProperty("orders").EnumerateArray().Sum(order => order.GetProperty("quantity").GetInt64()) + purchase.GetProperty("fromStock").EnumerateArray().Sum(draw => draw.GetProperty("quantity").GetInt64());
            // Of what cannot be had in full all that there is is ordered.
            var missing = purchase.GetProperty("shortfall").GetInt64();
            if (missing > 0) Assert.True(purchase.GetProperty("orders").GetArrayLength() == 0 || here == purchase.GetProperty("required").GetInt64() - missing);
            else Assert.Equal(purchase.GetProperty("required").GetInt64() + purchase.GetProperty("excess").GetProperty("quantity").GetInt64(), here);
        }
    }

    /// <summary>Places that are in a purchase, or the part's number where it has none.</summary>
    private static HashSet<string> Covered(JsonElement quantity) =>
        quantity.GetProperty("purchases").EnumerateArray().SelectMany(one => Names(one, "part")).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Places(JsonElement line) => Names(line, "mpn");

    private static IEnumerable<string> Names(JsonElement of, string name) =>
        of.GetProperty("designators") is var places && places.GetArrayLength() > 0 ? places.EnumerateArray().Select(place => place.GetString()!) : [Text(of, name)];

    private static decimal Cost(JsonElement order) => (order.GetProperty("quantity").GetDecimal() * Likely(order, "landedUnitCost")) + order.GetProperty("oncePerPurchase").GetDecimal();

    private static decimal Likely(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Object } spread ? spread.GetProperty("likely").GetDecimal() : 0m;
}
