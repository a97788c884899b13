using System.Collections.Immutable;
using Turnkey.Designs.Specification;
using Turnkey.Intake.Specification;
using Turnkey.Kernel;

namespace Turnkey.Pipeline;

/// <summary>The build specification given with a request. It is the requester's own word, so one that is not understood whole is refused: a price for
/// another finish than the one asked for helps nobody.</summary>
/// <param name="Fields">What it says.</param>
/// <param name="Diagnostics">What in it was not understood, beside <paramref name="Refusal"/>.</param>
/// <param name="Refusal">Set when the file cannot be used.</param>
/// <param name="Sha256">Of the file; null when there is none.</param>
internal sealed record SpecificationInput(ImmutableArray<SpecificationField> Fields, ImmutableArray<Diagnostic> Diagnostics, Diagnostic? Refusal, string? Sha256)
{
    public static SpecificationInput Read(string? path)
    {
        if (path is null) return new([], [], null, null);
        var file = InputFile.Read(path, "spec");
        if (file.Content is null) return new([], [], file.Refusal, null);
        var (fields, diagnostics) = SpecificationFile.Read(file.Name, file.Content);
        var refusal = diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error);
        return new(fields, [.. diagnostics.Where(diagnostic => diagnostic != refusal)], refusal, ContentHash.Of(file.Content));
    }
}
