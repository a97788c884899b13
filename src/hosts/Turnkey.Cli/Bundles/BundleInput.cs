using Turnkey.Cli.Text;
using Turnkey.Contracts;
using Turnkey.Contracts.Bundles;
using Turnkey.Kernel;

namespace Turnkey.Cli.Bundles;

/// <summary>A bundle that was received: read, whole, and from whom it says it is, as far as that is known.</summary>
/// <param name="Bundle">As it was signed.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Key">The sender's, to be kept.</param>
/// <param name="Trust">What to tell the person of it.</param>
internal sealed record BundleInput(SignedBundle Bundle, ReadOnlyMemory<byte> Content, KnownKey Key, string Trust)
{
    public static Decision<ReadOnlyMemory<byte>> File(string path)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists) return new Refusal("bundle.not-found", $"there is no file '{path}'");
            if (info.Length > BundleLimits.Default.Bytes) return new Refusal("bundle.too-large", $"'{path}' has {info.Length:N0} bytes (limit: {BundleLimits.Default.Bytes:N0})");
            return (ReadOnlyMemory<byte>)System.IO.File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Refusal("bundle.unreadable", $"'{path}' cannot be read: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <param name="path">Of the bundle.</param>
    /// <param name="identity">Who receives it; null when somebody only looks.</param>
    /// <param name="fingerprint">That the person was told by another way; null when it was told none.</param>
    public static Decision<BundleInput> Read(string path, Identity? identity, string? fingerprint) => File(path).Then(content => Contracts.Bundles.Bundle.Read(content, BundleLimits.Default) switch
    {
        BundleReading.Whole whole => Judge(whole.Bundle, content, identity, fingerprint),
        BundleReading.Refused refused => Of(refused.Diagnostics[0]),
        var other => throw new InvalidOperationException($"no reading {other}"),
    });

    /// <summary>As <see cref="Read"/>, of a kind.</summary>
    public static Decision<BundleInput> Read(string path, Identity identity, BundleKind kind) => Read(path, identity, fingerprint: null).Then<BundleInput>(input =>
        input.Bundle.Kind == kind ? input : new Refusal("bundle.other-kind", $"'{path}' is a bundle of kind {input.Bundle.Kind.Word()}, and one of kind {kind.Word()} is wanted"));

    private static Decision<BundleInput> Judge(SignedBundle bundle, ReadOnlyMemory<byte> content, Identity? identity, string? fingerprint)
    {
        var sender = bundle.Manifest.Sender;
        if (fingerprint is not null && !OrganisationKey.IsFingerprint(sender.PublicKey, fingerprint))
            return new Refusal("bundle.other-key", $"it is signed with the key {bundle.Fingerprint}, which is not the fingerprint that was given");
        // What one has signed oneself needs no trust.
        if (identity is not null && identity.Profile.Id == sender.Id && identity.Profile.PublicKey == sender.PublicKey) return new BundleInput(bundle, content, KeyOf(bundle), "your own key");
        if (identity is not null && identity.Profile.Id != bundle.Manifest.Recipient.Id) return new Refusal("bundle.other-recipient", $"it was made for {bundle.Manifest.Recipient.Name}, not for {identity.Profile.Name}");
        return Contracts.Bundles.Bundle.Verify(bundle, identity is null ? [] : identity.Known) switch
        {
            BundleTrust.Known known => new BundleInput(bundle, content, known.Key, "the key is the one of before"),
            BundleTrust.FirstUse first => new BundleInput(bundle, content, first.Key, fingerprint is not null ? "the key has the fingerprint that was given"
                : "this key was not met before: compare its fingerprint with what the sender tells you by another way" + (first.Namesake is { } namesake ? $"; another organisation with another key is known as {namesake.Name}" : "")),
            // A person who was told the new fingerprint has confirmed it.
            BundleTrust.KeyChanged when fingerprint is not null => new BundleInput(bundle, content, KeyOf(bundle), "the key is a new one, with the fingerprint that was given"),
            BundleTrust.KeyChanged changed => changed.Why,
            var other => throw new InvalidOperationException($"no trust {other}"),
        };
    }

    private static KnownKey KeyOf(SignedBundle bundle) => new(bundle.Manifest.Sender.Id, bundle.Manifest.Sender.Name, bundle.Manifest.Sender.PublicKey, bundle.Manifest.Created);

    private static Refusal Of(Diagnostic diagnostic) => new(diagnostic.Code, diagnostic.File.Length == 0 ? diagnostic.Message : $"{diagnostic.File}: {diagnostic.Message}");

    /// <summary>Says a refusal and ends.</summary>
    public static int Refuse(Terminal terminal, Refusal why)
    {
        terminal.Say(PlainText.Of($"turnkey: error {why.Code}: {why.Message}"));
        return ExitCode.NotProcessed;
    }
}
