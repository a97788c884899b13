using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Products;
using Turnkey.Intake.Boards;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Parts;
using Turnkey.Intake.Reading;
using Turnkey.Intake.Reconciliation;
using Turnkey.Intake.Specification;
using Turnkey.Kernel;

namespace Turnkey.Intake;

/// <summary>Reads one assembly from the files of one board: bare board, parts, build specification, and what does not fit together.</summary>
internal static class AssemblyReading
{
    internal sealed record Result(Assembly Assembly, ImmutableArray<DesignFile> Files, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<DesignCheck> Checks);

    public static Result Read(BoardFiles group, IntakeOptions options)
    {
        var built = BoardAssembly.Assemble(group);
        var parts = PartsSelection.Select(group.Files, built.Board);
        var (specification, specificationDiagnostics) = SpecificationReading.Read(options.Specification, [.. Statements(group.Files)]);
        var assembly = new Assembly(group.Name, built.Board, parts.Bom, parts.Placements, specification);
        return new Result(assembly, built.Files,
        [
            .. built.Diagnostics,
            .. parts.Diagnostics,
            .. specificationDiagnostics,
            .. PartsReconciliation.Reconcile(built.Board, parts.Bom, parts.Placements),
        ],
        [.. IntakeChecks.Of(assembly)]);
    }

    /// <summary>Job files before notes: a machine wrote them from the design itself.</summary>
    private static IEnumerable<Statement> Statements(ImmutableArray<DesignFile> files)
    {
        foreach (var file in files)
        {
            if (file.Content is FileContent.Job job)
            {
                foreach (var statement in JobStatements.Read(job.File)) yield return statement;
            }
        }
        foreach (var file in files)
        {
            if (NotesOf(file) is { } lines)
            {
                foreach (var statement in NotesReading.Read(new NotesText(file.Path, lines))) yield return statement;
            }
        }
    }

    /// <summary>Text that is neither BOM nor centroid; licences are no build notes.</summary>
    private static ImmutableArray<string>? NotesOf(DesignFile file)
    {
        var name = file.Name.ToUpperInvariant();
        if (name.StartsWith("LICEN", StringComparison.Ordinal) || name.StartsWith("COPYING", StringComparison.Ordinal)) return null;
        return file.Content is FileContent.Notes notes ? notes.Lines : null;
    }
}
