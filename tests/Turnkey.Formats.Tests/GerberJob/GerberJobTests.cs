using System.Text;
using Turnkey.Formats.GerberJob;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.GerberJob;

public sealed class GerberJobTests
{
    private const string Ucamco = """
        {
          "Header": { "GenerationSoftware": { "Vendor": "KiCad", "Application": "Pcbnew", "Version": "8.0" } },
          "GeneralSpecs": {
            "ProjectId": { "Name": "sensor", "GUID": "x", "Revision": "B" },
            "Size": { "X": 40.05, "Y": 25.05 },
            "LayerNumber": 4,
            "BoardThickness": 1.6,
            "Finish": "ENIG",
            "ImpedanceControlled": true
          },
          "DesignRules": [ { "Layers": "Outer", "PadToPad": 0.2, "MinLineWidth": 0.15 } ],
          "FilesAttributes": [
            { "Path": "sensor-F_Cu.gbr", "FileFunction": "Copper,L1,Top", "FilePolarity": "Positive" }
          ],
          "MaterialStackup": [
            { "Type": "Legend", "Color": "White", "Name": "Top Silk Screen" },
            { "Type": "SolderMask", "Color": "Green", "Thickness": 0.01 },
            { "Type": "Copper", "Thickness": 0.035, "Name": "F.Cu" },
            {
              "Type": "Dielectric",
              "Thickness": 0.1, "Material": "FR4", "DielectricConstant": "4.5"
            },
            { "Type": "Copper", "Thickness": 0.018, "Name": "In1.Cu" },
            { "Type": "Copper" }, { "Type": "Copper" }
          ]
        }
        """;

    [Fact]
    public void Facts_come_with_their_lines()
    {
        var job = Read(Ucamco);
        Assert.Empty(job.Diagnostics);
        Assert.Equal(new Fact<string>("KiCad Pcbnew 8.0", 2), job.GenerationSoftware);
        Assert.Equal(new Fact<string>("sensor", 4), job.Name);
        Assert.Equal(new Fact<Length>(Length.FromMillimetres(40.05), 5), job.Width);
        Assert.Equal(new Fact<int>(4, 6), job.CopperLayers);
        Assert.Equal(new Fact<Length>(Length.FromMillimetres(1.6), 7), job.Thickness);
        Assert.Equal(new Fact<string>("ENIG", 8), job.Finish);
        Assert.Equal(new Fact<bool>(true, 9), job.ImpedanceControlled);
        Assert.Equal(Length.FromMillimetres(0.15), Assert.Single(job.DesignRules).MinLineWidth);
        Assert.Equal(new JobFileEntry("sensor-F_Cu.gbr", "Copper,L1,Top", "Positive", 13), Assert.Single(job.Files));
        Assert.Equal(new Fact<string>("Green", 17), job.Stackup[1].Colour);
        Assert.Equal(new Fact<Length>(Length.FromMillimetres(0.035), 18), job.Stackup[2].Thickness);
        Assert.Equal((19, new Fact<string>("FR4", 21), new Fact<double>(4.5, 21)), (job.Stackup[3].Line, job.Stackup[3].Material, job.Stackup[3].DielectricConstant));
    }

    [Fact]
    public void A_type_of_board_is_no_class_of_performance()
    {
        var job = Read("{\n\"GeneralSpecs\": { \"IPC-2221-Type\": 2, \"LayerNumber\": 2 } }");
        Assert.Equal("2", job.BoardType!.Value.Value);
        Assert.Null(job.IpcClass);
        Assert.Equal("3", Read("{\n\"GeneralSpecs\": { \"IPC-Class\": 3 } }").IpcClass!.Value.Value);
    }

    [Theory]
    [InlineData("\"EdgeConnector\": true, \"EdgeConnectorBevelled\": false", true, false)]
    [InlineData("\"EdgeConnector\": \"Bevelled\"", true, true)]
    [InlineData("\"EdgeConnector\": \"none\"", false, null)]
    [InlineData("\"Castellated\": true", null, null)]
    public void An_edge_connector_is_said_in_more_than_one_way(string members, bool? connector, bool? bevelled)
    {
        var job = Read($"{{\n\"GeneralSpecs\": {{ {members} }} }}");
        Assert.Equal((connector, bevelled), (job.EdgeConnector?.Value, job.EdgeConnectorBevelled?.Value));
    }

