using Turnkey.Designs;
using Turnkey.Designs.Layers;
using Turnkey.Kernel;

namespace Turnkey.Intake.Tests.Reconciliation;

public sealed class ReconciliationTests
{
    [Fact]
    public void A_part_of_the_bom_without_a_place_is_named()
    {
        var diagnostic = Single(With(TestPackage.Bom("J1,1,JST,S2B-PH-K-S,PH,JST_PH"), TestPackage.Centroid()), "reconcile.no-placement");

        Assert.Equal(("bom.csv", 4), (diagnostic.File, diagnostic.Line));
        Assert.Contains("J1", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_without_a_bom_line_is_named()
    {
        var diagnostic = Single(With(TestPackage.Bom(), TestPackage.Centroid(extra: "U9,MCU,QFN,20,10,0,top")), "reconcile.not-in-bom");

        Assert.Equal("positions.csv", diagnostic.File);
        Assert.Contains("U9", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fiducials_and_test_points_need_no_bom_line() =>
        Assert.DoesNotContain(With(TestPackage.Bom(), TestPackage.Centroid(extra: ["FID1,FID,FID,2,10,0,top", "TP3,TP,TP,4,10,0,top"])).Diagnostics, diagnostic => diagnostic.Code == "reconcile.not-in-bom");

    [Fact]
    public void A_part_beside_the_board_is_named_with_its_row()
    {
        var diagnostic = Single(With(TestPackage.Bom(), TestPackage.Centroid(extra: "R9,10k,0805,80,10,0,top")), "reconcile.off-board");

        Assert.Equal(("positions.csv", 7), (diagnostic.File, diagnostic.Line));
    }

    [Fact]
    public void A_quantity_that_differs_from_the_designators_is_named() =>
        Assert.Equal(4, Single(With(TestPackage.Bom("\"R8,R9\",3,Yageo,X,1k,0805"), TestPackage.Centroid()), "bom.quantity-differs").Line);

    [Theory]
    [InlineData(117.5, -83.25)]
    [InlineData(-40, 0)]
    [InlineData(0.5, 0.5)]
    public void Another_origin_is_found_by_the_copper_and_mended(double dx, double dy)
    {
        var design = With(TestPackage.Bom(), TestPackage.Centroid(dx, dy));

        Single(design, "centroid.origin-differs", 2);
        AssertInPlace(design);
    }

    [Fact]
    public void A_mirrored_bottom_is_found_by_the_copper_and_mended()
    {
        var rows = new[] { "R4", "R5", "R6" }.Select((name, i) => $"{name},10k,0805,{-(8 + (8 * i))},8,0,bottom").ToArray();
        var pads = string.Concat(new[] { 8, 16, 24 }.SelectMany(x => new[] { x - 0.95, x + 0.95 }).Select(x => $"X{TestPackage.Um(x)}Y8000000D03*\n"));
        var package = TestPackage.Board().Add("node-B_Cu.gbr", TestPackage.Gerber("%ADD11R,1X1.3*%\nD11*\nX29050000Y12000000D03*\nX30950000Y12000000D03*\n" + pads))
            .Add("positions.csv", TestPackage.Centroid(mirrorBottom: true, extra: rows));

        var design = package.Read();

        Single(design, "centroid.bottom-mirrored");
        Assert.Equal(16, design.Assemblies.Single().Placements.Single(placement => placement.Designator.Text == "R5").At.X / 1e6, 2);
    }

    [Fact]
    public void Parts_named_on_the_wrong_side_are_turned_over()
    {
        var swapped = TestPackage.Centroid().Replace("bottom", "BOT", StringComparison.Ordinal).Replace("top", "bottom", StringComparison.Ordinal).Replace("BOT", "top", StringComparison.Ordinal);
        var design = With(TestPackage.Bom(), swapped);

        Assert.Contains(design.Diagnostics, diagnostic => diagnostic.Code == "centroid.side-swapped");
        Assert.Equal(Side.Top, design.Assemblies.Single().Placements.Single(placement => placement.Designator.Text == "R1").Side);
    }

    [Fact]
    public void A_single_part_on_the_wrong_side_is_named()
    {
        var centroid = TestPackage.Centroid().Replace("C1,10k,0805,12.0000,14.0000,0.0,top", "C1,10k,0805,12.0000,14.0000,0.0,bottom", StringComparison.Ordinal);

        Assert.Contains("C1", Single(With(TestPackage.Bom(), centroid), "reconcile.side-wrong").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chip_beside_its_lands_is_named()
    {
        var centroid = TestPackage.Centroid().Replace("C1,10k,0805,12.0000,14.0000", "C1,10k,0805,6.0000,9.0000", StringComparison.Ordinal);

        Assert.Contains("C1", Single(With(TestPackage.Bom(), centroid), "reconcile.off-lands").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_placed_twice_is_named() =>
        Single(With(TestPackage.Bom(), TestPackage.Centroid(extra: "R1,10k,0805,20,5,0,top")), "reconcile.placed-twice");

    [Fact]
    public void A_check_without_anything_to_look_at_is_skipped_and_says_why()
    {
        var whole = TestPackage.Board().WithParts().Read().Checks;
        Assert.All(whole.Where(check => check.Rule != "minimum-space"), check => Assert.True(check.Done, check.ToString()));

        var bare = TestPackage.Board().Without("Edge_Cuts.gbr").Read().Checks;
        Assert.Contains(bare, check => check is { Rule: "bom-against-placements", Done: false } && check.Why.Contains("no BOM", StringComparison.Ordinal));
        Assert.Contains(bare, check => check is { Rule: "outline-holds-copper", Done: false });
    }

    private static void AssertInPlace(Design design)
    {
        var placements = design.Assemblies.Single().Placements.ToDictionary(placement => placement.Designator.Text, StringComparer.Ordinal);
        foreach (var (designator, x, y, _) in TestPackage.Parts)
        {
            Assert.Equal(x, placements[designator].At.X / 1e6, 2);
            Assert.Equal(y, placements[designator].At.Y / 1e6, 2);
        }
    }

    private static Design With(string bom, string centroid) => TestPackage.Board().Add("bom.csv", bom).Add("positions.csv", centroid).Read();

    private static Diagnostic Single(Design design, string code, int count = 1)
    {
        var found = design.Diagnostics.Where(diagnostic => diagnostic.Code == code).ToArray();
        Assert.True(found.Length >= 1 && found.Length <= count, $"{found.Length} of {code} among:\n{string.Join('\n', design.Diagnostics)}");
        return found[0];
    }
}
