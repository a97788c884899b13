using System.Globalization;
using System.Threading.RateLimiting;
using Turnkey.Server.Access;

namespace Turnkey.Server.Hosting;

/// <summary>
/// How often one may ask. Passwords and invitations are tried by address, before anything is looked up; everything that programs ask, by organisation, so
/// that one that runs wild does not slow the others.
/// </summary>
internal sealed class RateLimits(ServerOptions options) : IDisposable
{
    private static readonly string[] Doors = ["/sign-in", "/join", "/first"];

    private readonly PartitionedRateLimiter<HttpContext> tries = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = options.TriesPerMinute, Window = TimeSpan.FromMinutes(1) }));

    private readonly PartitionedRateLimiter<HttpContext> calls = PartitionedRateLimiter.Create<HttpContext, Guid>(context => RateLimitPartition.GetTokenBucketLimiter(
        context.ActorOrNobody()?.Organisation ?? Guid.Empty, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.CallsPerMinute,
            TokensPerPeriod = Math.Max(1, options.CallsPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    /// <summary>Before it is known who comes.</summary>
    public Task AtTheDoorAsync(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsPost(context.Request.Method) && Array.Exists(Doors, door => context.Request.Path.StartsWithSegments(door, StringComparison.OrdinalIgnoreCase)) ? TakeAsync(tries, context, next) : next(context);

    /// <summary>Once it is known who comes.</summary>
    public Task InsideAsync(HttpContext context, RequestDelegate next) => AccessGuard.IsApi(context) && context.ActorOrNobody() is not null ? TakeAsync(calls, context, next) : next(context);

    public void Dispose()
    {
        tries.Dispose();
        calls.Dispose();
    }

    private static async Task TakeAsync(PartitionedRateLimiter<HttpContext> limiter, HttpContext context, RequestDelegate next)
    {
        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await PlainAnswer.WriteAsync(context, StatusCodes.Status429TooManyRequests, "too-many", "too many requests came from you; wait a moment");
    }
}
