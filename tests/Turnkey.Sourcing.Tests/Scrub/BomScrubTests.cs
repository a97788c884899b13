using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Parameters;

namespace Turnkey.Sourcing.Tests.Scrub;

public sealed class BomScrubTests
{
    [Fact]
    public void A_line_with_a_number_is_exact_and_its_maker_has_one_name()
    {
        var line = Boms.One(Boms.Line("U1", "STM32F405", "LQFP-64", "", "STM32F405RGT6", "ST"));
        Assert.Equal((IdentityState.Exact, Certainty.Certain), (line.State, line.StateCertainty));
        Assert.Equal("STMicroelectronics", line.Manufacturer!.Value.Canonical);
        Assert.Equal("mpn", line.Mpn!.Origin.Column);
    }

    [Fact]
    public void A_code_is_resolved_through_the_catalogue()
    {
        var line = Boms.Line("C1", "100nF", "C0603") with { SupplierCodes = Boms.Codes("LCSC", "C14663") };
        var request = Boms.Request(line) with { Catalogue = [new CatalogueEntry("LCSC Electronics", Boms.Number("C14663"), "YAGEO", Boms.Number("CC0603KRX7R9BB104"), "")] };
        var scrubbed = Assert.Single(BomScrub.Scrub(request).Lines);
        Assert.Equal((IdentityState.ByCode, Certainty.Certain), (scrubbed.State, scrubbed.StateCertainty));
        Assert.Equal("CC0603KRX7R9BB104", scrubbed.Mpn!.Value.Text);
        Assert.Equal("catalogue", scrubbed.Mpn.Origin.Column);
        Assert.Equal("X7R", scrubbed.Parameters[ParameterName.Dielectric]!.Text);
        Assert.Empty(scrubbed.Proposals);
    }

    [Fact]
    public void A_code_that_nobody_resolves_is_a_likely_identity()
    {
        var line = Boms.One(Boms.Line("C1", "100nF", "C0603") with { SupplierCodes = Boms.Codes("LCSC", "C14663") });
        Assert.Equal((IdentityState.ByCode, Certainty.Likely), (line.State, line.StateCertainty));
        Assert.Null(line.Mpn);
    }

    [Fact]
    public void A_mouser_code_carries_the_makers_number_and_is_only_likely()
    {
        var line = Boms.One(Boms.Line("R1", "39kOhm", "SMD-0603") with { SupplierCodes = Boms.Codes("Mouser", "667-ERJ-3EKF3902V") });
        Assert.Equal(("ERJ-3EKF3902V", Certainty.Likely), (line.Mpn!.Value.Text, line.Mpn.Certainty));
        Assert.Equal(("Panasonic", Certainty.Likely), (line.Manufacturer!.Value.Canonical, line.Manufacturer.Certainty));
        Assert.Equal(Certainty.Likely, line.Parameters[ParameterName.Tolerance]!.Certainty);
    }

    [Fact]
    public void A_code_of_another_part_than_the_number_is_told()
    {
        var line = Boms.Line("C1", "", "", "", "GRM155R71H104KE14D", "Murata") with { SupplierCodes = Boms.Codes("LCSC", "C14663") };
        var bom = BomScrub.Scrub(Boms.Request(line) with { Catalogue = [new CatalogueEntry("LCSC", Boms.Number("C14663"), "YAGEO", Boms.Number("CC0603KRX7R9BB104"), "")] });
        Assert.Equal("GRM155R71H104KE14D", Assert.Single(bom.Lines).Mpn!.Value.Text);
        Assert.Contains(bom.Diagnostics, diagnostic => diagnostic.Code == "scrub.code-is-another-part" && diagnostic.File == "bom.csv" && diagnostic.Line == 2);
    }

    [Fact]
    public void A_value_in_the_number_column_is_read_as_the_value_and_told()
    {
        var bom = Boms.Scrub(Boms.Line("C1", "", "C0402", "", "100nF"));
        var line = Assert.Single(bom.Lines);
        Assert.Equal((IdentityState.Generic, 0.0000001m), (line.State, line.Parameters.Principal!.Number!.Value));
        Assert.Contains(bom.Diagnostics, diagnostic => diagnostic.Code == "scrub.value-as-part-number");
    }

