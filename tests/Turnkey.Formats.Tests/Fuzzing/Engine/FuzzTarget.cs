using System.Collections.Immutable;
using System.Text;

namespace Turnkey.Fuzzing;

/// <summary>One format to be fuzzed.</summary>
/// <param name="Format">Its name in reports.</param>
/// <param name="Seeds">Sound files of our own making that mutations start from.</param>
/// <param name="Tokens">What the format is written in; mutations put it where it does not belong.</param>
/// <param name="Read">Reads a whole file as the product does; must return whatever it is given.</param>
internal sealed record FuzzTarget(string Format, ImmutableArray<byte[]> Seeds, ImmutableArray<byte[]> Tokens, Action<byte[]> Read)
{
    /// <summary>Makes a file of what was mutated, outside of what is measured: the parts of an archive are mutated before they are packed.</summary>
    public Func<byte[], byte[]> Pack { get; init; } = static content => content;

    /// <summary>Bytes that one input may have allocated.</summary>
    public long MostAllocated { get; init; } = 64L << 20;

    public static FuzzTarget Of(string format, IEnumerable<string> seeds, string tokens, Action<byte[]> read) =>
        new(format, [.. seeds.Select(Encoding.Latin1.GetBytes)], [.. tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.Latin1.GetBytes)], read);
}
