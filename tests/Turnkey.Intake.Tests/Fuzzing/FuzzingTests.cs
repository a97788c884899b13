using Turnkey.Fuzzing;

namespace Turnkey.Intake.Tests.Fuzzing;

/// <summary>A few seconds of what <c>bench/Turnkey.Fuzzing</c> does for hours.</summary>
public sealed class FuzzingTests
{
    private const int Seed = 20260101;

    [Theory]
    [InlineData("zip", 3000)]
    [InlineData("tar", 5000)]
    [InlineData("tgz", 2000)]
    [InlineData("product-yaml", 1500)]
    [InlineData("spec-yaml", 3000)]
    public void Mutated_packages_are_read_in_time_and_memory_without_an_exception(string format, int count)
    {
        var run = new FuzzRun(PackageTargets.All.Single(target => target.Format == format), Seed);
        run.WarmUp();
        for (var number = 0; number < count; number++)
        {
            var finding = run.Try(number);
            Assert.True(finding is null, $"{format}, seed {Seed}, number {number}: {finding?.Problem}");
        }
    }
}
