using System.Text;
using System.Text.Json;
using Turnkey.Pipeline.Instances;

namespace Turnkey.Pipeline.Tests;

public sealed class InstanceTests
{
    private const string Small = """
        { "suppliers": [ { "id": "A", "fixedFee": 1.5, "minimumOrderValue": 3 } ],
          "lines": [ { "line": 7, "quantityPerBoard": 2, "offers": [ { "supplier": "A", "minimumOrderQuantity": 5, "orderMultiple": 5, "stock": 50,
            "priceBreaks": [ { "quantity": 20, "unitPrice": 0.1 }, { "quantity": 5, "unitPrice": 0.2 } ] } ] } ] }
        """;

    [Fact]
    public void An_answer_has_cost_bound_time_and_purchases_by_line_number()
    {
        using var json = JsonDocument.Parse(Solved(Small, 10));
        var root = json.RootElement;
        var purchase = Assert.Single(root.GetProperty("purchases").EnumerateArray());

        Assert.Equal((4.5m, 4.5m), (root.GetProperty("cost").GetDecimal(), root.GetProperty("lowerBound").GetDecimal()));
        Assert.True(root.GetProperty("proven").GetBoolean());
        Assert.True(root.GetProperty("seconds").GetDouble() > 0);
        Assert.Equal((7, 0, 30, 0.1m), (purchase.GetProperty("line").GetInt32(), purchase.GetProperty("offer").GetInt32(), purchase.GetProperty("quantity").GetInt64(), purchase.GetProperty("unitPrice").GetDecimal()));
    }

    [Fact]
    public void A_line_that_cannot_be_covered_is_told_with_what_is_missing()
    {
        using var json = JsonDocument.Parse(Solved(Small, 30));
        var shortfall = Assert.Single(json.RootElement.GetProperty("shortfalls").EnumerateArray());

        Assert.Equal((7, 10), (shortfall.GetProperty("line").GetInt32(), shortfall.GetProperty("missing").GetInt32()));
    }

    [Fact]
    public void What_there_is_of_such_a_line_is_bought_and_the_rest_is_missing()
    {
        using var json = JsonDocument.Parse(Solved(Small, 30));
        var root = json.RootElement;

        // 60 are needed and 50 there: 50 × 0.1 and the fee.
        Assert.Equal(50, Assert.Single(root.GetProperty("purchases").EnumerateArray()).GetProperty("quantity").GetInt32());
        Assert.Equal((6.5m, 6.5m), (root.GetProperty("cost").GetDecimal(), root.GetProperty("lowerBound").GetDecimal()));
    }

    [Fact]
    public void Where_a_minimum_cannot_be_reached_nothing_is_bought_there_and_all_of_it_is_missing()
    {
        using var json = JsonDocument.Parse(Solved(Small.Replace("\"minimumOrderValue\": 3", "\"minimumOrderValue\": 30", StringComparison.Ordinal), 10));
        var root = json.RootElement;

        Assert.Empty(root.GetProperty("purchases").EnumerateArray());
        Assert.Equal(20, Assert.Single(root.GetProperty("shortfalls").EnumerateArray()).GetProperty("missing").GetInt32());
        Assert.Equal(0m, root.GetProperty("cost").GetDecimal());
    }

    [Fact]
    public void Prices_finer_than_a_millionth_are_kept()
    {
        using var json = JsonDocument.Parse(Solved(Small.Replace("0.1 }", "0.123456789 }", StringComparison.Ordinal), 10));

        Assert.Equal(1.5m + (25 * 0.123456789m), json.RootElement.GetProperty("cost").GetDecimal());
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[1]", "must hold an object")]
    [InlineData("{}", "'suppliers' must be a list")]
    [InlineData("{\"suppliers\":[1],\"lines\":[]}", "suppliers[0]: must be an object")]
    [InlineData("{\"suppliers\":[{\"id\":\"A\",\"fixedFee\":NaN}],\"lines\":[]}", "not JSON")]
    [InlineData("{\"suppliers\":[{\"id\":\"A\",\"fixedFee\":-1}],\"lines\":[]}", "'fixedFee' must be an amount of at least 0")]
    [InlineData("{\"suppliers\":[{\"id\":\"A\",\"fixedFee\":1e400}],\"lines\":[]}", "'fixedFee' must be an amount")]
    [InlineData("{\"suppliers\":[{\"id\":\"A\",\"fixedFee\":1e25,\"minimumOrderValue\":0}],\"lines\":[]}", "an amount is above")]
    public void A_broken_file_is_refused_in_one_line(string content, string says) => Assert.Contains(says, Refused(content), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"stock\": 50", "\"stock\": -1", "lines[0].offers[0]: 'stock'")]
    [InlineData("\"stock\": 50", "\"stock\": 1.5", "lines[0].offers[0]: 'stock'")]
    [InlineData("\"orderMultiple\": 5", "\"orderMultiple\": 0", "'orderMultiple'")]
    [InlineData("\"supplier\": \"A\"", "\"supplier\": \"B\"", "there is no supplier 'B'")]
    [InlineData("\"quantity\": 20", "\"quantity\": 5", "two prices from 5 pieces on")]
    [InlineData("\"unitPrice\": 0.1", "\"unitPrice\": \"0.1\"", "'unitPrice'")]
    [InlineData("\"quantityPerBoard\": 2", "\"quantityPerBoard\": 99999999999", "'quantityPerBoard'")]
    [InlineData("\"unitPrice\": 0.1", "\"unitPrice\": 99999999999999999", "an amount is above")]
    public void A_wrong_value_is_refused_with_its_place(string from, string to, string says) => Assert.Contains(says, Refused(Small.Replace(from, to, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void The_given_instances_are_solved_at_their_optimum_with_proof()
    {
        var folder = SharedInstances();
        Assert.SkipWhen(folder is null, "../shared/bench/sourcing is not here");
        foreach (var row in File.ReadAllLines(Path.Combine(folder!, "optimum.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            var done = Assert.IsType<InstancePurchase.Done>(InstanceSourcing.Run(Path.Combine(folder!, row[0]), int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)));
            var optimum = decimal.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(done.Answer.Cost * done.Unit, optimum - 0.00006m, optimum + 0.00006m);
            Assert.Equal(done.Answer.Cost, done.Answer.LowerBound);
        }
    }

    private static string? SharedInstances()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared", "bench", "sourcing");
            if (Directory.Exists(shared)) return shared;
        }
        return null;
    }

    private static string Solved(string content, int boards) => Encoding.UTF8.GetString(InstanceJson.Write(Assert.IsType<InstancePurchase.Done>(Run(content, boards))));

    private static string Refused(string content) => Assert.Single(Assert.IsType<InstancePurchase.Refused>(Run(content, 10)).Diagnostics).ToString();

    private static InstancePurchase Run(string content, int boards)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllText(path, content);
            return InstanceSourcing.Run(path, boards);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
