using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Turnkey.Plants.Capabilities;

/// <summary>The capabilities that ship with the program.</summary>
public static class CapabilityShelf
{
    private static readonly FrozenDictionary<string, string> Files = EmbeddedData.In("Capabilities").ToFrozenDictionary(file => file["Capabilities.".Length..^".yaml".Length], StringComparer.Ordinal);

    // Read when asked for: a command needs one or two of them. Not thread-safe by itself, so behind a lock.
    private static readonly Dictionary<string, Capability> Known = new(StringComparer.Ordinal);

    private static readonly Lock Gate = new();

    /// <summary>In ordinal order.</summary>
    public static ImmutableArray<string> Keys { get; } = [.. Files.Keys.Order(StringComparer.Ordinal)];

    public static IEnumerable<Capability> All => Keys.Select(key => Find(key)!);

    /// <summary>Null when none has that key.</summary>
    /// <exception cref="InvalidOperationException">A shipped file is broken: a bug.</exception>
    public static Capability? Find(string key)
    {
        if (!Files.TryGetValue(key, out var file)) return null;
        lock (Gate)
        {
            if (Known.TryGetValue(key, out var known)) return known;
            var (capability, diagnostics) = CapabilityFile.Read(file, EmbeddedData.Read(file));
            if (!diagnostics.IsEmpty || capability is null || capability.Key != key) throw new InvalidOperationException($"the shipped capability {key} is broken: {(diagnostics.IsEmpty ? "its key is another" : diagnostics[0])}");
            return Known[key] = capability;
        }
    }
}
