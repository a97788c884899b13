using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline.Suppliers;

/// <summary>
/// Asks suppliers' interfaces for parts: the suppliers side by side, each at its own pace, with attempts, time-outs and answers kept as long as the terms allow.
/// </summary>
public sealed class SupplierClient : IDisposable
{
    private readonly HttpMessageInvoker http;
    private readonly AccessTokens tokens;
    private readonly RequestSender sender;
    private readonly TimeProvider time;
    private readonly SupplierSettings settings;
    private readonly Dictionary<string, RequestPace> paces = new(StringComparer.Ordinal);

    /// <param name="settings">Table, keys, market, cache.</param>
    /// <param name="handler">Sends; it is disposed of with the client. <see cref="Network"/> makes the one for the network.</param>
    /// <param name="time">Clock and timers.</param>
    public SupplierClient(SupplierSettings settings, HttpMessageHandler handler, TimeProvider time)
    {
        this.settings = settings;
        this.time = time;
        http = new HttpMessageInvoker(handler);
        sender = new RequestSender(http, time);
        tokens = new AccessTokens(sender, time);
    }

    /// <summary>A handler for the network that follows no redirect: requests carry keys.</summary>
    public static HttpMessageHandler Network() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxResponseHeadersLength = 64,
    };

    /// <summary>
    /// The report is the same whichever supplier is faster. A supplier that cannot be asked is a diagnostic, and what was kept from it is used while the terms allow.
    /// </summary>
    /// <param name="parts">Parts without a number are not asked for.</param>
    /// <param name="progress">Told after each question, from any thread.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<SupplierReport> AskAsync(
        IReadOnlyList<PartInquiry> parts, IReadOnlyList<ISupplierInterface> suppliers, IProgress<SupplierProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(suppliers);
        var log = new DiagnosticLog("");
        var cache = settings.CacheFolder is { } folder ? new AnswerCache(folder, settings.Table, time) : null;
        cache?.Prune(log);
        var asked = await Task.WhenAll(suppliers.Select(supplier => AskOneAsync(parts, supplier, cache, progress, cancellation)));
        var order = asked.SelectMany((one, i) => one.Replies.Select(reply => (Reply: reply, Supplier: i))).OrderBy(one => one.Reply.Inquiry).ThenBy(one => one.Supplier).Select(one => one.Reply).ToImmutableArray();
        return new SupplierReport(order, [.. log.ToList(), .. asked.SelectMany(one => one.Diagnostics), .. order.Where(reply => reply.Origin != ReplyOrigin.None).SelectMany(reply => reply.Answer.Diagnostics)]);
    }

    public void Dispose()
    {
        foreach (var pace in paces.Values) pace.Dispose();
        tokens.Dispose();
        http.Dispose();
    }

    private async Task<(ImmutableArray<SupplierReply> Replies, IReadOnlyList<Diagnostic> Diagnostics)> AskOneAsync(
        IReadOnlyList<PartInquiry> parts, ISupplierInterface supplier, AnswerCache? cache, IProgress<SupplierProgress>? progress, CancellationToken cancellation)
    {
        var terms = settings.Table.Find(supplier.Name) ?? throw new InvalidOperationException($"the table has no supplier {supplier.Name}");
        Question[] questions = [.. parts.Select((part, i) => new Question(i, Asked(part, terms))).Where(one => one.Part.Text.Length > 0).DistinctBy(one => one.Part.Key, StringComparer.Ordinal)];
        var session = new SupplierSession(supplier, terms, settings.Keyring.For(terms), settings, cache, sender, tokens, Pace(terms), time);
        var (fresh, kept, failed) = (0, 0, 0);
        var gate = new Lock();
        var replies = new SupplierReply?[questions.Length];
        for (var i = 0; i < questions.Length; i++)
        {
            if (session.Fresh(questions[i]) is { } known) Take(i, known);
        }
        var batches = Enumerable.Range(0, questions.Length).Where(i => replies[i] is null).Chunk(session.Together).ToArray();
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, terms.Parallel), CancellationToken = cancellation }, async (batch, stop) =>
        {
            var answers = await session.AskAsync([.. batch.Select(i => questions[i])], stop);
            for (var k = 0; k < batch.Length; k++) Take(batch[k], answers[k]);
        });
        // Lines that ask for the same part share the answer; it is told once, for the first of them.
        return ([.. replies.Select(reply => reply!)], session.Diagnostics);

        void Take(int i, SupplierReply reply)
        {
            lock (gate)
            {
                replies[i] = reply;
                switch (reply.Origin)
                {
                    case ReplyOrigin.Asked: fresh++; break;
                    case ReplyOrigin.None: failed++; break;
                    default: kept++; break;
                }
                progress?.Report(new SupplierProgress(terms.Name, questions.Length, fresh, kept, failed));
            }
        }
    }

    private PartQuestion Asked(PartInquiry part, SupplierTerms terms)
    {
        var code = part.SupplierCodes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Where(pair => settings.Table.Find(pair.Key)?.Name == terms.Name).Select(pair => (PartNumber?)pair.Value).FirstOrDefault();
        return new PartQuestion(part.Manufacturer, part.Mpn, code);
    }

    private RequestPace Pace(SupplierTerms terms)
    {
        lock (paces)
        {
            if (!paces.TryGetValue(terms.Name, out var pace)) paces[terms.Name] = pace = new RequestPace(terms, time);
            return pace;
        }
    }
}
