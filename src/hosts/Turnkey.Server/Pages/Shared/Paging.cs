using System.Globalization;

namespace Turnkey.Server.Pages.Shared;

/// <summary>Where a list goes on: time and identifier of its last line, in an address.</summary>
internal static class Paging
{
    /// <summary>Null for the beginning, and for what is none.</summary>
    public static (DateTimeOffset At, Guid Id)? Read(string? text) =>
        text?.Split('_') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParse(id, CultureInfo.InvariantCulture, out var last)
            ? (new DateTimeOffset(at, TimeSpan.Zero), last)
            : null;
}
