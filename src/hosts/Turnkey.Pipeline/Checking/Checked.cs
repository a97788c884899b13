using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Products;
using Turnkey.Dfx;
using Turnkey.Kernel;

namespace Turnkey.Pipeline.Checking;

/// <summary>What came of a check.</summary>
public abstract record Checked
{
    private Checked()
    {
    }

    /// <param name="Design">What was checked, with all diagnostics.</param>
    /// <param name="Reviews">One for each assembly of the design.</param>
    /// <param name="Inputs">What it was made from.</param>
    public sealed record Done(Design Design, ImmutableArray<AssemblyReview> Reviews, InputHashes Inputs) : Checked;

    /// <summary>The input cannot be processed; the first diagnostic is the reason.</summary>
    /// <param name="Name">Of the package.</param>
    /// <param name="Diagnostics">The reason first.</param>
    public sealed record Refused(string Name, ImmutableArray<Diagnostic> Diagnostics) : Checked;
}

/// <summary>An assembly with its review.</summary>
public sealed record AssemblyReview(Assembly Assembly, Review Review);
