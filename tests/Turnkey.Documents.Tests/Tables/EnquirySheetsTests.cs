using System.Collections.Immutable;
using Turnkey.Documents.Tables;
using Turnkey.Formats.Tables;
using Turnkey.Kernel;
using Turnkey.Sourcing;
using Turnkey.Sourcing.Enquiries;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Documents.Tests.Tables;

/// <summary>An enquiry goes out as a workbook and comes back as one.</summary>
public sealed class EnquirySheetsTests
{
    private static readonly Enquiry Round = new("Q-2026/11-1", "Acme Distribution", new DateOnly(2026, 11, 27), new DateOnly(2026, 12, 11), Currency.Usd, [1000, 12_000],
    [
        new EnquiryLine(1, "P-100", "CAP 1uF 25V X7R 0603", "Acme Passives", PartNumber.Parse("0022-X105")!.Value, [new EnquiryPart("Beta", PartNumber.Parse("B-105")!.Value)], 12_000, 1000, new Money(0.02m, Currency.Usd)),
        new EnquiryLine(2, "P-200", "=cmd|' /C calc'!A0", null, PartNumber.Parse("-REG-33")!.Value, [], 3000, 250),
        new EnquiryLine(3, "P-300", "MCU", "Acme Micro", PartNumber.Parse("MCU-1")!.Value, [], 1200, 100),
        new EnquiryLine(4, "P-400", "FUSE", "Fuseco", PartNumber.Parse("F-1")!.Value, [], 500, 50),
    ]);

    [Fact]
    public void The_sheet_asks_and_leaves_room_for_the_answer()
    {
        var file = EnquirySheets.Write(Round);
        Assert.Equal("enquiry-q-2026-11-1-acme-distribution.xlsx", file.Name);
        var rows = Rows(file);
        Assert.Equal(EnquiryColumns.Of(Round), rows[0]);
        Assert.Equal(["1", "P-100", "CAP 1uF 25V X7R 0603", "Acme Passives", "0022-X105", "Beta B-105", "12000", "1000", "0.02 USD", "Acme Distribution", "Acme Passives", "0022-X105", "", "USD"], rows[1].Take(14));
        Assert.Equal(file.Content.ToArray(), EnquirySheets.Write(Round).Content.ToArray());
    }

