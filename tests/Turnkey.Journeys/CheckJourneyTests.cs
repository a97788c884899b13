using System.Text.Json;

namespace Turnkey.Journeys;

/// <summary>A package is held against makers; somebody answers for findings; probes get their points.</summary>
public sealed class CheckJourneyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Package => Path.Combine(folder, "small");

    private string Strict
    {
        get
        {
            var path = Path.Combine(folder, "strict.yaml");
            File.WriteAllText(path, "turnkey-capability: 1\nkey: strict\nsource: test\nrules:\n  trace-width: { minimum: 0.25 }\n  net-access: { preferred: 100 }\n");
            return path;
        }
    }

    [Fact]
    public void A_waived_finding_is_shown_and_does_not_count()
    {
        SmallPackage.Write(Package);
        Assert.Equal(3, Journey.Of("check", Package, "--capability", Strict, "--fail-on", "error").Code);
        var found = Journey.Of("check", Package, "--capability", Strict, "--json").Json;
        var ids = found.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == "error").Select(finding => finding.GetProperty("id").GetString()).ToArray();
        Assert.NotEmpty(ids);
        var waivers = Waivers(found.GetProperty("inputs").GetProperty("package").GetString()!, string.Concat(ids.Select(id => $"  - {{ finding: \"{id}\", reason: carries nothing, author: A. Miller }}\n")));
        var journey = Journey.Of("check", Package, "--capability", Strict, "--waivers", waivers, "--fail-on", "error");
        Assert.True(journey.Code == 0, journey.Error);
        Assert.Contains("waived trace-width", journey.Output, StringComparison.Ordinal);
        Assert.Contains("waived by A. Miller: carries nothing", journey.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Waivers_of_another_package_or_of_nobody_are_refused()
    {
        SmallPackage.Write(Package);
        var other = Journey.Of("check", Package, "--waivers", Waivers(new string('a', 64), ""));
        Assert.Equal(1, other.Code);
        Assert.Contains("waivers.other-package", other.Error, StringComparison.Ordinal);
        Assert.Contains("waivers.not-found", Journey.Of("check", Package, "--waivers", Path.Combine(folder, "none.yaml")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Waivers_that_come_inside_the_package_are_not_used()
    {
        SmallPackage.Write(Package);
        File.WriteAllText(Path.Combine(Package, "waivers.yaml"), "turnkey-waivers: 1\npackage: " + new string('a', 64) + "\nwaivers: []\n");
        var journey = Journey.Of("check", Package, "--capability", Strict, "--json");
        Assert.Contains(journey.Json.GetProperty("diagnostics").EnumerateArray(), diagnostic => diagnostic.GetProperty("code").GetString() == "waivers.in-package");
        Assert.DoesNotContain(journey.Json.GetProperty("findings").EnumerateArray(), finding => finding.TryGetProperty("waiver", out _));
    }

    [Fact]
    public void Choosing_lists_all_makers_the_cheapest_first()
    {
        SmallPackage.Write(Package);
        var choice = Assert.Single(Journey.Of("check", Package, "--choose", "--json").Json.GetProperty("choice").EnumerateArray().ToArray());
        var makers = choice.GetProperty("makers").EnumerateArray().ToArray();
        Assert.Equal("jlcpcb", makers[0].GetProperty("key").GetString());
        Assert.Equal(14, makers.Length);
        Assert.Equal(makers.Select(maker => maker.GetProperty("costRank").GetInt32()).Order(), makers.Select(maker => maker.GetProperty("costRank").GetInt32()));
        Assert.Contains("Who can make it, the cheapest first", Journey.Of("check", Package, "--choose").Output, StringComparison.Ordinal);
        Assert.False(Journey.Of("check", Package, "--json").Json.TryGetProperty("choice", out _));
    }

    [Fact]
    public void The_points_of_a_flying_probe_are_written_and_read_back_as_a_netlist()
    {
        var path = Path.Combine(folder, "out", "probes.ipc");
        Assert.Equal(0, Journey.Of("check", Places.Sample, "--probes", path).Code);
        var netlist = Formats.IpcD356.IpcNetlistReader.Read("probes.ipc", File.ReadAllBytes(path));
        Assert.Empty(netlist.Diagnostics);
        Assert.Equal("IPC-D-356A", netlist.Version);
        Assert.True(netlist.Records.Length > 80, $"{netlist.Records.Length} points");
        Assert.All(netlist.Records, record => Assert.NotNull(record.Access));
        var first = File.ReadAllBytes(path);
        Journey.Of("check", Places.Sample, "--probes", path);
        Assert.Equal(first, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_board_without_a_point_to_probe_says_so_and_writes_nothing()
    {
        SmallPackage.Write(Package);
        foreach (var copper in Directory.EnumerateFiles(Package, "*_Cu.gbr")) File.Delete(copper);
        var path = Path.Combine(folder, "probes.ipc");
        Assert.Contains("probes.none", Journey.Of("check", Package, "--probes", path).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void What_is_asked_is_written_answered_and_settled_and_the_quote_asks_the_same()
    {
        SmallPackage.Write(Package);
        var output = Path.Combine(folder, "review");
        Assert.Equal(0, Journey.Of("check", Package, "--capability", Strict, "--out", output).Code);
        Assert.Equal(["check.html", "check.json", "queries.html", "queries.json"], Directory.EnumerateFiles(output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var asked = Read(output);
        var query = asked.GetProperty("queries").EnumerateArray().First(one => one.GetProperty("query").GetString()!.StartsWith("trace-width:", StringComparison.Ordinal));
        Assert.Equal("open", query.GetProperty("state").GetString());
        var answers = Path.Combine(folder, "answers.yaml");
        File.WriteAllText(answers, $"turnkey-answers: 1\npackage: {asked.GetProperty("package").GetString()}\nanswers:\n  - {{ query: \"{query.GetProperty("query").GetString()}\", answer: as-sent, by: A. Buyer }}\n");
        Journey.Of("check", Package, "--capability", Strict, "--answers", answers, "--out", output);
        Assert.Equal("settled", State(output));
        Journey.Of("quote", Package, "--qty", "10", "--capability", Strict, "--answers", answers, "--out", Path.Combine(folder, "quote"));
        Assert.Equal("settled", State(Path.Combine(folder, "quote")));
        File.WriteAllText(answers, File.ReadAllText(answers).Replace("as-sent", "perhaps", StringComparison.Ordinal));
        Assert.Contains("answers.entry", Journey.Of("check", Package, "--answers", answers).Error, StringComparison.Ordinal);

        static JsonElement Read(string folder) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "queries.json"))).RootElement;
        string State(string folder) => Read(folder).GetProperty("queries").EnumerateArray().First(one => one.GetProperty("query").GetString() == query.GetProperty("query").GetString()).GetProperty("state").GetString()!;
    }

    [Fact]
    public void A_part_that_was_confirmed_is_not_asked_for_again()
    {
        // Without the names of its pads nobody can see how a diode lies.
        Directory.CreateDirectory(Package);
        foreach (var file in Directory.EnumerateFiles(Places.Sample)) File.WriteAllLines(Path.Combine(Package, Path.GetFileName(file)), File.ReadLines(file).Where(line => !line.StartsWith("%TO.", StringComparison.Ordinal)));
        var before = Undeterminable();
        Assert.NotEmpty(before);
        var numbers = Journey.Of("inspect", Package, "--json").Json.GetProperty("bom").GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("mpn").GetString()).Where(mpn => !string.IsNullOrEmpty(mpn));
        var confirmed = Path.Combine(folder, "confirmed.csv");
        File.WriteAllText(confirmed, "part,pin-1,by,date\n" + string.Concat(numbers.Select(mpn => $"\"{mpn}\",,A. Engineer,2026-08-24\n")));
        Assert.True(Undeterminable("--confirmed", confirmed).Sum() < before.Sum());
        File.WriteAllText(confirmed, "part\n");
        Assert.Contains("confirmed.header", Journey.Of("check", Package, "--confirmed", confirmed).Error, StringComparison.Ordinal);

        int[] Undeterminable(params string[] more) =>
            [.. Journey.Of(["check", Package, "--json", .. more]).Json.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("rule").GetString() == "placement-undeterminable").Select(finding => finding.GetProperty("count").GetInt32())];
    }

    [Fact]
    public void Ids_of_findings_are_unique_and_every_finding_has_its_limit_and_a_list_of_all_ids_waives_all()
    {
        foreach (var package in new[] { Places.Sample, Path.Combine(Path.GetDirectoryName(Places.Sample)!, "sensor-kit") })
        {
            var found = Journey.Of("check", package, "--json").Json;
            var findings = found.GetProperty("findings").EnumerateArray().ToArray();
            Assert.NotEmpty(findings);
            Assert.Contains(findings, finding => finding.GetProperty("limit").GetDecimal() == 0);
            var ids = findings.Select(finding => finding.GetProperty("id").GetString()!).ToArray();
            Assert.Equal(ids, ids.Distinct());
            var waivers = Waivers(found.GetProperty("inputs").GetProperty("package").GetString()!, string.Concat(ids.Select(id => $"  - {{ finding: {JsonSerializer.Serialize(id)}, reason: looked at, author: A. Miller, expires: 9999-01-01 }}\n")));
            var journey = Journey.Of("check", package, "--waivers", waivers, "--fail-on", "warning");
            Assert.True(journey.Code is 0 || !journey.Output.Contains("\nwarning ", StringComparison.Ordinal), journey.Output);
            Assert.Contains("0 errors, 0 warnings", journey.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_waiver_that_has_expired_does_not_hold()
    {
        SmallPackage.Write(Package);
        var found = Journey.Of("check", Package, "--capability", Strict, "--json").Json;
        var id = found.GetProperty("findings").EnumerateArray().First(finding => finding.GetProperty("rule").GetString() == "trace-width").GetProperty("id").GetString();
        var waivers = Waivers(found.GetProperty("inputs").GetProperty("package").GetString()!, $"  - {{ finding: \"{id}\", reason: r, author: a, date: 2020-01-01, expires: 2020-02-01 }}\n");
        var journey = Journey.Of("check", Package, "--capability", Strict, "--waivers", waivers, "--fail-on", "error");
        Assert.Equal(3, journey.Code);
        Assert.Contains("held to 2020-02-01", journey.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_name_parts_settle_findings_and_are_remembered_for_the_next_board()
    {
        Directory.CreateDirectory(Package);
        foreach (var file in Directory.EnumerateFiles(Places.Sample)) File.WriteAllLines(Path.Combine(Package, Path.GetFileName(file)), File.ReadLines(file).Where(line => !line.StartsWith("%TO.", StringComparison.Ordinal)));
        var (output, answers, confirmed) = (Path.Combine(folder, "review"), Path.Combine(folder, "answers.yaml"), Path.Combine(folder, "confirmed.csv"));
        Journey.Of("check", Package, "--out", output);
        var query = Asked();
        var parts = query.GetProperty("parts").EnumerateArray().Select(part => part.GetString()!).ToArray();
        Assert.NotEmpty(parts);
        Assert.All(query.GetProperty("places").EnumerateArray(), place => Assert.NotEmpty(place.GetProperty("parts").EnumerateArray()));
        Assert.All(parts, part => Assert.Contains(part, File.ReadAllText(Path.Combine(output, "queries.html")), StringComparison.Ordinal));
        var id = query.GetProperty("query").GetString()!;
        var sha = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "queries.json"))).RootElement.GetProperty("package").GetString();
        File.WriteAllText(answers, $"turnkey-answers: 1\npackage: {sha}\nanswers:\n  - {{ query: \"{id}\", answer: other, pin-1: left, parts: [{parts[0]}], by: A. Buyer, date: 2026-08-24 }}\n");
        File.WriteAllText(confirmed, "part,pin-1,by,date\nOLD-1,upper,A. Engineer,2026-01-01\n");
        Journey.Of("check", Package, "--answers", answers, "--confirmed", confirmed, "--remember", confirmed, "--out", output);
        Assert.Equal(parts.Length > 1 ? parts[1..] : [], Asked().GetProperty("openParts").EnumerateArray().Select(part => part.GetString()));
        var rows = File.ReadAllLines(confirmed);
        Assert.Contains("OLD-1,upper,A. Engineer,2026-01-01", rows);
        Assert.Contains(rows, row => row.EndsWith(",left,A. Buyer,2026-08-24", StringComparison.Ordinal));
        // What is remembered is not asked again.
        Journey.Of("check", Package, "--confirmed", confirmed, "--out", output);
        Assert.DoesNotContain(parts[0], JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "queries.json"))).RootElement.GetProperty("queries").EnumerateArray()
            .Where(one => one.GetProperty("query").GetString() == id).SelectMany(one => one.GetProperty("parts").EnumerateArray()).Select(part => part.GetString()));

        JsonElement Asked() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "queries.json"))).RootElement.GetProperty("queries").EnumerateArray()
            .First(one => one.GetProperty("query").GetString()!.StartsWith("placement-undeterminable:", StringComparison.Ordinal));
    }

    private string Waivers(string package, string entries)
    {
        var path = Path.Combine(folder, "waivers.yaml");
        File.WriteAllText(path, $"turnkey-waivers: 1\npackage: {package}\nwaivers:{(entries.Length == 0 ? " []" : "")}\n{entries}");
        return path;
    }
}
