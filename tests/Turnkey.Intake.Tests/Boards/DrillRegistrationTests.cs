using Turnkey.Kernel;

namespace Turnkey.Intake.Tests.Boards;

/// <summary>What is said of how a drill file was laid on the copper.</summary>
public sealed class DrillRegistrationTests
{
    [Fact]
    public void Holes_on_pads_are_said_nothing_of() => Assert.DoesNotContain(TestPackage.Board().Read().Diagnostics, diagnostic => diagnostic.Code == "drill.not-registered");

    [Theory]
    [InlineData("15", "10")]
    [InlineData("3", "3")]
    public void Few_holes_prove_nothing_and_are_no_reason_for_a_warning(string x, string y)
    {
        var told = TestPackage.Board().Without("-PTH.drl").Without("-NPTH.drl").Add("node.drl", $"M48\nMETRIC,TZ\nT1C0.3\n%\nG05\nT1\nX{x}.0Y{y}.0\nM30\n").Read()
            .Diagnostics.Where(diagnostic => diagnostic.Code == "drill.not-registered");
        Assert.All(told, diagnostic => Assert.Equal(Severity.Info, diagnostic.Severity));
        Assert.Single(told);
    }

    [Fact]
    public void Many_holes_beside_the_pads_speak_against_the_file()
    {
        var hits = string.Concat(Enumerable.Range(0, 12).Select(i => FormattableString.Invariant($"X{5.3 + (i * i * 0.2):0.0}Y{7.7 + (i % 5):0.0}\n")));
        var told = TestPackage.Board().Without("-PTH.drl").Add("node.drl", $"M48\nMETRIC,TZ\nT1C0.3\n%\nG05\nT1\n{hits}M30\n").Read().Diagnostics.Where(diagnostic => diagnostic.Code == "drill.not-registered");
        Assert.Equal(("node.drl", Severity.Warning), (Assert.Single(told).File, Assert.Single(told).Severity));
    }

    [Fact]
    public void The_step_of_the_coordinates_goes_with_layers_and_holes()
    {
        var board = TestPackage.Board().Read().Assemblies.Single().Board!;
        Assert.All(board.Copper, layer => Assert.Equal(1, layer.Resolution.Nanometres));
        Assert.All(board.Holes, hole => Assert.Equal(1_000, hole.Resolution.Nanometres));
    }
}
