using System.Text.Json;

namespace Turnkey.Journeys;

/// <summary>What a buyer can say: who is allowed, who supplies, how soon, from how many, with which duties, fees and rates.</summary>
public sealed class SourceOptionsJourneyTests : IDisposable
{
    private const string Bom = "Designator,Quantity,MPN,Manufacturer,Description\nU1,1,AU-1,Acme,Regulator\nU2,1,AU-2,Acme,Amplifier\n";
    private const string Heading = "Supplier,Manufacturer,MPN,Currency,MOQ,Multiple,Lead time days,Stock,Price,Customer,Country of origin,HTS\n";

    /// <summary>No fees anywhere, so that prices alone decide.</summary>
    private const string Terms = "supplier,currency,order-fee,freight,freight-percent,minimum-order,duties,source\n*,USD,0,0,0,0,added,agreed\n";

    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_approved_alternate_is_bought_and_a_forbidden_part_is_not()
    {
        Offers(("prices.csv", Heading + "One,Acme,AU-1,USD,1,1,7,9000,2.50,,,\nOne,Bravo,BU-1,USD,1,1,7,9000,1.00,,,\nOne,Charlie,CU-1,USD,1,1,7,9000,0.10,,,\nOne,Acme,AU-2,USD,1,1,7,9000,1.00,,,\n"));
        var own = Run().Quantity;
        Assert.Equal(("AU-1", 2.50m), Bought(own, "AU-1"));
        var list = Write("avl.csv", "MPN,Approved Manufacturer,Approved MPN,Status\nAU-1,Acme,AU-1,approved\nAU-1,Bravo,BU-1,approved\nAU-1,Charlie,CU-1,not allowed\n");
        Assert.Equal(("BU-1", 1.00m), Bought(Run("--avl", list).Quantity, "AU-1"));
        // The same part forbidden everywhere leaves the one that was specified.
        var forbidden = Write("avl2.csv", "MPN,Approved Manufacturer,Approved MPN,Status\nAU-1,Acme,AU-1,approved\nAU-1,Bravo,BU-1,not allowed\n");
        Assert.Equal(("AU-1", 2.50m), Bought(Run("--avl", forbidden).Quantity, "AU-1"));
    }

    [Fact]
    public void What_the_customer_supplies_is_not_bought()
    {
        Offers(("prices.csv", Heading + "One,Acme,AU-1,USD,1,1,7,9000,2.50,,,\nOne,Acme,AU-2,USD,1,1,7,9000,1.00,,,\n"));
        var quantity = Run("--consign", "U1").Quantity;
        Assert.Equal("AU-2", Purchases.Text(Assert.Single(quantity.GetProperty("purchases").EnumerateArray()), "part"));
        Assert.Equal("consigned", Purchases.Text(Line(quantity, "AU-1"), "state"));
    }

    [Fact]
    public void Contract_prices_and_stock_are_the_customers_own()
    {
        Offers(
            ("prices.csv", Heading + "One,Acme,AU-1,USD,1,1,7,9000,2.50,,,\nOne,Acme,AU-1,USD,1,1,7,9000,1.75,Globex,,\nOne,Acme,AU-2,USD,1,1,7,9000,1.00,,,\n"),
            ("stock.csv", "Owner,Manufacturer,MPN,Quantity\nGlobex,Acme,AU-2,40\n"));
        Assert.Equal(2.50m, Bought(Run().Quantity, "AU-1").Price);
        var globex = Run("--customer", "Globex").Quantity;
        Assert.Equal(1.75m, Bought(globex, "AU-1").Price);
        var purchase = Purchases.Of(globex, "AU-2");
        var draw = Assert.Single(purchase.GetProperty("fromStock").EnumerateArray());
        Assert.Equal(("customer", 40), (Purchases.Text(draw, "owner"), draw.GetProperty("quantity").GetInt32()));
        Purchases.AssertAddUp(globex);
        Purchases.AssertEveryLineIsAccountedFor(globex, []);
    }

    [Fact]
    public void What_cannot_be_here_in_time_is_told_with_the_shortfall_and_the_rest_is_bought()
    {
        Offers(("prices.csv", Heading + "One,Acme,AU-1,USD,1,1,90,30,2.50,,,\nOne,Acme,AU-2,USD,1,1,7,9000,1.00,,,\n"));
        var run = Run("--lead-limit", "14");
        Assert.Equal(0, run.Code);
        var missing = Purchases.Of(run.Quantity, "AU-1");
        Assert.Equal(missing.GetProperty("required").GetInt32() - 30, missing.GetProperty("shortfall").GetInt32());
        Assert.True(Bought(run.Quantity, "AU-2").Price > 0);
        var told = Assert.Single(run.Diagnostics, one => Purchases.Text(one, "code") == "sourcing.shortfall");
        Assert.Equal("warning", Purchases.Text(told, "severity"));
        Assert.Contains("AU-1", Purchases.Text(told, "message"), StringComparison.Ordinal);
        Assert.Contains("within 14 days", Purchases.Text(told, "message"), StringComparison.Ordinal);
        Assert.Equal(3, Run("--lead-limit", "14", "--fail-on", "warning").Code);
        Assert.Equal(0, Purchases.Of(Run().Quantity, "AU-1").GetProperty("shortfall").GetInt32());
        Purchases.AssertEveryLineIsAccountedFor(run.Quantity, []);
    }

