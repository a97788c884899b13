namespace Turnkey.Kernel.Tests;

public sealed class LengthTests
{
    [Fact]
    public void An_inch_is_exact() => Assert.Equal(25_400_000, Length.FromInches(1).Nanometres);
}
