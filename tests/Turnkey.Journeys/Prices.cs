using System.Text.Json;

namespace Turnkey.Journeys;

/// <summary>What holds of the prices of every quotation.</summary>
internal static class Prices
{
    /// <summary>Members that only the manufacturer may see.</summary>
    private static readonly string[] InternalNames =
        ["breakdown", "basis", "costs", "nonRecurringCosts", "material", "processPlans", "ruleOfThumb", "margin", "overhead", "plant", "offers", "figures", "rate"];

    /// <summary>Breakdown and basis add up to the unit price, and the total follows from it.</summary>
    public static void AssertAddUp(JsonElement quantity)
    {
        var price = quantity.GetProperty("unitPrice").GetDecimal();
        var basis = quantity.GetProperty("basis");
        Assert.True(price > 0);
        Assert.Equal(price, Math.Round(price, 4));
        Assert.Equal(price, quantity.GetProperty("breakdown").EnumerateObject().Sum(part => part.Value.GetDecimal()));
        Assert.Equal(price, basis.GetProperty("offer").GetDecimal() + basis.GetProperty("priceList").GetDecimal() + basis.GetProperty("estimate").GetDecimal());
        Assert.Equal(quantity.GetProperty("total").GetDecimal(), Math.Round((price * quantity.GetProperty("quantity").GetInt32()) + quantity.GetProperty("nonRecurring").GetDecimal(), 2, MidpointRounding.AwayFromZero));
        Assert.True(quantity.GetProperty("leadTimeWorkingDays").GetInt32() > 0);
    }

    public static IEnumerable<string> Internals(JsonElement result) => Names(result).Intersect(InternalNames);

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        // What a board is laid up of is the customer's own; there "material" is the name of a laminate.
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "stackup" ? [member.Name] : Names(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
