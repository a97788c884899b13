using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Turnkey.Kernel;

namespace Turnkey.Contracts.Bundles;

/// <summary>
/// Signed bundles: how an RFQ, questions, an offer, an order and what becomes of it pass between two installations, by e-mail or otherwise, and mean the same on
/// both sides. The format is documented in docs/bundle-format.md.
/// </summary>
public static class Bundle
{
    /// <summary>Makes a bundle. Only the signature differs between two bundles of the same content.</summary>
    /// <param name="content">What the functions in <c>Sending</c> chose.</param>
    /// <param name="key">The sender's, on P-256.</param>
    /// <exception cref="ArgumentException">The content is none that a recipient would accept, or the key is another one than the sender's profile shows.</exception>
    public static byte[] Write(BundleContent content, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(key);
        var (envelope, publicKey) = (content.Envelope, OrganisationKey.PublicOf(key));
        if (envelope.Sender.PublicKey.Length > 0 && envelope.Sender.PublicKey != publicKey) throw new ArgumentException("the key is not the one of the sender's profile", nameof(key));
        if (BundleRules.Fault(content) is { } fault) throw new ArgumentException(fault.Message, nameof(content));
        List<BundleFile> files = [new(BundlePath.Document, BundleJson.Write(content.Document)), .. content.Files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        var manifest = new BundleManifest(
            BundleManifest.FormatName, $"{BundleManifest.Major}.{BundleManifest.Minor}", content.Kind.Word(), envelope.Id, envelope.Created, envelope.Sender with { PublicKey = publicKey }, envelope.Recipient,
            [.. files.Select(file => new BundleFileEntry(file.Path, file.Content.Length, ContentHash.Of(file.Content.Span)))])
        {
            Answers = envelope.Answers,
        };
        var signed = BundleJson.Write(manifest);
        var signature = key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return BundleContainer.Write([new(BundlePath.Manifest, signed), new(BundlePath.Signature, signature), .. files]);
    }

    /// <summary>
    /// Reads what somebody sent and holds every byte against the signature. Never throws on what it finds. Nothing but the container, the version and the key is
    /// looked at before the signature is.
    /// </summary>
    public static BundleReading Read(ReadOnlyMemory<byte> bundle, BundleLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (bundle.Length > limits.Bytes) return Refuse("bundle.too-large", "", $"it has {bundle.Length:N0} bytes (limit: {limits.Bytes:N0})");
        var (entries, broken) = BundleContainer.Read(bundle, limits.Files + 2);
        if (broken is not null) return new BundleReading.Refused([broken]);
        if (entries.IsEmpty || entries[0].Path != BundlePath.Manifest) return Refuse("bundle.not-a-bundle", "", "it is no bundle: its first entry is not bundle.json");
        if (entries.Length < 2 || entries[1].Path != BundlePath.Signature) return Refuse("bundle.unsigned", "", "it is not signed: its second entry is not bundle.sig");
        if (entries[0].Content.Length > limits.DocumentBytes) return Refuse("bundle.too-large", BundlePath.Manifest, $"it has {entries[0].Content.Length:N0} bytes (limit: {limits.DocumentBytes:N0})");

        var (tree, why) = BundleJson.Parse(entries[0].Content);
        if (tree is null) return Refuse("bundle.manifest", BundlePath.Manifest, $"it cannot be read: {why}");
        using (tree)
        {
            if (Version(tree.RootElement) is { } version) return version;
            (var value, why) = BundleJson.Read(tree, typeof(BundleManifest));
            if (value is not BundleManifest manifest) return Refuse("bundle.manifest", BundlePath.Manifest, $"it cannot be read: {why}");
            if (!IsSigned(manifest.Sender.PublicKey, entries[0].Content.Span, entries[1].Content.Span))
                return Refuse("bundle.signature", BundlePath.Signature, "the signature does not fit: bundle.json was changed after it was signed, or was signed with another key than it shows; have it sent again");
            var files = entries[2..];
            var faults = Files(manifest, files);
            return faults.IsEmpty ? Signed(manifest, entries[0].Content.Span, files, limits) : new BundleReading.Refused(faults);
        }
    }

    /// <summary>Everything in a bundle that <see cref="Read"/> found whole, as it lies in it: manifest, signature, document and files. Empty for what is none.</summary>
    public static ImmutableArray<BundleFile> Entries(ReadOnlyMemory<byte> bundle, BundleLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return BundleContainer.Read(bundle, limits.Files + 2).Files;
    }

    /// <summary>Holds the sender of a bundle against the keys that are known.</summary>
    /// <param name="bundle">Whole.</param>
    /// <param name="known">Of every organisation that was met.</param>
    public static BundleTrust Verify(SignedBundle bundle, IReadOnlyCollection<KnownKey> known)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(known);
        var (sender, created) = (bundle.Manifest.Sender, bundle.Manifest.Created);
        if (known.FirstOrDefault(key => key.Organisation == sender.Id) is { } before)
            return before.PublicKey == sender.PublicKey ? new BundleTrust.Known(before) : new BundleTrust.KeyChanged(before, bundle.Fingerprint);
        var namesake = known.FirstOrDefault(key => string.Equals(key.Name.Trim(), sender.Name.Trim(), StringComparison.OrdinalIgnoreCase));
        return new BundleTrust.FirstUse(new KnownKey(sender.Id, sender.Name, sender.PublicKey, created), namesake);
    }

