using System.Text.Json;

namespace Turnkey.Cli.Tests;

public sealed class RefusalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("inspect")]
    [InlineData("quote")]
    public void An_unreadable_package_exits_1_with_its_diagnostics(string command)
    {
        var path = Path.Combine(folder, "p.zip");
        File.WriteAllText(path, "no zip");
        var run = command == "quote" ? Run.Of(command, path, "--qty", "10", "--out", Path.Combine(folder, "out")) : Run.Of(command, path);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains("error package.not-an-archive: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Fact]
    public void Machines_get_the_refusal_as_json()
    {
        var run = Run.Of("inspect", Path.Combine(folder, "absent"), "--json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, run.Code);
        Assert.Equal("package.not-found", json.RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        Assert.False(json.RootElement.TryGetProperty("board", out _));
    }

    [Fact]
    public void A_package_without_anything_to_make_is_not_quoted()
    {
        File.WriteAllText(Path.Combine(folder, "readme.txt"), "hello");
        var output = Path.Combine(folder, "out");
        var run = Run.Of("quote", Path.Combine(folder, "readme.txt"), "--qty", "10", "--out", output);
        Assert.Equal(1, run.Code);
        Assert.Contains("quote.nothing-to-quote", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(output));
    }

    [Theory]
    [InlineData("--spec", "colour: red\n", "spec.unknown-field")]
    [InlineData("--spec", null, "spec.not-found")]
    [InlineData("--plant", null, "plant.not-found")]
    [InlineData("--offers", null, "offers.unreadable")]
    public void The_requesters_own_files_must_be_right(string option, string? content, string code)
    {
        var package = Path.Combine(folder, "bom.csv");
        File.WriteAllText(package, "Designator,Quantity,MPN\nR1,1,RC0402FR-0710KL\n");
        var file = Path.Combine(folder, "own.yaml");
        if (content is not null) File.WriteAllText(file, content);
        var run = Run.Of("quote", package, "--qty", "10", "--out", Path.Combine(folder, "out"), option, file);
        Assert.Equal(1, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Fact]
    public void Escape_sequences_in_file_names_do_not_reach_the_terminal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names");
        Directory.CreateDirectory(Path.Combine(folder, "p"));
        File.WriteAllText(Path.Combine(folder, "p", "a\u001b[2Jb.gbr"), "%FSLAX46Y46*%\n%MOMM*%\nD99*\nM02*\n");
        var run = Run.Of("inspect", Path.Combine(folder, "p"));
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
    }

    [Fact]
    public void Progress_shows_on_a_terminal_only()
    {
        var package = Path.Combine(folder, "bom.csv");
        File.WriteAllText(package, "Designator,Quantity,MPN\nR1,1,RC0402FR-0710KL\n");
        Assert.Contains("opening the package", Run.Of(interactive: true, "inspect", package).Error, StringComparison.Ordinal);
        Assert.Empty(Run.Of("inspect", package).Error);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_told_in_one_line_and_nothing_is_left()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        var output = Path.Combine(file, "results");
        var run = Run.Of("quote", PartsList(), "--qty", "10", "--out", output);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.StartsWith($"turnkey: cannot write to '{output}': ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["bom.csv", "file"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void When_nothing_of_what_was_asked_can_be_quoted_nothing_is_written()
    {
        var output = Path.Combine(folder, "out");
        var run = Run.Of("quote", PartsList(), "--qty", "10", "--scope", "fabrication", "--out", output);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains("error quote.nothing: ", run.ErrorLines[1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public void A_product_file_that_is_not_understood_is_the_first_reason()
    {
        var package = Path.Combine(folder, "p");
        Directory.CreateDirectory(package);
        File.WriteAllText(Path.Combine(package, "product.yaml"), "- this is no product\n");
        File.WriteAllText(Path.Combine(package, "readme.txt"), "hello");
        var run = Run.Of("quote", package, "--qty", "10", "--out", Path.Combine(folder, "out"));
        Assert.Equal(1, run.Code);
        Assert.Contains("error product.", run.ErrorLines[1], StringComparison.Ordinal);
    }

    private string PartsList()
    {
        var path = Path.Combine(folder, "bom.csv");
        File.WriteAllText(path, "Designator,Quantity,MPN\nR1,1,RC0402FR-0710KL\n");
        return path;
    }
}
