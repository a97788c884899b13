using System.Text.Json;

namespace Turnkey.Journeys;

/// <summary>What findings, answers and waivers do to price, days and exit code.</summary>
public sealed class FindingsJourneyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    private int written;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Package => Path.Combine(folder, "small");

    [Fact]
    public void A_finer_board_costs_more_and_who_it_is_checked_against_does_not_matter()
    {
        var prices = new List<decimal>();
        foreach (var width in new[] { "0.2", "0.09", "0.06" })
        {
            WithPads(width);
            var quotes = new[] { "typical-multilayer", "advanced-multilayer", "eurocircuits-9", "jlcpcb", File("anything.yaml", "turnkey-capability: 1\nkey: anything\nsource: test\nrules:\n  trace-width: { minimum: 0.01 }\n") }
                .Select(capability => Quote("--capability", capability, "--scope", "fabrication")).ToArray();
            Assert.Single(quotes.Select(quote => (Price(quote), Days(quote))).Distinct());
            prices.Add(Price(quotes[0]));
        }
        Assert.True(prices[0] < prices[1] && prices[1] < prices[2], string.Join(", ", prices));
    }

    [Fact]
    public void Each_saving_of_the_sample_is_the_difference_to_the_price_with_its_findings_waived()
    {
        var quote = Read(Quoted(Places.Sample), "quote.json");
        var looked = 0;
        foreach (var saving in quote.GetProperty("savings").EnumerateArray())
        {
            var ids = saving.GetProperty("findings").EnumerateArray().Select(id => id.GetString()!).ToArray();
            // Waiving that parts stand on two sides, or have leads, moves none of them.
            if (ids.Length == 0 || ids.Any(id => id.StartsWith("second-side:", StringComparison.Ordinal) || id.StartsWith("through-hole-mix:", StringComparison.Ordinal))) continue;
            looked++;
            var waived = Read(Quoted(Places.Sample, "--waivers", Waivers(quote, ids)), "quote.json");
            var at = saving.GetProperty("quantities")[0];
            Assert.Equal(Price(waived), Price(quote) - at.GetProperty("unitPrice").GetDecimal());
            Assert.Equal(Days(waived), Days(quote) - at.GetProperty("workingDays").GetInt32());
        }
        Assert.True(looked > 0 || quote.GetProperty("consequences").GetArrayLength() == 0, "the sample orders something and saves nothing");
    }

    [Fact]
    public void What_was_declined_is_no_longer_ordered_and_its_query_is_settled()
    {
        WithPads("0.2");
        var drill = Path.Combine(Package, "small-PTH.drl");
        System.IO.File.WriteAllText(drill, System.IO.File.ReadAllText(drill).Replace("X2.0Y2.0", "X2.0Y2.0\nX10.1Y5.1", StringComparison.Ordinal));
        var asked = Quoted(Package);
        var before = Read(asked, "quote.json");
        var saving = Assert.Single(before.GetProperty("savings").EnumerateArray(), saving => saving.GetProperty("findings").EnumerateArray().Any(id => id.GetString()!.StartsWith("via-in-pad:", StringComparison.Ordinal)));
        var query = Assert.Single(Queries(asked), query => query.GetProperty("query").GetString()!.StartsWith("via-in-pad:", StringComparison.Ordinal));
        Assert.Equal("via-treatment", query.GetProperty("consequences")[0].GetProperty("field").GetString());
        Assert.True(query.GetProperty("consequences")[0].GetProperty("workingDays").GetInt32() > 0);
        var id = query.GetProperty("query").GetString()!;

        var declined = Quoted(Package, "--answers", Answers(before, id, "as-sent"));
        Assert.Equal(Price(before) - saving.GetProperty("quantities")[0].GetProperty("unitPrice").GetDecimal(), Price(Read(declined, "quote.json")));
        Assert.DoesNotContain(Read(declined, "quote.json").GetProperty("consequences").EnumerateArray(), one => one.GetProperty("field").GetString() == "via-treatment");
        Assert.Equal("settled", Queries(declined).Single(one => one.GetProperty("query").GetString() == id).GetProperty("state").GetString());
        Assert.Equal(Price(before), Price(Read(Quoted(Package, "--answers", Answers(before, id, "accepted")), "quote.json")));
    }

    [Fact]
    public void A_correction_that_was_agreed_to_settles_its_finding_and_a_promise_does_not()
    {
        WithPads("0.2");
        var strict = File("strict.yaml", "turnkey-capability: 1\nkey: strict\nsource: test\nrules:\n  copper-to-edge: { minimum: 3 }\n  hole-to-edge: { minimum: 5 }\n");
        var found = Journey.Of("check", Package, "--capability", strict, "--json").Json;
        var ids = found.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == "error").Select(finding => finding.GetProperty("id").GetString()!).ToArray();
        Assert.Equal(["copper-to-edge", "hole-to-edge"], ids.Select(id => id[..id.IndexOf(':', StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
        var journey = Journey.Of("check", Package, "--capability", strict, "--answers", Answers(found, ids, "accepted"), "--fail-on", "error");
        Assert.Equal(3, journey.Code);
        Assert.Contains("settled copper-to-edge", journey.Output, StringComparison.Ordinal);
        Assert.Contains("settled by A. Buyer: corrected by the maker", journey.Output, StringComparison.Ordinal);
        Assert.Contains("error hole-to-edge", journey.Output, StringComparison.Ordinal);
        var only = File("strict.yaml", "turnkey-capability: 1\nkey: strict\nsource: test\nrules:\n  copper-to-edge: { minimum: 3 }\n");
        Assert.Equal(3, Journey.Of("check", Package, "--capability", only, "--fail-on", "error").Code);
        Assert.Equal(0, Journey.Of("check", Package, "--capability", only, "--answers", Answers(found, ids, "accepted"), "--fail-on", "error").Code);
    }

    /// <summary>The small package with pads around its holes, so that they have rings, and tracks of a width.</summary>
    private void WithPads(string width)
    {
        SmallPackage.Write(Package);
        foreach (var copper in Directory.EnumerateFiles(Package, "*_Cu.gbr"))
        {
            System.IO.File.WriteAllText(copper, System.IO.File.ReadAllText(copper).Replace("ADD11C,0.2", "ADD11C," + width, StringComparison.Ordinal)
                .Replace("M02*", "%ADD12C,0.8*%\nD12*\nX2000000Y2000000D03*\nX18000000Y2000000D03*\nM02*", StringComparison.Ordinal));
        }
    }

    private JsonElement Quote(params string[] more) => Read(Quoted(Package, more), "quote.json");

    private string Quoted(string package, params string[] more)
    {
        var output = Path.Combine(folder, $"quote-{++written}");
        var journey = Journey.Of(["quote", package, "--qty", "100", "--out", output, .. more]);
        Assert.True(journey.Code == 0, journey.Error + journey.Output);
        return output;
    }

    private static JsonElement Read(string output, string name)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(output, name)));
        return document.RootElement.Clone();
    }

    private static JsonElement[] Queries(string output) => [.. Read(output, "queries.json").GetProperty("queries").EnumerateArray()];

    private static decimal Price(JsonElement quote) => quote.GetProperty("quantities")[0].GetProperty("unitPrice").GetDecimal();

    private static int Days(JsonElement quote) => quote.GetProperty("quantities")[0].GetProperty("leadTimeWorkingDays").GetInt32();

    private string Waivers(JsonElement result, string[] ids) => File("waivers.yaml",
        Head("waivers", result) + string.Concat(ids.Select(id => $"  - {{ finding: {JsonSerializer.Serialize(id)}, reason: looked at, author: A. Miller }}\n")));

    private string Answers(JsonElement result, string id, string answer) => Answers(result, [id], answer);

    private string Answers(JsonElement result, string[] ids, string answer) => File("answers.yaml",
        Head("answers", result) + string.Concat(ids.Select(id => $"  - {{ query: {JsonSerializer.Serialize(id)}, answer: {answer}, by: A. Buyer }}\n")));

    private static string Head(string kind, JsonElement result) => $"turnkey-{kind}: 1\npackage: {result.GetProperty("inputs").GetProperty("package").GetString()}\n{kind}:\n";

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
