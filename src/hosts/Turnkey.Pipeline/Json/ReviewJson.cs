using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Dfx.Findings;
using Turnkey.Pipeline.Checking;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Pipeline.Json;

/// <summary>What <c>turnkey check --json</c> prints: the common members, what the design was held against, checks and findings.</summary>
public static class ReviewJson
{
    /// <summary>UTF-8, the same bytes for the same review.</summary>
    public static byte[] Write(Checked.Done done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject("inputs");
            DesignJson.Inputs(json, done.Inputs);
            json.WriteEndObject();
            DesignJson.Write(json, done.Design, []);
            DesignJson.Diagnostics(json, done.Design.Diagnostics.Concat(done.Diagnostics));
            Write(json, done.Design.Checks, done.Reviews, withPlaces: true);
            if (done.Reviews.Any(review => review.Choice is not null)) ChoiceJson.Write(json, done.Reviews);
        });
    }

    /// <summary>The members <c>capabilities</c>, <c>checks</c> and <c>findings</c>; a finding has its worst place, and with <paramref name="withPlaces"/> all of them.</summary>
    internal static void Write(Utf8JsonWriter json, ImmutableArray<Designs.DesignCheck> intake, ImmutableArray<AssemblyReview> reviews, bool withPlaces = false)
    {
        json.WriteStartArray("capabilities");
        foreach (var capability in reviews.SelectMany(review => review.Review.Demands.Capabilities).DistinctBy(capability => capability.Key)) Write(json, capability);
        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (var check in intake) Check(json, null, check.Rule, "package", check.Done, check.Why);
        foreach (var (assembly, review) in reviews)
        {
            foreach (var check in review.Checks) Check(json, reviews.Length > 1 ? assembly.Name : null, check.Rule.Id, check.Rule.Group.ToString().ToLowerInvariant(), check.Done, check.Why);
        }
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var (assembly, review) in reviews)
        {
            foreach (var finding in review.Findings) Finding(json, reviews.Length > 1 ? assembly.Name : null, finding, withPlaces);
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Capability capability)
    {
        json.WriteStartObject();
        json.WriteString("key", capability.Key);
        json.WriteString("name", capability.Name);
        json.WriteString("source", capability.Source);
        json.WriteString("taken", capability.Taken);
        json.WriteString("sha256", capability.Sha256);
        json.WriteEndObject();
    }

    private static void Check(Utf8JsonWriter json, string? assembly, string rule, string group, bool done, string why)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule);
        json.WriteString("group", group);
        if (assembly is not null) json.WriteString("assembly", assembly);
        json.WriteString("state", done ? "done" : "skipped");
        json.WriteString("why", why);
        json.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter json, string? assembly, Finding finding, bool withPlaces)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("title", finding.Rule.Title);
        if (assembly is not null) json.WriteString("assembly", assembly);
        json.WriteString("severity", Words.Of(finding.Severity));
        json.WriteString("cause", finding.Cause);
        Place(json, finding.Worst);
        // Of what must not be there the limit is none of it.
        json.WriteNumber("limit", finding.Limit?.Value ?? 0m);
        json.WriteString("unit", Measure.Symbol(finding.Rule.Unit));
        json.WriteString("reason", finding.Reason);
        json.WriteString("fix", finding.Fix);
        if (finding.StatedBy is { } stated) StatedBy(json, stated);
        if (finding.Waiver is { } waiver)
        {
            json.WriteStartObject("waiver");
            json.WriteString("reason", waiver.Reason);
            json.WriteString("author", waiver.Author);
            json.WriteString("date", waiver.Date);
            if (waiver.Expires is { } last) json.WriteString("expires", $"{last:yyyy-MM-dd}");
            json.WriteEndObject();
        }
        if (!finding.Settlements.IsEmpty)
        {
            json.WriteStartArray("settled");
            foreach (var settlement in finding.Settlements)
            {
                json.WriteStartObject();
                json.WriteString("as", settlement.As switch { SettledAs.Agreed => "agreed", SettledAs.Corrected => "corrected", _ => "as-sent" });
                json.WriteString("by", settlement.By);
                json.WriteString("date", settlement.Date);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteNumber("count", finding.Places.Length);
        if (withPlaces) Places(json, finding);
        json.WriteEndObject();
    }

    private static void Places(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("places");
        foreach (var place in finding.Places)
        {
            json.WriteStartObject();
            Place(json, place);
            json.WriteString("severity", Words.Of(place.Severity));
            json.WriteString("what", place.What);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Place(Utf8JsonWriter json, Sighting place)
    {
        json.WriteString("layer", place.Layer);
        json.WriteNumber("xMm", place.At.X / 1_000_000m);
        json.WriteNumber("yMm", place.At.Y / 1_000_000m);
        json.WriteNumber("measured", place.Measured.Value);
    }

    private static void StatedBy(Utf8JsonWriter json, Limit stated)
    {
        json.WriteStartObject("statedBy");
        json.WriteString("capability", stated.Capability);
        json.WriteString("source", stated.Source);
        json.WriteString("of", stated.Of == FigureOf.Finished ? "finished" : "design");
        if (stated.Allowance is { } allowance) json.WriteNumber("allowance", allowance.Value);
        json.WriteBoolean("assumed", stated.Assumed);
        json.WriteEndObject();
    }
}
