namespace Turnkey.Kernel.Tests;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("a/b.gbr", 12, "a/b.gbr:12: error x.y: no")]
    [InlineData("a/b.gbr", 0, "a/b.gbr: error x.y: no")]
    [InlineData("", 0, "error x.y: no")]
    public void Text_leads_to_the_place(string file, int line, string text) => Assert.Equal(text, Diagnostic.Error("x.y", file, line, "no").ToString());

    [Fact]
    public void A_log_counts_what_repeats_too_often()
    {
        var log = new DiagnosticLog("f");
        for (var i = 1; i <= 1_000; i++) log.Warning("x.often", i, "again");
        log.Error("x.once", 7, "first");

        var list = log.ToList();

        Assert.Equal(DiagnosticLog.MostPerCode + 2, list.Count);
        Assert.Equal("980 more of this kind", list[^1].Message);
        Assert.Contains(list, diagnostic => diagnostic is { Code: "x.once", File: "f", Line: 7, Severity: Severity.Error });
    }
}
