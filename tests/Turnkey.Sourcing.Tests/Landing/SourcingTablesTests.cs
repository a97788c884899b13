using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;
using static Turnkey.Sourcing.Tests.Landing.LandingFixtures;

namespace Turnkey.Sourcing.Tests.Landing;

public sealed class SourcingTablesTests
{
    [Fact]
    public void Tables_of_settings_are_told_from_price_lists_by_their_names()
    {
        var read = SourcingTables.Read([Table("lists/acme.csv", "MPN;Price;Currency", "X1;1;USD"), Table("own/Supplier-Terms.XLSX", "Supplier;Freight;Currency", "Acme;12,50;EUR")]);

        Assert.Equal("lists/acme.csv", Assert.Single(read.Offers).Path);
        Assert.Equal((12.5m, "EUR"), (read.Tables.Suppliers.Of("acme").Freight.Amount, read.Tables.Suppliers.Of("acme").Freight.Currency.Code));
        Assert.Empty(read.Diagnostics);
    }

    [Fact]
    public void Own_tariffs_replace_their_destination_and_leave_the_others()
    {
        var tariffs = SourcingTables.Read([Table("tariffs.csv", "destination;code;origin;percent;source", "US;85;*;1.5;broker 2026", "VN;8542;*;0;broker 2026")]).Tables.Tariffs;

        Assert.Equal(1.5m, Assert.Single(tariffs.Rows, row => row.Destination == "US").Percent);
        Assert.Equal(TariffTable.Shipped.Rows.Count(row => row.Destination == "EU"), tariffs.Rows.Count(row => row.Destination == "EU"));
        Assert.Contains(tariffs.Rows, row => row.Destination == "VN");
    }

    [Fact]
    public void Own_terms_of_a_supplier_replace_the_shipped_ones_under_any_of_its_names()
    {
        var suppliers = SourcingTables.Read([Table("supplier-terms.csv", "supplier;freight;minimum-order", "DIGIKEY;3;25")]).Tables.Suppliers;

        Assert.Equal((3m, 25m), (suppliers.Of("Digi-Key Electronics").Freight.Amount, suppliers.Of("DigiKey").MinimumOrder!.Value.Amount));
        Assert.NotEqual("DIGIKEY", suppliers.Of("Mouser").Supplier);
    }

    [Theory]
    [InlineData("Digi-Key Electronics", "Digi-Key")]
    [InlineData("digi key", "Digi-Key")]
    [InlineData("MOUSER ELECTRONICS INC.", "Mouser")]
    [InlineData("TME", "TME")]
    [InlineData("Transfer Multisort Elektronik Sp. z o.o.", "TME")]
    [InlineData("Ti.com", "Texas Instruments")]
    [InlineData("Titan Parts", "TITAN PARTS")]
    [InlineData("RSX", "RSX")]
    [InlineData("", "")]
    public void A_supplier_is_one_under_all_its_spellings(string written, string name) => Assert.Equal(name, OrderTermsTable.Shipped.NameOf(written));

    [Theory]
    [InlineData("tariffs.csv", "destination;code;origin;percent", "Atlantis;85;*;5", "sourcing.table-row")]
    [InlineData("tariffs.csv", "destination;code;origin;percent", "US;85x;*;5", "sourcing.table-row")]
    [InlineData("tariffs.csv", "destination;code;origin;percent", "US;85;Nowhere;5", "sourcing.table-row")]
    [InlineData("tariffs.csv", "destination;code;origin;percent", "US;85;*;-5", "sourcing.table-number")]
    [InlineData("tariffs.csv", "destination;code;origin;percent;from", "US;85;*;5;01/02/2026", "sourcing.table-date")]
    [InlineData("tariffs.csv", "country;rate", "US;5", "sourcing.table-headings")]
    [InlineData("supplier-terms.csv", "supplier;currency", "Acme;XXX", "sourcing.table-currency")]
    [InlineData("supplier-terms.csv", "supplier;ships-from", "Acme;Atlantis", "sourcing.table-country")]
    [InlineData("supplier-terms.csv", "supplier;freight", "Acme;a lot", "sourcing.table-number")]
    [InlineData("supplier-terms.csv", "supplier;freight", "-;1", "sourcing.table-row")]
    [InlineData("hts-by-class.csv", "class;code", "diode;x", "sourcing.table-row")]
    [InlineData("packaging-feeding.csv", "packaging;surface-mount;through-hole", "crate;direct;hand", "sourcing.table-row")]
    [InlineData("packaging-feeding.csv", "packaging;surface-mount;through-hole", "reel;sideways;hand", "sourcing.table-row")]
    [InlineData("tape-pitch.csv", "size;pitch-mm", "0402;0", "sourcing.table-row")]
    [InlineData("landing-rules.csv", "rule;value", "unknown;1", "sourcing.table-row")]
    public void What_is_not_understood_is_said_with_its_file(string path, string header, string row, string code) =>
        Assert.Contains(SourcingTables.Read([Table(path, header, row)]).Diagnostics, one => one.Code == code && one.File == path);

    [Fact]
    public void A_shipped_table_copied_and_changed_is_read_with_its_remarks()
    {
        var read = SourcingTables.Read([Table("landing-rules.csv", "# ours", "rule;value;unit;source", "# remark", "unknown-duty-share;25;%;purchasing 2026", "")]);
        Assert.Equal(0.25m, read.Tables.Rules.UnknownDutyShare);
        Assert.Empty(read.Diagnostics);
    }

    [Fact]
    public void What_all_costs_lack_is_said_once()
    {
        var tables = SourcingTables.Shipped;
        string? Code(string? destination, DateOnly day) => tables.Warnings(tables.For(Plants.Plant.Default, destination, day)).Select(one => one.Code).SingleOrDefault();

        Assert.Equal("sourcing.no-destination", Code(null, Day));
        Assert.Equal("sourcing.no-tariffs", Code("NG", Day));
        Assert.Equal("sourcing.old-tariffs", Code("US", Day));
        Assert.Null(Code("US", new(2026, 3, 1)));
    }

    [Fact]
    public void No_table_breaks_it()
    {
        var random = new Random(3);
        string[] words = ["destination", "code", "origin", "percent", "supplier", "freight", "US", "*", "-5", "1e9", "99999999999999999999", "", "€", "0,5", "8541", "\u0000", "#", "2026-13-45", "packaging", "surface-mount", "through-hole", "reel", "direct",
            new string('9', 500), "rule", "value", "class", "size", "pitch-mm", "=cmd()", "\u202e"];
        string[] names = ["tariffs.csv", "supplier-terms.csv", "hts-by-class.csv", "packaging-feeding.csv", "tape-pitch.csv", "landing-rules.csv"];
        for (var i = 0; i < 2000; i++)
        {
            string[][] rows = [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, random.Next(8)).Select(_ => words[random.Next(words.Length)]).ToArray())];
            var read = SourcingTables.Read([new OfferTable(names[random.Next(names.Length)], "", rows)]);
            if (i % 20 > 0) continue;
            var landed = LandedCost.Of(Offer("supplier"), new(Kernel.Currency.Usd, Turnkey.Plants.Rates.ExchangeRates.None, DutySchedule.Of(read.Tables.Tariffs, "US", Day, read.Tables.Rules.UnknownDutyShare), read.Tables.Codes, read.Tables.Suppliers));
            Assert.True(landed.Refusal is not null || landed.Breaks[0].UnitCost.Low >= 1m);
        }
    }
}
