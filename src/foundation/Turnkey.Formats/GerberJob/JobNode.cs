using System.Text;
using System.Text.Json;

namespace Turnkey.Formats.GerberJob;

/// <summary>A JSON value that knows its line, which <see cref="JsonDocument"/> does not.</summary>
internal sealed class JobNode(JsonTokenType kind, int line, string text)
{
    /// <summary>Deeper than any job file; what nests deeper is refused.</summary>
    public const int MostDepth = 32;
    private const int MostNodes = 1_000_000;

    private readonly List<(string Name, JobNode Value)> members = [];

    public JsonTokenType Kind { get; } = kind;
    public int Line { get; } = line;

    /// <summary>Of a string, number or truth value.</summary>
    public string Text { get; } = text;

    /// <summary>The elements of an array; empty for anything else.</summary>
    public IEnumerable<JobNode> Items => Kind == JsonTokenType.StartArray ? members.Select(member => member.Value) : [];

    /// <summary>A member by name, whatever its case; null when there is none.</summary>
    public JobNode? this[string name]
    {
        get
        {
            foreach (var (key, value) in members)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
            }
            return null;
        }
    }

    /// <summary>The tree, as far as the text is JSON; where it stops being that, what and on which line.</summary>
    public static (JobNode? Root, string? Error, int Line) Parse(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) content = Encoding.UTF8.GetBytes(Excellon.SourceText.Decode(content));
        if (content is [0xEF, 0xBB, 0xBF, ..]) content = content[3..];
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MostDepth });
        var open = new Stack<JobNode>();
        JobNode? root = null;
        var (name, line, counted, nodes) = ("", 1, 0, 0);
        try
        {
            while (reader.Read() && ++nodes <= MostNodes)
            {
                var start = (int)reader.TokenStartIndex;
                line += content[counted..start].Count((byte)'\n');
                counted = start;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = Encoding.UTF8.GetString(reader.ValueSpan);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        break;
                    default:
                        var node = new JobNode(reader.TokenType, line, TextOf(ref reader));
                        root ??= node;
                        if (open.TryPeek(out var parent)) parent.members.Add((name, node));
                        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) open.Push(node);
                        break;
                }
            }
        }
        catch (JsonException bad)
        {
            return (root, "it is no valid JSON from here on", (int)(bad.LineNumber ?? 0) + 1);
        }
        return (root, root is null ? "it is empty" : null, 1);
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.String) return reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? "" : Encoding.UTF8.GetString(reader.ValueSpan);
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException) // half a surrogate pair or bytes that are no UTF-8
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