    [Fact]
    public void A_filled_sheet_comes_back_as_offers_for_their_lines()
    {
        var rows = Rows(EnquirySheets.Write(Round));
        Fill(rows[1], (EnquiryColumns.PriceAt(1000), "0.019"), (EnquiryColumns.PriceAt(12_000), "0.0155"), (EnquiryColumns.Minimum, "4000"), (EnquiryColumns.Multiple, "4000"), (EnquiryColumns.LeadTime, "14"), (EnquiryColumns.NonCancellable, "yes"),
            (EnquiryColumns.ValidUntil, "2027-01-31"), (EnquiryColumns.QuoteNumber, "AQ-77"), (EnquiryColumns.Packaging, "Tape & Reel"), (EnquiryColumns.Origin, "Taiwan"), (EnquiryColumns.QuoteDate, "2026-12-01"), (EnquiryColumns.Stock, "8000"));
        Fill(rows[2], (EnquiryColumns.Mpn, "REG-33-T"), (EnquiryColumns.PriceAt(1000), "0.5"), (EnquiryColumns.ValidUntil, "2027-01-31"), (EnquiryColumns.Minimum, "5000"));
        Fill(rows[4], (EnquiryColumns.PerYear, "200"), (EnquiryColumns.PriceAt(1000), "0.1"), (EnquiryColumns.PriceAt(12_000), "0.09"), (EnquiryColumns.Currency, "EUR"));

        var reply = Reply(rows);
        Assert.Equal([BidState.Bid, BidState.OtherPart, BidState.NoBid, BidState.Bid], reply.Bids.Select(bid => bid.State));
        var offer = Assert.Single(reply.Bids[0].Offers);
        Assert.Equal(("Acme Distribution", "Acme Passives", "0022-X105", "AQ-77", true, "TW"), (offer.Supplier, offer.Manufacturer, offer.Mpn!.Value.Text, offer.QuoteNumber, offer.NonCancellable, offer.Origin));
        Assert.Equal((4000L, 4000L, 98, 8000L, Packaging.Reel, new OfferDate(new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 31))), (offer.Minimum, offer.Multiple, offer.LeadTimeDays, offer.Stock, offer.Packaging, offer.Date));
        Assert.Equal([(1000L, 0.019m), (12_000L, 0.0155m)], offer.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));

        Assert.Equal(
        [
            ("enquiry.other-part", 3), ("enquiry.quantity-dropped", 3), ("enquiry.minimum", 3), ("enquiry.no-bid", 4), ("enquiry.changed", 5), ("enquiry.currency", 5), ("enquiry.validity", 5),
        ], reply.Diagnostics.Select(one => (one.Code, one.Line)).OrderBy(one => one.Line));
    }

    [Fact]
    public void What_was_dropped_added_or_changed_is_told_with_its_row()
    {
        var rows = Rows(EnquirySheets.Write(Round));
        Fill(rows[1], (EnquiryColumns.Mpn, "B-105"), (EnquiryColumns.Manufacturer, "Beta"), (EnquiryColumns.PriceAt(1000), "0.01"), (EnquiryColumns.PriceAt(12_000), "0.01"), (EnquiryColumns.ValidUntil, "2027-01-31"));
        Fill(rows[2], (EnquiryColumns.AskedMpn, "REG-50"), (EnquiryColumns.PriceAt(1000), "0.2"), (EnquiryColumns.PriceAt(12_000), "0.2"), (EnquiryColumns.ValidUntil, "2027-01-31"));
        rows.RemoveAt(4);
        rows.Add([.. rows[1]]);
        Fill(rows[^1], (EnquiryColumns.Line, "99"), (EnquiryColumns.Mpn, "EXTRA-1"));
        var reply = Reply(rows);
        Assert.Equal([BidState.Alternate, BidState.Bid, BidState.NoBid, BidState.NoBid], reply.Bids.Select(bid => bid.State));
        Assert.Equal(["enquiry.alternate", "enquiry.changed", "enquiry.line-added", "enquiry.line-dropped", "enquiry.no-bid"], reply.Diagnostics.Select(one => one.Code).Order(StringComparer.Ordinal));
        Assert.Equal((3, 5), (reply.Diagnostics.Single(one => one.Code == "enquiry.changed").Line, reply.Diagnostics.Single(one => one.Code == "enquiry.line-added").Line));
    }

    [Fact]
    public void A_filled_sheet_is_a_price_list_also_without_its_enquiry()
    {
        var rows = Rows(EnquirySheets.Write(Round));
        Fill(rows[3], (EnquiryColumns.PriceAt(1000), "2.5"), (EnquiryColumns.ValidUntil, "2027-01-31"));
        var offer = Assert.Single(OfferBookReader.Read([Table(rows)], "").Offers);
        Assert.Equal(("Acme Distribution", "MCU-1", 4, PriceBasis.Offer), (offer.Supplier, offer.Mpn!.Value.Text, offer.Row, offer.Basis));
    }

    [Fact]
    public void Another_sheet_is_no_reply() =>
        Assert.Equal("enquiry.no-header", Assert.Single(EnquiryReply.Read(Round, new OfferTable("x.csv", "", [["MPN", "Price", "Currency"], ["MCU-1", "1", "USD"]])).Diagnostics).Code);

    [Fact]
    public void Suppliers_are_asked_for_what_they_can_serve()
    {
        Offer[] offers = [new("Beta Sales", "Acme Micro", PartNumber.Parse("MCU-9"), null, [new PriceBreak(1, new Money(1m, Currency.Usd))], null, null, null, null, null, "x", 1)];
        var (enquiries, diagnostics) = EnquiryRound.Plan("R1", Round.Made, null, null, Round.Lines, ["Card House", "Beta Sales", "New One", "Useless"],
            [new LineCard("Card House", ["Acme Passives", "Others"]), new LineCard("Useless", ["Nobody"])], offers, []);
        Assert.Equal([("R1-1", "Card House", 1), ("R1-2", "Beta Sales", 1), ("R1-3", "New One", 4)], enquiries.Select(one => (one.Number, one.Supplier, one.Lines.Length)));
        Assert.Equal([3], enquiries[1].Lines.Select(line => line.Number));
        Assert.Equal([1000L, 12_000L], enquiries[0].Quantities);
        Assert.Equal("enquiry.nothing-to-ask", Assert.Single(diagnostics).Code);
    }

    private static List<string[]> Rows(TableFile file) => [.. TableReader.Read(file.Name, file.Content.ToArray()).Sheets[0].Rows.Select(row => row.Cells.Concat(Enumerable.Repeat("", EnquiryColumns.Of(Round).Length)).Take(EnquiryColumns.Of(Round).Length).ToArray())];

    private static void Fill(string[] row, params (string Column, string Value)[] cells)
    {
        foreach (var (column, value) in cells) row[EnquiryColumns.Of(Round).IndexOf(column)] = value;
    }

    /// <summary>By way of a workbook, as the supplier sends it.</summary>
    private static OfferTable Table(List<string[]> rows)
    {
        var content = WorkbookWriter.Write(new Sheet("Enquiry", [.. rows[0].Select(header => new SheetColumn(header, 12))], [.. rows.Skip(1).Select(row => row.Select(SheetCell.Of).ToImmutableArray())]));
        return new OfferTable("reply.xlsx", "Enquiry", [.. TableReader.Read("reply.xlsx", content).Sheets[0].Rows.Select(row => (IReadOnlyList<string>)row.Cells)]);
    }

    private static EnquiryReply Reply(List<string[]> rows) => EnquiryReply.Read(Round, Table(rows));
}
