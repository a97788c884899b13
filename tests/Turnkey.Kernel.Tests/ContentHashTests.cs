using System.Text;

namespace Turnkey.Kernel.Tests;

public sealed class ContentHashTests
{
    [Fact]
    public void It_is_sha256_in_lower_case() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentHash.Of("abc"u8));

    [Fact]
    public void Order_does_not_change_it() => Assert.Equal(Hash(("a", "1"), ("b", "2")), Hash(("b", "2"), ("a", "1")));

    [Fact]
    public void Name_content_and_their_border_change_it()
    {
        string[] hashes = [Hash(("a", "1")), Hash(("b", "1")), Hash(("a", "2")), Hash(("a", "")), Hash(), Hash(("a", "1"), ("b", "")), Hash(("ab", "1"))];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    private static string Hash(params (string Path, string Content)[] entries) =>
        ContentHash.Of(entries.Select(entry => (entry.Path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(entry.Content))));
}
