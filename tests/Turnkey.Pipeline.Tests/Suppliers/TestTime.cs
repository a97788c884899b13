namespace Turnkey.Pipeline.Tests.Suppliers;

/// <summary>
/// A clock for tests: waiting takes no time and moves the clock on. Only timers of the length of <paramref name="held"/> (the time-out of a request) stay until the
/// test says that the time has passed.
/// </summary>
internal sealed class TestTime(DateTimeOffset start, TimeSpan held) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<HeldTimer> timers = [];
    private DateTimeOffset now = start;

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public void Move(TimeSpan span)
    {
        lock (gate) now += span;
    }

    /// <summary>The time-outs that are under way run out.</summary>
    public void RunOut()
    {
        HeldTimer[] due;
        lock (gate)
        {
            now += held;
            due = [.. timers];
        }
        foreach (var timer in due) timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HeldTimer(this, callback, state);
        if (dueTime == Timeout.InfiniteTimeSpan) return timer;
        if (dueTime == held)
        {
            lock (gate) timers.Add(timer);
            return timer;
        }
        lock (gate)
        {
            Waits.Add(dueTime);
            now += dueTime;
        }
        ThreadPool.QueueUserWorkItem(_ => timer.Fire());
        return timer;
    }

    private sealed class HeldTimer(TestTime owner, TimerCallback callback, object? state) : ITimer
    {
        private int done;

        public void Fire()
        {
            if (Interlocked.Exchange(ref done, 1) == 0) callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            Interlocked.Exchange(ref done, 1);
            lock (owner.gate) owner.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
