using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Products;
using Turnkey.Dfx;
using Turnkey.Dfx.Assembling.Centroids;
using Turnkey.Dfx.Choosing;
using Turnkey.Dfx.Queries;
using Turnkey.Kernel;
using Turnkey.Pipeline.Outputs;

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
    public sealed record Done(Design Design, ImmutableArray<AssemblyReview> Reviews, InputHashes Inputs) : Checked
    {
        /// <summary>What is to be said of the waivers and the probe points, beside what the design says.</summary>
        public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

        /// <summary>What the customer is asked; open ones first.</summary>
        public ImmutableArray<Query> Queries { get; init; } = [];

        /// <summary>Parts whose orientation was confirmed before, or is by an answer: to be given with the next board.</summary>
        public ImmutableArray<ConfirmedPart> Confirmed { get; init; } = [];

        /// <summary>Points of flying probes as IPC-D-356A, one file for each assembly with a board that has some; empty when they were not asked for.</summary>
        public ImmutableArray<OutputFile> Probes { get; init; } = [];
    }

    /// <summary>The input cannot be processed; the first diagnostic is the reason.</summary>
    /// <param name="Name">Of the package.</param>
    /// <param name="Diagnostics">The reason first.</param>
    public sealed record Refused(string Name, ImmutableArray<Diagnostic> Diagnostics) : Checked;
}

/// <summary>An assembly with its review.</summary>
/// <param name="Assembly">What was reviewed.</param>
/// <param name="Review">What was found.</param>
public sealed record AssemblyReview(Assembly Assembly, Review Review)
{
    /// <summary>Which makers can make it; null when it was not asked for.</summary>
    public MakerChoice? Choice { get; init; }
}
