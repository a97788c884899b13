namespace Turnkey.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("frobnicate")]
    [InlineData("inspect")]
    [InlineData("inspect a b")]
    [InlineData("inspect a --bogus")]
    [InlineData("inspect a --fail-on fatal")]
    [InlineData("quote a")]
    [InlineData("quote a --qty")]
    [InlineData("quote a --qty ten")]
    [InlineData("quote a --qty 0")]
    [InlineData("quote a --qty -5")]
    [InlineData("quote a --qty 10,,20")]
    [InlineData("quote a --qty 99999999999")]
    [InlineData("quote a --qty 1.5")]
    [InlineData("quote a --qty 10 --annual none")]
    [InlineData("quote a --qty 10 --scope everything")]
    [InlineData("quote a --qty 10 --currency XAU")]
    [InlineData("quote a --qty 10 --consign 3")]
    [InlineData("source")]
    [InlineData("source --instance a")]
    [InlineData("source --instance a --boards 0")]
    [InlineData("source --instance a --boards 1.5")]
    [InlineData("source --instance a --boards 99999999999")]
    [InlineData("source --qty 10")]
    [InlineData("source a")]
    [InlineData("source a --qty")]
    [InlineData("source a --qty 0")]
    [InlineData("source a --qty 10,ten")]
    [InlineData("source a b --qty 10")]
    [InlineData("source a --qty 10 --bogus")]
    [InlineData("source a --instance b --boards 10")]
    [InlineData("source --boards 10")]
    [InlineData("source a --qty 10 --boards 10")]
    [InlineData("source --instance a --boards 10 --qty 10")]
    [InlineData("source --instance a --boards 10 --out b")]
    [InlineData("source a --qty 10 --annual 0")]
    [InlineData("source a --qty 10 --rfq Acme")]
    [InlineData("source a --qty 10 --out b --rfq ,")]
    [InlineData("source a --qty 10 --suppliers ,")]
    [InlineData("source a --qty 10 --as-of 31.01.2026")]
    [InlineData("source a --qty 10 --as-of 2026-02-30")]
    [InlineData("source a --qty 10 --as-of")]
    [InlineData("source a --qty 10 --destination Atlantis")]
    [InlineData("source a --qty 10 --brokers maybe")]
    [InlineData("source a --qty 10 --dual-source U1,?")]
    [InlineData("source a --qty 10 --leftover 101")]
    [InlineData("source a --qty 10 --leftover -1")]
    [InlineData("source a --qty 10 --leftover half")]
    [InlineData("source a --qty 10 --time-weight many")]
    [InlineData("source a --qty 10 --risk-weight 1001")]
    [InlineData("source a --qty 10 --lead-limit -1")]
    [InlineData("source a --qty 10 --lead-limit 3651")]
    [InlineData("source a --qty 10 --lead-limit soon")]
    [InlineData("source a --qty 10 --sources 0")]
    [InlineData("source a --qty 10 --sources 101")]
    [InlineData("source a --qty 10 --consign 3")]
    [InlineData("source a --qty 10 --currency XAU")]
    [InlineData("source a --qty 10 --fail-on fatal")]
    public void Wrong_usage_exits_2_with_one_line_and_a_hint(string arguments)
    {
        var run = Run.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, run.Code);
        Assert.Empty(run.Output);
        Assert.Equal(2, run.ErrorLines.Count);
        Assert.StartsWith("turnkey: ", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("Try 'turnkey", run.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_wrong_value_is_named() => Assert.Contains("'ten'", Run.Of("quote", "a", "--qty", "10,ten").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("source --qty 10", "a package or a BOM")]
    [InlineData("source a", "--qty")]
    [InlineData("source --instance a", "--boards")]
    [InlineData("source a --instance b --boards 10", "--instance")]
    [InlineData("source a --qty 10 --boards 10", "--instance")]
    [InlineData("source --instance a --boards 10 --qty 10", "--qty")]
    [InlineData("source a --qty 10 --rfq Acme", "--out")]
    [InlineData("source a --qty 10 --suppliers ,", "--suppliers: ")]
    [InlineData("source a --qty 10 --out b --rfq ,", "--rfq: ")]
    [InlineData("source a --qty 10 --as-of 31.01.2026", "'31.01.2026' is no day; write it as 2026-01-31")]
    [InlineData("source a --qty 10 --destination Atlantis", "'Atlantis' is no country")]
    [InlineData("source a --qty 10 --brokers maybe", "last, never and allowed")]
    [InlineData("source a --qty 10 --dual-source U1,?", "'?' is no designator")]
    [InlineData("source a --qty 10 --leftover half", "from 0 to 100")]
    [InlineData("source a --qty 10 --lead-limit soon", "from 0 to 3650")]
    [InlineData("source a --qty 10 --sources 0", "from 1 to ")]
    public void What_is_wrong_with_sourcing_is_told_with_what_to_do(string arguments, string contains) =>
        Assert.Contains(contains, Run.Of(arguments.Split(' ')).ErrorLines[0], StringComparison.Ordinal);

    [Fact]
    public void An_unknown_command_is_named() => Assert.Contains("'frobnicate'", Run.Of("frobnicate").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("--help", "quote")]
    [InlineData("quote --help", "--qty")]
    [InlineData("inspect -h", "--json")]
    [InlineData("--version", "turnkey ")]
    public void Help_and_version_go_to_the_output(string arguments, string contains)
    {
        var run = Run.Of(arguments.Split(' '));
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(contains, run.Output, StringComparison.Ordinal);
    }
}
