using System.Collections.Immutable;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Sourcing.Scrub.Generics;

/// <summary>A part that is only known by its parameters: any that has them will do.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Required">What the parts list says.</param>
/// <param name="Assumptions">What it does not say and is usual.</param>
public sealed record GenericPart(ComponentKind Kind, ImmutableArray<ParameterFact> Required, ImmutableArray<GenericAssumption> Assumptions)
{
    private static readonly Lazy<ImmutableArray<(ComponentKind Kind, ParameterName Name, string Value, string Source)>> Loaded = new(() =>
    [
        .. DataTable.Embedded("generic-assumptions.csv").Rows.Select(row =>
            (ComponentKinds.Parse(row[0]), Enum.Parse<ParameterName>(row[1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true), row[2], row[3])),
    ]);

    public ParameterFact? this[ParameterName name] => Required.FirstOrDefault(fact => fact.Name == name);

    /// <summary>The generic part that parameters describe; null where its kind has no principal parameter, or that is not known at least as likely.</summary>
    public static GenericPart? Of(PartParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Principal is not { Certainty: not Certainty.Unknown }) return null;
        ImmutableArray<ParameterFact> required = [.. parameters.Facts.Where(fact => fact.Certainty != Certainty.Unknown)];
        return new GenericPart(parameters.Kind.Value, required,
            [.. Loaded.Value.Where(row => row.Kind == parameters.Kind.Value && !required.Any(fact => fact.Name == row.Name)).Select(row => new GenericAssumption(row.Name, row.Value == "any" ? null : decimal.Parse(row.Value, System.Globalization.CultureInfo.InvariantCulture), row.Source))]);
    }

    /// <summary>As a buyer would write it: <c>capacitor 100nF 0402 ±10% 16V X7R</c>.</summary>
    public override string ToString()
    {
        var principal = PartParameters.PrincipalOf(Kind);
        ParameterName[] order = [ParameterName.Package, ParameterName.Tolerance, ParameterName.Voltage, ParameterName.Power, ParameterName.Current, ParameterName.Dielectric, ParameterName.LoadCapacitance];
        var words = order.Select(name => this[name]?.Text).Prepend(principal is { } name ? this[name]?.Text : null).Prepend(ComponentKindText.Of(Kind));
        return string.Join(' ', words.Where(word => word is not null));
    }
}

/// <summary>What is usual where the parts list says nothing.</summary>
/// <param name="Name">Of the parameter.</param>
/// <param name="AtMost">The widest that is taken (tolerances, as a fraction); null where any will do.</param>
/// <param name="Source">Why.</param>
public sealed record GenericAssumption(ParameterName Name, decimal? AtMost, string Source);
