using System.Text;
using Turnkey.Kernel;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Sourcing.Tests.Suppliers;

/// <summary>Whatever comes back from the network is read or told, never thrown over.</summary>
public sealed class HostileAnswerTests
{
    private static readonly (string Supplier, string Fixture)[] Fixtures =
        [("Digi-Key", "digikey-keyword.json"), ("Mouser", "mouser.json"), ("element14", "element14.json"), ("TME", "tme-prices.json"), ("TME", "tme-search.json"), ("TME", "tme-second.json"), ("Nexar", "nexar.json")];

    public static TheoryData<string> Suppliers => [.. SupplierInterfaces.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Suppliers))]
    public void Mutated_answers_are_read_under_limits(string supplier)
    {
        var random = new Random(4);
        foreach (var (_, name) in Fixtures.Where(one => one.Supplier == supplier))
        {
            var fixture = Answers.Fixture(name);
            for (var i = 0; i < 400; i++)
            {
                var answer = Answers.Interface(supplier).Read([Mutate(fixture, random)], null, new AnswerContext(supplier, Answers.Today, i % 2 == 0 ? Currency.Usd : null));
                Assert.All(answer.Offers, one => Assert.True(one.Breaks.Length > 0 && one.Breaks.All(at => at.UnitPrice.Amount > 0 && at.Quantity > 0) && one.Minimum is null or > 0 && one.Multiple is null or > 0 && one.Stock is null or >= 0));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Suppliers))]
    public void Answers_of_another_shape_are_told(string supplier)
    {
        string[] texts =
        [
            "", "null", "[]", "{}", "1", "\"x\"", "<html>Developer Over Rate</html>", "{\"a\":", "\ufeff{}", new string('[', 100_000), "{\"product\":[[]]}", "{\"SearchResults\":7,\"Errors\":[1,null,\"x\"]}",
            "{\"keywordSearchReturn\":{\"numberOfResults\":1,\"products\":[{\"prices\":[{\"from\":1e400,\"cost\":-1}],\"sku\":\"\\ud800\"}]}}", "{\"\\ud800\":1,\"data\":{\"supMultiMatch\":{}}}",
            "{\"product\":{\"manufacturer_product_number\":\"A\",\"product_variations\":[{\"standard_pricing\":[{\"break_quantity\":1,\"unit_price\":1e28}]}]}}",
        ];
        foreach (var text in texts) Assert.Empty(Answers.ReadText(supplier, text).Offers);
        Assert.Equal(SupplierOutcome.Failed, Answers.ReadText(supplier, "<html>").Outcome);
    }

    [Fact]
    public void An_answer_too_large_is_not_read()
    {
        var answer = Answers.Interface("Mouser").Read([new byte[(16 << 20) + 1]], null, new AnswerContext("x", null, null));
        Assert.Equal((SupplierOutcome.Failed, "suppliers.too-large"), (answer.Outcome, answer.Diagnostics[0].Code));
    }

    [Fact]
    public void A_flood_of_offers_is_cut_off()
    {
        var part = """{"ManufacturerPartNumber":"X1","MouserPartNumber":"1-X1","PriceBreaks":[{"Quantity":1,"Price":"$1","Currency":"USD"}]},""";
        var text = new StringBuilder("""{"SearchResults":{"Parts":[""").Insert("""{"SearchResults":{"Parts":[""".Length, part, 20_000).Append("{}]}}").ToString();
        Assert.Equal(2000, Answers.ReadText("Mouser", text).Offers.Length);
    }

    [Fact]
    public void A_shared_answer_with_bytes_that_are_no_text_is_handed_on_as_it_came()
    {
        var answer = Encoding.Latin1.GetBytes("""{"Status":"OK","Data":{"Currency":"USD","ProductList":[{"Symbol":"X1","OriginalSymbol":"X1","Producer":"Müller"},{"Symbol":"X2","OriginalSymbol":"X2"}]}}""");
        PartQuestion[] questions = [Answers.Question("X1"), Answers.Question("X2")];
        var shares = ((IBatchInterface)Answers.Interface("TME")).Share(questions, [answer]);
        Assert.Contains("Müller", Encoding.Latin1.GetString(shares[0]!.Value[0].Span), StringComparison.Ordinal);
        Assert.Equal([SupplierOutcome.Answered, SupplierOutcome.Answered], shares.Select((share, i) => Answers.Interface("TME").Read(share!.Value, questions[i], new AnswerContext("TME", Answers.Today, null)).Outcome));
    }

    [Fact]
    public void An_answer_to_several_that_is_none_leaves_every_question_open()
    {
        PartQuestion[] questions = [Answers.Question("X1"), Answers.Question("X2")];
        foreach (var supplier in new[] { "Mouser", "Nexar" }) Assert.All(((IBatchInterface)Answers.Interface(supplier)).Share(questions, [Encoding.UTF8.GetBytes("<html>")]), share => Assert.Null(share));
    }

    private static byte[] Mutate(byte[] fixture, Random random)
    {
        var copy = fixture.ToList();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(copy.Count);
            switch (random.Next(6))
            {
                case 0: copy[at] = (byte)random.Next(256); break;
                case 1: copy.RemoveRange(at, Math.Min(random.Next(1, 40), copy.Count - at)); break;
                case 2: copy.InsertRange(at, Encoding.UTF8.GetBytes(new[] { "null", "-1", "1e99", "{}", "[]", "\"\"", "99999999999999999999", "\\ud800", "true" }[random.Next(9)])); break;
                case 3: copy.InsertRange(at, copy.GetRange(at, Math.Min(200, copy.Count - at))); break;
                default: SwapValue(copy, random); break;
            }
            if (copy.Count == 0) copy.Add((byte)'{');
        }
        return [.. copy];
    }

    /// <summary>Puts another kind of value behind a colon, so that the JSON stays whole more often than not.</summary>
    private static void SwapValue(List<byte> copy, Random random)
    {
        var colons = Enumerable.Range(0, copy.Count).Where(i => copy[i] == (byte)':').ToList();
        if (colons.Count == 0) return;
        var from = colons[random.Next(colons.Count)] + 1;
        var to = from;
        while (to < copy.Count && copy[to] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)'{' or (byte)'[')) to++;
        copy.RemoveRange(from, to - from);
        copy.InsertRange(from, Encoding.UTF8.GetBytes(new[] { " null", " -5", " 0", " 1e27", " \"text\"", " {\"a\":1}", " [1,[2]]", " false", " 3.5" }[random.Next(9)]));
    }
}
