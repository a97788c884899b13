using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Kernel;

namespace Turnkey.Pipeline;

/// <summary>What came of looking into a package.</summary>
public abstract record Inspection
{
    private Inspection()
    {
    }

    /// <param name="Design">What the package turned out to be, with all diagnostics.</param>
    /// <param name="Inputs">What it was made from.</param>
    public sealed record Done(Design Design, InputHashes Inputs) : Inspection;

    /// <summary>The input cannot be processed; the first diagnostic is the reason.</summary>
    /// <param name="Name">Of the package.</param>
    public sealed record Refused(string Name, ImmutableArray<Diagnostic> Diagnostics) : Inspection;
}
