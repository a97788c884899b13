using Turnkey.Designs.Boards;
using Turnkey.Formats.Excellon;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Excellon;

/// <summary>The manners of the CAD tools, in small files of our own.</summary>
public sealed class DialectTests
{
    [Fact]
    public void KiCad_writes_points_and_tells_plating_and_function_in_comments()
    {
        var program = DrillText.Read("""
            M48
            ; DRILL file {KiCad 7.0.7} date 2024
            ; FORMAT={-:-/ absolute / inch / decimal}
            ; #@! TF.GenerationSoftware,Kicad,Pcbnew,7.0.7
            ; #@! TF.FileFunction,MixedPlating,1,4
            FMAT,2
            INCH
            ; #@! TA.AperFunction,Plated,PTH,ViaDrill
            T1C0.0157
            ; #@! TA.AperFunction,NonPlated,NPTH,ComponentDrill
            T2C0.1
            %
            G90
            G05
            T1
            X1.0Y-2.5
            T2
            X-0.5Y3.
            M30
            """);
        Assert.Empty(program.Diagnostics);
        Assert.Equal(DrillUnit.Inch, program.StatedFormat.Unit);
        Assert.True(program.StatedFormat.HasPoints);
        Assert.Equal("MixedPlating,1,4", program.Attributes[".FileFunction"]);
        Assert.Equal("Kicad,Pcbnew,7.0.7", program.GenerationSoftware);
        var holes = program.Interpret(program.StatedFormat);
        Assert.Equal((Plating.Plated, HoleFunction.Via, Length.FromMils(15.7)), (holes[0].Plating, holes[0].Function, holes[0].Diameter));
        Assert.Equal((Plating.NonPlated, HoleFunction.Component), (holes[1].Plating, holes[1].Function));
        Assert.Equal(new Point(25_400_000, -63_500_000), holes[0].At);
        Assert.Equal(16, holes[0].Line);
        Assert.Equal("board.drl", holes[0].Source);
    }

    [Fact]
    public void A_blind_span_is_told_by_the_file_function() =>
        Assert.Equal((2, 3), Span(DrillText.Read("M48\n; #@! TF.FileFunction,Plated,2,3,Buried\nMETRIC\nT1C0.2\n%\nT1\nX1.0Y1.0\nM30\n")));

    [Theory]
    [InlineData("fomu-front-in1.drl", null, 2)]
    [InlineData("fomu-in1-in2.drl", 2, 3)]
    [InlineData("fomu-in2-back.drl", 3, null)]
    [InlineData("fomu-F_Cu-In1_Cu.drl", null, 2)]
    [InlineData("ncdrill-2-3.drl", 2, 3)]
    [InlineData("ncdrill-1-4.drl", null, null)]
    [InlineData("board-1.2.drl", null, null)]
    public void A_span_is_read_from_the_name_where_the_file_is_silent(string name, int? from, int? to) =>
        Assert.Equal((from, to), Span(DrillText.Read("M48\nMETRIC\nT1C0.2\n%\nT1\nX1.0Y1.0\nM30\n", "drills/" + name)));

    [Theory]
    [InlineData("a-NPTH.drl", Plating.NonPlated)]
    [InlineData("a-PTH.drl", Plating.Plated)]
    [InlineData("Through Hole (Unplated).drl", Plating.NonPlated)]
    [InlineData("a-Non-Plated.TXT", Plating.NonPlated)]
    [InlineData("a-RoundHoles-Plated.TXT", Plating.Plated)]
    [InlineData("NPTH/drill.drl", Plating.Unknown)]
    public void Plating_is_read_from_the_name_where_the_file_is_silent(string name, Plating plating) =>
        Assert.Equal(plating, DrillText.Read("M48\nMETRIC\nT1C0.2\n%\nT1\nX1.0Y1.0\nM30\n", name).Plating);

    [Fact]
    public void Altium_omits_trailing_zeros_and_types_its_tools()
    {
        var holes = DrillText.Holes("M48\n;FILE_FORMAT=4:4\nMETRIC,LZ\n;TYPE=PLATED\nT1F00S00C0.3000\n;TYPE=NON_PLATED\nT2F00S00C3.2000\n%\nT01\nX0035Y0007725\nX00341\nT02\nY00014\nM30\n");
        Assert.Equal([(35, 7.725), (34.1, 7.725), (34.1, 1.4)], holes.Select(hole => DrillText.Place(hole.At)));
        Assert.Equal([Plating.Plated, Plating.Plated, Plating.NonPlated], holes.Select(hole => hole.Plating));
    }

