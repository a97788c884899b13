using Turnkey.Designs;
using Turnkey.Kernel;

namespace Turnkey.Intake.Tests.Identification;

/// <summary>A file that should be a layer or a drill program and is not understood is never dropped in silence.</summary>
public sealed class UnreadLayerTests
{
    private const string Milling = "G21\nG90\nT1\nG0 X1 Y2\nG1 Z-1\n";

    [Theory]
    [InlineData("node-PTH.drl", Milling, "a drill file", 1)]
    [InlineData("node-B_Cu.gbr", "\n\nhello\n", "bottom copper", 3)]
    [InlineData("node.gtl", "<!DOCTYPE html><html>not found</html>", "top copper", 0)]
    [InlineData("node.gbr", "hello\n", "a Gerber layer", 1)]
    [InlineData("node.xln", "", "a drill file", 0)]
    [InlineData("node-F_Cu.gbr", "\0\0\0\0", "top copper", 0)]
    [InlineData("drill.txt", Milling, "a drill file", 1)]
    [InlineData("node.cmp", "X1Y1\nX2Y2\nX3Y3\n", "top copper", 1)]
    public void It_is_an_error_that_names_it(string name, string content, string should, int line)
    {
        var design = TestPackage.Board().Add(name, content).Read();

        var diagnostic = Assert.Single(design.Diagnostics, diagnostic => diagnostic.File == name);
        Assert.Equal(("identify.unreadable", Severity.Error, line), (diagnostic.Code, diagnostic.Severity, diagnostic.Line));
        Assert.Contains($"should be {should} (", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(FileRole.Other, design.Package.Files.Single(file => file.Path == name).Role);
    }

    [Theory]
    [InlineData("drill-notes.txt", "Drill all holes to finished size.\nTop copper is 35 um.\n")]
    [InlineData("soldermask.txt", "green\n")]
    [InlineData("top-copper.pdf", "%PDF-1.4\n")]
    [InlineData("drill.nc", Milling)]
    [InlineData("node.cmp", "Cmp-Mod V01 Created by somebody\nBeginCmp\nReference = R1;\nEndCmp\n")]
    [InlineData("outline.md", "# Outline\n")]
    public void Words_for_people_and_files_of_others_are_none(string name, string content) =>
        Assert.DoesNotContain(TestPackage.Board().Add(name, content).Read().Diagnostics, diagnostic => diagnostic.Code == "identify.unreadable");

    [Fact]
    public void What_a_job_file_lists_as_a_layer_is_missed_whatever_it_is_called()
    {
        const string Job = """{"Header":{},"GeneralSpecs":{"LayerNumber":4},"FilesAttributes":[{"Path":"plane.dat","FileFunction":"Copper,L2,Inr","FilePolarity":"Positive"}]}""";
        var design = TestPackage.Board().Add("node-job.gbrjob", Job).Add("plane.dat", "hello\n").Read();

        Assert.Contains(design.Diagnostics, diagnostic => diagnostic is { Code: "identify.unreadable", File: "plane.dat", Severity: Severity.Error });
        var missing = Assert.Single(design.Diagnostics, diagnostic => diagnostic.Code == "board.copper-missing");
        Assert.Contains("plane.dat cannot be read", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_without_any_drill_file_names_the_one_that_was_not_understood() =>
        Assert.Contains("node-PTH.drl", Assert.Single(TestPackage.Board().Without("-NPTH.drl").Add("node-PTH.drl", Milling).Read().Diagnostics, diagnostic => diagnostic.Code == "board.no-drills").Message, StringComparison.Ordinal);

    [Fact]
    public void A_depth_in_a_tool_definition_costs_no_hole()
    {
        var drill = TestPackage.Drill("PLATED", 0.3, [(15, 10), (18, 10), (21, 10), (24, 10)]).Replace("T1C0.300", "T1C0.300Z-1.2", StringComparison.Ordinal);
        var design = TestPackage.Board().Add("node-PTH.drl", drill).Read();

        Assert.Equal(4, Assert.Single(design.Assemblies).Board!.Facts.PlatedHoles);
        Assert.Contains(design.Diagnostics, diagnostic => diagnostic is { Code: "drill.depth", Line: 5 });
    }

    [Fact]
    public void Zero_bytes_cost_neither_a_layer_nor_a_drill_file()
    {
        var package = TestPackage.Board();
        var whole = package.Read();
        var design = package.Add("node-F_Cu.gbr", TestPackage.Copper(bottom: false).Insert(60, "\0")).Add("node-PTH.drl", TestPackage.Drill("PLATED", 0.3, [(15, 10), (18, 10), (21, 10), (24, 10)]) + new string('\0', 512)).Read();

        Assert.Equal(whole.Assemblies.Single().Board!.Facts, design.Assemblies.Single().Board!.Facts);
        Assert.Equal(["drill.zero-bytes", "gerber.zero-bytes"], design.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Warning).Select(diagnostic => diagnostic.Code).Order(StringComparer.Ordinal));
    }
}
