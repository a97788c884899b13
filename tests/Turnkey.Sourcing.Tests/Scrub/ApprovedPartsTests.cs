using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Approved;

namespace Turnkey.Sourcing.Tests.Scrub;

public sealed class ApprovedPartsTests
{
    private static ApprovedList List(params string[] rows) => AvlReader.Read("avl.csv", [.. rows.Select(row => (IReadOnlyList<string>)row.Split('|'))]);

    private static ScrubbedBom Scrub(ApprovedList list, string? customer = null) =>
        BomScrub.Scrub(Boms.Request(Boms.Line("C1", "100nF", "C0402", "", "GRM155R71H104KE14D", "Murata")) with { Approved = list.Parts, Customer = customer });

    [Fact]
    public void A_list_is_read_by_its_headings()
    {
        var list = List("Approved parts of Acme", "Customer|MPN|Approved Manufacturer|Approved MPN|Status|Remarks", "Acme|GRM155R71H104KE14D|Samsung|CL05B104KB54PNC|preferred|tested");
        var part = Assert.Single(list.Parts);
        Assert.Equal(("Acme", "GRM155R71H104KE14D", "Samsung", "CL05B104KB54PNC", ApprovalStatus.Preferred, "tested", 3), (part.Customer, part.For!.Value.Text, part.Manufacturer, part.Mpn!.Value.Text, part.Status, part.Remarks, part.Row));
        Assert.Empty(list.Diagnostics);
    }

    [Fact]
    public void A_list_by_designators_may_have_one_number_column()
    {
        var list = List("RefDes|Manufacturer|Part Number", "C1, C2|Samsung|CL05B104KB54PNC");
        Assert.Equal("CL05B104KB54PNC", Assert.Single(list.Parts).Mpn!.Value.Text);
        Assert.Contains(Assert.Single(Scrub(list).Lines).Allowed, part => part.Mpn.Text == "CL05B104KB54PNC");
    }

    [Fact]
    public void A_status_nobody_knows_approves_nothing()
    {
        var list = List("MPN|Approved MPN|Status", "GRM155R71H104KE14D|CL05B104KB54PNC|perhaps");
        Assert.Empty(list.Parts);
        Assert.Equal(("scrub.avl-status", 2), (Assert.Single(list.Diagnostics).Code, list.Diagnostics[0].Line));
    }

    [Fact]
    public void A_table_without_headings_is_refused_with_the_reason() => Assert.Equal("scrub.avl-no-heading", Assert.Single(List("a|b", "c|d").Diagnostics).Code);

    [Fact]
    public void Approved_parts_follow_the_first_choice_and_preferred_ones_go_before()
    {
        var allowed = Assert.Single(Scrub(List("MPN|Approved Manufacturer|Approved MPN|Status",
            "GRM155R71H104KE14D|Yageo|CC0402KRX7R9BB104|approved", "GRM155R71H104KE14D|Samsung|CL05B104KB54PNC|preferred")).Lines).Allowed;
        Assert.Equal(["CL05B104KB54PNC", "GRM155R71H104KE14D", "CC0402KRX7R9BB104"], allowed.Select(part => part.Mpn.Text));
        Assert.True(allowed[0].Preferred);
    }

    [Fact]
    public void Packaging_does_not_hide_a_part_from_the_list() =>
        Assert.Equal(2, Assert.Single(Scrub(List("MPN|Approved MPN", "GRM155R71H104KE14D|CL05B104KB54PNC")).Lines).Allowed.Length);

    [Fact]
    public void A_forbidden_part_is_taken_out_and_told()
    {
        var bom = Scrub(List("MPN|Approved Manufacturer|Approved MPN|Status", "GRM155R71H104KE14D|Murata|GRM155R71H104KE14D|not allowed", "GRM155R71H104KE14D|Samsung|CL05B104KB54PNC|approved"));
        var line = Assert.Single(bom.Lines);
        Assert.Equal(["CL05B104KB54PNC"], line.Allowed.Select(part => part.Mpn.Text));
        Assert.Equal(["GRM155R71H104KE14D"], line.Forbidden.Select(part => part.Mpn.Text));
        Assert.Contains(bom.Diagnostics, diagnostic => diagnostic.Code == "scrub.part-forbidden");
    }

    [Fact]
    public void A_forbidden_maker_is_forbidden_under_any_of_its_names()
    {
        var bom = Scrub(List("MPN|Approved Manufacturer|Approved MPN|Status", "|muRata Electronics||forbidden", "X|Y|Z12345|approved"));
        Assert.Empty(Assert.Single(bom.Lines).Allowed);
        Assert.Contains(bom.Diagnostics, diagnostic => diagnostic is { Code: "scrub.nothing-allowed", Severity: Severity.Error });
    }

    [Fact]
    public void A_part_both_approved_and_forbidden_is_left_out_and_told()
    {
        var bom = Scrub(List("MPN|Approved MPN|Status", "GRM155R71H104KE14D|CL05B104KB54PNC|approved", "GRM155R71H104KE14D|CL05B104KB54PNC|forbidden"));
        Assert.DoesNotContain(Assert.Single(bom.Lines).Allowed, part => part.Mpn.Text == "CL05B104KB54PNC");
        Assert.Contains(bom.Diagnostics, diagnostic => diagnostic.Code == "scrub.avl-contradiction");
    }

