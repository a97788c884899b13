using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Parts;
using Turnkey.Sourcing.Scrub.Approved;
using Turnkey.Sourcing.Scrub.Generics;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Sourcing.Scrub.Lines;

/// <summary>Makes lines of the same part one, with all their places; lines that differ in being placed stay apart.</summary>
internal static class LineMerging
{
    private const int MostRowsTold = 12;

    public static ImmutableArray<ScrubbedLine> Merge(IReadOnlyList<ScrubbedLine> lines, BomLog log)
    {
        var merged = new List<ScrubbedLine>();
        var placed = new Dictionary<string, int>(StringComparer.Ordinal);
        var left = new Dictionary<string, BomLine>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (Identity(line) is not { } identity)
            {
                merged.Add(line);
                continue;
            }
            var key = $"{(line.DoNotPlace is null ? "+" : "-")}\n{identity}";
            var other = $"{(line.DoNotPlace is null ? "-" : "+")}\n{identity}";
            if (placed.TryGetValue(other, out var apart) && left.TryAdd(identity, line.First))
                log.Info("scrub.placed-and-not", line.First, $"{BomLog.Name(line.First)} is the same part as {BomLog.Name(merged[apart].First)}, and only one of them is placed; they are kept apart");
            if (!placed.TryGetValue(key, out var at))
            {
                placed[key] = merged.Count;
                merged.Add(line);
                continue;
            }
            var first = merged[at];
            if (first.Generic is not null) first = Weaker(first, line);
            merged[at] = first with { Uses = first.Uses.AddRange(line.Uses), Allowed = Common(first, line, log), Forbidden = [.. first.Forbidden.Union(line.Forbidden)] };
        }
        foreach (var line in merged.Where(line => line.Uses.Length > 1)) Tell(line, log);
        return [.. merged];
    }

    private static void Tell(ScrubbedLine line, BomLog log)
    {
        var rows = line.Uses.Skip(1).Where(use => use.Line.Source == line.First.Source && use.Line.Row != line.First.Row).Select(use => use.Line.Row).Distinct().ToArray();
        if (rows.Length == 0) return;
        var text = string.Join(", ", rows.Take(MostRowsTold).Select(row => row.ToString(CultureInfo.InvariantCulture)));
        log.Info("scrub.lines-merged", line.First, $"{BomLog.Name(line.First)}: row{(rows.Length == 1 ? "" : "s")} {text}{(rows.Length > MostRowsTold ? " …" : "")} {(rows.Length == 1 ? "has" : "have")} the same part; they are bought together");
    }

    /// <summary>What makes two lines the same part; null for a line that says too little to be like another.</summary>
    private static string? Identity(ScrubbedLine line)
    {
        if (line.Mpn is { } mpn) return $"m\n{mpn.Value.Key}\n{line.Manufacturer?.Value.Group.ToUpperInvariant()}";
        if (!line.Codes.IsEmpty) return $"c\n{line.Codes[0].Distributor}\n{line.Codes[0].Code.Key}";
        // Lines of one generic part are one only where the same is said of both: a part that is stricter in anything is another purchase.
        if (line.Generic is { } generic && line.Parameters.Facts.All(fact => fact.Contradictions.IsEmpty))
            return $"g\n{generic.Kind}\n{string.Join('\n', line.Parameters.Facts.Select(fact => $"{fact.Name}={Meaning(fact)}"))}\n{(line.Parameters[ParameterName.Package] is null ? line.First.Footprint : "")}\n{string.Join('\n', generic.Open.Select(one => one.Word))}";
        return null;
    }

    /// <summary>100nF and 0.1uF are one value, whatever number of places they are written with.</summary>
    private static string Meaning(ParameterFact fact) => fact.Number?.ToString("G29", CultureInfo.InvariantCulture) ?? fact.Text;

    /// <summary>A part is as sure as the line that says it least surely.</summary>
    private static ScrubbedLine Weaker(ScrubbedLine first, ScrubbedLine next)
    {
        if (first.Parameters.Facts.Zip(next.Parameters.Facts).All(pair => pair.First.Certainty <= pair.Second.Certainty)) return first;
        var parameters = first.Parameters with { Facts = [.. first.Parameters.Facts.Zip(next.Parameters.Facts, (a, b) => a.Certainty <= b.Certainty ? a : b)] };
        return first with { Parameters = parameters, Generic = GenericPart.Of(parameters), StateCertainty = first.StateCertainty < next.StateCertainty ? first.StateCertainty : next.StateCertainty };
    }

    /// <summary>Parts that may be bought for both lines; where they differ the first line's order holds and it is said.</summary>
    private static ImmutableArray<AllowedPart> Common(ScrubbedLine first, ScrubbedLine next, BomLog log)
    {
        ImmutableArray<AllowedPart> common = [.. first.Allowed.Where(part => next.Allowed.Any(other => other.Mpn == part.Mpn))];
        if (common.Length != first.Allowed.Length || common.Length != next.Allowed.Length)
            log.Info("scrub.alternates-differ", next.First, $"{BomLog.Name(next.First)} allows other alternates than {BomLog.Name(first.First)} for the same part; only those that both allow are kept");
        return common;
    }
}
