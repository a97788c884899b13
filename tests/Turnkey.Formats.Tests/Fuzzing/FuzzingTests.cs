using Turnkey.Fuzzing;

namespace Turnkey.Formats.Tests.Fuzzing;

/// <summary>A few seconds of what <c>bench/Turnkey.Fuzzing</c> does for hours.</summary>
public sealed class FuzzingTests
{
    private const int Seed = 20260101;

    [Theory]
    [InlineData("gerber", 6000)]
    [InlineData("gerber-written", 2000)]
    [InlineData("copper", 1000)]
    [InlineData("excellon", 6000)]
    [InlineData("ipc-d-356", 6000)]
    [InlineData("gbrjob", 6000)]
    [InlineData("table", 2000)]
    [InlineData("xlsx-sheet", 1000)]
    [InlineData("xlsx-strings", 500)]
    [InlineData("ods", 1000)]
    [InlineData("spreadsheet-archive", 1000)]
    [InlineData("xls", 2000)]
    public void Mutated_files_are_read_in_time_and_memory_without_an_exception(string format, int count)
    {
        var run = new FuzzRun(FormatTargets.All.Single(target => target.Format == format), Seed);
        run.WarmUp();
        for (var number = 0; number < count; number++)
        {
            var finding = run.Try(number);
            Assert.True(finding is null, $"{format}, seed {Seed}, number {number}: {finding?.Problem}");
        }
    }

    [Fact]
    public void The_same_numbers_make_the_same_input()
    {
        foreach (var target in FormatTargets.All)
        {
            Assert.Equal(new Mutator(target, Seed).Make(77), new Mutator(target, Seed).Make(77));
            Assert.NotEqual(new Mutator(target, Seed).Make(77), new Mutator(target, Seed).Make(78));
            Assert.All(Enumerable.Range(0, 200), number => Assert.InRange(new Mutator(target, Seed).Make(number).Length, 0, Mutator.Longest));
        }
    }
}