    [Fact]
    public void The_draft_of_Eagle_and_Fusion_is_read_as_well()
    {
        var job = Read("{\n\"Header\": { \"GenerationSoftware\": { \"Vendor\": \"Autodesk\", \"Application\": \"EAGLE\" } },\n\"Overall\": {\n\"BoardThickness\": 1.57,\n\"LayerNumber\": 2,\n\"Name\": { \"ProjectId\": \"motor\" },\n\"Size\": { \"X\": 60, \"Y\": 61 }\n}\n}\n");
        Assert.Equal(new Fact<string>("motor", 6), job.Name);
        Assert.Equal(Length.FromMillimetres(61), job.Height!.Value.Value);
        Assert.Equal(2, job.CopperLayers!.Value.Value);
    }

    [Fact]
    public void Of_a_broken_file_the_part_before_the_break_is_taken()
    {
        var job = Read("{\n\"GeneralSpecs\": {\n\"LayerNumber\": 4,\n\"BoardThickness\": oops\n}\n");
        Assert.Equal(4, job.CopperLayers!.Value.Value);
        Assert.Equal(("job.invalid", 4), (job.Diagnostics[0].Code, job.Diagnostics[0].Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1,2]")]
    [InlineData("not json")]
    [InlineData("{\"GeneralSpecs\": 5, \"MaterialStackup\": {\"a\": 1}, \"FilesAttributes\": [1, null, {\"Path\": 7}], \"DesignRules\": \"x\"}")]
    [InlineData("{\"GeneralSpecs\": {\"LayerNumber\": 1e99, \"BoardThickness\": -3, \"Size\": {\"X\": \"NaN\"}, \"Finish\": \"\\ud800\"}}")]
    public void Nonsense_is_told_and_never_thrown(string text)
    {
        var job = Read(text);
        Assert.Null(job.CopperLayers);
        Assert.Null(job.Thickness);
        Assert.Null(job.Width);
    }

    [Theory]
    [InlineData("\"LayerNumber\": \"four\"", "'four' stands where a number is to be; left out")]
    [InlineData("\"Size\": { \"X\": \"abc\" }", "'abc' stands where a number is to be; left out")]
    [InlineData("\"BoardThickness\": [1.6]", "'a list' stands where a number is to be; left out")]
    [InlineData("\"BoardThickness\": \"\"", null)]
    [InlineData("\"BoardThickness\": null", null)]
    [InlineData("\"BoardThickness\": \"1.6\"", null)]
    public void A_word_where_a_number_is_to_be_is_told(string member, string? message)
    {
        var job = Read($"{{\n\"GeneralSpecs\": {{\n{member} }} }}\n");
        Assert.Equal(message is null ? [] : [message], job.Diagnostics.Select(one => one.Message));
        Assert.All(job.Diagnostics, one => Assert.Equal(("job.bad-number", 3), (one.Code, one.Line)));
    }

    [Fact]
    public void Nesting_without_end_is_refused() => Assert.Equal("job.invalid", Read(new string('[', 100_000)).Diagnostics[0].Code);

    [Fact]
    public void Layers_that_differ_from_the_stack_up_are_told() =>
        Assert.Equal("job.layers-differ", Assert.Single(Read(Ucamco.Replace("\"LayerNumber\": 4", "\"LayerNumber\": 6", StringComparison.Ordinal)).Diagnostics).Code);

    [Fact]
    public void Only_job_files_are_recognised()
    {
        Assert.True(GerberJobReader.Recognises(Encoding.UTF8.GetBytes(Ucamco)));
        Assert.True(GerberJobReader.Recognises([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Ucamco)]));
        Assert.False(GerberJobReader.Recognises("{ \"board\": { \"layers\": [] } }"u8));
        Assert.False(GerberJobReader.Recognises("M48\nINCH\n"u8));
    }

    [Fact]
    public void Random_damage_never_throws()
    {
        var random = new Random(42);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Ucamco);
            for (var i = 0; i < 4; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            _ = GerberJobReader.Recognises(bytes);
            _ = GerberJobReader.Read("fuzz.gbrjob", bytes.AsSpan(0, random.Next(bytes.Length)));
        }
    }

    private static GerberJobFile Read(string text) => GerberJobReader.Read("board.gbrjob", Encoding.UTF8.GetBytes(text));
}
