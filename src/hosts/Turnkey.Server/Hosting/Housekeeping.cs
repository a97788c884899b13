using Turnkey.Storage;
using Turnkey.Storage.Upkeep;

namespace Turnkey.Server.Hosting;

/// <summary>Takes away, a while after the start and then once a day, what nothing refers to any more: contents of uploads that were cut off, answers kept for repeated calls.</summary>
internal sealed partial class Housekeeping(Store store, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var wait = AfterStart; ; wait = Between)
            {
                await Task.Delay(wait, clock, stoppingToken);
                await TidyAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task TidyAsync(CancellationToken stop)
    {
        try
        {
            var report = await Cleanup.RunAsync(store, stop);
            if (report.Contents + report.Uploads + report.IdempotencyKeys > 0) Tidied(log, report.Contents, report.Bytes, report.Uploads, report.IdempotencyKeys);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // It is done again tomorrow; nothing depends on it.
            NotTidied(log, fault);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Took away {Contents} contents ({Bytes} bytes), {Uploads} cut-off uploads and {Keys} kept answers that nothing refers to")]
    private static partial void Tidied(ILogger log, int contents, long bytes, int uploads, int keys);

    [LoggerMessage(2, LogLevel.Error, "What nothing refers to could not be taken away")]
    private static partial void NotTidied(ILogger log, Exception fault);
}
