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
        Fill(rows[1], (EnquiryColumns.Price(1), "0.019"), (EnquiryColumns.Price(2), "0.0155"), (EnquiryColumns.Minimum, "4000"), (EnquiryColumns.Multiple, "4000"), (EnquiryColumns.LeadTime, "14"), (EnquiryColumns.NonCancellable, "yes"),
            (EnquiryColumns.ValidUntil, "2027-01-31"), (EnquiryColumns.QuoteNumber, "AQ-77"), (EnquiryColumns.Packaging, "Tape & Reel"), (EnquiryColumns.Origin, "Taiwan"), (EnquiryColumns.QuoteDate, "2026-12-01"), (EnquiryColumns.Stock, "8000"));
        Fill(rows[2], (EnquiryColumns.Mpn, "REG-33-T"), (EnquiryColumns.Price(1), "0.5"), (EnquiryColumns.ValidUntil, "2027-01-31"), (EnquiryColumns.Minimum, "5000"));
        Fill(rows[4], (EnquiryColumns.PerYear, "200"), (EnquiryColumns.Price(1), "0.1"), (EnquiryColumns.Price(2), "0.09"), (EnquiryColumns.Currency, "EUR"));

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
    public void A_bid_that_cannot_be_used_as_it_is_written_is_not_told_as_no_bid()
    {
        var rows = Rows(EnquirySheets.Write(Round));
        Fill(rows[1], (EnquiryColumns.Price(1), "0.019 EUR/m"), (EnquiryColumns.Price(2), "0.0155"));
        var reply = Reply(rows);
        Assert.Equal(BidState.NoBid, reply.Bids[0].State);
        Assert.Contains(reply.Diagnostics, one => one is { Code: "enquiry.bid-not-understood", Line: 2 });
        Assert.DoesNotContain(reply.Diagnostics, one => one is { Code: "enquiry.no-bid", Line: 2 });
    }

    [Fact]
    public void What_was_dropped_added_or_changed_is_told_with_its_row()
    {
        var rows = Rows(EnquirySheets.Write(Round));
        Fill(rows[1], (EnquiryColumns.Mpn, "B-105"), (EnquiryColumns.Manufacturer, "Beta"), (EnquiryColumns.Price(1), "0.01"), (EnquiryColumns.Price(2), "0.01"), (EnquiryColumns.ValidUntil, "2027-01-31"));
        Fill(rows[2], (EnquiryColumns.AskedMpn, "REG-50"), (EnquiryColumns.Price(1), "0.2"), (EnquiryColumns.Price(2), "0.2"), (EnquiryColumns.ValidUntil, "2027-01-31"));
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
        Fill(rows[3], (EnquiryColumns.Price(1), "2.5"), (EnquiryColumns.ValidUntil, "2027-01-31"));
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
        Assert.Equal([1000L, 12_000L], enquiries[0].Lines[0].Quantities);
        Assert.Equal([50L, 500L], enquiries[2].Lines[3].Quantities);
        Assert.Equal("enquiry.nothing-to-ask", Assert.Single(diagnostics).Code);
    }

    private static readonly EnquiryLine Described = new(5, "P-500", "capacitor 100nF 0603 50V X7R", null, null, [], 6000, 600) { Quantities = [600, 6000], Candidates = [new("Kemet", PartNumber.Parse("C0603C104K5RACTU")!.Value)] };

    [Fact]
    public void Each_line_asks_at_its_own_quantities()
    {
        var enquiry = Round with { Lines = [Round.Lines[0] with { Quantities = [1000, 12_000, 50_000] }, Round.Lines[2] with { Quantities = [100] }] };
        var rows = TableReader.Read("x.xlsx", EnquirySheets.Write(enquiry).Content.ToArray()).Sheets[0].Rows;
        int At(string column) => EnquiryColumns.Of(enquiry).IndexOf(column);
        Assert.Equal(["1000", "12000", "50000"], Enumerable.Range(1, 3).Select(number => rows[1][At(EnquiryColumns.Quantity(number))]));
        Assert.Equal(["100", "", ""], Enumerable.Range(1, 3).Select(number => rows[2][At(EnquiryColumns.Quantity(number))]));
        Assert.DoesNotContain(EnquiryColumns.Of(enquiry), column => column.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_without_a_number_is_asked_by_description_and_its_reply_is_known_by_the_line()
    {
        var enquiry = Round with { Lines = [Described, Described with { Number = 6, Description = "capacitor 1uF 0603" }, Described with { Number = 7 }] };
        var columns = EnquiryColumns.Of(enquiry);
        var rows = TableReader.Read("x.xlsx", EnquirySheets.Write(enquiry).Content.ToArray()).Sheets[0].Rows.Select(row => row.Cells.Concat(Enumerable.Repeat("", columns.Length)).Take(columns.Length).ToArray()).ToList();
        Assert.Equal(("by description", "", "600"), (rows[1][columns.IndexOf(EnquiryColumns.AskedMpn)], rows[1][columns.IndexOf(EnquiryColumns.Mpn)], rows[1][columns.IndexOf(EnquiryColumns.Quantity(1))]));
        rows[1][columns.IndexOf(EnquiryColumns.Mpn)] = "C0603C104K5RACTU";
        rows[1][columns.IndexOf(EnquiryColumns.Price(1))] = "0.02";
        rows[2][columns.IndexOf(EnquiryColumns.Price(1))] = "0.03";
        var reply = EnquiryReply.Read(enquiry, Table(rows));
        Assert.Equal([BidState.Proposal, BidState.NoBid, BidState.NoBid], reply.Bids.Select(bid => bid.State));
        Assert.Equal([(600L, 0.02m)], Assert.Single(reply.Bids[0].Offers).Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount)));
        Assert.Equal([("enquiry.proposal", 2), ("enquiry.quantity-dropped", 2), ("enquiry.validity", 2), ("enquiry.no-bid", 3), ("enquiry.no-number", 3), ("enquiry.no-bid", 4)],
            reply.Diagnostics.Select(one => (one.Code, one.Line)).OrderBy(one => one.Line).ThenBy(one => one.Code, StringComparer.Ordinal));
    }

    [Fact]
    public void The_record_that_travels_along_holds_quantities_and_descriptions()
    {
        var enquiry = Round with { Lines = [Described, Round.Lines[0] with { Quantities = [1000] }] };
        var tables = TableReader.Read("x.xlsx", EnquirySheets.Write(enquiry).Content.ToArray()).Sheets.Select(sheet => new OfferTable("x.xlsx", sheet.Name, [.. sheet.Rows.Select(row => (IReadOnlyList<string>)row.Cells)])).ToArray();
        var found = EnquirySheet.Find(tables)!;
        Assert.True(found.IsRecorded);
        Assert.Equal([(5, null, "600 6000"), (1, "0022-X105", "1000")], found.Enquiry.Lines.Select(line => (line.Number, line.Mpn?.Text, string.Join(' ', line.Quantities))));
        var bare = EnquirySheet.Find(tables[..1])!;
        Assert.False(bare.IsRecorded);
        Assert.Equal([(5, null, "600 6000"), (1, "0022-X105", "1000")], bare.Enquiry.Lines.Select(line => (line.Number, line.Mpn?.Text, string.Join(' ', line.Quantities))));
    }

    [Fact]
    public void A_description_goes_to_who_may_meet_it_and_what_nobody_is_asked_for_is_said()
    {
        Offer Of(string supplier, string maker, string mpn) => new(supplier, maker, PartNumber.Parse(mpn), null, [new PriceBreak(1, new Money(1m, Currency.Usd))], null, null, null, null, null, "x", 1);
        var open = Described with { Number = 6, Candidates = [] };
        var (enquiries, diagnostics) = EnquiryRound.Plan("R1", Round.Made, null, null, [Described, open, Round.Lines[2]], ["Cap House", "Chip House"], [], [Of("Cap House", "Kemet", "C0402C104K4RACTU"), Of("Chip House", "Others", "X-1")], []);
        Assert.Equal([("Cap House", "5 6"), ("Chip House", "6")], enquiries.Select(one => (one.Supplier, string.Join(' ', one.Lines.Select(line => line.Number)))));
        var told = Assert.Single(diagnostics);
        Assert.Equal("enquiry.asked-of-nobody", told.Code);
        Assert.Contains("line 3 (MCU-1)", told.Message, StringComparison.Ordinal);
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