    [Fact]
    public void Eagle_gives_its_digits_as_a_pattern() =>
        Assert.Equal([(5, -55), (56.27, -16.02)], DrillText.Places("M48\n;GenerationSoftware,Autodesk,EAGLE,9.6.2*%\nFMAT,2\nICI,OFF\nMETRIC,TZ,000.000\nT1C3.000\n%\nG90\nM71\nT1\nX5000Y-55000\nX56270Y-16020\nM30"));

    [Fact]
    public void EasyEDA_writes_round_holes_as_slots_that_do_not_move()
    {
        var holes = DrillText.Holes("M48\nMETRIC,LZ,000.000\n;FILE_FORMAT=3:3\n;TYPE=PLATED\n;Layer: PTH_Through\n;EasyEDA v6.5\n;Holesize 1 = 1.000 mm\nT01C1.000\n%\nG05\nG90\nT01\n"
            + "X-029718Y-002700G85X-029718Y-002700\nX019524Y-000814G85X019529Y-000814\nX001000Y000000G85X002000Y000000\nM30\n");
        Assert.Equal([HoleKind.Round, HoleKind.Round, HoleKind.Slot], holes.Select(hole => hole.Kind));
        Assert.Equal(1_000_000, holes[2].Path.Length);
    }

    [Fact]
    public void DesignSpark_counts_eight_digits_and_routes_after_M15()
    {
        var holes = DrillText.Holes("G81\nM48\nINCH\nT1C000.02500\nT2C000.03500\n%\nT002\nX00038165Y00055035\nT001\nG00X00100000Y00000000\nM15\nG01X00200000Y00000000\nX00200000Y00100000\nX00100000Y00000000\nM17\nM30\n");
        Assert.Equal((9.69391, 13.97889), DrillText.Place(holes[0].At));
        Assert.Equal([HoleKind.Round, HoleKind.Route, HoleKind.Route, HoleKind.Route], holes.Select(hole => hole.Kind));
        Assert.Equal(Length.FromMils(25), holes[1].Diameter);
    }

    [Fact]
    public void Allegro_has_no_header_but_comments_that_define_the_tools()
    {
        var program = DrillText.Read(";LEADER: 12\n;FILE  : ncdrill-1-4.drl for  ... layers TOP and BOTTOM\n"
            + ";T01 Holesize 1. = 12.000000 Tolerance = +3.000000/-3.000000 PLATED MILS Quantity = 2\n;T02 Holesize 2. = 125.000000 Tolerance = +0.000000/-0.000000 NON_PLATED MILS Quantity = 1\n"
            + "%\nG90\nT01\nX00130500Y00184500\nX00101500Y00037000\nR02X00030000\nT02\nX00133000Y00195500\nM30\n");
        var holes = program.Interpret(program.StatedFormat);
        Assert.Equal(5, holes.Length);
        Assert.Equal(Length.FromMils(12), holes[0].Diameter);
        Assert.Equal((33.147, 46.863), DrillText.Place(holes[0].At));
        Assert.Equal(new Point(41_021_000, 9_398_000), holes[3].At);
        Assert.Equal((Plating.NonPlated, Length.FromMils(125)), (holes[4].Plating, holes[4].Diameter));
        Assert.Equal(2, program.Tools[0].PromisedHoles);
        Assert.Contains(program.Diagnostics, diagnostic => diagnostic.Code == "drill.assumed-format");
    }

    [Fact]
    public void PADS_has_no_header_at_all() =>
        Assert.Equal([(27.813, 26.8224), (27.813, 32.258)], DrillText.Places("%\nT1C.015F095S3\nX01095Y01056\nX01095Y0127\nM30\n"));

    [Fact]
    public void P_CAD_leaves_out_what_does_not_change() =>
        Assert.Equal([(26, 438.4), (26, 428.3), (34.7, 428.3)], DrillText.Places("M48\n;FILE_FORMAT=3:3\nMETRIC,TZ,000.000\nT01C0.500\n%\nT01\nX+26000Y+438400\nY+428300\nX+34700\nT00\nM30\n"));

    [Fact]
    public void Upverter_names_the_unit_by_its_code() =>
        Assert.Equal([(-33.975, 29.575)], DrillText.Places("M48\nM71,TZ\nFMAT,2\nT1C0.635\n%\nT1\nX-33.975Y29.575\nT00\nM30\n"));

