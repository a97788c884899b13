using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Offers.Reading;

namespace Turnkey.Sourcing.Suppliers;

/// <summary>The table of suppliers: the one that ships (<c>Data/suppliers.csv</c>), with rows replaced by a user's.</summary>
public sealed class SupplierTable
{
    /// <summary>Name of the file that replaces rows, in the offers folder.</summary>
    public const string FileName = "suppliers.csv";

    private const int MostRows = 1000;
    private static readonly Lazy<SupplierTable> Shipped = new(() => OfDataTable(DataTable.Embedded(FileName)));

    private readonly ImmutableArray<(SupplierTerms Terms, ImmutableArray<string> Keys)> rows;

    private SupplierTable(ImmutableArray<(SupplierTerms Terms, ImmutableArray<string> Keys)> rows) => this.rows = rows;

    public static SupplierTable Default => Shipped.Value;

    public ImmutableArray<SupplierTerms> Rows => [.. rows.Select(row => row.Terms)];

    /// <summary>The row of a supplier by its name or another name of it, letter case and punctuation aside; null when there is none.</summary>
    public SupplierTerms? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = OfferColumns.Key(name.Length > 120 ? name[..120] : name);
        return rows.FirstOrDefault(row => row.Keys.Contains(key, StringComparer.Ordinal)).Terms;
    }

    /// <summary>
    /// This table with rows replaced and added by a user's file in the same form (columns may be left out, cells be empty: then the shipped value stays).
    /// </summary>
    /// <param name="content">UTF-8 text of the file.</param>
    /// <param name="path">For the diagnostics <c>suppliers.table-*</c>.</param>
    public (SupplierTable Table, ImmutableArray<Diagnostic> Diagnostics) With(ReadOnlyMemory<byte> content, string path)
    {
        var log = new DiagnosticLog(path);
        DataTable table;
        try
        {
            using var reader = new StringReader(Encoding.UTF8.GetString(content.Span).TrimStart('\ufeff'));
            table = DataTable.Parse(FileName, reader);
        }
        catch (InvalidOperationException e)
        {
            log.Error("suppliers.table-unreadable", 0, $"the table of suppliers is not used: {e.Message}");
            return (this, [.. log.ToList()]);
        }
        if (!table.Has("name"))
        {
            log.Error("suppliers.table-unreadable", 0, "the table of suppliers has no column 'name' and is not used");
            return (this, [.. log.ToList()]);
        }
        var mine = rows.ToBuilder();
        foreach (var row in table.Rows.Take(MostRows))
        {
            var name = table.Cell(row, "name");
            if (OfferColumns.Key(name).Length == 0 || name.Length > 120) continue;
            var at = IndexOf(mine, OfferColumns.Key(name));
            var old = at >= 0 ? mine[at] : (Terms: Empty(name), Keys: [OfferColumns.Key(name)]);
            var next = (ReadRow(table, row, old.Terms, log), Keys(old.Terms.Name, Text(table, row, "also") ?? "", old.Keys));
            if (at >= 0) mine[at] = next;
            else mine.Add(next);
        }
        return (new SupplierTable(mine.ToImmutable()), [.. log.ToList()]);
    }

    private static SupplierTable OfDataTable(DataTable table)
    {
        var log = new DiagnosticLog(FileName);
        var read = table.Rows.Select(row => (ReadRow(table, row, Empty(table.Cell(row, "name")), log), Keys(table.Cell(row, "name"), table.Cell(row, "also"), []))).ToImmutableArray();
        return log.ToList() is [var first, ..] ? throw new InvalidOperationException(first.Message) : new SupplierTable(read);
    }

    private static int IndexOf(ImmutableArray<(SupplierTerms Terms, ImmutableArray<string> Keys)>.Builder rows, string key)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Keys.Contains(key, StringComparer.Ordinal)) return i;
        }
        return -1;
    }

    private static ImmutableArray<string> Keys(string name, string also, ImmutableArray<string> before) =>
        [.. before.AddRange(also.Split('|').Prepend(name).Select(OfferColumns.Key).Where(key => key.Length > 0)).Distinct(StringComparer.Ordinal)];

    private static SupplierTerms Empty(string name) =>
        new(name, SupplyChannel.Unknown, "", "", TimeSpan.Zero, TimeSpan.Zero, 0, 0, 0, 0, TimeSpan.Zero, 0, TimeSpan.Zero, 0, null);

    private static SupplierTerms ReadRow(DataTable table, string[] row, SupplierTerms old, DiagnosticLog log) => old with
    {
        Channel = Text(table, row, "channel") is { } channel ? OfferWords.Channel(channel) : old.Channel,
        KeyName = Text(table, row, "key_name") is { } key && key.All(char.IsAsciiLetterOrDigit) ? key.ToUpperInvariant() : old.KeyName,
        KeyParts = Text(table, row, "keys") is { } parts && parts.Split('|') is var named && named.All(part => part.Length > 0 && part.All(one => char.IsAsciiLetter(one) || one == '_')) ? [.. named.Select(part => part.ToUpperInvariant())] : old.KeyParts,
        PartsPerRequest = Whole(table, row, "parts_per_request", old.PartsPerRequest, log),
        Address = Address(table, row, "address", old.Address, old, log),
        TokenAddress = Address(table, row, "token_address", old.TokenAddress, old, log),
        Fresh = Span(table, row, "fresh_hours", old.Fresh, TimeSpan.FromHours, log),
        Retention = Span(table, row, "retention_hours", old.Retention, TimeSpan.FromHours, log),
        PerSecond = Whole(table, row, "per_second", old.PerSecond, log),
        PerMinute = Whole(table, row, "per_minute", old.PerMinute, log),
        PerDay = Whole(table, row, "per_day", old.PerDay, log),
        Parallel = Whole(table, row, "parallel", old.Parallel, log),
        TimeOut = Span(table, row, "time_out_s", old.TimeOut, TimeSpan.FromSeconds, log),
        Attempts = Whole(table, row, "attempts", old.Attempts, log),
        FirstWait = Span(table, row, "first_wait_ms", old.FirstWait, TimeSpan.FromMilliseconds, log),
        LongestWait = Span(table, row, "longest_wait_s", old.LongestWait, TimeSpan.FromSeconds, log),
        TokenScope = Text(table, row, "token_scope") ?? old.TokenScope,
        AwayAfter = Whole(table, row, "away_after", old.AwayAfter, log),
        Currency = Text(table, row, "currency") is { } code ? Currency.Parse(code) ?? old.Currency : old.Currency,
    };

    /// <summary>
    /// Offers folders come from suppliers too: one that names another company's address would have our keys sent there.
    /// </summary>
    private static string Address(DataTable table, string[] row, string heading, string old, SupplierTerms terms, DiagnosticLog log)
    {
        if (Text(table, row, heading) is not { } text) return old;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0)
        {
            log.Error("suppliers.table-address", 0, $"{terms.Name}: the {heading} must begin with https:// and hold no user; it is not used");
            return old;
        }
        if (old.Length > 0 && !string.Equals(Company(address), Company(new Uri(old)), StringComparison.OrdinalIgnoreCase))
        {
            log.Error("suppliers.table-address", 0, $"{terms.Name}: {address.Host} is not an address of {Company(new Uri(old))}, and keys are not sent to it");
            return old;
        }
        return text;
    }

    private static string Company(Uri address) => string.Join('.', address.Host.Split('.')[^Math.Min(2, address.Host.Split('.').Length)..]);

    private static string? Text(DataTable table, string[] row, string heading) => table.Has(heading) && table.Cell(row, heading) is { Length: > 0 } text ? text : null;

    private static int Whole(DataTable table, string[] row, string heading, int old, DiagnosticLog log)
    {
        if (Text(table, row, heading) is not { } text) return old;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 1_000_000) return value;
        log.Warning("suppliers.table-number", 0, $"'{text[..Math.Min(text.Length, 40)]}' in the column {heading} is no whole number up to a million; {old} stays");
        return old;
    }

    private static TimeSpan Span(DataTable table, string[] row, string heading, TimeSpan old, Func<double, TimeSpan> unit, DiagnosticLog log)
    {
        var value = Whole(table, row, heading, -1, log);
        return value < 0 ? old : unit(value);
    }
}
