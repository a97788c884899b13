using System.Diagnostics;
using System.Diagnostics.Metrics;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs;

/// <summary>How many jobs ended how, and how long they took; for whoever watches the server.</summary>
internal static class JobMetrics
{
    public const string MeterName = "turnkey.jobs";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("turnkey.jobs.duration", "s", "From taking a job to its end");

    /// <summary>A span around a job; null when nobody listens.</summary>
    public static ActivitySource Source { get; } = new(MeterName);

    public static void Ended(JobKind kind, string how, TimeSpan took) => Duration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", kind.ToString()), new KeyValuePair<string, object?>("ended", how));
}
