using System.Collections.Immutable;

namespace Turnkey.Pipeline.Suppliers;

/// <summary>Which suppliers' interfaces are to be asked, and how.</summary>
/// <param name="Suppliers">Names as the table of suppliers knows them; <c>all</c> for every one with keys.</param>
/// <param name="Keys">Path of the file with the keys; null: the environment alone.</param>
/// <param name="CacheFolder">Where answers are kept as long as each supplier's terms allow; null keeps none.</param>
/// <param name="Environment">Value of an environment variable; null when it is not set.</param>
/// <param name="Time">Clock and timers.</param>
public sealed record OnlineRequest(ImmutableArray<string> Suppliers, string? Keys, string? CacheFolder, Func<string, string?> Environment, TimeProvider Time)
{
    /// <summary>Sends the requests; made anew for each run.</summary>
    public Func<HttpMessageHandler> Handler { get; init; } = SupplierClient.Network;
}