    [Theory]
    [InlineData("Acme", 2)]
    [InlineData("Other", 1)]
    [InlineData(null, 1)]
    public void Another_customers_approvals_do_not_count(string? customer, int allowed) =>
        Assert.Equal(allowed, Assert.Single(Scrub(List("Customer|MPN|Approved MPN", "Acme|GRM155R71H104KE14D|CL05B104KB54PNC"), customer).Lines).Allowed.Length);

    [Fact]
    public void Any_table_is_read_without_an_exception() => Laws.Hold(FsCheck.Fluent.Gen.ArrayOf(Laws.CellLikeText), cells =>
    {
        var list = AvlReader.Read("avl.csv", [["MPN", "Approved MPN", "Status", "RefDes"], cells, cells]);
        Assert.True(list.Parts.Length <= 2);
    });

    /// <summary>Headings as lists have them: F holds the part of the BOM, A the approved one.</summary>
    [Theory]
    [InlineData("F:Part|Manufacturer|A:MPN|Status")]
    [InlineData("F:Part Number|Manufacturer|A:Manufacturer Part Number|Status")]
    [InlineData("F:PN|Mfr|A:Mfr PN|Approval Status")]
    [InlineData("F:MPN|Approved Manufacturer|A:Approved MPN|Status")]
    [InlineData("F:Manufacturer Part Number|Manufacturer|A:Alternate MPN|Status")]
    [InlineData("F:BOM MPN|Manufacturer|A:MPN|Status")]
    [InlineData("F:Original Part Number|Manufacturer|A:Part Number|Status")]
    [InlineData("F:MPN|Manufacturer|A:Mfr Part Number|Status")]
    [InlineData("F:IPN|Manufacturer|A:MPN|Status")]
    [InlineData("F:Item Number|Manufacturer|A:Part Number|Status")]
    [InlineData("Status|A:Substitute|Manufacturer|F:Part No.")]
    public void Headings_say_which_column_is_approved_for_which(string headings)
    {
        var columns = headings.Split('|');
        var list = List(string.Join('|', columns.Select(heading => heading[(heading.IndexOf(':', StringComparison.Ordinal) + 1)..])),
            string.Join('|', columns.Select(heading => heading[0] == 'F' ? "GRM155R71H104KE14D" : heading.StartsWith("A:", StringComparison.Ordinal) ? "CL05B104KB54PNC" : heading.Contains("Stat", StringComparison.Ordinal) ? "approved" : "Samsung")));
        var bom = Scrub(list);
        Assert.Equal(["GRM155R71H104KE14D", "CL05B104KB54PNC"], Assert.Single(bom.Lines).Allowed.Select(part => part.Mpn.Text));
        Assert.DoesNotContain(bom.Diagnostics, one => one.Code.StartsWith("scrub.avl", StringComparison.Ordinal));
    }

    [Fact]
    public void The_customers_own_number_is_matched_with_that_of_the_bom()
    {
        var line = Boms.Line("C1", "100nF", "C0402", "", "GRM155R71H104KE14D", "Murata") with { InternalNumber = "30-00012" };
        var bom = BomScrub.Scrub(Boms.Request(line) with { Approved = List("IPN|Manufacturer|MPN", "30-00012|Samsung|CL05B104KB54PNC").Parts });
        Assert.Contains(Assert.Single(bom.Lines).Allowed, part => part.Mpn.Text == "CL05B104KB54PNC");
    }

    [Theory]
    [InlineData("MPN|Approved MPN", "GRM155R71H104KE14D|CL05B104KB54PNC;GRM155R71H104KE14X|CL05B104KB54PNC", "scrub.avl-row-unused", Severity.Warning, 3, "row 3")]
    [InlineData("MPN|Approved MPN", "GRM155R71H104KE14D|CL05B104KB54PNC;A-1234|B-1234;A-1235|B-1234", "scrub.avl-row-unused", Severity.Info, 3, "rows 3, 4")]
    [InlineData("MPN|Approved MPN", "A-1234|B-1234;A-1235|B-1234", "scrub.avl-approves-nothing", Severity.Warning, 2, "rows 2, 3")]
    [InlineData("MPN|Manufacturer", "GRM155R71H104KE14D|Samsung", "scrub.avl-maker-only", Severity.Warning, 2, "row 2")]
    [InlineData("Customer|MPN|Approved MPN", "Acme|GRM155R71H104KE14D|CL05B104KB54PNC", "scrub.avl-other-customers", Severity.Info, 0, "1 row")]
    public void Rows_that_do_nothing_are_told_with_their_lines(string headings, string rows, string code, Severity severity, int line, string said)
    {
        var told = Assert.Single(Scrub(List([headings, .. rows.Split(';')])).Diagnostics, one => one.Code == code);
        Assert.Equal((severity, "avl.csv", line), (told.Severity, told.File, told.Line));
        Assert.Contains(said, told.Message, StringComparison.Ordinal);
    }
}
