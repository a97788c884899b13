using System.Collections.Immutable;
using Turnkey.Designs.Specification;

namespace Turnkey.Intake;

/// <summary>What a request says beside the package.</summary>
/// <param name="Specification">Build specification fields given with the request; they count before what the package says.</param>
public sealed record IntakeOptions(ImmutableArray<SpecificationField> Specification)
{
    public static IntakeOptions Default { get; } = new([]);
}
