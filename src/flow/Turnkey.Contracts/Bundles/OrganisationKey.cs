using System.Security.Cryptography;
using Turnkey.Kernel;

namespace Turnkey.Contracts.Bundles;

/// <summary>The key pair of an organisation: ECDSA on P-256. The public half is written as SubjectPublicKeyInfo (RFC 5480) in base64, in its one DER form.</summary>
public static class OrganisationKey
{
    /// <summary>The DER bytes before the point: id-ecPublicKey on secp256r1, and the mark of an uncompressed point.</summary>
    private static readonly byte[] Prefix = Convert.FromHexString("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

    private const int Length = 91;

    public static ECDsa Create() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <exception cref="ArgumentException">The key is not on P-256.</exception>
    public static string PublicOf(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var bytes = key.ExportSubjectPublicKeyInfo();
        return IsForm(bytes) ? Convert.ToBase64String(bytes) : throw new ArgumentException("the key is not on the curve P-256", nameof(key));
    }

    /// <summary>Null when the text is no public key on P-256.</summary>
    public static ECDsa? Read(string publicKey)
    {
        if (Bytes(publicKey) is not { } bytes) return null;
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(bytes, out _);
            return key;
        }
        catch (CryptographicException)
        {
            // A point that is not on the curve.
            key.Dispose();
            return null;
        }
    }

    /// <summary>SHA-256 of the key's bytes in groups of four digits, as people read it to each other; null when the text is no key.</summary>
    public static string? Fingerprint(string publicKey) => Bytes(publicKey) is { } bytes ? string.Join(' ', ContentHash.Of(bytes).Chunk(4).Select(group => new string(group))) : null;

    /// <summary>Whether somebody wrote down this fingerprint, with or without spaces and colons, in any letter case.</summary>
    public static bool IsFingerprint(string publicKey, string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var plain = new string([.. written.Where(c => !char.IsWhiteSpace(c) && c != ':')]);
        return Bytes(publicKey) is { } bytes && string.Equals(plain, ContentHash.Of(bytes), StringComparison.OrdinalIgnoreCase);
    }

    private static byte[]? Bytes(string publicKey)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        var bytes = new byte[Length];
        // The text is compared too: base64 with spaces would be another text for the same key.
        return publicKey.Length == (Length + 2) / 3 * 4 && Convert.TryFromBase64String(publicKey, bytes, out var written) && written == Length && IsForm(bytes) && Convert.ToBase64String(bytes) == publicKey ? bytes : null;
    }

    private static bool IsForm(ReadOnlySpan<byte> bytes) => bytes.Length == Length && bytes.StartsWith(Prefix);
}
