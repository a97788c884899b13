using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Nets;
using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub;

namespace Turnkey.Pipeline;

/// <summary>What came of looking into a package.</summary>
public abstract record Inspection
{
    private Inspection()
    {
    }

    /// <param name="Design">What the package turned out to be, with all diagnostics.</param>
    /// <param name="Inputs">What it was made from.</param>
    public sealed record Done(Design Design, InputHashes Inputs) : Inspection
    {
        /// <summary>True when nothing in the package could be read as design data; a diagnostic says what to send.</summary>
        public bool IsEmpty => Design.Diagnostics.Any(diagnostic => diagnostic.Code == "package.no-design-data");

        /// <summary>Of each assembly of the design, null for one without a board; empty when the nets were not asked for.</summary>
        public ImmutableArray<BoardCopper?> Copper { get; init; } = [];

        /// <summary>The parts of the product, scrubbed; null when that was not asked for.</summary>
        public ScrubbedBom? Scrub { get; init; }
    }

    /// <summary>The input cannot be processed; the first diagnostic is the reason.</summary>
    /// <param name="Name">Of the package.</param>
    public sealed record Refused(string Name, ImmutableArray<Diagnostic> Diagnostics) : Inspection;
}