    [Fact]
    public void Fritzing_tells_plating_by_the_number_of_the_tool()
    {
        var holes = DrillText.Holes(";NON-PLATED HOLES START AT T1\n;THROUGH (PLATED) HOLES START AT T100\nM48\nINCH\nT1C0.125984\nT100C0.038000\n%\nT1\nX002000Y018000\nT100\nX001000Y001000\nT00\nM30\n");
        Assert.Equal([Plating.NonPlated, Plating.Plated], holes.Select(hole => hole.Plating));
    }

    [Fact]
    public void OrCAD_gives_sizes_without_a_leading_zero_in_a_metric_file()
    {
        var program = DrillText.Read("M48\nMETRIC\nT01C.3302\nT02C1.016\n%\nG90\nT01\nX-108128Y-012014\nX000000Y085308\nM30\n");
        var holes = program.Interpret(program.StatedFormat);
        Assert.Equal((-108.128, -12.014), DrillText.Place(holes[0].At));
        Assert.Equal(330_200, holes[0].Diameter.Nanometres);
    }

    [Fact]
    public void Tools_may_be_defined_in_the_body_with_their_words_in_any_order()
    {
        var program = DrillText.Read("M48\nMETRIC,TZ\n%\nT01S100F20C0.8H500\nX1000Y1000\nT02 C1.0\nX2000Y1000\nM30\n");
        Assert.Equal([800_000, 1_000_000], program.Interpret(program.StatedFormat).Select(hole => hole.Diameter.Nanometres));
    }

    [Fact]
    public void A_tool_defined_anew_keeps_the_holes_it_made_before()
    {
        var holes = DrillText.Holes("M48\nMETRIC,TZ\nT1C0.5\n%\nT1\nX1000Y1000\nT1C0.9\nX2000Y1000\nM30\n");
        Assert.Equal([500_000, 900_000], holes.Select(hole => hole.Diameter.Nanometres));
    }

    [Fact]
    public void Incremental_coordinates_add_up() =>
        Assert.Equal([(1, 1), (2, 1), (2, 3)], DrillText.Places("M48\nMETRIC,TZ\nICI,ON\nT1C0.5\n%\nT1\nX1000Y1000\nX1000\nY2000\nM30\n"));

    [Fact]
    public void The_unit_may_change_under_way()
    {
        var program = DrillText.Read("M48\nINCH\nT1C0.02\n%\nT1\nX1.0Y1.0\nM71\nX1.0Y1.0\nM30\n");
        Assert.Equal([25_400_000, 1_000_000], program.Interpret(program.StatedFormat).Select(hole => hole.At.X));
        Assert.Contains(program.Diagnostics, diagnostic => diagnostic.Code == "drill.unit-changes");
    }

    [Fact]
    public void A_number_without_its_point_among_numbers_with_points_is_whole() =>
        Assert.Equal([(1.5, 2.25), (7, 2.25), (12, 3.5)], DrillText.Places("M48\nMETRIC,TZ\nT1C0.5\n%\nT1\nX1.5Y2.25\nX7Y2.25\nX12Y3.5\nM30\n"));

    [Fact]
    public void Numbers_without_points_keep_to_the_stated_digits_among_others_with_points() =>
        Assert.Equal([(1.5, 2), (1.25, 2.5), (3, 4)], DrillText.Places("M48\nMETRIC,TZ,000.000\nT1C0.5\n%\nT1\nX1.5Y2000\nX1250Y2500\nX3000Y4000\nM30\n"));

    [Fact]
    public void An_attribute_that_begins_with_a_comma_says_nothing() =>
        Assert.Empty(DrillText.Read("; #@! ,F.FileFunction,Plated,1,4,PTH\nM48\nMETRIC\nT1C0.5\n%\nT1\nX1.5Y1.5\nM30\n").Attributes);

    [Fact]
    public void Files_in_UTF16_and_with_old_line_ends_are_read()
    {
        var text = "M48\rMETRIC,TZ\rT1C0.5\r%\rT1\rX1000Y1000\rM30\r";
        Assert.Single(DrillText.Places(text));
        Assert.Single(ExcellonReader.Read("a.drl", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(text)]).Interpret(DrillText.Read(text).StatedFormat));
    }

    private static (int?, int?) Span(ExcellonProgram program) => (program.FromLayer, program.ToLayer);
}
