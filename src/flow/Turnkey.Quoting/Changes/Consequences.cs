using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Dfx;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Quoting.LeadTimes;
using Turnkey.Sourcing.Boards;

namespace Turnkey.Quoting.Changes;

/// <summary>
/// Which findings change what is to be made. Each sets a field of the build specification that the customer left open, as an assumption with the findings for its
/// source; so price and days follow by the same rules as if it had been ordered, and the quote says why. The class of the board's pattern is <see cref="PatternDemand"/>'s.
/// </summary>
public static class Consequences
{
    /// <summary>Declined is what a customer does not order who says "make it as it was sent"; else it is how the design was sent.</summary>
    private static readonly (string Rule, string Field, string Value, string Change, bool Declined)[] Table =
    [
        ("via-in-pad", SpecificationNames.ViaTreatment, "filled and capped (IPC-4761 type VII)", "move the vias out of the pads", true),
        ("fiducials", SpecificationNames.Fiducials, "none", "add three fiducials a side", false),
        ("edge-plating", SpecificationNames.EdgePlating, "yes", "keep the copper back from the edge", true),
        ("castellation", SpecificationNames.Castellations, "yes", "replace the castellations", true),
    ];

    /// <summary>What findings add; fields that the customer has set are left alone, and so is what somebody waived, has mended or has declined.</summary>
    public static ImmutableArray<Consequence> Of(Assembly assembly, Review? review, Plant plant)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        if (review is null) return [];
        var consequences = ImmutableArray.CreateBuilder<Consequence>();
        foreach (var (rule, field, value, change, declined) in Table)
        {
            if (!IsOpen(assembly, field)) continue;
            ImmutableArray<Finding> findings = [.. review.Findings.Where(finding => finding.Rule.Id == rule && finding.Severity >= Severity.Warning && !IsGone(finding, declined))];
            if (findings.IsEmpty) continue;
            var source = string.Join("; ", findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"finding {finding.Id}: {finding.Places.Length} places")));
            consequences.Add(new Consequence(findings, field, value, change, BoardExtras.Days(plant, field, value)?.WholeDays() ?? 0) { Source = source });
        }
        return consequences.ToImmutable();
    }

    /// <summary>The customer has not said what it is to be.</summary>
    internal static bool IsOpen(Assembly assembly, string field) => assembly.Specification[field] is not { State: not SpecificationState.Assumed };

    /// <summary>Somebody answers for leaving it, or it is mended, or what it would take was declined.</summary>
    internal static bool IsGone(Finding finding, bool declined) =>
        finding.Waiver is not null || (!finding.Settlements.IsEmpty && finding.Settlements.All(one => one.As == SettledAs.Corrected || (declined && one.As == SettledAs.AsSent)));

    /// <summary>The assembly as it has to be built.</summary>
    public static Assembly Apply(Assembly assembly, IEnumerable<Consequence> consequences)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(consequences);
        return consequences.Aggregate(assembly, (changed, one) => With(changed, one.Field, one.Value, one.Source));
    }

    internal static Assembly With(Assembly assembly, string field, string value, string source) =>
        assembly with { Specification = new BuildSpecification([.. assembly.Specification.Fields.Where(one => one.Name != field), new SpecificationField(field, value, SpecificationState.Assumed, source)]) };
}
