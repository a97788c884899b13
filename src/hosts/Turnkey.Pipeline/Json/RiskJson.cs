using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Risk;

namespace Turnkey.Pipeline.Json;

/// <summary>The risk of supply and the date of the kit.</summary>
internal static class RiskJson
{
    public static void Write(Utf8JsonWriter json, PlanRisk risk)
    {
        json.WriteStartObject("risk");
        // Where nothing has an offer nothing was judged, which is not the same as no risk.
        json.WriteNumberOrNull("score", risk.Bom.Lines.IsEmpty ? null : risk.Bom.Score);
        json.WriteString("scoreText", risk.Bom.ScoreText);
        Findings(json, risk.Bom.Findings);
        json.WriteStartArray("lines");
        foreach (var line in risk.Bom.Lines)
        {
            json.WriteStartObject();
            json.WriteString("key", line.Line.Key);
            json.WriteString("part", line.Line.Name);
            json.WriteNumber("score", line.Score);
            json.WriteString("scoreText", line.ScoreText);
            Findings(json, line.Findings);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        if (risk.Kit is { } kit) Kit(json, kit);
        else json.WriteNull("kit");
    }

    private static void Kit(Utf8JsonWriter json, KitResult kit)
    {
        json.WriteStartObject("kit");
        json.WriteNumber("seed", kit.Seed);
        json.WriteNumber("runs", kit.Runs);
        json.WriteNumber("meanDays", Numbers.Rounded(kit.Mean, 3));
        json.WriteNumber("standardDeviationDays", Numbers.Rounded(kit.StandardDeviation, 3));
        json.WriteNumber("p50Days", Numbers.Rounded(kit.P50, 3));
        json.WriteNumber("p90Days", Numbers.Rounded(kit.P90, 3));
        json.WriteString("p50", $"{kit.Day(kit.P50):yyyy-MM-dd}");
        json.WriteString("p90", $"{kit.Day(kit.P90):yyyy-MM-dd}");
        json.WriteStartArray("percentilesDays");
        foreach (var days in kit.Percentiles) json.WriteNumberValue(Numbers.Rounded(days, 3));
        json.WriteEndArray();
        Strings(json, "missing", kit.Missing);
        Strings(json, "assumedClasses", kit.AssumedClasses);
        json.WriteStartArray("drivers");
        foreach (var driver in kit.Drivers)
        {
            json.WriteStartObject();
            Strings(json, "lines", driver.Lines);
            json.WriteString("name", driver.Name);
            json.WriteString("class", driver.Class);
            json.WriteNumber("lastProbability", Numbers.Rounded(driver.LastProbability, 4));
            json.WriteNumber("addsToP90Days", Numbers.Rounded(driver.AddsToP90, 3));
            json.WriteNumber("delayAddsToP90Days", Numbers.Rounded(driver.DelayAddsToP90, 3));
            Proposals(json, driver.Proposals);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Findings(Utf8JsonWriter json, ImmutableArray<RiskFinding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("level", Words.Of(finding.Level));
            if (finding.Measured is { } measured) json.WriteNumber("measured", Numbers.Trimmed(Math.Round(measured, 4)));
            else json.WriteNull("measured");
            if (finding.Threshold is { } threshold) json.WriteNumber("threshold", Numbers.Trimmed(threshold));
            else json.WriteNull("threshold");
            json.WriteString("unit", finding.Unit);
            json.WriteNumber("points", finding.Points);
            json.WriteString("reason", finding.Reason);
            Proposals(json, finding.Proposals);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Proposals(Utf8JsonWriter json, ImmutableArray<RiskProposal> proposals)
    {
        json.WriteStartArray("proposals");
        foreach (var proposal in proposals)
        {
            json.WriteStartObject();
            json.WriteString("action", Words.Of(proposal.Action));
            if (proposal.Pieces is { } pieces) json.WriteNumber("pieces", pieces);
            else json.WriteNull("pieces");
            json.WriteString("text", proposal.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
