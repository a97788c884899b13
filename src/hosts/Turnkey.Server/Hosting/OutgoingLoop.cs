using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Turnkey.Storage;

namespace Turnkey.Server.Hosting;

/// <summary>Looks again and again whether something is to go out. A database that does not answer for a while ends nothing.</summary>
internal static class OutgoingLoop
{
    /// <summary>How long a message waits at most until it is seen: other servers on the same database write some too.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <param name="send">Sends a batch; gives how many were due.</param>
    public static async Task RunAsync(Func<CancellationToken, Task<int>> send, TimeProvider clock, ILogger log, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await send(stop) == 0) await Task.Delay(Pause, clock, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is StoreException or DbException or DbUpdateException or IOException)
            {
                log.LogWarning(fault, "What is to go out cannot be read; trying again");
                await Task.Delay(10 * Pause, TimeProvider.System, CancellationToken.None).WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
