using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Sourcing.Suppliers;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Turnkey.Pipeline.Suppliers;

/// <summary>
/// The keys to suppliers' interfaces: environment variables (<c>TURNKEY_DIGIKEY_ID</c> or <c>_CLIENT_ID</c>, <c>_API_KEY</c>, <c>_TOKEN</c>; and <c>_SECRET</c> or
/// <c>_CLIENT_SECRET</c>), else a file in YAML or JSON that is kept away from packages and repositories:
/// <code>
/// digi-key: { id: …, secret: … }
/// mouser: { key: … }
/// </code>
/// </summary>
public sealed class SupplierKeyring
{
    private const int LargestFile = 64 << 10;
    private static readonly string[] IdNames = ["ID", "CLIENT_ID", "API_KEY", "KEY", "TOKEN"];
    private static readonly string[] SecretNames = ["SECRET", "CLIENT_SECRET"];

    private readonly FrozenDictionary<string, SupplierKeys> keys;

    private SupplierKeyring(IEnumerable<KeyValuePair<string, SupplierKeys>> keys) => this.keys = keys.ToFrozenDictionary(StringComparer.Ordinal);

    public static SupplierKeyring Empty { get; } = new([]);

    /// <summary>The keys to an interface; null when there are none.</summary>
    public SupplierKeys? For(SupplierTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return keys.GetValueOrDefault(terms.Name);
    }

    /// <param name="table">Names the suppliers.</param>
    /// <param name="environment">Value of an environment variable; null when it is not set.</param>
    /// <param name="file">Of the keys; null when there is none.</param>
    public static (SupplierKeyring Keyring, ImmutableArray<Diagnostic> Diagnostics) Read(SupplierTable table, Func<string, string?> environment, string? file)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(environment);
        var (found, diagnostics) = file is null ? (new Dictionary<string, SupplierKeys>(StringComparer.Ordinal), []) : ReadFile(table, file);
        foreach (var terms in table.Rows.Where(row => row.KeyName.Length > 0))
        {
            string? Value(string[] names) => names.Select(name => environment($"TURNKEY_{terms.KeyName}_{name}")?.Trim()).FirstOrDefault(value => value is { Length: > 0 });
            if (Value(IdNames) is { } id) found[terms.Name] = new SupplierKeys(id, Value(SecretNames) ?? "");
        }
        return (new SupplierKeyring(found), diagnostics);
    }

    public override string ToString() => $"keys to {string.Join(", ", keys.Keys.Order(StringComparer.Ordinal))}";

    private static (Dictionary<string, SupplierKeys> Keys, ImmutableArray<Diagnostic> Diagnostics) ReadFile(SupplierTable table, string file)
    {
        var found = new Dictionary<string, SupplierKeys>(StringComparer.Ordinal);
        var input = InputFile.Read(file, "suppliers");
        if (input.Content is null) return (found, [input.Refusal!]);
        var log = new DiagnosticLog(input.Name);
        try
        {
            if (input.Content.Length > LargestFile) throw new YamlException("it is too large");
            var stream = new YamlStream();
            stream.Load(new StringReader(Encoding.UTF8.GetString(input.Content)));
            if (stream.Documents.FirstOrDefault()?.RootNode is YamlMappingNode root)
            {
                foreach (var (name, value) in root.Children)
                {
                    if (name is not YamlScalarNode { Value: { } supplier } || value is not YamlMappingNode said) continue;
                    if (table.Find(supplier) is not { } terms) log.Warning("suppliers.unknown", (int)Math.Min(int.MaxValue, name.Start.Line), $"'{supplier}' is no supplier of the table; its keys are not used");
                    else if (Value(said, IdNames) is { } id) found[terms.Name] = new SupplierKeys(id, Value(said, SecretNames) ?? "");
                }
            }
        }
        catch (YamlException e)
        {
            // The exception's text may quote the file, and that holds keys.
            log.Error("suppliers.keys-unreadable", (int)Math.Min(int.MaxValue, e.Start.Line), "the file of keys is no YAML or JSON of the form 'supplier: { id: …, secret: … }' and is not used");
        }
        return (found, [.. log.ToList()]);
    }

    private static string? Value(YamlMappingNode said, string[] names) => said.Children
        .Where(pair => pair.Key is YamlScalarNode { Value: { } key } && names.Contains(key.ToUpperInvariant().Replace('-', '_'), StringComparer.Ordinal))
        .Select(pair => (pair.Value as YamlScalarNode)?.Value?.Trim()).FirstOrDefault(value => value is { Length: > 0 });
}
