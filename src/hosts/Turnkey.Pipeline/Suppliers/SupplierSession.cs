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
    private const string NoToken = "suppliers.no-token";

    private static readonly PartQuestion Several = new(null, null);

    private readonly DiagnosticLog log = new("");
    private readonly Lock gate = new();
    private int failures;
    private string away = "";

    /// <summary>In an order that does not depend on which answer came first.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. log.ToList().OrderBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Message, StringComparer.Ordinal)];

    /// <summary>Parts that one request asks for.</summary>
    public int Together => supplier is IBatchInterface ? Math.Max(1, terms.PartsPerRequest) : 1;

    /// <summary>What was kept and is young enough not to be asked again; null where the supplier has to be asked.</summary>
    public SupplierReply? Fresh(Question asked) => Kept(asked) is { } kept && time.GetUtcNow() - kept.Asked < terms.Fresh ? Of(asked, ReplyOrigin.Kept, kept) : null;

    /// <summary>Asks for several parts in one request; for those that its answer leaves open, alone.</summary>
    /// <param name="asked">At most <see cref="Together"/>, none of them fresh.</param>
    /// <returns>A reply to each, in their order.</returns>
    public async Task<ImmutableArray<SupplierReply>> AskAsync(IReadOnlyList<Question> asked, CancellationToken cancellation)
    {
        var replies = new SupplierReply?[asked.Count];
        if (asked.Count > 1 && supplier is IBatchInterface batch && keys is not null && away.Length == 0)
        {
            PartQuestion[] questions = [.. asked.Select(one => one.Part)];
            var round = await AskNowAsync(new Round(questions[0], null, (access, answered) => batch.Ask(questions, access, answered)), cancellation);
            if (IsSaid(round.Answer))
            {
                failures = 0;
                var shares = batch.Share(questions, round.Bodies);
                for (var i = 0; i < replies.Length; i++) replies[i] = shares[i] is { } bodies ? Answered(asked[i], Read(questions[i], bodies, round.Token, null), bodies) : null;
            }
            // An answer that refuses the request may mean one of its numbers; no answer, and one about us, means all of them.
            else if (!round.Reached || round.Answer.Outcome is SupplierOutcome.RateLimited or SupplierOutcome.KeyRefused)
            {
                Fail(round.Answer);
                for (var i = 0; i < replies.Length; i++) replies[i] = Fallback(asked[i], Kept(asked[i]), round.Answer.Outcome, Why(round.Answer), "suppliers.failed", round.Answer, i == 0 ? asked.Count - 1 : -1);
            }
        }
        for (var i = 0; i < replies.Length; i++) replies[i] ??= await AskAsync(asked[i], cancellation);
        return [.. replies.Select(reply => reply!)];
    }

    private async Task<SupplierReply> AskAsync(Question asked, CancellationToken cancellation)
    {
        var kept = Kept(asked);
        if (keys is null) return Fallback(asked, kept, SupplierOutcome.KeyRefused, $"there are no keys to {terms.Name}: set {terms.KeyVariables}, or name a file of keys", "suppliers.no-keys");
        if (away.Length > 0) return Fallback(asked, kept, SupplierOutcome.Failed, away, "suppliers.away");
        var (answer, bodies, _, _) = await AskNowAsync(new Round(asked.Part, asked.Part, (access, answered) => supplier.Ask(asked.Part, access, answered)), cancellation);
        if (IsSaid(answer))
        {
            failures = 0;
            return Answered(asked, answer, bodies);
        }
        Fail(answer);
        return Fallback(asked, kept, answer.Outcome, Why(answer), "suppliers.failed", answer);
    }

    private static bool IsSaid(SupplierAnswer answer) => answer.Outcome is SupplierOutcome.Answered or SupplierOutcome.NothingFound;

    private string Why(SupplierAnswer answer) => answer.Diagnostics is [.., var last] ? last.Message : $"{terms.Name} does not answer";

    private KeptAnswer? Kept(Question asked) => Logged(() => cache?.Find(terms, asked.Part, settings.Market, log));

    /// <summary>A reply of now, which is kept where the terms allow it.</summary>
    private SupplierReply Answered(Question asked, SupplierAnswer answer, ImmutableArray<ReadOnlyMemory<byte>> bodies)
    {
        var now = time.GetUtcNow();
        // A supplier that repeats our key in its answer does not get it kept on disk.
        if (cache is not null && !bodies.Any(body => keys!.AreIn(System.Text.Encoding.UTF8.GetString(body.Span))))
        {
            var context = AnswerContext.Of(supplier, asked.Part, settings.Market, DateOnly.FromDateTime(now.UtcDateTime));
            Logged(() => cache.Keep(terms, new KeptAnswer(terms.Name, asked.Part, settings.Market.Key, context.Currency, now, bodies), settings.Market, log));
        }
        return new SupplierReply(asked.Index, ReplyOrigin.Asked, now, answer);
    }

    /// <summary>Asks until there is an answer, an answer that more asking will not change, or no attempt left.</summary>
    /// <returns><c>Reached</c> is false where the supplier gave no answer at all.</returns>
    private async Task<(SupplierAnswer Answer, ImmutableArray<ReadOnlyMemory<byte>> Bodies, string Token, bool Reached)> AskNowAsync(Round round, CancellationToken cancellation)
    {
        var jitter = new Random(settings.Seed ^ int.Parse(KeptAnswer.Hash(terms.Name, round.First, settings.Market).AsSpan(0, 7), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        var bodies = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        var renewed = false;
        for (var attempt = 1; ; attempt++)
        {
            var (answer, trouble, wait, token) = await StepsAsync(round, bodies, cancellation);
            if (answer is { Outcome: SupplierOutcome.KeyRefused } && token.Length > 0 && !renewed)
            {
                // Tokens are withdrawn before their time now and then; a new one settles whether it was that.
                tokens.Forget(terms, token);
                (renewed, bodies) = (true, ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>());
                continue;
            }
            if (answer is { Outcome: not SupplierOutcome.RateLimited }) return (answer, bodies.ToImmutable(), token, !answer.Diagnostics.Any(one => one.Code is DayLimit or NoToken));
            var pause = wait ?? TimeSpan.FromTicks((long)(terms.FirstWait.Ticks * Math.Pow(2, attempt - 1) * (0.5 + jitter.NextDouble())));
            if (attempt >= terms.Attempts || pause > terms.LongestWait) return (answer ?? Failed(trouble!), bodies.ToImmutable(), token, answer is not null);
            if (wait is not null || answer is not null) pace.HoldUntil(time.GetUtcNow() + pause);
            await Task.Delay(pause, time, cancellation);
        }
    }

    /// <summary>The requests of a round, from the first that is not answered yet.</summary>
    private async Task<(SupplierAnswer? Answer, Reply? Trouble, TimeSpan? Wait, string Token)> StepsAsync(Round round, ImmutableArray<ReadOnlyMemory<byte>>.Builder bodies, CancellationToken cancellation)
    {
        var (token, refusal) = await tokens.GetAsync(terms, keys!, cancellation);
        if (refusal is not null)
        {
            if (refusal.Again) return (null, refusal, refusal.Wait, "");
            return (Refused(refusal.Status is 400 or 401 or 403 ? SupplierOutcome.KeyRefused : SupplierOutcome.Failed, refusal.Status is 400 or 401 or 403
                ? $"{terms.Name} gives no access token for these keys (HTTP status {refusal.Status}); check the client id and secret" : $"{terms.Name} gives no access token: {Trouble(refusal)}", NoToken), null, null, "");
        }
        var access = new SupplierAccess(terms, keys!, settings.Market, token);
        while (round.Ask(access, bodies) is { } request)
        {
            if (!await pace.WaitAsync(cancellation))
                return (Refused(SupplierOutcome.Failed, $"the {terms.PerDay} requests that {terms.Name} allows in a day are used up; the rest can be asked tomorrow", DayLimit), null, null, token);
            var reply = await sender.SendAsync(request, terms, cancellation);
            if (reply.Again) return (null, reply, reply.Wait, token);
            if (!reply.IsSuccess) return (Read(round.Part, [.. bodies, reply.Body], token, reply), null, null, token);
            var said = Read(round.Part, [.. bodies, reply.Body], token, null);
            bodies.Add(reply.Body);
            if (IsSaid(said)) continue;
            bodies.RemoveAt(bodies.Count - 1);
            return (said, null, null, token);
        }
        return (Read(round.Part, bodies, token, null), null, null, token);
    }

    /// <param name="question">Null for several: whose an answer is does not matter yet.</param>
    private SupplierAnswer Read(PartQuestion? question, IReadOnlyList<ReadOnlyMemory<byte>> bodies, string token, Reply? refusal)
    {
        var read = supplier.Read(bodies, question, AnswerContext.Of(supplier, question ?? Several, settings.Market, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
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

    /// <param name="others">Questions that share the reason and the telling of it; below zero: it has been told.</param>
    private SupplierReply Fallback(Question asked, KeptAnswer? kept, SupplierOutcome outcome, string why, string code, SupplierAnswer? answer = null, int others = 0)
    {
        if (kept is not null)
        {
            var age = time.GetUtcNow() - kept.Asked;
            Logged(() => log.Warning("suppliers.cached", 0, $"{asked.Part.Text}: the answer of {terms.Name} is of {kept.Asked:yyyy-MM-dd HH:mm} UTC, {Age(age)} old ({why})"));
            return Of(asked, ReplyOrigin.KeptWhileAway, kept);
        }
        Logged(() =>
        {
            // Once for the supplier where the reason is not the part's.
            if (answer is null && log.ToList().Any(one => one.Code == code)) return;
            if (others >= 0) log.Warning(code, 0, answer is null ? $"{why}; parts are quoted without {terms.Name}" : $"{asked.Part.Text}{(others > 0 ? $" and {others} more" : "")}: {why}");
        });
        return new SupplierReply(asked.Index, ReplyOrigin.None, null, answer ?? new SupplierAnswer(terms.Name, outcome, [], [], []));
    }

    private SupplierReply Of(Question asked, ReplyOrigin origin, KeptAnswer kept)
    {
        var context = AnswerContext.Of(supplier, kept.Question, settings.Market, DateOnly.FromDateTime(kept.Asked.UtcDateTime)) with { Currency = kept.Currency };
        return new SupplierReply(asked.Index, origin, kept.Asked, supplier.Read(kept.Bodies, kept.Question, context));
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

    /// <summary>Requests that are asked one after the other, for one part or for several.</summary>
    /// <param name="First">Names the round.</param>
    /// <param name="Part">Whose answer it is; null for several.</param>
    private sealed record Round(PartQuestion First, PartQuestion? Part, Func<SupplierAccess, IReadOnlyList<ReadOnlyMemory<byte>>, SupplierRequest?> Ask);
}

/// <param name="Index">Of the part among those asked for.</param>
internal sealed record Question(int Index, PartQuestion Part);
