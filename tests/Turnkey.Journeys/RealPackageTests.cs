namespace Turnkey.Journeys;

/// <summary>Real packages of different CAD tools, where they are at hand; they are not part of the repository.</summary>
public sealed class RealPackageTests
{
    public static TheoryData<string> Packages => [.. Places.RealPackageNames.DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_real_package_is_quoted_the_same_twice(string name)
    {
        Assert.SkipUnless(Places.RealPackages is not null, "there is no shared/packages beside the repository");
        var package = Path.Combine(Places.RealPackages!, name);
        var first = Journey.Of("quote", package, "--qty", "10,1000", "--json");
        Assert.True(first.Code == 0, first.Error);
        Assert.True(first.Json.GetProperty("quantities")[0].GetProperty("unitPrice").GetDecimal() > 0);
        Assert.Equal(first.Output, Journey.Of("quote", package, "--qty", "10,1000", "--json").Output);
    }
}
