using Turnkey.Designs;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Products;
using Turnkey.Kernel;

namespace Turnkey.Intake.Tests;

public sealed class PackageIntakeTests
{
    [Fact]
    public void A_whole_package_becomes_one_assembly_without_a_warning()
    {
        var design = TestPackage.Board().WithParts().Read();

        var assembly = Assert.Single(design.Assemblies);
        var facts = assembly.Board!.Facts;
        Assert.Equal((Length.FromMillimetres(40), Length.FromMillimetres(20)), (facts.Width, facts.Height));
        Assert.Equal(800, facts.AreaSquareMillimetres!.Value, 6);
        Assert.Equal((2, 4, 2, 0), (assembly.Board.CopperLayers, facts.PlatedHoles, facts.NonPlatedHoles, facts.Slots));
        Assert.Equal((Length.FromMillimetres(0.3), Length.FromMillimetres(0.2)), (facts.SmallestDrill, facts.MinTrace));
        Assert.Equal((8, 2), (facts.SurfaceMountPadsTop, facts.SurfaceMountPadsBottom));
        Assert.Equal((2, 5), (assembly.Bom.Lines.Length, assembly.Placements.Length));
        Assert.DoesNotContain(design.Diagnostics, diagnostic => diagnostic.Severity > Severity.Info);
    }

    [Fact]
    public void The_same_package_gives_the_same_diagnostics_in_the_same_order()
    {
        var package = TestPackage.Board().Without("-PTH.drl").Add("notes.txt", "finish: ENIG").WithParts();

        Assert.Equal(package.Read().Diagnostics, package.Read().Diagnostics);
    }

    [Fact]
    public void Every_file_is_named_with_its_role_and_the_evidence()
    {
        var files = TestPackage.Board().WithParts().Read().Package.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);

