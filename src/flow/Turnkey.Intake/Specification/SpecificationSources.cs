using System.Collections.Immutable;
using Turnkey.Designs.Specification;

namespace Turnkey.Intake.Specification;

/// <summary>A text the customer wrote for people: fabrication notes, a README.</summary>
internal sealed record NotesText(string Path, ImmutableArray<string> Lines);

/// <summary>A statement found in a package, before it is weighed against others about the same field.</summary>
/// <param name="Field">One of <see cref="SpecificationNames"/>.</param>
/// <param name="Value">In the form the specification uses.</param>
/// <param name="File">Where it stands.</param>
/// <param name="Line">From 1; 0 when the file as a whole says it.</param>
internal sealed record Statement(string Field, string Value, string File, int Line)
{
    public string Place => Line > 0 ? $"{File}:{Line}" : File;
}
