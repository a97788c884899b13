using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Dfx;
using Turnkey.Kernel;

namespace Turnkey.Quoting.Changes;

/// <summary>
/// Which findings change what is to be made. Each sets a field of the build specification that the customer left open, as an assumption with the finding for its
/// source; so the price follows by the same rules as if it had been ordered, and the quote says why.
/// </summary>
public static class Consequences
{
    private static readonly (string Rule, Severity Least, string Field, string Value, string Change)[] Table =
    [
        ("via-in-pad", Severity.Warning, SpecificationNames.ViaTreatment, "filled and capped (IPC-4761 type VII)", "move the vias out of the pads"),
        ("trace-width", Severity.Error, SpecificationNames.PatternClass, "fine", "widen the tracks"),
        ("spacing", Severity.Error, SpecificationNames.PatternClass, "fine", "widen the gaps"),
        ("annular-ring", Severity.Error, SpecificationNames.PatternClass, "fine", "enlarge the pads, or drill smaller"),
        ("drill-size", Severity.Error, SpecificationNames.PatternClass, "fine", "drill larger"),
        ("aspect-ratio", Severity.Error, SpecificationNames.PatternClass, "fine", "drill larger, or take a thinner board"),
        ("fiducials", Severity.Warning, SpecificationNames.Fiducials, "none", "add three fiducials a side"),
        ("edge-plating", Severity.Warning, SpecificationNames.EdgePlating, "yes", "keep the copper back from the edge"),
        ("castellation", Severity.Warning, SpecificationNames.Castellations, "yes", "replace the castellations"),
    ];

    /// <summary>The first finding that sets each field; those that somebody waived, and fields that the customer has set, are left alone.</summary>
    public static ImmutableArray<Consequence> Of(Assembly assembly, Review? review)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        if (review is null) return [];
        var consequences = ImmutableArray.CreateBuilder<Consequence>();
        foreach (var (rule, least, field, value, change) in Table)
        {
            if (assembly.Specification[field] is { State: not SpecificationState.Assumed } || consequences.Any(one => one.Field == field)) continue;
            if (review.Findings.FirstOrDefault(finding => finding.Rule.Id == rule && finding.Waiver is null && finding.Severity >= least) is { } finding)
                consequences.Add(new Consequence(finding, field, value, change));
        }
        return consequences.ToImmutable();
    }

    /// <summary>The assembly as it has to be built.</summary>
    public static Assembly Apply(Assembly assembly, IEnumerable<Consequence> consequences)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(consequences);
        var added = consequences.Select(one => new SpecificationField(one.Field, one.Value, SpecificationState.Assumed, $"finding {one.Finding.Id}: {one.Finding.Places.Length} places")).ToArray();
        if (added.Length == 0) return assembly;
        var names = added.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return assembly with { Specification = new BuildSpecification([.. assembly.Specification.Fields.Where(field => !names.Contains(field.Name)), .. added]) };
    }
}
