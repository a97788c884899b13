namespace Turnkey.Pipeline.Json;

/// <summary>What <c>turnkey inspect --json</c> prints: the common members, without checks and prices.</summary>
public static class InspectJson
{
    /// <summary>UTF-8, the same bytes for the same design.</summary>
    public static byte[] Write(Inspection.Done inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject("inputs");
            DesignJson.Inputs(json, inspection.Inputs);
            json.WriteEndObject();
            DesignJson.Write(json, inspection.Design, inspection.Copper);
            if (inspection.Scrub is { } scrub) ScrubJson.Write(json, scrub);
            DesignJson.Diagnostics(json, inspection.Design.Diagnostics);
        });
    }
}
