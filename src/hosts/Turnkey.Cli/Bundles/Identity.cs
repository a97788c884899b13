using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Turnkey.Contracts;
using Turnkey.Contracts.Bundles;
using Turnkey.Contracts.Parties;

namespace Turnkey.Cli.Bundles;

/// <summary>
/// The folder of an organisation that works by command line alone: its profile, its private key, the keys it has met and the bundles it has received.
/// </summary>
internal sealed record Identity(string Folder, Organisation Profile, ECDsa Key, ImmutableArray<KnownKey> Known, ImmutableArray<BundleReceipt> Received) : IDisposable
{
    public const string ProfileName = "organisation.json";
    public const string KeyName = "organisation.key";
    public const string MetName = "met.json";

    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public void Dispose() => Key.Dispose();

    public static Decision<Identity> Open(string folder)
    {
        try
        {
            var path = Path.Combine(folder, KeyName);
            if (!File.Exists(path) || !File.Exists(Path.Combine(folder, ProfileName))) return new Refusal("identity.missing", $"'{folder}' holds no {KeyName} and {ProfileName}; make them with 'turnkey bundle keygen'");
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnersOnly) != UnixFileMode.None) return new Refusal("identity.readable", $"'{path}' can be read by others than its owner; take that away (chmod 600)");
            var profile = ContractJson.Read<Organisation>(File.ReadAllText(Path.Combine(folder, ProfileName)));
            var met = Path.Combine(folder, MetName);
            var (known, received) = File.Exists(met) ? ContractJson.Read<Met>(File.ReadAllText(met)) : new Met([], []);
            var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(path));
            if (OrganisationKey.PublicOf(key) == profile.PublicKey) return new Identity(folder, profile, key, known, received);
            key.Dispose();
            return new Refusal("identity.other-key", $"{KeyName} is not the key of {ProfileName}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or CryptographicException or ArgumentException or NotSupportedException)
        {
            return new Refusal("identity.unreadable", $"'{folder}' cannot be read: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>Writes a new key, that only its owner can read, and its profile. A key that is there stays: what it has signed could no longer be verified.</summary>
    public static Refusal? Make(string folder, Organisation profile)
    {
        try
        {
            var path = Path.Combine(folder, KeyName);
            if (File.Exists(path)) return new Refusal("identity.exists", $"'{path}' is there already and stays as it is; name another folder");
            Directory.CreateDirectory(folder);
            using var key = OrganisationKey.Create();
            using (var file = new FileStream(path, OperatingSystem.IsWindows()
                ? new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }
                : new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnersOnly }))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
                file.Flush(flushToDisk: true);
            }
            Replace(Path.Combine(folder, ProfileName), Indented(profile with { PublicKey = OrganisationKey.PublicOf(key) }));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Refusal("identity.unwritable", $"cannot write to '{folder}': {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>Keeps that a bundle was received, and the key it was signed with.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Keep(KnownKey key, BundleReceipt? receipt)
    {
        var met = new Met([.. Known.Where(one => one.Organisation != key.Organisation), key], receipt is null || Received.Contains(receipt) ? Received : [.. Received, receipt]);
        Replace(Path.Combine(Folder, MetName), Indented(met));
    }

    private static readonly JsonSerializerOptions Readable = new(ContractJson.Options) { WriteIndented = true, NewLine = "\n" };

    private static string Indented<T>(T value) => JsonSerializer.Serialize(value, Readable) + "\n";

    private static void Replace(string path, string text)
    {
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }

    private sealed record Met(ImmutableArray<KnownKey> Keys, ImmutableArray<BundleReceipt> Bundles);
}
