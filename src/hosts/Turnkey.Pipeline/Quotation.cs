using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Dfx.Queries;
using Turnkey.Kernel;
using Turnkey.Pipeline.Checking;
using Turnkey.Quoting;

namespace Turnkey.Pipeline;

/// <summary>What came of quoting a package.</summary>
public abstract record Quotation
{
    private Quotation()
    {
    }

    /// <param name="Design">What the package turned out to be.</param>
    /// <param name="Quote">The prices, with what is internal.</param>
    /// <param name="Inputs">What the design was made from; the quote names its own inputs.</param>
    public sealed record Done(Design Design, Quote Quote, InputHashes Inputs) : Quotation
    {
        /// <summary>One for each assembly of the design.</summary>
        public ImmutableArray<AssemblyReview> Reviews { get; init; } = [];

        /// <summary>What the customer is asked; open ones first.</summary>
        public ImmutableArray<Query> Queries { get; init; } = [];
    }

    /// <summary>An input cannot be processed; the first diagnostic is the reason.</summary>
    /// <param name="Name">Of the package.</param>
    public sealed record Refused(string Name, ImmutableArray<Diagnostic> Diagnostics) : Quotation;
}
