using Turnkey.Pipeline.Suppliers;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline.Tests.Suppliers;

public sealed class SupplierKeyringTests : IDisposable
{
    private static int made;
    private readonly string path = Path.Combine(Path.GetTempPath(), $"turnkey-keys-{Environment.ProcessId}-{Interlocked.Increment(ref made)}.yaml");

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("digi-key: { id: the-id, secret: the-secret }\nFarnell: { key: other-key }")]
    [InlineData("""{"DigiKey": {"client_id": "the-id", "client-secret": "the-secret"}, "element14": {"api_key": "other-key"}}""")]
    public void Keys_are_read_from_YAML_and_JSON(string text)
    {
        var (keyring, diagnostics) = Read(text, _ => null);
        Assert.Empty(diagnostics);
        Assert.Equal(new SupplierKeys("the-id", "the-secret"), keyring.For(SupplierTable.Default.Find("Digi-Key")!));
        Assert.Equal(new SupplierKeys("other-key"), keyring.For(SupplierTable.Default.Find("element14")!));
        Assert.Null(keyring.For(SupplierTable.Default.Find("Mouser")!));
        Assert.Equal("keys to Digi-Key, element14", keyring.ToString());
    }

    [Fact]
    public void The_environment_goes_before_the_file()
    {
        var keyring = Read("tme: { token: old-token, secret: old }", name => name switch { "TURNKEY_TME_TOKEN" => "new-token", "TURNKEY_TME_SECRET" => "new-secret", "TURNKEY_DIGIKEY_CLIENT_ID" => "c-id", "TURNKEY_DIGIKEY_CLIENT_SECRET" => "c-secret", _ => null }).Keyring;
        Assert.Equal(new SupplierKeys("new-token", "new-secret"), keyring.For(SupplierTable.Default.Find("TME")!));
        Assert.Equal(new SupplierKeys("c-id", "c-secret"), keyring.For(SupplierTable.Default.Find("Digi-Key")!));
    }

    [Theory]
    [InlineData("mouser: { key: \"very-secret-key", "suppliers.keys-unreadable")]
    [InlineData("nobody: { key: very-secret-key }", "suppliers.unknown")]
    public void What_cannot_be_used_is_told_without_the_keys(string text, string code)
    {
        var diagnostic = Assert.Single(Read(text, _ => null).Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.DoesNotContain("very-secret-key", diagnostic.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() => Assert.Equal("suppliers.not-found", Assert.Single(SupplierKeyring.Read(SupplierTable.Default, _ => null, path).Diagnostics).Code);

    private (SupplierKeyring Keyring, System.Collections.Immutable.ImmutableArray<Turnkey.Kernel.Diagnostic> Diagnostics) Read(string text, Func<string, string?> environment)
    {
        File.WriteAllText(path, text);
        return SupplierKeyring.Read(SupplierTable.Default, environment, path);
    }
}
