using System.Collections.Immutable;
using Turnkey.Dfx.Queries;
using Turnkey.Kernel;

namespace Turnkey.Pipeline.Checking;

/// <summary>The answers given with a request. A file that cannot be used whole is refused.</summary>
/// <param name="Answers">Null when none were given, or they are refused.</param>
/// <param name="Refusal">Why; null when they are used.</param>
/// <param name="Diagnostics">What else is to be said.</param>
internal sealed record AnswerInput(AnswerSet? Answers, Diagnostic? Refusal, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <param name="path">Of the file; null when none is given.</param>
    /// <param name="sha256">Of the package that is reviewed.</param>
    public static AnswerInput Read(string? path, string sha256)
    {
        if (path is null) return new(null, null, []);
        var file = InputFile.Read(path, "answers");
        if (file.Content is null) return new(null, file.Refusal, []);
        var (answers, diagnostics) = AnswerFile.Read(file.Name, file.Content, sha256);
        var reason = diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error);
        return new(answers, reason, [.. diagnostics.Where(diagnostic => diagnostic != reason)]);
    }
}
