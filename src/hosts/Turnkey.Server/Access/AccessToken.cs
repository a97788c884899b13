using System.Security.Cryptography;
using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Server.Access;

/// <summary>Secrets that a program or a link carries: 256 random bits with a prefix that says what they are, so that scanners find leaked ones. Only their hash is kept.</summary>
internal static class AccessToken
{
    private const string Prefix = "tk_";

    public static (string Token, string Hash) Create()
    {
        var token = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return (token, HashOf(token)!);
    }

    /// <summary>Null when it cannot be one.</summary>
    public static string? HashOf(string token) => token.StartsWith(Prefix, StringComparison.Ordinal) && token.Length is > 20 and < 200 ? ContentHash.Of(Encoding.UTF8.GetBytes(token)) : null;
}
