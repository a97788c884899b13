using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Offers.Reading;

namespace Turnkey.Sourcing.Suppliers.Interfaces;

/// <summary>Collects what the answers to one question say, under limits.</summary>
internal sealed class AnswerReader(string supplier, PartQuestion? question, AnswerContext context)
{
    /// <summary>An answer larger than this is not read.</summary>
    public const int LargestAnswer = 16 << 20;

    private const int MostOffers = 5000;
    private const int MostFacts = 10_000;
    private const int MostBreaks = 100;
    private const int Deepest = 64;
    private const decimal DearestPart = 1_000_000m;

    private readonly DiagnosticLog log = new(context.Source);
    private readonly ImmutableArray<Offer>.Builder offers = ImmutableArray.CreateBuilder<Offer>();
    private readonly List<PartFact> facts = [];
    private SupplierOutcome outcome = SupplierOutcome.NothingFound;
    private int others;

    public AnswerContext Context => context;

    public DiagnosticLog Log => log;

    /// <summary>The root of a body that is JSON; null with a diagnostic when it is not. The caller disposes of the document.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body, DiagnosticLog? log)
    {
        if (body.Length > LargestAnswer)
        {
            log?.Error("suppliers.too-large", 0, $"the answer has {body.Length >> 20} MB (limit: {LargestAnswer >> 20} MB) and is not read");
            return null;
        }
        try
        {
            return ParseJson(body);
        }
        catch (JsonException e)
        {
            log?.Error("suppliers.unreadable", (int)Math.Min(int.MaxValue - 1, e.LineNumber ?? 0) + 1, "the answer is not JSON and is not used; ask again, and look at the supplier's status page when it happens again");
            return null;
        }
    }

    /// <exception cref="JsonException">It is not JSON, or nested too deeply.</exception>
    public static JsonDocument ParseJson(ReadOnlyMemory<byte> body) =>
        JsonDocument.Parse(body.Span.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? body[3..] : body, new JsonDocumentOptions { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });

    /// <summary>Reads each body with a reader of roots; a body that cannot be read makes the answer failed.</summary>
    public SupplierAnswer Read(IReadOnlyList<ReadOnlyMemory<byte>> bodies, Action<IReadOnlyList<AnswerNode>> read)
    {
        var documents = new List<JsonDocument>();
        try
        {
            foreach (var body in bodies)
            {
                if (Parse(body, log) is { } document) documents.Add(document);
                else Become(SupplierOutcome.Failed);
            }
            if (documents.Count > 0) read([.. documents.Select(document => new AnswerNode(document.RootElement))]);
        }
        finally
        {
            foreach (var document in documents) document.Dispose();
        }
        if (others > 0) log.Info("suppliers.other-part", 0, $"{others} other part{(others == 1 ? "" : "s")} found by likeness {(others == 1 ? "is" : "are")} left out: '{question?.Text}' was asked for");
        return new SupplierAnswer(supplier, outcome, offers.ToImmutable(), [.. facts], [.. log.ToList()]);
    }

    /// <summary>Whether a part is the one that was asked for; from then on the question counts as answered.</summary>
    public bool IsAsked(PartNumber? mpn, params ReadOnlySpan<PartNumber?> codes)
    {
        var asked = question is null || question.IsAnsweredBy(mpn, null);
        foreach (var code in codes) asked |= question is not null && question.IsAnsweredBy(null, code);
        if (asked) Become(SupplierOutcome.Answered);
        else others++;
        return asked;
    }

    /// <summary>Breaks with a price above zero, ascending, in one currency; empty with a diagnostic when the currency is not known.</summary>
    public ImmutableArray<PriceBreak> Breaks(string part, IEnumerable<(long? Quantity, decimal? Price)> rows, Currency? currency)
    {
        var known = rows.Where(row => row is { Quantity: > 0, Price: > 0 and <= DearestPart }).Take(MostBreaks).ToList();
        if (known.Count == 0)
        {
            log.Info("suppliers.no-price", 0, $"{part}: no price is given");
            return [];
        }
        if (currency is null)
        {
            log.Error("suppliers.unknown-currency", 0, $"{part}: the prices have no currency that is known and are not used");
            return [];
        }
        return OfferRows.Merge(known.Select(row => new PriceBreak(row.Quantity!.Value, new Money(row.Price!.Value, currency))), []);
    }