    private static BundleReading.Refused? Version(JsonElement root)
    {
        if (Text(root, "format") != BundleManifest.FormatName) return Refuse("bundle.not-a-bundle", BundlePath.Manifest, $"it is no bundle: 'format' is not {BundleManifest.FormatName}");
        var parts = Text(root, "schemaVersion").Split('.');
        if (parts.Length != 2 || Number(parts[0]) is not { } major || Number(parts[1]) is null) return Refuse("bundle.version", BundlePath.Manifest, "'schemaVersion' is no version such as 1.0");
        return major == BundleManifest.Major ? null
            : Refuse("bundle.version", BundlePath.Manifest, $"it is written in version {major} of the format and this program reads version {BundleManifest.Major}; " +
                (major > BundleManifest.Major ? $"install a newer Turnkey, or ask the sender for version {BundleManifest.Major}" : "ask the sender for a newer one"));
    }

    private static string Text(JsonElement root, string name)
    {
        try
        {
            return root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }
        catch (InvalidOperationException)
        {
            // Half a character.
            return "";
        }
    }

    private static int? Number(string digits) => digits.Length is > 0 and <= 4 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static bool IsSigned(string publicKey, ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature)
    {
        using var key = OrganisationKey.Read(publicKey);
        if (key is null) return false;
        try
        {
            return key.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            // A signature that is not even DER.
            return false;
        }
    }

    private static ImmutableArray<Diagnostic> Files(BundleManifest manifest, ImmutableArray<BundleFile> files)
    {
        if (!manifest.Files.Select(file => file.Path).SequenceEqual(files.Select(file => file.Path), StringComparer.Ordinal))
        {
            var missing = manifest.Files.FirstOrDefault(listed => files.All(file => file.Path != listed.Path));
            var extra = files.FirstOrDefault(file => manifest.Files.All(listed => listed.Path != file.Path));
            return [extra is not null ? Diagnostic.Error("bundle.extra-file", extra.Path, 0, "bundle.json does not list it: somebody put it in after the bundle was signed")
                : missing is not null ? Diagnostic.Error("bundle.missing-file", BundlePath.Show(missing.Path), 0, "bundle.json lists it and it is not there: somebody took it out")
                : Diagnostic.Error("bundle.order", "", 0, "the files do not lie in the order in which bundle.json lists them")];
        }
        return [.. manifest.Files.Zip(files)
            .Where(pair => pair.First.Size != pair.Second.Content.Length || pair.First.Sha256 != ContentHash.Of(pair.Second.Content.Span))
            .Select(pair => Diagnostic.Error("bundle.changed-file", pair.Second.Path, 0, "it is not what was signed: somebody changed it"))];
    }

    private static BundleReading Signed(BundleManifest manifest, ReadOnlySpan<byte> signed, ImmutableArray<BundleFile> files, BundleLimits limits)
    {
        if (BundleKinds.Parse(manifest.Kind) is not { } kind)
            return Refuse("bundle.kind", BundlePath.Manifest, $"it is a '{BundlePath.Show(manifest.Kind)}', which this program does not know; install a newer Turnkey");
        if (files.IsEmpty || files[0].Path != BundlePath.Document) return Refuse("bundle.document", "", "there is no document.json first among its files");
        if (files[0].Content.Length > limits.DocumentBytes) return Refuse("bundle.too-large", BundlePath.Document, $"it has {files[0].Content.Length:N0} bytes (limit: {limits.DocumentBytes:N0})");
        var (tree, why) = BundleJson.Parse(files[0].Content);
        object? document = null;
        if (tree is not null)
        {
            using (tree) (document, why) = BundleJson.Read(tree, BundleKinds.DocumentOf(kind));
        }
        var newer = manifest.SchemaVersion != $"{BundleManifest.Major}.{BundleManifest.Minor}";
        if (document is null) return Refuse("bundle.document", BundlePath.Document, $"it is no {manifest.Kind} that can be read{(newer ? $"; it is of version {manifest.SchemaVersion}: install a newer Turnkey" : "")}: {why}");
        var content = new BundleContent(new BundleEnvelope(manifest.Id, manifest.Created, manifest.Sender, manifest.Recipient) { Answers = manifest.Answers }, kind, (BundleDocument)document) { Files = files[1..] };
        if (BundleRules.Fault(content) is { } fault) return Refuse(fault.Code, BundlePath.Document, fault.Message);
        return new BundleReading.Whole(new SignedBundle(manifest, kind, content.Document, content.Files, ContentHash.Of(signed),
            newer ? [Diagnostic.Info("bundle.newer", BundlePath.Manifest, 0, $"it is of version {manifest.SchemaVersion}; what version {BundleManifest.Major}.{BundleManifest.Minor} does not know of is left out")] : []));
    }

    private static BundleReading.Refused Refuse(string code, string file, string message) => new([Diagnostic.Error(code, file, 0, message)]);
}