    [Fact]
    public void Seven_digits_without_a_maker_may_be_a_code_and_that_is_told() =>
        Assert.Contains(Boms.Scrub(Boms.Line("J1", "Conn", "", "", "1757242")).Diagnostics, diagnostic => diagnostic.Code == "scrub.number-may-be-code");

    [Fact]
    public void A_line_of_value_and_size_is_generic_and_says_what_it_assumes()
    {
        var line = Boms.One(Boms.Line("C1", "100nF", "C_0402_1005Metric"));
        Assert.Equal(IdentityState.Generic, line.State);
        Assert.Equal("capacitor 100nF 0402", line.Generic!.ToString());
        Assert.Contains(line.Generic.Assumptions, assumption => assumption.Name == ParameterName.Dielectric && assumption.Source.StartsWith("assumption", StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_that_satisfy_a_generic_line_are_proposed_with_the_reason_and_others_are_not()
    {
        CatalogueEntry Entry(string mpn) => new("Shop", null, null, Boms.Number(mpn), "");
        var request = Boms.Request(Boms.Line("C1", "100nF 25V X5R 10%", "C_0402_1005Metric")) with
        {
            Catalogue =
            [
                Entry("CL05B104KB54PNC"), // X7R 50 V 10 %: better
                Entry("GRM155R61E104KA87D"), // X5R 25 V 10 %: as asked
                Entry("GRM155F51E104ZA01D"), // Y5V
                Entry("GRM155R71C104KA88D"), // 16 V
                Entry("GRM188R71E104KA01D"), // 0603
                Entry("CL05A105KA5NQNC"), // 1 µF
                Entry("RC0402FR-07100KL"),
            ],
        };
        var proposals = Assert.Single(BomScrub.Scrub(request).Lines).Proposals;
        Assert.Equal(["GRM155R61E104KA87D", "CL05B104KB54PNC"], proposals.Select(proposal => proposal.Entry.Mpn!.Value.Text));
        Assert.Contains("X7R is better than X5R", proposals[1].Reason, StringComparison.Ordinal);
        Assert.All(proposals, proposal => Assert.True(proposal.IsComplete));
    }

    [Fact]
    public void Lines_of_one_part_are_one_with_all_places()
    {
        var bom = Boms.Scrub(Boms.Line("R1,R2", "10k", "R_0402_1005Metric"), Boms.Line("R7", "10kΩ", "R_0402_1005Metric", row: 3), Boms.Line("R8", "10k", "R_0603_1608Metric", row: 4));
        Assert.Equal(2, bom.Lines.Length);
        Assert.Equal("R1, R2, R7", DesignatorList.Format(bom.Lines[0].Designators));
        Assert.Equal(3, bom.Lines[0].PerProduct);
        Assert.Contains(bom.Diagnostics, diagnostic => diagnostic.Code == "scrub.lines-merged");
    }

    [Fact]
    public void The_same_part_placed_and_not_placed_stays_two_lines_and_that_is_told()
    {
        var bom = Boms.Scrub(Boms.Line("R1", "10k", "R_0402_1005Metric"), Boms.Line("R2", "10k", "R_0402_1005Metric", row: 3) with { DoNotPlace = true });
        Assert.Equal([null, "bom"], bom.Lines.Select(line => line.DoNotPlace?.Column));
        Assert.Contains(bom.Diagnostics, diagnostic => diagnostic.Code == "scrub.placed-and-not");
    }

    [Theory]
    [InlineData("R1", "10k DNP", "", true)]
    [InlineData("R1", "DNF", "", true)]
    [InlineData("C3", "NC", "", true)]
    [InlineData("C3", "100nF", "not fitted", true)]
    [InlineData("R1", "0R 不贴", "", true)]
    [InlineData("SW1", "NC", "Tact switch", false)]
    [InlineData("U1", "DNP123A", "", false)]
    [InlineData("R1", "10k", "SPST-NO", false)]
    [InlineData("K1", "NC", "Relay", false)]
    public void Words_for_not_placed_are_understood_where_they_can_mean_nothing_else(string designator, string value, string description, bool notPlaced) =>
        Assert.Equal(notPlaced, Boms.One(Boms.Line(designator, value, "", description)).DoNotPlace is not null);

    [Fact]
    public void A_contradiction_is_told_with_file_and_row()
    {
        var diagnostic = Assert.Single(Boms.Scrub(Boms.Line("C1", "10uF", "C0402", "CAP 100nF", row: 7)).Diagnostics, diagnostic => diagnostic.Code == "scrub.conflict");
        Assert.Equal(("bom.csv", 7), (diagnostic.File, diagnostic.Line));
    }

    [Fact]
    public void An_unknown_part_is_told() => Assert.Contains(Boms.Scrub(Boms.Line("J1", "GND")).Diagnostics, diagnostic => diagnostic.Code == "scrub.part-unknown");

    [Fact]
    public void Makers_names_that_are_misspelt_are_told() =>
        Assert.Contains(Boms.Scrub(Boms.Line("U1", "", "", "", "LM358DR", "Texas Insturments")).Diagnostics, diagnostic => diagnostic.Code == "scrub.maker-misspelt");

    [Fact]
    public void Alternates_of_the_bom_follow_its_first_choice_and_packaging_makes_no_other_part()
    {
        var line = Boms.One(Boms.Line("C1", "100nF", "C0402", "", "GRM155R71H104KE14D", "Murata") with
        {
            Alternates = [new AlternatePart("Samsung", Boms.Number("CL05B104KB54PNC")), new AlternatePart("Murata", Boms.Number("GRM155R71H104KE14J"))],
        });
        Assert.Equal(["GRM155R71H104KE14D", "CL05B104KB54PNC"], line.Allowed.Select(part => part.Mpn.Text));
    }

    [Fact]
    public void Parts_are_counted_over_the_whole_product_tree_and_every_use_is_kept()
    {
        var board = Boms.Board("board", Boms.Line("R1,R2", "10k", "R_0402_1005Metric"));
        var panel = Boms.Board("panel", Boms.Line("R5", "10k", "R_0402_1005Metric", row: 9));
        ProductItem Item(ProductItemKind kind, string name, long quantity) => new(kind, name, Quantity.Pieces(quantity));
        var product = new Product("gateway",
        [
            Item(ProductItemKind.Mechanical, "box", 2) with
            {
                Items =
                [
                    Item(ProductItemKind.Assembly, "board", 3) with { Assembly = board },
                    Item(ProductItemKind.Cable, "power cable", 2) with { Mpn = Boms.Number("CBL-100-24V"), Manufacturer = "Acme" },
                    Item(ProductItemKind.Firmware, "image", 1),
                ],
            },
            Item(ProductItemKind.Assembly, "panel", 1) with { Assembly = panel },
            Item(ProductItemKind.Packaging, "carton", 1) with { Mpn = Boms.Number("GB1430A"), Manufacturer = "Placon" },
        ]);
        var bom = BomScrub.Scrub(ScrubRequest.Of(product, Plant.Default.Parts));
        var resistor = Assert.Single(bom.Lines, line => line.Parameters.Kind.Value == ComponentKind.Resistor);
        Assert.Equal((2 * 3 * 2) + 1, resistor.PerProduct);
        Assert.Equal([12L, 1L], resistor.Uses.Select(use => use.PerProduct));
        Assert.Equal(["box", "board"], resistor.Uses[0].Path);
        var (cable, carton) = (Assert.Single(bom.Lines, line => line.Mpn?.Value.Text == "CBL-100-24V"), Assert.Single(bom.Lines, line => line.Mpn?.Value.Text == "GB1430A"));
        Assert.Equal((4L, "box"), (cable.PerProduct, string.Join('/', cable.Uses[0].Path)));
        Assert.Equal((1L, "gateway"), (carton.PerProduct, string.Join('/', carton.Uses[0].Path)));
    }

    [Fact]
    public void A_sub_assembly_of_the_parts_list_multiplies_its_parts()
    {
        var line = Boms.One(Boms.Line("R1,R2", "10k", "R_0402_1005Metric") with { Within = ["board"], Times = 3, Quantity = 6 });
        Assert.Equal((6, "main/board"), (line.PerProduct, string.Join('/', line.Uses[0].Path)));
    }

    [Fact]
    public void The_same_request_gives_the_same_result_and_any_text_is_survived() => Laws.Hold(Laws.CellLikeText, text =>
    {
        var line = Boms.Line("C1", text, text, text, text, text);
        var (first, again) = (Boms.Scrub(line), Boms.Scrub(line));
        Assert.Equal(first.Diagnostics, again.Diagnostics);
        Assert.Equal(first.Lines.Select(one => (one.State, one.Mpn, one.PerProduct)), again.Lines.Select(one => (one.State, one.Mpn, one.PerProduct)));
    });

    [Fact]
    public void A_switch_may_be_known_by_its_value_alone()
    {
        var line = Boms.One(Boms.Line("SMDSW1, SMDSW2", "TS-1088R-02026"));
        Assert.Equal(("TS-1088R-02026", Certainty.Likely), (line.Mpn!.Value.Text, line.Mpn.Certainty));
        Assert.Empty(line.Parameters.Facts);
    }

    private static ScrubbedBom WithCatalogue(BomLine line, params CatalogueEntry[] entries) => BomScrub.Scrub(Boms.Request(line) with { Catalogue = entries });

    private static CatalogueEntry Sold(string supplier, string code, string? maker, string mpn) => new(supplier, PartNumber.Parse(code), maker, PartNumber.Parse(mpn), "");

    [Theory]
    [InlineData("Farnell", "2447096")]
    [InlineData("Mouser", "710-696101000002")]
    [InlineData("Acme Parts", "AP-77001")]
    public void An_order_code_in_the_place_of_the_number_is_what_its_offer_says(string supplier, string code)
    {
        var bom = WithCatalogue(Boms.Line("R1", mpn: code), Sold(supplier, code, "Yageo", "RC0402FR-0747KL"));
        var line = Assert.Single(bom.Lines);
        Assert.Equal(("RC0402FR-0747KL", Certainty.Likely, "catalogue", IdentityState.ByCode), (line.Mpn!.Value.Text, line.Mpn.Certainty, line.Mpn.Origin.Column, line.State));
        Assert.Equal((supplier, code), (line.Codes[0].Distributor, line.Codes[0].Code.Text));
        Assert.Contains(bom.Diagnostics, one => one.Code == "scrub.number-is-code" && one.Message.Contains("RC0402FR-0747KL", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_some_maker_has_stays_the_number_and_the_doubt_is_said()
    {
        var bom = WithCatalogue(Boms.Line("J1", mpn: "1757242"), Sold("Farnell", "1757242", "Yageo", "RC0402FR-0747KL"), Sold("Digi-Key", "277-1106-ND", "Phoenix Contact", "1757242"));
        Assert.Equal(("1757242", "mpn"), (Assert.Single(bom.Lines).Mpn!.Value.Text, bom.Lines[0].Mpn!.Origin.Column));
        Assert.Contains(bom.Diagnostics, one => one.Code == "scrub.number-is-code-too");
    }

    [Fact]
    public void A_code_is_never_guessed()
    {
        Assert.Equal("2447096", Assert.Single(WithCatalogue(Boms.Line("R1", mpn: "2447096"), Sold("Farnell", "2447097", "Yageo", "RC0402FR-0747KL")).Lines).Mpn!.Value.Text);
        Assert.Equal("2447096", Assert.Single(WithCatalogue(Boms.Line("R1", mpn: "2447096", manufacturer: "Phoenix Contact"), Sold("Farnell", "2447096", "Yageo", "RC0402FR-0747KL")).Lines).Mpn!.Value.Text);
        var two = WithCatalogue(Boms.Line("R1", mpn: "2447096"), Sold("Farnell", "2447096", "Yageo", "RC0402FR-0747KL"), Sold("RS", "2447096", "Vishay", "CRCW040247K0FK"));
        Assert.Equal("2447096", Assert.Single(two.Lines).Mpn!.Value.Text);
        Assert.Contains(two.Diagnostics, one => one.Code == "scrub.code-ambiguous");
    }
}
