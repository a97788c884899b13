namespace Turnkey.Contracts.Bundles;

/// <summary>A key that an organisation was met with before.</summary>
/// <param name="Organisation">Whose.</param>
/// <param name="Name">As it called itself.</param>
/// <param name="PublicKey">Base64 of the SubjectPublicKeyInfo.</param>
/// <param name="Since">When it was first met.</param>
public sealed record KnownKey(Guid Organisation, string Name, string PublicKey, DateTimeOffset Since);

/// <summary>
/// Whether the sender is the one it was before. A key is trusted on first use, with its fingerprint shown, because nobody vouches for small companies; from then on
/// another key is refused until a person has confirmed it.
/// </summary>
public abstract record BundleTrust
{
    private BundleTrust()
    {
    }

    /// <summary>The key is the one of before.</summary>
    public sealed record Known(KnownKey Key) : BundleTrust;

    /// <summary>Nothing was ever received from this organisation.</summary>
    /// <param name="Key">To be kept.</param>
    /// <param name="Namesake">Another organisation that is known by the same name: a reason to compare the fingerprint; null when there is none.</param>
    public sealed record FirstUse(KnownKey Key, KnownKey? Namesake) : BundleTrust;

    /// <summary>The organisation was met with another key: this may be somebody else.</summary>
    public sealed record KeyChanged(KnownKey Before, string Fingerprint) : BundleTrust
    {
        public Refusal Why => new("bundle.key-changed",
            $"{Before.Name} signed with the key {OrganisationKey.Fingerprint(Before.PublicKey)} before, and this bundle is signed with {Fingerprint}; ask {Before.Name} by another way than the one it came by, and confirm the new fingerprint if it is theirs");
    }
}
