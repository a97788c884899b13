using System.Security.Cryptography;
using System.Text;

namespace Turnkey.Contracts;

/// <summary>Identifiers that follow from what they name, for parties without a database: the same request of the same customer has the same one wherever it is made.</summary>
public static class NamedId
{
    /// <summary>A version 8 UUID (RFC 9562, 5.8): the first 122 free bits of SHA-256 over scope and name.</summary>
    /// <param name="scope">Whose: identifier of the organisation, or of the request.</param>
    /// <param name="kind">What is named: <c>rfq</c>.</param>
    /// <param name="name">Unique within the scope.</param>
    public static Guid Of(Guid scope, string kind, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{scope:D}\n{kind}\n{name}"));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