    [Fact]
    public void A_part_that_is_to_come_from_two_suppliers_does()
    {
        Offers(("prices.csv", Heading + "One,Acme,AU-1,USD,1,1,7,9000,2.50,,,\nTwo,Acme,AU-1,USD,1,1,7,9000,2.60,,,\nOne,Acme,AU-2,USD,1,1,7,9000,1.00,,,\nTwo,Acme,AU-2,USD,1,1,7,9000,1.10,,,\n"));
        Assert.Equal(["One"], Suppliers(Run().Quantity, "AU-1"));
        var quantity = Run("--dual-source", "U1").Quantity;
        Assert.Equal(["One", "Two"], Suppliers(quantity, "AU-1"));
        Assert.Equal(["One"], Suppliers(quantity, "AU-2"));
    }

    [Fact]
    public void Two_suppliers_that_there_are_not_are_told()
    {
        Offers(("prices.csv", Heading + "One,Acme,AU-1,USD,1,1,7,9000,2.50,,,\nOne,Acme,AU-2,USD,1,1,7,9000,1.00,,,\n"));
        var run = Run("--dual-source", "U1");
        Assert.Contains("only one offers it", Purchases.Text(Assert.Single(run.Diagnostics, one => Purchases.Text(one, "code") == "sourcing.no-second-source"), "message"), StringComparison.Ordinal);
        Assert.Equal(["One"], Suppliers(run.Quantity, "AU-1"));
    }

    [Fact]
    public void A_minimum_order_that_cannot_be_met_leaves_its_supplier_out_and_the_rest_is_bought()
    {
        Offers(
            ("prices.csv", Heading + "One,Acme,AU-1,USD,1,1,70,140,2.50,,,\nOne,Acme,AU-2,USD,1,1,70,3000,1.00,,,\nTwo,Acme,AU-2,USD,1,1,70,3000,1.10,,,\n"),
            ("supplier-terms.csv", Terms + "One,USD,0,0,0,1000000,added,agreed\n"));
        var run = Run("--lead-limit", "9");
        Assert.Equal(["Two"], Suppliers(run.Quantity, "AU-2"));
        Assert.Empty(Suppliers(run.Quantity, "AU-1"));
        Assert.Contains("One (1000000.00 USD at least) is left out", Purchases.Text(Assert.Single(run.Diagnostics, one => Purchases.Text(one, "code") == "sourcing.minimum-order"), "message"), StringComparison.Ordinal);
        Purchases.AssertAddUp(run.Quantity);
        Purchases.AssertEveryLineIsAccountedFor(run.Quantity, []);
    }

    [Fact]
    public void The_next_best_way_is_another_offer()
    {
        Offers(("prices.csv", Heading + "One,Acme,AU-1,USD,1,1,7,9000,2.50,,,\nOne,Acme,AU-2,USD,1,1,7,9000,1.00,,,\nTwo,Acme,AU-2,USD,1,1,7,9000,1.10,,,\n"));
        var quantity = Run("--lead-limit", "14").Quantity;
        Assert.Equal(JsonValueKind.Null, Purchases.Of(quantity, "AU-1").GetProperty("nextBest").ValueKind);
    }

    [Fact]
    public void Duties_and_terms_of_the_offers_folder_count()
    {
        var list = Heading + "One,Acme,AU-1,USD,1,1,7,9000,1.00,,CN,8542.39\nTwo,Acme,AU-1,USD,1,1,7,9000,1.20,,DE,8542.39\nOne,Acme,AU-2,USD,1,1,7,9000,1.00,,DE,8542.39\n";
        const string Tariffs = "destination,code,origin,percent,label,from,until,source,taken,assumed\nUS,8542,*,0,base,,,test,2026-01-01,no\nUS,8542,CN,50,extra,,,test,2026-01-01,no\n";
        Offers(("prices.csv", list), ("tariffs.csv", Tariffs));
        Assert.Equal(["One"], Suppliers(Run().Quantity, "AU-1"));
        var run = Run("--destination", "US").Quantity;
        Assert.Equal(["Two"], Suppliers(run, "AU-1"));
        Offers(("prices.csv", list), ("tariffs.csv", Tariffs), ("supplier-terms.csv", Terms + "Two,USD,75,0,0,0,added,agreed\n"));
        var dear = Run("--destination", "US").Quantity;
        Assert.Equal(["One"], Suppliers(dear, "AU-1"));
        var order = Assert.Single(Purchases.Of(dear, "AU-1").GetProperty("orders").EnumerateArray());
        Assert.Equal(1.50m, order.GetProperty("landedUnitCost").GetProperty("likely").GetDecimal());
        Assert.Equal(0, dear.GetProperty("fees").GetProperty("likely").GetDecimal());
    }

