using Turnkey.Intake.Boards;

namespace Turnkey.Intake.Tests.Boards;

public class ScoreLayersTests
{
    [Fact]
    public void The_layers_of_a_board_say_which_of_them_draws_scores()
    {
        var score = TestPackage.Gerber("%ADD10C,0.1*%\nD10*\nX20000000Y0D02*\nX20000000Y20000000D01*");
        var board = TestPackage.Board().Add("node-vscore.gbr", score).Read().Assemblies.First().Board!;
        Assert.Equal("node-vscore.gbr", Assert.Single(board.Layers, layer => layer.IsScoring).Source);
    }

    [Theory]
    [InlineData("panel-vscore.gbr")]
    [InlineData("panel_V-Score.gbr")]
    [InlineData("board.v-cut.gbr")]
    [InlineData("VCut.ger")]
    [InlineData("panel v groove.gbr")]
    public void A_name_says_that_a_layer_draws_scores(string name) => Assert.True(ScoreLayers.IsScore(name, []));

    [Theory]
    [InlineData("Vcut")]
    [InlineData("Vcutmap")]
    public void The_function_of_a_layer_says_so_whatever_its_name(string function) => Assert.True(ScoreLayers.IsScore("board-User_1.gbr", [function]));

    [Theory]
    [InlineData("board-Edge_Cuts.gbr", "Profile")]
    [InlineData("scoreboard-F_Cu.gbr", "Copper")]
    [InlineData("v2-cutter.gbr", "Other")]
    public void Other_layers_draw_none(string name, string function) => Assert.False(ScoreLayers.IsScore(name, [function]));
}
