using System.Text;
using System.Text.Json;

namespace Turnkey.Contracts.Bundles;

/// <summary>The JSON in bundles: that of <see cref="ContractJson"/>, indented for people, read without trust.</summary>
internal static class BundleJson
{
    private static readonly JsonSerializerOptions Indented = Create();

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static byte[] Write(object value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, value.GetType(), Indented) + "\n");

    /// <summary>The text as a tree; null, with the reason, when it is no JSON object.</summary>
    public static (JsonDocument? Tree, string Why) Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            var tree = JsonDocument.Parse(content, Strict);
            if (tree.RootElement.ValueKind == JsonValueKind.Object && !HasNullItem(tree.RootElement)) return (tree, "");
            tree.Dispose();
            return (null, "it is no JSON object, or has null in a list");
        }
        catch (Exception e) when (IsFault(e))
        {
            return (null, Short(e));
        }
    }

    /// <summary>The record in a tree; null, with the reason, when it is not in it.</summary>
    public static (object? Value, string Why) Read(JsonDocument tree, Type type)
    {
        try
        {
            return tree.Deserialize(type, Indented) is { } value ? (value, "") : (null, "it is null");
        }
        catch (Exception e) when (IsFault(e))
        {
            return (null, Short(e));
        }
    }

    /// <summary>Where <see cref="JsonSerializer"/> reads a list it lets null through, of which no record knows.</summary>
    private static bool HasNullItem(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => HasNullItem(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HasNullItem(item)),
        _ => false,
    };

    /// <summary>What the library throws at damaged text: besides its own exception, for missing kinds (not supported) and text that is no Unicode (invalid operation).</summary>
    private static bool IsFault(Exception e) => e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException or FormatException or OverflowException;

    private static string Short(Exception e) => BundlePath.Show(e.Message.ReplaceLineEndings(" "));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(ContractJson.Options) { WriteIndented = true, NewLine = "\n" };
        options.MakeReadOnly();
        return options;
    }
}
