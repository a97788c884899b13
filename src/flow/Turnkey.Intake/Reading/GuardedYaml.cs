using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Turnkey.Intake.Reading;

/// <summary>
/// Loads YAML that a customer wrote. The document tree is built by recursion and aliases can multiply, so depth, length and aliases are checked on the
/// flat list of events before the tree is built.
/// </summary>
internal static class GuardedYaml
{
    private const int DeepestLevel = 40;
    private const int MostEvents = 100_000;
    private const int MostBytes = 1 << 20;

    /// <summary>The root of the first document; null when there is none.</summary>
    /// <exception cref="YamlException">Not YAML, or beyond a limit; the message names it.</exception>
    public static YamlNode? Load(ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes) throw new YamlException(Mark.Empty, Mark.Empty, $"the file has more than {MostBytes >> 20} MB");
        try
        {
            return Load(Encoding.UTF8.GetString(content));
        }
        // The library reports some damage in ways of its own (a scanner without a next token, a tag that is no address).
        catch (Exception damage) when (damage is InvalidOperationException or ArgumentException or FormatException or OverflowException or NotSupportedException or KeyNotFoundException)
        {
            throw new YamlException(Mark.Empty, Mark.Empty, "the file is damaged", damage);
        }
    }

    private static YamlNode? Load(string text)
    {
        var parser = new Parser(new StringReader(text));
        int depth = 0, events = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > DeepestLevel) throw new YamlException(current.Start, current.End, $"nested more than {DeepestLevel} deep");
            if (++events > MostEvents) throw new YamlException(current.Start, current.End, $"more than {MostEvents} entries");
            if (current is AnchorAlias) throw new YamlException(current.Start, current.End, "aliases are not read");
        }
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode;
    }
}
