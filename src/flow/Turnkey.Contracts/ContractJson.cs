using System.Text.Json;
using System.Text.Json.Serialization;

namespace Turnkey.Contracts;

/// <summary>How contracts are written as JSON, in the database, in bundles and on the interface alike: camelCase, kebab-case words for states, unknown members
/// refused nowhere (a newer program may say more), a member that stands twice or is missing where the record cannot do without it refused everywhere.</summary>
public static class ContractJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Writes what is only to be looked at later, not read back into a contract: notes to the audit, messages. Here also what is computed, or has no name of its own, is written.</summary>
    public static string WriteNote(object value) => JsonSerializer.Serialize(value, Notes);

    /// <exception cref="JsonException">The text is not what <see cref="Write"/> writes.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("null is no " + typeof(T).Name);

    private static JsonSerializerOptions Notes { get; } = Create(computed: true);

    private static JsonSerializerOptions Create(bool computed = false)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            NumberHandling = JsonNumberHandling.Strict,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            // Two readers of one signed text must not see two contracts in it.
            AllowDuplicateProperties = false,
            // What is computed from the rest is not written: it could only contradict it when read.
            IgnoreReadOnlyProperties = !computed,
            MaxDepth = 32,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