        Assert.Equal((FileRole.Copper, Side.Top, 1), (files["node-F_Cu.gbr"].Role, files["node-F_Cu.gbr"].Side!.Value, files["node-F_Cu.gbr"].CopperLayer!.Value));
        Assert.Equal((FileRole.Copper, Side.Bottom, 2), (files["node-B_Cu.gbr"].Role, files["node-B_Cu.gbr"].Side!.Value, files["node-B_Cu.gbr"].CopperLayer!.Value));
        Assert.Equal(FileRole.Outline, files["node-Edge_Cuts.gbr"].Role);
        Assert.Equal(FileRole.Drill, files["node-PTH.drl"].Role);
        Assert.Equal(FileRole.Bom, files["bom.csv"].Role);
        Assert.Equal(FileRole.Centroid, files["positions.csv"].Role);
        Assert.All(files.Values, file => Assert.NotEmpty(file.Evidence));
    }

    [Fact]
    public void An_attribute_outweighs_a_wrong_name()
    {
        var package = TestPackage.Board().Add("node-F_Paste.gbr", TestPackage.Gerber("%TF.FileFunction,Legend,Top*%\n%ADD10C,0.1*%\nD10*\nX1000000Y1000000D03*"));

        Assert.Equal(FileRole.Legend, package.Without("F_Silkscreen.gbr").Read().Package.Files.Single(file => file.Path == "node-F_Paste.gbr").Role);
    }

    [Fact]
    public void Two_folders_with_different_boards_are_two_items_of_the_product()
    {
        var design = TestPackage.Board("main/", "main").Merge(TestPackage.Board("display/", "display", 60, 30)).Read();

        Assert.Equal(["display", "main"], design.Product.Items.Select(item => item.Name));
        Assert.Equal([60d, 40d], design.Assemblies.Select(assembly => assembly.Board!.Facts.Width!.Value.Millimetres));
        Assert.Contains(design.Diagnostics, diagnostic => diagnostic.Code == "package.several-boards");
    }

    [Fact]
    public void Two_boards_in_one_folder_part_by_the_words_of_their_names()
    {
        var design = TestPackage.Board("", "main").Merge(TestPackage.Board("", "display", 60, 30)).Read();

        Assert.Equal(2, design.Assemblies.Count());
    }

    [Fact]
    public void Of_two_versions_the_newer_is_quoted_and_the_older_named()
    {
        var design = TestPackage.Board("node_v1.2/").Merge(TestPackage.Board("node_v1.10/", width: 42)).Read();

        Assert.Equal(42, Assert.Single(design.Assemblies).Board!.Facts.Width!.Value.Millimetres);
        Assert.Contains(design.Diagnostics, diagnostic => diagnostic.Code == "package.version-set-aside" && diagnostic.File.StartsWith("node_v1.2/", StringComparison.Ordinal));
        Assert.All(design.Package.Files.Where(file => file.Path.StartsWith("node_v1.2/", StringComparison.Ordinal)), file => Assert.False(file.Used));
    }

    [Fact]
    public void The_same_files_in_two_folders_are_read_once()
    {
        var design = TestPackage.Board("a/").Merge(TestPackage.Board("b/")).Read();

        Assert.Single(design.Assemblies);
        Assert.Contains(design.Diagnostics, diagnostic => diagnostic.Code == "package.sent-twice");
    }

    [Theory]
    [InlineData("Board revA/", "Board revB/")]
    [InlineData("node_v1/", "node_v2/")]
    [InlineData("2024-01-05/", "2024-03-01/")]
    [InlineData("old/", "node/")]
    public void A_version_keeps_its_own_bom_and_positions(string older, string newer)
    {
        var design = TestPackage.Board(older).WithParts(older).Merge(TestPackage.Board(newer, width: 42).WithParts(newer)).Add($"{older}bom.csv", TestPackage.Bom("J1,1,JST,X,PH,PH")).Read();

        var assembly = Assert.Single(design.Assemblies);
        Assert.Equal((2, 5), (assembly.Bom.Lines.Length, assembly.Placements.Length));
        Assert.All(design.Package.Files, file => Assert.Equal(file.Path.StartsWith(newer, StringComparison.Ordinal), file.Used));
    }

    [Fact]
    public void Versions_in_one_folder_part_by_their_names()
    {
        var design = TestPackage.Board(stem: "node-v1").Merge(TestPackage.Board(stem: "node-v2", width: 42)).Read();

        Assert.Equal(42, Assert.Single(design.Assemblies).Board!.Facts.Width!.Value.Millimetres);
    }

    [Fact]
    public void Layers_without_names_are_told_by_their_picture_and_said()
    {
        var design = TestPackage.Board().Rename("node-F_Cu.gbr", "a1.gbr").Rename("node-B_Cu.gbr", "a2.gbr").Rename("node-Edge_Cuts.gbr", "a3.gbr").Rename("node-F_Silkscreen.gbr", "a4.gbr")
            .Without("Mask.gbr").Without("Paste.gbr").Read();

        var board = design.Assemblies.Single().Board!;
        Assert.Equal((2, 40d), (board.CopperLayers, board.Facts.Width!.Value.Millimetres));
        Assert.Equal(3, design.Diagnostics.Count(diagnostic => diagnostic.Code == "identify.guessed"));
        Assert.Contains(design.Diagnostics, diagnostic => diagnostic is { Code: "identify.unknown-layer", File: "a4.gbr" });
    }

    [Fact]
    public void A_copper_file_that_was_cut_off_is_an_error()
    {
        var whole = TestPackage.Copper(false);

        var design = TestPackage.Board().Add("node-F_Cu.gbr", whole[..(whole.Length / 2)]).Read();

        Assert.Contains(design.Diagnostics, diagnostic => diagnostic is { Code: "board.file-cut-off", Severity: Severity.Error, File: "node-F_Cu.gbr" });
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void A_product_file_nested_without_end_is_a_diagnostic(string open) =>
        Assert.Contains(new TestPackage().Add("product.yaml", "a: " + string.Concat(Enumerable.Repeat(open, 50_000))).Read().Diagnostics, diagnostic => diagnostic.Code == "product.not-yaml");

    [Fact]
    public void A_plane_named_after_its_net_becomes_an_inner_layer()
    {
        var inner = TestPackage.Gerber("%ADD10C,0.6*%\nD10*\nX15000000Y10000000D03*\nX18000000Y10000000D03*\nX21000000Y10000000D03*\nX24000000Y10000000D03*\n"
            + "G36*\nX1000000Y1000000D02*\nX39000000Y1000000D01*\nX39000000Y19000000D01*\nX1000000Y19000000D01*\nX1000000Y1000000D01*\nG37*");

        var board = TestPackage.Board().Add("node-AGND_SENSE.gbr", inner).Read().Assemblies.Single().Board!;

        Assert.Equal(3, board.CopperLayers);
        Assert.Equal([1, 2, 3], board.Copper.Select(layer => layer.CopperLayer!.Value));
    }

    [Fact]
    public void A_copper_layer_that_a_name_counts_and_nobody_sent_is_an_error()
    {
        var package = TestPackage.Board().Without("-F_Cu.gbr").Without("-B_Cu.gbr").Add("L1.gbr", TestPackage.Copper(false)).Add("L2.gbr", TestPackage.Copper(true)).Add("L4.gbr", TestPackage.Copper(true));

        var design = package.Read();

        Assert.Equal(4, design.Assemblies.Single().Board!.CopperLayers);
        Assert.Contains(design.Diagnostics, diagnostic => diagnostic is { Code: "board.copper-missing", Severity: Severity.Error } && diagnostic.Message.Contains("layer 3", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_an_outline_the_size_is_unknown_and_said_so()
    {
        var design = TestPackage.Board().Without("Edge_Cuts.gbr").Read();

        Assert.Null(design.Assemblies.Single().Board!.Facts.Width);
        Assert.Contains(design.Diagnostics, diagnostic => diagnostic.Code == "outline.missing");
    }

    [Fact]
    public void An_outline_in_a_drawing_is_found_when_no_file_is_named_as_one()
    {
        var design = TestPackage.Board().Rename("node-Edge_Cuts.gbr", "node-fab_drawing.gbr").Read();

        Assert.Equal(40, design.Assemblies.Single().Board!.Facts.Width!.Value.Millimetres);
        Assert.Contains(design.Diagnostics, diagnostic => diagnostic.Code == "outline.from-drawing");
    }

    [Fact]
    public void A_drawing_frame_around_the_board_is_not_the_board()
    {
        var frame = "X-50000000Y-50000000D02*\nX150000000Y-50000000D01*\nX150000000Y90000000D01*\nX-50000000Y90000000D01*\nX-50000000Y-50000000D01*";

        var design = TestPackage.Board().Add("node-Edge_Cuts.gbr", TestPackage.Outline(40, 20, frame)).Read();

        Assert.Equal(40, design.Assemblies.Single().Board!.Facts.Width!.Value.Millimetres);
    }

    [Fact]
    public void A_cut_out_is_taken_from_the_area()
    {
        var window = "X5000000Y15500000D02*\nX7000000Y15500000D01*\nX7000000Y17500000D01*\nX5000000Y17500000D01*\nX5000000Y15500000D01*";

        var board = TestPackage.Board().Add("node-Edge_Cuts.gbr", TestPackage.Outline(40, 20, window)).Read().Assemblies.Single().Board!;

        Assert.Single(board.Outline!.Cutouts);
        Assert.Equal(796, board.Facts.AreaSquareMillimetres!.Value, 6);
    }

    /// <summary>One pad that nothing joins, set down in a cut-out, is milled away with it; pads that tracks lead to, or several, are a board or a drawing.</summary>
    [Theory]
    [InlineData("D90*\nX33000000Y7000000D03*", 1)]
    [InlineData("D90*\nX33000000Y7000000D03*\nX34000000Y7000000D03*", 0)]
    [InlineData("D90*\nX33000000Y7000000D03*\nD91*\nX33000000Y7000000D02*\nX33000000Y15000000D01*", 0)]
    public void A_pad_that_nothing_joins_does_not_close_a_cut_out(string drawn, int cutouts)
    {
        var copper = TestPackage.Gerber($"%ADD90C,0.6*%\n%ADD91C,0.2*%\n{drawn}");
        var window = "X31000000Y5000000D02*\nX36000000D01*\nY9000000D01*\nX31000000D01*\nY5000000D01*";
        var package = TestPackage.Board().Add("node-Edge_Cuts.gbr", TestPackage.Outline(40, 20, window)).Add("node-In1_Cu.gbr", copper).Add("node-In2_Cu.gbr", copper);
        var design = package.Read();
        Assert.Equal(cutouts, design.Assemblies.Single().Board!.Outline!.Cutouts.Length);
        Assert.Equal(cutouts, design.Diagnostics.Count(diagnostic => diagnostic.Code == "outline.pad-in-cutout"));
    }

    [Fact]
    public void Only_a_bom_is_an_assembly_without_a_board()
    {
        var assembly = new TestPackage().Add("bom.csv", TestPackage.Bom()).Read().Assemblies.Single();

        Assert.Null(assembly.Board);
        Assert.Equal(2, assembly.Bom.Lines.Length);
    }

    [Fact]
    public void Gerbers_without_parts_are_a_bare_board() =>
        Assert.Equal(ProductItemKind.Board, TestPackage.Board().Read().Product.Items.Single().Kind);

    [Fact]
    public void A_package_without_design_data_says_so()
    {
        var design = new TestPackage().Add("readme.md", "Hello").Read();

        Assert.Contains(design.Diagnostics, diagnostic => diagnostic is { Code: "package.no-design-data", Severity: Severity.Error });
    }

    [Fact]
    public void A_hole_without_stated_plating_is_plated_where_copper_is_flashed()
    {
        var drill = "M48\nMETRIC,TZ\nT1C0.300\n%\nT1\nX15.0Y10.0\nX18.0Y10.0\nX21.0Y10.0\nX24.0Y10.0\nX8.0Y18.0\nT0\nM30\n";

        var holes = TestPackage.Board().Without(".drl").Add("node.drl", drill).Read().Assemblies.Single().Board!.Holes;

        Assert.Equal(4, holes.Count(hole => hole.Plating == Plating.Plated));
        Assert.Equal(1, holes.Count(hole => hole.Plating == Plating.NonPlated));
    }

    /// <summary>The board's edge closes without it, so nothing else would say that the cut-out is gone.</summary>
    [Fact]
    public void A_cut_out_whose_line_has_a_slip_stays_one_and_the_gap_is_said()
    {
        var window = "X5000000Y15500000D02*\nX7000000Y15500000D01*\nX7000000Y17500000D01*\nX5000000Y17500000D01*\nX5000000Y15520000D01*";
        var design = TestPackage.Board().Add("node-Edge_Cuts.gbr", TestPackage.Outline(40, 20, window)).Read();
        Assert.Single(design.Assemblies.Single().Board!.Outline!.Cutouts);
        Assert.Contains("0.02 mm", Assert.Single(design.Diagnostics, diagnostic => diagnostic.Code == "outline.gap").Message, StringComparison.Ordinal);
    }
}
