using Turnkey.Fuzzing;

namespace Turnkey.Drawing.Tests.Fuzzing;

/// <summary>A few seconds of what <c>bench/Turnkey.Fuzzing</c> does for hours.</summary>
public sealed class FuzzingTests
{
    private const int Seed = 20260101;

    [Theory]
    [InlineData("gerber-svg", 1000)]
    [InlineData("gerber-raster", 1000)]
    public void Mutated_files_are_drawn_in_time_and_memory_without_an_exception(string format, int count)
    {
        var run = new FuzzRun(PictureTargets.All.Single(target => target.Format == format), Seed);
        run.WarmUp();
        for (var number = 0; number < count; number++)
            Assert.True(run.Try(number) is not { } finding, $"{format}, seed {Seed}, number {number}");
    }
}
