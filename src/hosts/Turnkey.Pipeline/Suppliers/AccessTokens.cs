using System.Text.Json;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline.Suppliers;

/// <summary>Access tokens by client credentials (RFC 6749 section 4.4), kept in memory until shortly before they expire.</summary>
internal sealed class AccessTokens(RequestSender sender, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Dictionary<string, (string Token, DateTimeOffset Until)> tokens = new(StringComparer.Ordinal);

    /// <summary>The token, or the reply that there is none.</summary>
    public async Task<(string Token, Reply? Refusal)> GetAsync(SupplierTerms terms, SupplierKeys keys, CancellationToken cancellation)
    {
        if (terms.TokenAddress.Length == 0) return ("", null);
        await gate.WaitAsync(cancellation);
        try
        {
            if (tokens.TryGetValue(terms.Name, out var known) && known.Until > time.GetUtcNow()) return (known.Token, null);
            List<(string, string)> fields = [("grant_type", "client_credentials"), ("client_id", keys.Id), ("client_secret", keys.Secret)];
            if (terms.TokenScope.Length > 0) fields.Add(("scope", terms.TokenScope));
            var reply = await sender.SendAsync(SupplierRequest.PostForm(terms.TokenAddress, fields), terms, cancellation);
            if (!reply.IsSuccess) return ("", reply);
            if (Read(reply.Body) is not { } token) return ("", reply with { Trouble = "the answer to the request for an access token holds none" });
            tokens[terms.Name] = (token.Text, time.GetUtcNow() + token.Lasts - Margin);
            return (token.Text, null);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>A token that was not accepted is not used again.</summary>
    public void Forget(SupplierTerms terms, string token)
    {
        lock (tokens)
        {
            if (tokens.TryGetValue(terms.Name, out var known) && known.Token == token) tokens.Remove(terms.Name);
        }
    }

    public void Dispose() => gate.Dispose();

    private static (string Text, TimeSpan Lasts)? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("access_token", out var token) || token.GetString() is not { Length: > 0 and < 20_000 } text) return null;
            var seconds = root.TryGetProperty("expires_in", out var expires) && expires.ValueKind == JsonValueKind.Number && expires.TryGetInt32(out var value) ? Math.Clamp(value, 0, 86_400) : 0;
            return (text, TimeSpan.FromSeconds(seconds));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
