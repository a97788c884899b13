using Turnkey.Fuzzing;

namespace Turnkey.Contracts.Tests.Fuzzing;

/// <summary>A few seconds of what <c>bench/Turnkey.Fuzzing</c> does for hours.</summary>
public sealed class FuzzingTests
{
    private const int Seed = 20260101;

    public static TheoryData<string> Formats { get; } = [.. BundleTargets.All.Select(target => target.Format)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Mutated_bundles_are_read_in_time_and_memory_without_an_exception(string format)
    {
        var run = new FuzzRun(BundleTargets.All.Single(target => target.Format == format), Seed);
        run.WarmUp();
        for (var number = 0; number < 300; number++)
        {
            var finding = run.Try(number);
            Assert.True(finding is null, $"{format}, seed {Seed}, number {number}: {finding?.Problem}");
        }
    }
}
