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
