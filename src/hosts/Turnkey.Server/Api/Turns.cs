namespace Turnkey.Server.Api;

/// <summary>Lets those who name the same thing go one after the other, and keeps nothing of things that nobody waits for.</summary>
internal sealed class Turns
{
    private readonly Dictionary<string, (SemaphoreSlim Turn, int Users)> waiting = new(StringComparer.Ordinal);

    public async Task<IDisposable> TakeAsync(string name, CancellationToken cancel)
    {
        SemaphoreSlim turn;
        lock (waiting)
        {
            var (known, users) = waiting.GetValueOrDefault(name);
            turn = known ?? new SemaphoreSlim(1, 1);
            waiting[name] = (turn, users + 1);
        }
        try
        {
            await turn.WaitAsync(cancel);
            return new Taken(this, name, turn);
        }
        catch
        {
            Leave(name);
            throw;
        }
    }

    private void Leave(string name)
    {
        lock (waiting)
        {
            var (turn, users) = waiting[name];
            if (users > 1)
            {
                waiting[name] = (turn, users - 1);
                return;
            }
            waiting.Remove(name);
            turn.Dispose();
        }
    }

    private sealed class Taken(Turns turns, string name, SemaphoreSlim turn) : IDisposable
    {
        public void Dispose()
        {
            turn.Release();
            turns.Leave(name);
        }
    }
}
