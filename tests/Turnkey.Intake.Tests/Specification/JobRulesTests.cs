using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Intake.Tests.Specification;

public sealed class JobRulesTests
{
    [Fact]
    public void The_rules_of_the_job_file_are_the_boards()
    {
        var design = Read("\"LayerNumber\": 2, \"BoardThickness\": 1.6, \"Castellated\": true, \"EdgeConnector\": true, \"EdgeConnectorBevelled\": true, \"IPC-2221-Type\": 2",
            "{ \"Layers\": \"Inner\", \"MinLineWidth\": 0.1 }, { \"Layers\": \"Outer\", \"PadToPad\": 0.15, \"TrackToTrack\": 0.127, \"TrackToRegion\": 0, \"MinLineWidth\": 0.2 }");
        var rules = design.Assemblies.Single().Board!.StatedRules!;
        Assert.Equal(("node-job.gbrjob", 2, true, true, "2"), (rules.Source, rules.CopperLayers, rules.Castellated, rules.EdgeConnectorBevelled, rules.BoardType));
        Assert.Equal([CopperGroup.Outer, CopperGroup.Inner], rules.Layers.Select(layer => layer.Group));
        Assert.Equal((Length.FromMillimetres(0.2), Length.FromMillimetres(0.127), (Length?)null), (rules.Of(1, 2)!.TrackWidth!.Value, rules.Of(1, 2)!.Space!.Value, rules.Of(1, 2)!.TrackToArea));
        Assert.Equal(CopperGroup.Inner, rules.Of(2, 4)!.Group);
        Assert.DoesNotContain(design.Diagnostics, diagnostic => diagnostic.Code.StartsWith("job.", StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_without_a_limit_are_none_to_be_shown() =>
        Assert.NotEqual(true, Read("\"LayerNumber\": 2, \"Size\": { \"X\": \"abc\" }", "{ \"Layers\": \"Outer\", \"MinLineWidth\": \"thin\" }").Assemblies.Single().Board!.StatedRules?.HasRules);

    [Fact]
    public void Without_a_job_file_there_are_none() => Assert.Null(TestPackage.Board().Read().Assemblies.Single().Board!.StatedRules);

    [Fact]
    public void A_type_of_board_is_not_taken_for_its_class() =>
        Assert.DoesNotContain(Read("\"IPC-2221-Type\": 3", "").Assemblies.Single().Specification.Fields, field => field is { Name: "ipc-class", State: Turnkey.Designs.Specification.SpecificationState.FromFile });

    [Theory]
    [InlineData("Outer", 0.25, true)]
    [InlineData("All", 0.25, true)]
    [InlineData("Outer", 0.2, false)]
    [InlineData("Outer", 0.202, false)]
    [InlineData("Inner", 0.25, false)]
    public void Tracks_that_are_narrower_than_the_job_file_says_are_told(string layers, double width, bool told)
    {
        var found = Read("\"LayerNumber\": 2", FormattableString.Invariant($"{{ \"Layers\": \"{layers}\", \"MinLineWidth\": {width} }}")).Diagnostics.Where(diagnostic => diagnostic.Code == "job.track-narrower").ToArray();
        Assert.Equal(told ? 1 : 0, found.Length);
        Assert.All(found, diagnostic => Assert.Equal(("node-job.gbrjob", Severity.Warning, 4), (diagnostic.File, diagnostic.Severity, diagnostic.Line)));
    }

    [Theory]
    [InlineData(1.6, false)]
    [InlineData(1.0, true)]
    public void A_thickness_that_is_not_that_of_the_stack_up_is_told(double thickness, bool told) => Assert.Equal(told, Read(FormattableString.Invariant($"\"BoardThickness\": {thickness}"), "",
        "{ \"Type\": \"Copper\", \"Thickness\": 0.035 }, { \"Type\": \"Dielectric\", \"Thickness\": 1.51 }, { \"Type\": \"Copper\", \"Thickness\": 0.035 }").Diagnostics.Any(diagnostic => diagnostic.Code == "job.thickness-differs"));

    private static Turnkey.Designs.Design Read(string general, string rules, string stackup = "") => TestPackage.Board().Add("node-job.gbrjob",
        $"{{\n\"Header\": {{ \"GenerationSoftware\": {{ \"Vendor\": \"KiCad\" }} }},\n\"GeneralSpecs\": {{ {general} }},\n\"DesignRules\": [ {rules} ],\n\"MaterialStackup\": [ {stackup} ]\n}}\n").Read();
}
