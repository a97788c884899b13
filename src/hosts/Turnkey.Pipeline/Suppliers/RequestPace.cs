using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline.Suppliers;

/// <summary>Keeps the requests to one supplier within what it allows in a second, a minute and a day.</summary>
internal sealed class RequestPace(SupplierTerms terms, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly List<DateTimeOffset> sent = [];
    private long notBefore;
    private DateOnly day;
    private int today;

    /// <summary>Returns when the next request may go; false when today's are used up.</summary>
    public async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                var now = time.GetUtcNow();
                if (DateOnly.FromDateTime(now.UtcDateTime) != day) (day, today) = (DateOnly.FromDateTime(now.UtcDateTime), 0);
                if (terms.PerDay > 0 && today >= terms.PerDay) return false;
                var next = Later(new DateTimeOffset(Interlocked.Read(ref notBefore), TimeSpan.Zero), Later(After(terms.PerSecond, TimeSpan.FromSeconds(1)), After(terms.PerMinute, TimeSpan.FromMinutes(1))));
                if (next <= now)
                {
                    sent.Add(now);
                    today++;
                    var most = Math.Max(terms.PerSecond, terms.PerMinute);
                    if (sent.Count > most) sent.RemoveRange(0, sent.Count - most);
                    return true;
                }
                await Task.Delay(next - now, time, cancellation);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Nothing goes out before then: the supplier said so.</summary>
    public void HoldUntil(DateTimeOffset then)
    {
        var ticks = then.UtcTicks;
        for (var known = Interlocked.Read(ref notBefore); known < ticks; known = Interlocked.Read(ref notBefore))
        {
            if (Interlocked.CompareExchange(ref notBefore, ticks, known) == known) return;
        }
    }

    public void Dispose() => gate.Dispose();

    private DateTimeOffset After(int most, TimeSpan span) => most > 0 && sent.Count >= most ? sent[^most] + span : DateTimeOffset.MinValue;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
