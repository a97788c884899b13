using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Turnkey.Plants.Reading;

/// <summary>A YAML document as plain tree with line numbers. Built from parser events with limits, because a plant file may come from anywhere.</summary>
internal abstract record YamlNode(int Line)
{
    internal const int DeepestLevel = 12;
    internal const int MostNodes = 50_000;

    internal sealed record Scalar(string Text, int Line) : YamlNode(Line);

    internal sealed record Sequence(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

    internal sealed record Map(IReadOnlyList<(Scalar Key, YamlNode Value)> Entries, int Line) : YamlNode(Line)
    {
        public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;
    }

    /// <summary>The first document of a text.</summary>
    /// <exception cref="FormatException">Not YAML, too deep, too long, or with aliases; the message starts with the line.</exception>
    internal static YamlNode Read(string text)
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
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (Node(parser, depth + 1, ref left) is not Scalar key) throw new LineException(line, "a key must be plain text");
                entries.Add((key, Node(parser, depth + 1, ref left)));
            }
            return new Map(entries, line);
        }
        throw new LineException(line, "aliases and other advanced YAML are not read");
    }
}

/// <summary>What is wrong with a text, and on which line.</summary>
internal sealed class LineException(int line, string message, Exception? inner = null) : FormatException(message, inner)
{
    public int Line { get; } = line;
}
