using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Sourcing.Scrub.Generics;

/// <summary>A part of the catalogue with what is known of it.</summary>
/// <param name="Entry">As sold.</param>
/// <param name="Parameters">Read from its description and part number.</param>
public sealed record ParametricEntry(CatalogueEntry Entry, PartParameters Parameters);

/// <summary>A part proposed for a generic line: a choice to be confirmed, never a fact.</summary>
/// <param name="Entry">What is sold.</param>
/// <param name="Score">The more the better; comparable within one answer only.</param>
/// <param name="Reason">What it satisfies, exceeds and leaves open.</param>
/// <param name="IsComplete">Every parameter asked for is known of it.</param>
public sealed record GenericCandidate(CatalogueEntry Entry, int Score, string Reason, bool IsComplete);

/// <summary>Finds parts for a generic one: the same value and package, tolerance no wider, voltage no lower, dielectric the same or better.</summary>
public static class GenericMatch
{
    /// <summary>More proposals help nobody.</summary>
    public const int MostCandidates = 10;

    /// <summary>Read once for a catalogue, then used for every line.</summary>
    public static ImmutableArray<ParametricEntry> Read(IReadOnlyList<CatalogueEntry> catalogue, Plants.Parts.PartLibrary library)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        // Each supplier writes its descriptions in its own way.
        var styles = catalogue.GroupBy(entry => entry.Supplier, StringComparer.Ordinal).ToDictionary(supplier => supplier.Key, supplier => ColumnStyles.Read(("description", supplier.Select(entry => entry.Description))), StringComparer.Ordinal);
        return [.. catalogue.Where(entry => entry.Mpn is not null || entry.SupplierCode is not null)
            .Select(entry => new ParametricEntry(entry, ParameterReader.Read(new PartText("", "", "", entry.Description, entry.Mpn?.Text ?? "") { Styles = styles[entry.Supplier] }, library)))];
    }

    /// <summary>Best first: those of which everything asked is known, then by what exceeds the demand least, then by name.</summary>
    public static ImmutableArray<GenericCandidate> Find(GenericPart generic, IReadOnlyList<ParametricEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(generic);
        ArgumentNullException.ThrowIfNull(entries);
        return
        [
            .. entries.Select(entry => Judge(generic, entry)).OfType<GenericCandidate>()
                .OrderByDescending(candidate => candidate.IsComplete).ThenByDescending(candidate => candidate.Score)
                .ThenBy(candidate => candidate.Entry.Mpn?.Key ?? candidate.Entry.SupplierCode?.Key, StringComparer.Ordinal).ThenBy(candidate => candidate.Entry.Supplier, StringComparer.Ordinal)
                .Take(MostCandidates),
        ];
    }

    private static GenericCandidate? Judge(GenericPart generic, ParametricEntry entry)
    {
        if (entry.Parameters.Kind.Value != generic.Kind) return null;
        var score = 0;
        var complete = true;
        var reasons = new List<string>();
        foreach (var wanted in generic.Required)
        {
            // What stands between the mains and somebody's hand is not asked about afterwards.
            var identity = wanted.Name == PartParameters.PrincipalOf(generic.Kind) || wanted.Name is ParameterName.Package or ParameterName.SafetyClass or ParameterName.AcVoltage;
            if (Said(entry.Parameters, wanted.Name) is not { Certainty: not Certainty.Unknown } offered)
            {
                // Without the value it is another part; without the rest it is one to ask about.
                if (identity) return null;
                complete = false;
                reasons.Add($"{Name(wanted.Name)} not said (asked: {wanted.Text})");
                continue;
            }
            if (!Combination.Satisfies(wanted.Name, offered, wanted)) return null;
            var same = offered.Number is { } a && wanted.Number is { } b ? a == b : offered.Text == wanted.Text;
            score += same ? 10 : 5;
            reasons.Add(same ? $"{offered.Text} as asked" : $"{Name(wanted.Name)} {offered.Text} is better than {wanted.Text}");
        }
        foreach (var assumed in generic.Assumptions)
        {
            if (Said(entry.Parameters, assumed.Name) is not { } offered)
            {
                reasons.Add($"{Name(assumed.Name)} neither asked nor said");
                continue;
            }
            if (assumed.Word is { } word && !offered.Text.Split(" or ").Contains(word, StringComparer.Ordinal)) return null;
            if (assumed.AtMost is { } most && offered.Number > most) return null;
            score += 1;
            reasons.Add(assumed.AtMost is { } limit ? string.Create(CultureInfo.InvariantCulture, $"{Name(assumed.Name)} {offered.Text}, assumed at most {limit * 100:0.##}%") : $"{Name(assumed.Name)} {offered.Text}, not asked for");
        }
        foreach (var open in generic.Open) reasons.Add($"\"{open.Word}\" ({open.Column}) not understood");
        return new GenericCandidate(entry.Entry, score, string.Join("; ", reasons), complete && generic.Open.IsEmpty);
    }

    /// <summary>As said, or as another parameter implies it: a chip is mounted on the surface, and what has a ceramic's dielectric is ceramic.</summary>
    private static ParameterFact? Said(PartParameters parameters, ParameterName name)
    {
        if (parameters[name] is { } said) return said;
        return name switch
        {
            ParameterName.Mounting when parameters[ParameterName.Package] is { } package && ChipSizes.IsSize(package.Text) => package with { Name = name, Text = PartParameters.SurfaceMount },
            ParameterName.Technology when parameters[ParameterName.Dielectric] is { } dielectric => dielectric with { Name = name, Text = PartParameters.Ceramic },
            _ => null,
        };
    }

    private static string Name(ParameterName name) => name switch
    {
        ParameterName.LoadCapacitance => "load capacitance",
        ParameterName.AcVoltage => "AC voltage",
        ParameterName.SafetyClass => "safety class",
        _ => name.ToString().ToLowerInvariant(),
    };
}
