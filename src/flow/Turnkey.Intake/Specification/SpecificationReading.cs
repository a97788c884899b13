using System.Collections.Immutable;
using System.Reflection;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;

namespace Turnkey.Intake.Specification;

/// <summary>
/// Builds the build specification: what was given counts before what the package says, and that before what is usual. Every field comes with its source,
/// so that a quote can list what it assumed.
/// </summary>
internal static class SpecificationReading
{
    private static readonly Lazy<ImmutableDictionary<string, (string Value, string Source)>> Defaults = new(() =>
        SpecificationTables.Rows(Assembly.GetExecutingAssembly(), "specification-defaults.csv").ToImmutableDictionary(row => row[0], row => (row[1], row[2])));

    /// <param name="given">Fields given with the request.</param>
    /// <param name="stated">Statements of the package, the most authoritative first (job file, then notes).</param>
    public static (BuildSpecification Specification, ImmutableArray<Diagnostic> Diagnostics) Read(
        ImmutableArray<SpecificationField> given, IReadOnlyList<Statement> stated)
    {
        var fields = ImmutableArray.CreateBuilder<SpecificationField>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var name in SpecificationNames.All)
        {
            var statements = stated.Where(statement => statement.Field == name).ToArray();
            if (given.FirstOrDefault(field => field.Name == name) is { } asked)
            {
                fields.Add(asked);
                if (statements.FirstOrDefault(statement => !Same(statement.Value, asked.Value)) is { } other)
                {
                    diagnostics.Add(Diagnostic.Info("spec.given-differs", other.File, other.Line, $"{name} is {asked.Value} as given; the package says {other.Value}"));
                }
                continue;
            }
            if (statements.Length > 0)
            {
                var first = statements[0];
                fields.Add(new SpecificationField(name, first.Value, SpecificationState.FromFile, first.Place));
                foreach (var other in statements.Skip(1).Where(statement => !Same(statement.Value, first.Value)))
                {
                    diagnostics.Add(Diagnostic.Warning("spec.conflict", other.File, other.Line,
                        $"{name} is {other.Value} here but {first.Value} in {first.Place}; {first.Value} is used, say which is right with --spec"));
                }
                continue;
            }
            var (value, source) = Defaults.Value[name];
            fields.Add(new SpecificationField(name, value, SpecificationState.Assumed, source));
        }
        fields.AddRange(given.Where(field => SpecificationNames.Optional.Contains(field.Name)));
        return (new BuildSpecification(fields.ToImmutable()), diagnostics.ToImmutable());
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
