using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Offers.Reading;

namespace Turnkey.Sourcing.Enquiries;

/// <summary>How a supplier answered a line.</summary>
public enum BidState
{
    /// <summary>Bid for the part asked for.</summary>
    Bid,
    /// <summary>Bid for an approved alternate.</summary>
    Alternate,
    /// <summary>Bid for a line that asked by description: the part has to be held against it.</summary>
    Proposal,
    /// <summary>Bid for another part, which has to be approved first.</summary>
    OtherPart,
    /// <summary>No price, or the row is gone.</summary>
    NoBid,
}

/// <param name="Offers">The bids; a supplier may add rows with alternatives.</param>
public sealed record LineBid(EnquiryLine Line, BidState State, ImmutableArray<Offer> Offers);

/// <summary>A sheet that came back.</summary>
/// <param name="Book">The bids as offers, with the diagnostics of a price list.</param>
/// <param name="Bids">One for each line asked for, in their order.</param>
/// <param name="Diagnostics"><c>enquiry.*</c>: what the supplier changed or left out, with the row.</param>
public sealed record EnquiryReply(OfferBook Book, ImmutableArray<LineBid> Bids, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Reads a sheet that was found among what suppliers sent.</summary>
    /// <param name="mappings">Meanings of columns that go before the vocabulary.</param>
    public static EnquiryReply Read(EnquirySheet sheet, ColumnMappings mappings)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var reply = Read(sheet.Enquiry, sheet.Table, mappings);
        var log = new DiagnosticLog(sheet.Table.Path);
        var (asked, bid) = (reply.Bids.Length, reply.Bids.Count(one => one.State != BidState.NoBid));
        var number = sheet.Enquiry.Number.Length > 0 ? $"enquiry {sheet.Enquiry.Number}" : "an enquiry";
        log.Info("enquiry.reply", 0, FormattableString.Invariant($"the reply of {sheet.Enquiry.Supplier} to {number}: {bid} of {asked} lines are bid for, {reply.Bids.Count(one => one.State == BidState.Alternate)} with an approved alternate, {reply.Bids.Count(one => one.State == BidState.OtherPart)} with another part{(reply.Bids.Count(one => one.State == BidState.Proposal) is var proposed and > 0 ? $", {proposed} with a part for a description" : "")}"));
        if (!sheet.IsRecorded) log.Warning("enquiry.no-record", 0, "the sheet came back without our record of what was asked: what the supplier changed of the question or left out cannot be told");
        // A line without a price is no bid, which is said by the line.
        return reply with
        {
            Book = reply.Book with { Diagnostics = [.. reply.Book.Diagnostics.Where(one => one.Code != "offers.no-price")] },
            Diagnostics = [.. log.ToList(), .. reply.Diagnostics],
        };
    }

    /// <summary>Reads the filled sheet of an enquiry.</summary>
    public static EnquiryReply Read(Enquiry enquiry, OfferTable table) => Read(enquiry, table, ColumnMappings.None);

    private static EnquiryReply Read(Enquiry enquiry, OfferTable table, ColumnMappings mappings)
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(mappings);
        var book = OfferBookReader.Read([table], "", mappings);
        var log = new DiagnosticLog(table.Path);
        if (EnquirySheet.Header(table) is not { } header)
        {
            log.Error("enquiry.no-header", table.FirstRow, $"the sheet has no row with '{EnquiryColumns.Line}' and '{EnquiryColumns.AskedMpn}': it is not the sheet of enquiry {enquiry.Number}, and its rows cannot be told apart by line");
            return new EnquiryReply(book, [.. enquiry.Lines.Select(line => new LineBid(line, BidState.NoBid, []))], [.. log.ToList()]);
        }
        var rows = RowsByLine(enquiry, table, header, log);
        var offers = book.Offers.GroupBy(offer => offer.Row).ToDictionary(group => group.Key, group => group.ToList());
        var refused = book.Diagnostics.Where(one => one.Severity == Severity.Error && one.Line > 0).Select(one => one.Line).ToHashSet();
        var bids = enquiry.Lines.Select(line => Bid(enquiry, line, rows.GetValueOrDefault(line.Number, []), offers, refused, log)).ToImmutableArray();
        return new EnquiryReply(book, bids, [.. log.ToList()]);
    }

    /// <summary>Row numbers of the table by the line they answer; what was changed of the question is told.</summary>
    private static Dictionary<int, List<int>> RowsByLine(Enquiry enquiry, OfferTable table, (int Row, Dictionary<string, int> Columns) header, DiagnosticLog log)
    {
        var lines = enquiry.Lines.ToDictionary(line => line.Number);
        var rows = new Dictionary<int, List<int>>();
        for (var i = header.Row + 1; i < table.Rows.Count; i++)
        {
            var (row, number) = (table.Rows[i], table.FirstRow + i);
            string Cell(string column) => header.Columns.TryGetValue(OfferColumns.Key(column), out var at) && at < row.Count ? (row[at] ?? "").Trim() : "";
            if (row.All(string.IsNullOrWhiteSpace)) continue;
            if (NumberColumn.Whole(Cell(EnquiryColumns.Line)) is not { } named || !lines.TryGetValue((int)Math.Min(int.MaxValue, named), out var line))
            {
                log.Warning("enquiry.line-added", number, $"the row answers no line that was asked ('{Short(Cell(EnquiryColumns.Line))}' {Short(Cell(EnquiryColumns.Mpn))}); its price is an offer like another, but belongs to no line");
                continue;
            }
            if (rows.TryGetValue(line.Number, out var known)) known.Add(number);
            else rows[line.Number] = [number];
            var asks = Cell(EnquiryColumns.AskedMpn);
            if (line.Mpn is { } wanted ? PartNumber.Parse(asks) != wanted : !asks.Equals(EnquiryColumns.ByDescription, StringComparison.OrdinalIgnoreCase))
                log.Error("enquiry.changed", number, $"line {line.Number} asked for {line.Name}, and the sheet now says that '{Short(Cell(EnquiryColumns.AskedMpn))}' was asked; check what the price is for");
            if (line.Mpn is null && Cell(EnquiryColumns.Mpn).Length == 0 && Cell(EnquiryColumns.SupplierCode).Length == 0 && table.Rows[header.Row].Zip(row).Any(pair => pair.First is { } heading && heading.StartsWith("Price ", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(pair.Second)))
                log.Warning("enquiry.no-number", number, $"line {line.Number} ({line.Name}): a price without a part number; ask {enquiry.Supplier} which part it is for");
            foreach (var (column, asked) in new[] { (EnquiryColumns.PerYear, line.PerYear), (EnquiryColumns.PerRelease, line.PerRelease) })
            {
                if (asked > 0 && NumberColumn.Whole(Cell(column)) is var said && said != asked)
                    log.Warning("enquiry.changed", number, $"line {line.Number}: {column.ToLowerInvariant()} was {asked.ToString(CultureInfo.InvariantCulture)}, and the sheet now says '{Short(Cell(column))}'; the price holds for less or more than was asked");
            }
        }
        return rows;
    }

    private static LineBid Bid(Enquiry enquiry, EnquiryLine line, List<int> rows, Dictionary<int, List<Offer>> offers, HashSet<int> refused, DiagnosticLog log)
    {
        if (rows.Count == 0)
        {
            log.Warning("enquiry.line-dropped", 0, $"line {line.Number} ({line.Name}) is not in the reply any more: no bid");
            return new LineBid(line, BidState.NoBid, []);
        }
        var bids = rows.SelectMany(row => offers.GetValueOrDefault(row, [])).ToImmutableArray();
        if (bids.IsEmpty)
        {
            if (rows.Find(refused.Contains) is > 0 and var row) log.Warning("enquiry.bid-not-understood", row, $"line {line.Number} ({line.Name}): there is a bid, and it cannot be used as it is written; ask {enquiry.Supplier} for it");
            else log.Info("enquiry.no-bid", rows[0], $"line {line.Number} ({line.Name}): no bid");
            return new LineBid(line, BidState.NoBid, []);
        }
        foreach (var bid in bids) Tell(enquiry, line, bid, log);
        return new LineBid(line, bids.Min(bid => StateOf(line, bid)), bids);
    }

    private static BidState StateOf(EnquiryLine line, Offer bid) =>
        line.Mpn is null ? BidState.Proposal : bid.Mpn is null || bid.Mpn == line.Mpn ? BidState.Bid : line.Alternates.Any(part => part.Mpn == bid.Mpn) ? BidState.Alternate : BidState.OtherPart;

    private static void Tell(Enquiry enquiry, EnquiryLine line, Offer bid, DiagnosticLog log)
    {
        switch (StateOf(line, bid))
        {
            case BidState.Alternate:
                log.Info("enquiry.alternate", bid.Row, $"line {line.Number}: the approved alternate {bid.Mpn!.Value.Text} is offered for {line.Name}");
                break;
            case BidState.OtherPart:
                log.Warning("enquiry.other-part", bid.Row, $"line {line.Number}: {bid.Mpn!.Value.Text} is offered for {line.Name}, which is no approved alternate; have it approved before it is bought");
                break;
        }
        if (line.Mpn is null) log.Info("enquiry.proposal", bid.Row, $"line {line.Number}: {bid.Mpn?.Text ?? bid.SupplierCode?.Text} is offered for '{Short(line.Description)}'; check that it meets the description before it is bought");
        var quoted = bid.Breaks.Select(one => one.Quantity).ToHashSet();
        var missing = enquiry.QuantitiesOf(line).Where(quantity => !quoted.Contains(quantity)).ToList();
        if (missing.Count > 0) log.Info("enquiry.quantity-dropped", bid.Row, $"line {line.Number}: no price at {string.Join(", ", missing.Select(quantity => quantity.ToString(CultureInfo.InvariantCulture)))}");
        if (bid.Minimum > line.PerYear && line.PerYear > 0)
            log.Warning("enquiry.minimum", bid.Row, $"line {line.Number}: the minimum of {bid.Minimum.Value.ToString(CultureInfo.InvariantCulture)} is more than is needed in a year ({line.PerYear.ToString(CultureInfo.InvariantCulture)})");
        if (enquiry.Currency is { } asked && bid.Currency != asked) log.Info("enquiry.currency", bid.Row, $"line {line.Number}: prices are in {bid.Currency}, {asked} was asked");
        if (bid.Date?.Until is null) log.Info("enquiry.validity", bid.Row, $"line {line.Number}: no day until which the price holds; ask for one");
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] : text;
}
