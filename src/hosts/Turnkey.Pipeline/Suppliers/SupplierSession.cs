using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline.Suppliers;

/// <summary>One supplier while it is asked: its keys, its pace, whether it is away.</summary>
internal sealed class SupplierSession(
    ISupplierInterface supplier, SupplierTerms terms, SupplierKeys? keys, SupplierSettings settings, AnswerCache? cache, RequestSender sender, AccessTokens tokens, RequestPace pace, TimeProvider time)
{
    private const string DayLimit = "suppliers.day-limit";

    private readonly DiagnosticLog log = new("");
    private readonly Lock gate = new();
    private int failures;
    private string away = "";

    /// <summary>In an order that does not depend on which answer came first.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. log.ToList().OrderBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Message, StringComparer.Ordinal)];

    public async Task<SupplierReply> AskAsync(int index, PartQuestion question, CancellationToken cancellation)
    {
        var kept = Logged(() => cache?.Find(terms, question, settings.Market, log));
        if (kept is not null && time.GetUtcNow() - kept.Asked < terms.Fresh) return Of(index, ReplyOrigin.Kept, kept);
        if (keys is null) return Fallback(index, question, kept, SupplierOutcome.KeyRefused, $"there are no keys to {terms.Name}: set TURNKEY_{terms.KeyName}_ID (and _SECRET) or name a file of keys", "suppliers.no-keys");
        if (away.Length > 0) return Fallback(index, question, kept, SupplierOutcome.Failed, away, "suppliers.away");
        var (answer, bodies) = await AskNowAsync(question, cancellation);
        if (answer.Outcome is SupplierOutcome.Answered or SupplierOutcome.NothingFound)
        {
            var now = time.GetUtcNow();
            failures = 0;
            // A supplier that repeats our key in its answer does not get it kept on disk.
            if (cache is not null && !bodies.Any(body => keys.AreIn(System.Text.Encoding.UTF8.GetString(body.Span))))
            {
                var context = AnswerContext.Of(supplier, question, settings.Market, DateOnly.FromDateTime(now.UtcDateTime));
                Logged(() => cache.Keep(terms, new KeptAnswer(terms.Name, question, settings.Market.Key, context.Currency, now, bodies), settings.Market, log));
            }
            return new SupplierReply(index, ReplyOrigin.Asked, now, answer);
        }
        Fail(answer);
        return Fallback(index, question, kept, answer.Outcome, answer.Diagnostics is [.., var last] ? last.Message : $"{terms.Name} does not answer", "suppliers.failed", answer);
    }

    /// <summary>Asks until there is an answer, an answer that more asking will not change, or no attempt left.</summary>
    private async Task<(SupplierAnswer Answer, ImmutableArray<ReadOnlyMemory<byte>> Bodies)> AskNowAsync(PartQuestion question, CancellationToken cancellation)
    {
        var jitter = new Random(settings.Seed ^ int.Parse(KeptAnswer.Hash(terms.Name, question, settings.Market).AsSpan(0, 7), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        var bodies = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        var renewed = false;
        for (var attempt = 1; ; attempt++)
        {
            var (answer, trouble, wait, token) = await StepsAsync(question, bodies, cancellation);
            if (answer is { Outcome: SupplierOutcome.KeyRefused } && token.Length > 0 && !renewed)
            {
                // Tokens are withdrawn before their time now and then; a new one settles whether it was that.
                tokens.Forget(terms, token);
                (renewed, bodies) = (true, ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>());
                continue;
            }
            if (answer is { Outcome: not SupplierOutcome.RateLimited }) return (answer, bodies.ToImmutable());
            var pause = wait ?? TimeSpan.FromTicks((long)(terms.FirstWait.Ticks * Math.Pow(2, attempt - 1) * (0.5 + jitter.NextDouble())));
            if (attempt >= terms.Attempts || pause > terms.LongestWait) return (answer ?? Failed(trouble!), bodies.ToImmutable());
            if (wait is not null || answer is not null) pace.HoldUntil(time.GetUtcNow() + pause);
            await Task.Delay(pause, time, cancellation);
        }
    }

    /// <summary>The requests of a question, from the first that is not answered yet.</summary>
    private async Task<(SupplierAnswer? Answer, Reply? Trouble, TimeSpan? Wait, string Token)> StepsAsync(PartQuestion question, ImmutableArray<ReadOnlyMemory<byte>>.Builder bodies, CancellationToken cancellation)
    {
        var (token, refusal) = await tokens.GetAsync(terms, keys!, cancellation);
        if (refusal is not null)
        {
            if (refusal.Again) return (null, refusal, refusal.Wait, "");
            return (Refused(refusal.Status is 400 or 401 or 403 ? SupplierOutcome.KeyRefused : SupplierOutcome.Failed, refusal.Status is 400 or 401 or 403
                ? $"{terms.Name} gives no access token for these keys (HTTP status {refusal.Status}); check the client id and secret" : $"{terms.Name} gives no access token: {Trouble(refusal)}"), null, null, "");
        }
        var access = new SupplierAccess(terms, keys!, settings.Market, token);
        while (supplier.Ask(question, access, bodies) is { } request)
        {
            if (!await pace.WaitAsync(cancellation))
                return (Refused(SupplierOutcome.Failed, $"the {terms.PerDay} requests that {terms.Name} allows in a day are used up; the rest can be asked tomorrow", DayLimit), null, null, token);
            var reply = await sender.SendAsync(request, terms, cancellation);
            if (reply.Again) return (null, reply, reply.Wait, token);
            if (!reply.IsSuccess) return (Read(question, [.. bodies, reply.Body], token, reply), null, null, token);
            var said = Read(question, [.. bodies, reply.Body], token, null);
            bodies.Add(reply.Body);
            if (said.Outcome is SupplierOutcome.Answered or SupplierOutcome.NothingFound) continue;
            bodies.RemoveAt(bodies.Count - 1);
            return (said, null, null, token);
        }
        return (Read(question, bodies, token, null), null, null, token);
    }

    private SupplierAnswer Read(PartQuestion question, IReadOnlyList<ReadOnlyMemory<byte>> bodies, string token, Reply? refusal)
    {
        var read = supplier.Read(bodies, question, AnswerContext.Of(supplier, question, settings.Market, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        var clean = read with { Diagnostics = [.. read.Diagnostics.Select(one => one with { Message = new SupplierKeys(token).Redact(keys!.Redact(one.Message)) })] };
        if (refusal is null || (clean.Outcome is not (SupplierOutcome.Failed or SupplierOutcome.Answered) && clean.Diagnostics.Length > 0)) return clean;
        return refusal.Status switch
        {
            401 or 403 => Refused(SupplierOutcome.KeyRefused, $"{terms.Name} does not accept the keys (HTTP status {refusal.Status}); check them and whether they are enabled for this interface"),
            404 => new SupplierAnswer(terms.Name, SupplierOutcome.NothingFound, [], [], []),
            _ => Refused(SupplierOutcome.Failed, $"{terms.Name} does not answer: {Trouble(refusal)}"),
        };
    }

    private void Fail(SupplierAnswer answer)
    {
        lock (gate)
        {
            if (++failures < terms.AwayAfter && answer.Outcome != SupplierOutcome.KeyRefused && !answer.Diagnostics.Any(one => one.Code == DayLimit)) return;
            if (away.Length == 0) away = answer.Diagnostics is [.., var last] ? last.Message : $"{terms.Name} does not answer";
        }
    }

    private SupplierReply Fallback(int index, PartQuestion question, KeptAnswer? kept, SupplierOutcome outcome, string why, string code, SupplierAnswer? answer = null)
    {
        if (kept is not null)
        {
            var age = time.GetUtcNow() - kept.Asked;
            Logged(() => log.Warning("suppliers.cached", 0, $"{question.Text}: the answer of {terms.Name} is of {kept.Asked:yyyy-MM-dd HH:mm} UTC, {Age(age)} old ({why})"));
            return Of(index, ReplyOrigin.KeptWhileAway, kept);
        }
        Logged(() =>
        {
            // Once for the supplier where the reason is not the part's.
            if (answer is not null || !log.ToList().Any(one => one.Code == code)) log.Warning(code, 0, answer is null ? $"{why}; parts are quoted without {terms.Name}" : $"{question.Text}: {why}");
        });
        return new SupplierReply(index, ReplyOrigin.None, null, answer ?? new SupplierAnswer(terms.Name, outcome, [], [], []));
    }

    private SupplierReply Of(int index, ReplyOrigin origin, KeptAnswer kept)
    {
        var context = AnswerContext.Of(supplier, kept.Question, settings.Market, DateOnly.FromDateTime(kept.Asked.UtcDateTime)) with { Currency = kept.Currency };
        return new SupplierReply(index, origin, kept.Asked, supplier.Read(kept.Bodies, kept.Question, context));
    }

    private SupplierAnswer Failed(Reply reply) => Refused(reply.Status == 429 ? SupplierOutcome.RateLimited : SupplierOutcome.Failed, $"{terms.Name} does not answer: {Trouble(reply)}");

    private SupplierAnswer Refused(SupplierOutcome outcome, string message, string code = "suppliers.refused-request") =>
        new(terms.Name, outcome, [], [], [Diagnostic.Warning(code, "", 0, keys!.Redact(message))]);

    private static string Trouble(Reply reply) => reply.Trouble.Length > 0 ? reply.Trouble : $"HTTP status {reply.Status}";

    private static string Age(TimeSpan age) => age.TotalHours < 48 ? $"{age.TotalHours:0} hours" : $"{age.TotalDays:0} days";

    private void Logged(Action write)
    {
        lock (gate) write();
    }

    private T Logged<T>(Func<T> read)
    {
        lock (gate) return read();
    }
}
