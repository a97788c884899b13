using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Turnkey.Contracts.Bundles;
using Turnkey.Kernel;

namespace Turnkey.Contracts.Tests.Bundles;

/// <summary>Makes bundles as somebody would who does not use this program: any manifest, any document, rightly signed or not.</summary>
internal static class Forging
{
    /// <summary>Entries of a sound bundle, to be changed.</summary>
    public static List<BundleFile> Entries(byte[] bundle) => [.. BundleContainer.Read(bundle, 100).Files];

    public static byte[] Pack(IEnumerable<BundleFile> files) => BundleContainer.Write([.. files]);

    /// <summary>Changes the manifest and signs it anew.</summary>
    public static byte[] WithManifest(byte[] bundle, string key, Action<JsonObject> change) => Signed(Entries(bundle), key, change);

    /// <summary>Changes the document, states its new hash, and signs.</summary>
    public static byte[] WithDocument(byte[] bundle, string key, Action<JsonObject> change)
    {
        var entries = Entries(bundle);
        var document = (JsonObject)JsonNode.Parse(entries[2].Content.Span)!;
        change(document);
        return WithDocument(entries, key, Encoding.UTF8.GetBytes(document.ToJsonString()));
    }

    public static byte[] WithDocument(List<BundleFile> entries, string key, byte[] document)
    {
        entries[2] = entries[2] with { Content = document };
        return Signed(entries, key, manifest =>
        {
            var file = manifest["files"]![0]!;
            file["size"] = document.Length;
            file["sha256"] = ContentHash.Of(document);
        });
    }

    public static byte[] Signed(List<BundleFile> entries, string key, Action<JsonObject> change)
    {
        var manifest = (JsonObject)JsonNode.Parse(entries[0].Content.Span)!;
        change(manifest);
        return Signed(entries, key, Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    }

    public static byte[] Signed(List<BundleFile> entries, string key, byte[] manifest)
    {
        using var signer = Samples.Key(key);
        return Pack([entries[0] with { Content = manifest }, entries[1] with { Content = signer.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) }, .. entries[2..]]);
    }
}
