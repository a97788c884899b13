using FsCheck.Fluent;

namespace Turnkey.Kernel.Tests;

public sealed class DesignatorListTests
{
    [Theory]
    [InlineData("R1,R2", "R1 R2")]
    [InlineData("R1; R2 R3|R4", "R1 R2 R3 R4")]
    [InlineData("R1\nR2\r\nR3", "R1 R2 R3")]
    [InlineData("R1、R2，R3", "R1 R2 R3")]
    [InlineData("R1-R4", "R1 R2 R3 R4")]
    [InlineData("R1-4", "R1 R2 R3 R4")]
    [InlineData("R1..R3", "R1 R2 R3")]
    [InlineData("R1…R3", "R1 R2 R3")]
    [InlineData("R1–R3", "R1 R2 R3")]
    [InlineData("R1~R3", "R1 R2 R3")]
    [InlineData("R1:R3", "R1 R2 R3")]
    [InlineData("C1...C3", "C1 C2 C3")]
    [InlineData("C1 ... C3", "C1 C2 C3")]
    [InlineData("D1 to D3", "D1 D2 D3")]
    [InlineData("D1 bis 3, D9", "D1 D2 D3 D9")]
    [InlineData("R1–4", "R1 R2 R3 R4")]
    [InlineData("R10-R8", "R8 R9 R10")]
    [InlineData("C1A-C1D", "C1A C1B C1C C1D")]
    [InlineData("U1-A", "U1-A")]
    [InlineData("R4-1", "R4-1")]
    [InlineData("C1D-C1A", "C1D-C1A")]
    [InlineData("R1 - R3, C5", "R1 R2 R3 C5")]
    [InlineData("R1- R3", "R1 R2 R3")]
    [InlineData("R1 -R3", "R1 R2 R3")]
    [InlineData("R008-R011", "R008 R009 R010 R011")]
    [InlineData("R1/R2", "R1 R2")]
    [InlineData("C10 C2 C10", "C10 C2 C10")]
    [InlineData("R10-2", "R10-2")]
    [InlineData("J1-1", "J1-1")]
    [InlineData("X_1-X_3", "X_1 X_2 X_3")]
    [InlineData("", "")]
    public void Lists_are_read_as_boms_write_them(string text, string designators)
    {
        var (read, rejected) = DesignatorList.Parse(text);
        Assert.Equal(designators, string.Join(' ', read));
        Assert.Empty(rejected);
    }

    [Fact]
    public void What_is_no_designator_comes_back()
    {
        var (read, rejected) = DesignatorList.Parse("Resistors: R1, 4 pcs");
        Assert.Contains(Designator.Parse("R1")!.Value, read);
        Assert.Equal(["Resistors:", "4"], rejected);
    }

    [Fact]
    public void A_range_of_a_million_is_a_typing_error() => Assert.Single(DesignatorList.Parse("R1-R1000000").Designators);

    [Fact]
    public void Ranges_beyond_the_limit_come_back_as_written_out()
    {
        var (read, rejected) = DesignatorList.Parse("R1-R9 C1-4 U1", mostFromRanges: 10);
        Assert.Equal("R1 R2 R3 R4 R5 R6 R7 R8 R9 U1", string.Join(' ', read));
        Assert.Equal(["C1-C4"], rejected);
    }

    [Fact]
    public void A_range_is_known_without_being_expanded() =>
        Assert.Equal([("R08", "R11", 4), ("C1", "C1", 1)], DesignatorList.Runs("R08-R11, C1").Runs.Select(run => (run.First.Text, run.Last.Text, run.Count)));

    [Fact]
    public void A_word_of_nothing_but_range_marks_takes_no_time_to_speak_of()
    {
        var word = string.Concat(Enumerable.Repeat("R1-", 50_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal([word], DesignatorList.Parse(word).Rejected);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("R1 R2 R3 R9", "R1-R3, R9")]
    [InlineData("R2 R1", "R1, R2")]
    [InlineData("R1 R02 R3", "R1, R02, R3")]
    [InlineData("U1A U1B", "U1A, U1B")]
    public void Lists_are_written_with_runs_as_ranges(string text, string written) => Assert.Equal(written, DesignatorList.Format(DesignatorList.Parse(text).Designators));

    [Fact]
    public void What_is_written_reads_back() =>
        Laws.Hold(Laws.Designators.ListOf(), given => Assert.Equal(given.Distinct().Order(), DesignatorList.Parse(DesignatorList.Format(given)).Designators));

    [Fact]
    public void No_text_throws_and_no_word_is_lost()
    {
        Laws.Hold(Laws.AnyText, text => DesignatorList.Parse(text));
        Laws.Hold(Laws.ListLikeText, text =>
        {
            var (read, rejected) = DesignatorList.Parse(text);
            var letters = text.Any(c => char.IsAsciiLetterOrDigit(c));
            Assert.True(!letters || read.Length + rejected.Length > 0);
        });
    }
}
