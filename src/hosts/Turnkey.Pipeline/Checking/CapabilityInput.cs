using System.Collections.Immutable;
using Turnkey.Dfx;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Pipeline.Checking;

/// <summary>The capabilities that a request names. One that is not understood whole is refused: a check that has lost a limit would pass what it should find.</summary>
/// <param name="Capabilities">In the request's order; null when refused.</param>
/// <param name="Diagnostics">When refused, the reason first.</param>
internal sealed record CapabilityInput(ImmutableArray<Capability>? Capabilities, ImmutableArray<Diagnostic> Diagnostics)
{
    public static CapabilityInput Read(ImmutableArray<string> names)
    {
        var capabilities = ImmutableArray.CreateBuilder<Capability>();
        foreach (var name in names.IsDefaultOrEmpty ? [Demands.UsualMaker] : names)
        {
            if (CapabilityShelf.Find(name) is { } shipped)
            {
                capabilities.Add(shipped);
                continue;
            }
            if (!File.Exists(name))
                return new(null, [Diagnostic.Error("capability.not-found", "", 0, $"'{name}' is neither a capability that ships with the program ({string.Join(", ", CapabilityShelf.Keys)}) nor a file")]);
            var file = InputFile.Read(name, "capability");
            if (file.Content is null) return new(null, [file.Refusal!]);
            var (capability, diagnostics) = CapabilityFile.Read(file.Name, file.Content);
            if (capability is null || diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error)) return new(null, [.. diagnostics.OrderByDescending(diagnostic => diagnostic.Severity)]);
            capabilities.Add(capability);
        }
        return new(capabilities.ToImmutable(), []);
    }
}
