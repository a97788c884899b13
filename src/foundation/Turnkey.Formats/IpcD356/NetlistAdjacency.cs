using System.Collections.Immutable;

namespace Turnkey.Formats.IpcD356;

/// <summary>The nets that run so close to one that they could be shorted to it (379 and 079). A pair may be listed from one of its nets only.</summary>
/// <param name="Net">Long names resolved, here and in <paramref name="Others"/>.</param>
/// <param name="Others">In the file's order.</param>
/// <param name="Line">Line in the file where it begins.</param>
public sealed record NetlistAdjacency(string Net, ImmutableArray<string> Others, int Line)
{
    public bool OfPanel { get; init; }
}
