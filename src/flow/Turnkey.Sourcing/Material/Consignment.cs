using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Sourcing.Material;

/// <summary>Which parts the customer supplies.</summary>
/// <param name="Everything">All of them.</param>
/// <param name="Designators">Those named.</param>
public sealed record Consignment(bool Everything, ImmutableHashSet<Designator> Designators)
{
    public static Consignment None { get; } = new(false, []);
    public static Consignment All { get; } = new(true, []);

    /// <summary>Reads <c>all</c>, <c>none</c> or a list of designators; what is not understood comes back in <c>Rejected</c>.</summary>
    public static (Consignment Consignment, ImmutableArray<string> Rejected) Parse(string? text)
    {
        var word = text?.Trim() ?? "";
        if (word.Length == 0 || word.Equals("none", StringComparison.OrdinalIgnoreCase)) return (None, []);
        if (word.Equals("all", StringComparison.OrdinalIgnoreCase)) return (All, []);
        var (designators, rejected) = DesignatorList.Parse(word);
        return (new Consignment(false, [.. designators]), rejected);
    }
}
