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
    private static readonly Lazy<ImmutableArray<Row>> Loaded = new(() => [.. DataTable.Embedded("generic-assumptions.csv").Rows.Select(row => new Row(ComponentKinds.Parse(row[0]), row[1], row[2], row[3], row[4]))]);

    /// <summary>What is asked in words that are not understood: no part is said to have it.</summary>
    public ImmutableArray<FactOrigin> Open { get; init; } = [];

    public ParameterFact? this[ParameterName name] => Required.FirstOrDefault(fact => fact.Name == name);

    /// <summary>The generic part that parameters describe; null where its kind has no principal parameter, or that is not known at least as likely.</summary>
    public static GenericPart? Of(PartParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Principal is not { Certainty: not Certainty.Unknown }) return null;
        ImmutableArray<ParameterFact> required = [.. parameters.Facts.Where(fact => fact.Certainty != Certainty.Unknown)];
        var isChip = required.Any(fact => fact.Name == ParameterName.Package && ChipSizes.IsSize(fact.Text));
        var rows = Loaded.Value.Where(row => row.Kind == parameters.Kind.Value && (row.Where.Length == 0 || isChip)).ToArray();
        return new GenericPart(parameters.Kind.Value, required, [.. rows.Where(row => row.Name is { } name && !required.Any(fact => fact.Name == name)).Select(row => row.Assumption)])
        {
            Open = [.. parameters.Open, .. rows.Where(row => row.Name is null).Select(row => new FactOrigin(ComponentKindText.Of(row.Kind), row.Value))],
        };
    }

    /// <param name="Parameter">Name of it, or "unread".</param>
    /// <param name="Where">"chip", or empty for all.</param>
    private sealed record Row(ComponentKind Kind, string Parameter, string Value, string Where, string Source)
    {
        public ParameterName? Name { get; } = Parameter == "unread" ? null : Enum.Parse<ParameterName>(Parameter.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

        public GenericAssumption Assumption => Value == "any" ? new(Name!.Value, null, Source)
            : decimal.TryParse(Value, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var most) ? new(Name!.Value, most, Source) : new(Name!.Value, null, Source) { Word = Value };
    }

    /// <summary>As a buyer would write it: <c>capacitor 100nF 0402 ±10% 16V X7R</c>.</summary>
    public override string ToString()
    {
        var principal = PartParameters.PrincipalOf(Kind);
        ParameterName[] order = [ParameterName.Package, ParameterName.Tolerance, ParameterName.Voltage, ParameterName.Power, ParameterName.Current, ParameterName.Dielectric, ParameterName.LoadCapacitance, ParameterName.AcVoltage, ParameterName.SafetyClass, ParameterName.Technology, ParameterName.Mounting];
        var words = order.Select(name => this[name]?.Text).Prepend(principal is { } name ? this[name]?.Text : null).Prepend(ComponentKindText.Of(Kind));
        return string.Join(' ', words.Where(word => word is not null));
    }
}

/// <summary>What is usual where the parts list says nothing.</summary>
/// <param name="Name">Of the parameter.</param>
/// <param name="AtMost">The widest that is taken (tolerances, as a fraction); null where any will do.</param>
/// <param name="Source">Why.</param>
public sealed record GenericAssumption(ParameterName Name, decimal? AtMost, string Source)
{
    /// <summary>The only word that is taken; null where it is no word.</summary>
    public string? Word { get; init; }
}
