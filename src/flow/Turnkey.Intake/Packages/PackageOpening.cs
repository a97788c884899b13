using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Intake.Packages;

/// <summary>What came of opening a package.</summary>
public abstract record PackageOpening
{
    private PackageOpening()
    {
    }

    public sealed record Opened(Package Package) : PackageOpening;

    /// <summary>Nothing of it can be used; the first diagnostic is the reason.</summary>
    public sealed record Refused(string Name, ImmutableArray<Diagnostic> Diagnostics) : PackageOpening;
}
