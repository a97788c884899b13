using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Turnkey.Plants.Reading;

/// <summary>
/// A YAML document as plain tree with line numbers: how the data files of plants, makers and waivers are read. Built from parser events with limits, because
/// such a file may come from anywhere.
/// </summary>
/// <param name="Line">In the file, from 1.</param>
public abstract record YamlNode(int Line)
{
    public const int DeepestLevel = 12;
    public const int MostNodes = 50_000;

    /// <param name="Text">As written, without quotes.</param>
    /// <param name="Line">In the file, from 1.</param>
    public sealed record Scalar(string Text, int Line) : YamlNode(Line);

    /// <param name="Items">In the file's order.</param>
    /// <param name="Line">In the file, from 1.</param>
    public sealed record Sequence(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

    /// <param name="Entries">In the file's order; no key stands twice.</param>
    /// <param name="Line">In the file, from 1.</param>
    public sealed record Map(IReadOnlyList<(Scalar Key, YamlNode Value)> Entries, int Line) : YamlNode(Line)
    {
        /// <summary>Null when there is no such key.</summary>
        public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;

        /// <summary>The text of a key, trimmed; null when there is no such key, or its value is no text.</summary>
        public string? Text(string key) => (this[key] as Scalar)?.Text.Trim();
    }

    /// <summary>A list's items; of anything else itself alone, for one may be written without brackets; of null nothing.</summary>
    public static IReadOnlyList<YamlNode> ListOf(YamlNode? node) => node switch { null => [], Sequence sequence => sequence.Items, _ => [node] };

    /// <summary>The first document of a text.</summary>
    /// <exception cref="LineException">Not YAML, too deep, too long, with aliases, or with a key that stands twice in one map.</exception>
    public static YamlNode Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        var left = MostNodes;
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _)) return new Map([], 1);
            return Node(parser, 0, ref left);
        }
        catch (YamlException e)
        {
            throw new LineException((int)e.Start.Line, e.InnerException?.Message ?? e.Message, e);
        }
        // The library reports some damage in ways of its own (a scanner without a next token, a tag that is no address).
        catch (Exception damage) when (damage is InvalidOperationException or ArgumentException or OverflowException or NotSupportedException or KeyNotFoundException || (damage is FormatException and not LineException))
        {
            throw new LineException((int)(parser.Current?.End.Line ?? 1), "the file is damaged", damage);
        }
    }

    private static YamlNode Node(Parser parser, int depth, ref int left)
    {
        var line = (int)(parser.Current?.Start.Line ?? 1);
        if (depth > DeepestLevel) throw new LineException(line, $"nested deeper than {DeepestLevel} levels");
        if (--left < 0) throw new LineException(line, $"more than {MostNodes} entries");
        if (parser.TryConsume<YamlDotNet.Core.Events.Scalar>(out var scalar)) return new Scalar(scalar.Value, line);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(parser, depth + 1, ref left));
            return new Sequence(items, line);
        }
        if (parser.TryConsume<MappingStart>(out _))
        {
            var entries = new List<(Scalar, YamlNode)>();
            var keys = new HashSet<string>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (Node(parser, depth + 1, ref left) is not Scalar key) throw new LineException(line, "a key must be plain text");
                if (!keys.Add(key.Text)) throw new LineException(key.Line, $"'{(key.Text.Length > 40 ? key.Text[..40] + "…" : key.Text)}' stands twice in one map");
                entries.Add((key, Node(parser, depth + 1, ref left)));
            }
            return new Map(entries, line);
        }
        throw new LineException(line, "aliases and other advanced YAML are not read");
    }
}

/// <summary>What is wrong with a text, and on which line.</summary>
public sealed class LineException(int line, string message, Exception? inner = null) : FormatException(message, inner)
{
    /// <summary>From 1.</summary>
    public int Line { get; } = line;
}
