using System.Text.Json;

namespace Turnkey.Journeys;

/// <summary>Buying for real packages, with recorded answers of suppliers and without, where they are at hand; neither is part of the repository.</summary>
public sealed class RealSourceTests
{
    private static readonly string[] Asked = ["--qty", "100", "--as-of", "2026-01-31", "--json"];

    public static TheoryData<string> Packages => [.. Places.RealPackageNames.DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_real_package_is_bought_for_without_offers(string name) => Buy(name, []);

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_real_package_is_bought_for_on_recorded_answers(string name)
    {
        Assert.SkipUnless(Places.RealOffers is not null, "there is no shared/offers beside the repository");
        Buy(name, ["--offers", Places.RealOffers!]);
    }

    private static void Buy(string name, string[] offers)
    {
        Assert.SkipUnless(Places.RealPackages is not null, "there is no shared/packages beside the repository");
        var package = Path.Combine(Places.RealPackages!, name);
        var first = Journey.Of(["source", package, .. Asked, .. offers]);
        if (first.Code == 1)
        {
            // A package without a parts list has nothing to buy, and that is the reason given.
            Assert.Equal("sourcing.nothing-to-buy", Purchases.Text(first.Json.GetProperty("diagnostics")[0], "code"));
            return;
        }
        Assert.True(first.Code == 0, first.Error);
        Assert.Equal(first.Output, Journey.Of(["source", package, .. Asked, .. offers]).Output);
        var quantity = first.Json.GetProperty("quantities")[0];
        Purchases.AssertAddUp(quantity);
        Purchases.AssertEveryLineIsAccountedFor(quantity, [.. first.Json.GetProperty("diagnostics").EnumerateArray().Select(one => Purchases.Text(one, "message"))]);
        var quote = Journey.Of(["quote", package, .. Asked, .. offers]);
        Assert.True(quote.Code == 0, quote.Error);
        Assert.Equal(Bought(quantity, "lines"), Bought(quote.Json.GetProperty("quantities")[0], "material"));
    }

    private static string[] Bought(JsonElement quantity, string lines) =>
        [.. quantity.GetProperty(lines).EnumerateArray().Select(line => line.GetRawText()).Order(StringComparer.Ordinal)];
}
