using System.Text.Json;
using Turnkey.Server.Questions;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Tests.Jobs;

/// <summary>From an upload to papers, by a real server with real processes.</summary>
public sealed class JobTests
{
    [Fact]
    public async Task A_package_is_read_checked_and_quoted()
    {
        await using var installation = await Installation.BeginAsync();
        var upload = await installation.UploadAsync("sensor-node.zip", Installation.Sample);
        var intake = await installation.EndOfAsync((await installation.IntakeOfAsync(upload)).Id);
        Assert.Equal((JobState.Done, "", 1000), (intake.State, intake.Error, intake.Permille));

        var package = await installation.PackageAsync(upload.Id);
        var facts = package.ReadFacts()!;
        Assert.Equal(PackageState.Read, package.State);
        Assert.Equal(facts.Package, package.Canonical);
        // As samples/sensor-node.manifest.json has them, which KiCad's model was read for.
        Assert.Equal(("sensor-node", 4, true, true), (facts.Name, facts.CopperLayers, facts.HasOutline, facts.HasDrills));
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "samples", "sensor-node.manifest.json"), TestContext.Current.CancellationToken));
        Assert.Equal(manifest.RootElement.GetProperty("board").GetProperty("widthMm").GetDouble(), facts.WidthMm, 0.2);

        var rfq = await installation.RequestAsync(package, 10, 100);
        var check = await installation.EndOfAsync((await installation.AskAsync(rfq, JobKind.Check)).Id);
        Assert.Equal((JobState.Done, ""), (check.State, check.Error));
        Assert.Equal(["check.html", "check.json", "queries.html", "queries.json"], (await installation.PapersAsync(check.Id)).Select(paper => paper.Name));

        // What the review asks can be put to the customer.
        using var asked = JsonDocument.Parse(await installation.TextAsync((await installation.PapersAsync(check.Id)).Single(paper => paper.Name == "queries.json")));
        var open = asked.RootElement.GetProperty("queries").EnumerateArray().Where(query => query.GetProperty("state").GetString() == "open").Select(query => query.GetProperty("query").GetString());
        var queries = await ReviewQueries.OfPackageAsync(installation.Store, installation.Actor, package.Id, TestContext.Current.CancellationToken);
        Assert.NotEmpty(queries);
        Assert.Equal(open, queries.Select(query => query.Query));

        var quote = await installation.EndOfAsync((await installation.AskAsync(rfq, JobKind.Quote)).Id);
        Assert.Equal((JobState.Done, ""), (quote.State, quote.Error));
        var papers = await installation.PapersAsync(quote.Id);
        Assert.Equal(["costing.html", "offer.html", "offer.json", "queries.html", "queries.json", "quote.json"], papers.Select(paper => paper.Name));
        Assert.Equal(["costing.html", "quote.json"], papers.Where(paper => paper.Audience == Audience.Owner).Select(paper => paper.Name));
        using var prices = JsonDocument.Parse(await installation.TextAsync(papers.Single(paper => paper.Name == "quote.json")));
        Assert.Equal("USD", prices.RootElement.GetProperty("currency").GetString());
        Assert.Equal([10, 100], prices.RootElement.GetProperty("quantities").EnumerateArray().Select(one => one.GetProperty("quantity").GetInt32()));

        var source = await installation.EndOfAsync((await installation.AskAsync(rfq, JobKind.Source)).Id);
        Assert.Equal((JobState.Done, ""), (source.State, source.Error));
        Assert.Contains("source.json", (await installation.PapersAsync(source.Id)).Select(paper => paper.Name));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(installation.Folder, "work")));
    }

    [Fact]
    public async Task The_rows_of_the_parts_list_are_those_of_the_file()
    {
        await using var installation = await Installation.BeginAsync();
        var upload = await installation.UploadAsync("parts.csv", "Designator,Quantity,MPN,Manufacturer,Value\nR1 R2,2,RC0402FR-0710KL,Yageo,10k\nC1,1,,,100n\n"u8.ToArray());
        Assert.Equal(JobState.Done, (await installation.EndOfAsync((await installation.IntakeOfAsync(upload)).Id)).State);
        var lines = await installation.Store.ReadAllAsync(all => Task.FromResult(all.BomLines.Where(row => row.PackageId == upload.Id).OrderBy(row => row.Line).ToList()), TestContext.Current.CancellationToken);
        Assert.Equal([(1, "R1 R2", 2, "RC0402FR-0710KL"), (2, "C1", 1, "")], lines.Select(line => (line.Line, line.Designators, line.Quantity, line.Mpn)));
        var facts = (await installation.PackageAsync(upload.Id)).ReadFacts()!;
        Assert.Equal((2, 1, 3, "parts"), (facts.BomLines, facts.LinesWithoutPartNumber, facts.Parts, facts.Name));
    }

    [Fact]
    public async Task A_package_that_is_none_says_why()
    {
        await using var installation = await Installation.BeginAsync();
        var upload = await installation.UploadAsync("garbage.zip", [1, 2, 3, 4, 5, 6, 7, 8]);
        var job = await installation.EndOfAsync((await installation.IntakeOfAsync(upload)).Id);
        var package = await installation.PackageAsync(upload.Id);
        Assert.Equal((JobState.Failed, PackageState.Refused), (job.State, package.State));
        Assert.Equal("'garbage.zip' is named like an archive but its content is none", job.Error);
        Assert.Equal(job.Error, package.Refusal);
    }

    [Fact]
    public async Task A_job_that_takes_more_memory_than_it_may_says_so()
    {
        await using var installation = await Installation.BeginAsync(options => options with { MostWorkerMemory = 12 << 20 });
        var upload = await installation.UploadAsync("large.csv", Large());
        var job = await installation.EndOfAsync((await installation.IntakeOfAsync(upload)).Id);
        Assert.Equal(JobState.Failed, job.State);
        Assert.StartsWith("it takes more than the 12 MB of memory that one job may use", job.Error, StringComparison.Ordinal);
        Assert.Equal(1, job.Attempts);
    }

    [Fact]
    public async Task A_job_that_takes_too_long_says_so()
    {
        var scripts = Directory.CreateTempSubdirectory().FullName;
        await using var installation = await Installation.BeginAsync(options => options with { Worker = Pretender.Endless(scripts), LongestJob = TimeSpan.FromSeconds(2) });
        var upload = await installation.UploadAsync("a.zip", Installation.Sample);
        var job = await installation.EndOfAsync((await installation.IntakeOfAsync(upload)).Id);
        Assert.Equal(JobState.Failed, job.State);
        Assert.StartsWith("it took longer than", job.Error, StringComparison.Ordinal);
        Directory.Delete(scripts, recursive: true);
    }

    [Theory]
    [InlineData("{\"files\":[{\"name\":\"../turnkey.db\",\"audience\":\"owner\"}]}")]
    [InlineData("{\"files\":[{\"name\":\"absent.html\",\"audience\":\"customer\"}]}")]
    public async Task A_process_cannot_name_files_that_are_no_results(string said)
    {
        var scripts = Directory.CreateTempSubdirectory().FullName;
        await using var installation = await Installation.BeginAsync(options => options with { Worker = Pretender.Saying(scripts, said) });
        var upload = await installation.UploadAsync("a.zip", Installation.Sample);
        var job = await installation.EndOfAsync((await installation.IntakeOfAsync(upload)).Id);
        Assert.Equal(JobState.Failed, job.State);
        Assert.EndsWith("is no result", job.Error, StringComparison.Ordinal);
        Assert.Empty(await installation.PapersAsync(job.Id));
        Directory.Delete(scripts, recursive: true);
    }

    [Fact]
    public async Task A_process_inherits_no_secret()
    {
        var scripts = Directory.CreateTempSubdirectory().FullName;
        Environment.SetEnvironmentVariable("TURNKEY_MAIL_PASSWORD", "a secret of the installation");
        await using var installation = await Installation.BeginAsync(options => options with { Worker = Pretender.Listing(scripts) });
        var upload = await installation.UploadAsync("sensor-node.zip", Installation.Sample);
        Assert.Equal(JobState.Done, (await installation.EndOfAsync((await installation.IntakeOfAsync(upload)).Id)).State);
        var environment = await File.ReadAllTextAsync(Path.Combine(scripts, "environment"), TestContext.Current.CancellationToken);
        Assert.Contains("DOTNET_GCHeapHardLimit=", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", environment, StringComparison.Ordinal);
        Environment.SetEnvironmentVariable("TURNKEY_MAIL_PASSWORD", null);
        Directory.Delete(scripts, recursive: true);
    }

    /// <summary>A parts list that needs more memory than a small heap has.</summary>
    private static byte[] Large()
    {
        var text = new System.Text.StringBuilder("Designator,Quantity,MPN\n");
        for (var i = 0; i < 200_000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"R{i},1,RC0402FR-07{i}KL\n");
        return System.Text.Encoding.UTF8.GetBytes(text.ToString());
    }
}
