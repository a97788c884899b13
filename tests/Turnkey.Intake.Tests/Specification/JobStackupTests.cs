using Turnkey.Designs.Boards;
using Turnkey.Kernel;

namespace Turnkey.Intake.Tests.Specification;

public sealed class JobStackupTests
{
    [Fact]
    public void The_stack_up_of_the_job_file_is_the_boards()
    {
        var board = Read(40.05, 20.05, 2).Assemblies.Single().Board!;
        var stackup = board.Stackup!;
        Assert.Equal(("node-job.gbrjob", 2, Length.FromMillimetres(1.6), (Length?)Length.FromMillimetres(1.58)), (stackup.Source, stackup.CopperLayers, stackup.StatedThickness!.Value, stackup.Thickness));
        Assert.Equal([StackupKind.Legend, StackupKind.SolderMask, StackupKind.Copper, StackupKind.Dielectric, StackupKind.Copper, StackupKind.Paste], stackup.Rows.Select(row => row.Kind));
        Assert.Equal(("green", (Length?)null), (stackup.Rows[1].Colour, stackup.Rows[1].Thickness));
        Assert.Equal(("FR4", (double?)4.5, (double?)0.02), (stackup.Rows[3].Material, stackup.Rows[3].DielectricConstant, stackup.Rows[3].LossTangent));
    }

    [Fact]
    public void Without_a_job_file_there_is_none() => Assert.Null(TestPackage.Board().Read().Assemblies.Single().Board!.Stackup);

    [Theory]
    [InlineData(40.15, 20.15, 2, null)]
    [InlineData(45, 20, 2, "job.size-differs")]
    [InlineData(40, 21, 2, "job.size-differs")]
    [InlineData(40, 20, 1, "job.layers-differ")]
    public void What_the_job_file_says_is_compared_with_the_files(double width, double height, int layers, string? code)
    {
        var told = Read(width, height, layers, stackup: "").Diagnostics.Where(diagnostic => diagnostic.Code.StartsWith("job.", StringComparison.Ordinal)).ToArray();
        Assert.Equal(code is null ? [] : [code], told.Select(diagnostic => diagnostic.Code));
        Assert.All(told, diagnostic => Assert.Equal(("node-job.gbrjob", Severity.Warning, true), (diagnostic.File, diagnostic.Severity, diagnostic.Line > 0)));
    }

    private static Turnkey.Designs.Design Read(double width, double height, int layers, string? stackup = null) => TestPackage.Board().Add("node-job.gbrjob", FormattableString.Invariant($$"""
        {
          "Header": { "GenerationSoftware": { "Vendor": "KiCad" } },
          "GeneralSpecs": {
            "Size": { "X": {{width}}, "Y": {{height}} },
            "LayerNumber": {{layers}},
            "BoardThickness": 1.6
          },
          "MaterialStackup": [ {{stackup ?? Layers}} ]
        }
        """)).Read();

    private const string Layers = """
        { "Type": "Legend", "Name": "Top Silk Screen" }, { "Type": "SolderMask", "Color": "green", "Thickness": 0 }, { "Type": "Copper", "Thickness": 0.035, "Name": "F.Cu" },
        { "Type": "Dielectric", "Thickness": 1.51, "Material": "FR4", "DielectricConstant": 4.5, "LossTangent": 0.02 }, { "Type": "Copper", "Thickness": 0.035 }, { "Type": "SolderPaste" }
        """;
}