    /// <summary>An offer of this answer; null when it has no price or no number.</summary>
    public Offer? Offer(string seller, string manufacturer, PartNumber? mpn, PartNumber? code, ImmutableArray<PriceBreak> breaks, DateOnly? answered = null)
    {
        if (breaks.IsEmpty || (mpn is null && code is null)) return null;
        var made = answered ?? context.Answered;
        return new Offer(Name(seller) ?? supplier, Name(manufacturer), mpn, code, breaks, null, null, null, null, made is { } day ? new OfferDate(day, null) : null, context.Source, 0);
    }

    public void Add(Offer offer)
    {
        if (offers.Count < MostOffers) offers.Add(offer);
        else log.Error("suppliers.too-many", 0, $"more than {MostOffers} offers; the rest is not read");
    }

    public void Fact(PartNumber? part, PartFactKind kind, string value)
    {
        if (part is not { } number || value.Length == 0 || facts.Count >= MostFacts) return;
        var fact = new PartFact(number, kind, value);
        if (!facts.Contains(fact)) facts.Add(fact);
    }

    /// <summary>An error that the answer holds, with what to do.</summary>
    public void Refuse(SupplierOutcome what, string said)
    {
        Become(what);
        var words = said.Length > 0 ? $"'{said}'" : "an error";
        switch (what)
        {
            case SupplierOutcome.RateLimited:
                log.Warning("suppliers.rate-limited", 0, $"{supplier} answers {words}: too many requests; wait, or ask the supplier for a higher limit and put it into {SupplierTable.FileName}");
                break;
            case SupplierOutcome.KeyRefused:
                log.Error("suppliers.key-refused", 0, $"{supplier} answers {words}: the keys are not accepted; check them and whether they are enabled for this interface");
                break;
            case SupplierOutcome.NothingFound:
                log.Info("suppliers.not-found", 0, $"{supplier} does not know '{question?.Text}' ({words})");
                break;
            default:
                log.Error("suppliers.refused", 0, $"{supplier} answers {words}; nothing can be read from it");
                break;
        }
    }

    /// <summary>What an error message is about, by the words that interfaces use.</summary>
    public static SupplierOutcome Classify(string message)
    {
        var key = OfferColumns.Key(message);
        return key switch
        {
            _ when Has(key, "RATELIMIT", "TOOMANY", "MAXIMUMCALLS", "EXCEEDED", "OVERQPS", "OVERRATE", "OVERQUERIES", "QUOTA", "THROTTL", "ELIMIT", "REQUESTLIMIT", "CALLLIMIT") => SupplierOutcome.RateLimited,
            _ when Has(key, "APIKEY", "UNIQUEIDENTIFIER", "UNAUTHORI", "NOTAUTHORI", "INVALIDAUTHORI", "AUTHORIZATIONFAILED", "AUTHENTICATION", "ACCESSTOKEN", "INVALIDTOKEN", "SIGNATURE", "CLIENTID",
                "ACCOUNTINACTIVE", "DEVELOPERINACTIVE", "FORBIDDEN", "INVALIDCLIENT", "BEARER", "EACTIONFORBIDDEN") => SupplierOutcome.KeyRefused,
            _ when Has(key, "NOTFOUND", "NORESULT", "NOTEXIST", "NOMATCH", "SYMBOLLIST", "NOSUCH") => SupplierOutcome.NothingFound,
            _ => SupplierOutcome.Failed,
        };
    }

    public static int? Days(decimal? number, int each = 1) => number is { } value and > 0 and <= 2000 ? (int)decimal.Ceiling(value * each) : null;

    private static string? Name(string text) => text.Length is 0 ? null : text.Length > 120 ? text[..120] : text;

    /// <summary>An answer stays answered whatever else it holds; an error is heavier than nothing found.</summary>
    private void Become(SupplierOutcome next)
    {
        if (outcome == SupplierOutcome.Answered || (next == SupplierOutcome.NothingFound && outcome != SupplierOutcome.NothingFound)) return;
        outcome = next;
    }

    private static bool Has(string key, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (key.Contains(word, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