    [Fact]
    public void Offers_in_another_currency_need_a_rate()
    {
        Offers(("prices.csv", Heading + "One,Acme,AU-1,USD,1,1,7,9000,2.50,,,\nTwo,Acme,AU-1,EUR,1,1,7,9000,2.00,,,\nTwo,Acme,AU-2,EUR,1,1,7,9000,1.00,,,\n"));
        var without = Run();
        Assert.Equal((0, 2.50m), (without.Code, Bought(without.Quantity, "AU-1").Price));
        Assert.Equal("estimate", Purchases.Text(Line(without.Quantity, "AU-2"), "basis"));
        Assert.Contains(without.Diagnostics, one => Purchases.Text(one, "code") == "sourcing.no-rate" && Purchases.Text(one, "message").Contains("Two", StringComparison.Ordinal));

        var plant = Write("plant.yaml", "exchange-rates:\n  - { from: EUR, to: USD, rate: 1.1, date: 2026-01-30, source: test }\n");
        var with = Run("--plant", plant);
        var order = Assert.Single(Purchases.Of(with.Quantity, "AU-1").GetProperty("orders").EnumerateArray());
        Assert.Equal(("Two", 2.00m, "EUR", 2.20m), (Purchases.Text(order, "supplier"), order.GetProperty("unitPrice").GetDecimal(), Purchases.Text(order, "currency"), order.GetProperty("landedUnitCost").GetProperty("likely").GetDecimal()));
        Assert.Contains("EUR at 1.1 of 2026-01-30", Purchases.Text(order, "basis"), StringComparison.Ordinal);
        Purchases.AssertAddUp(with.Quantity);
    }

    [Fact]
    public void A_currency_without_a_rate_is_told_and_amounts_stay_in_the_plants()
    {
        Offers(("prices.csv", Heading + "One,Acme,AU-1,USD,1,1,7,9000,2.50,,,\n"));
        var run = Journey.Of("source", Write("bom.csv", Bom), "--qty", "100", "--as-of", "2026-01-31", "--currency", "EUR", "--json");
        Assert.Equal("USD", Purchases.Text(run.Json, "currency"));
        Assert.Contains(run.Json.GetProperty("diagnostics").EnumerateArray(), one => Purchases.Text(one, "code") == "sourcing.no-rate" && Purchases.Text(one, "severity") == "error");
    }

    private static (string Mpn, decimal Price) Bought(JsonElement quantity, string part)
    {
        var order = Assert.Single(Purchases.Of(quantity, part).GetProperty("orders").EnumerateArray());
        return (Purchases.Text(order, "mpn"), order.GetProperty("unitPrice").GetDecimal());
    }

    private static IEnumerable<string> Suppliers(JsonElement quantity, string part) => Purchases.Of(quantity, part).GetProperty("orders").EnumerateArray().Select(order => Purchases.Text(order, "supplier")).Order(StringComparer.Ordinal);

    private static JsonElement Line(JsonElement quantity, string mpn) => Assert.Single(quantity.GetProperty("lines").EnumerateArray(), line => Purchases.Text(line, "mpn") == mpn);

    /// <summary>A hundred products with the offers at hand.</summary>
    private (int Code, JsonElement Quantity, JsonElement[] Diagnostics) Run(params string[] more)
    {
        var run = Journey.Of(["source", Write("bom.csv", Bom), "--qty", "100", "--offers", Path.Combine(folder, "offers"), "--as-of", "2026-01-31", "--json", .. more]);
        Assert.True(run.Output.Length > 0, run.Error);
        return (run.Code, run.Json.GetProperty("quantities")[0], [.. run.Json.GetProperty("diagnostics").EnumerateArray()]);
    }

    private void Offers(params (string Name, string Content)[] files)
    {
        Directory.CreateDirectory(Path.Combine(folder, "offers"));
        foreach (var (name, content) in files.Prepend(("supplier-terms.csv", Terms))) Write(Path.Combine("offers", name), content);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
