using Turnkey.Designs.Layers;
using Turnkey.Formats.Centroids;
using Turnkey.Formats.Tables;
using Turnkey.Formats.Tests.Tables;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Centroids;

public sealed class CentroidReaderTests
{
    private static CentroidReading Read(string text, string path = "pos.csv") => CentroidReader.Read(path, TableFixtures.Sheet(text, path)) ?? throw new InvalidOperationException("no position file");

    [Fact]
    public void A_file_without_heading_is_read_by_its_content_and_its_name_tells_the_side()
    {
        var reading = Read("C1\t44.10\t-31.95\t90.00\t15pF\tC0603\nC10\t47.26\t-27.21\t0.00\t4.7uF\tC0805\nU3\t17.20\t-40.10\t270.00\tLM1117\tSOT223\n", "out/PnP_board_back.txt");
        Assert.Equal((SideState.ByFileName, UnitState.Assumed, CoordinateUnit.Millimetre), (reading.SideState, reading.UnitState, reading.Unit));
        Assert.Equal((new Point(44_100_000, -31_950_000), 90.0, Side.Bottom, "15pF", "C0603"), (reading.Placements[0].At, reading.Placements[0].Rotation, reading.Placements[0].Side, reading.Placements[0].Value, reading.Placements[0].Footprint));
    }

    [Fact]
    public void An_assumed_unit_can_be_read_anew_without_loss()
    {
        var reading = Read("Ref,X,Y,Rot,Side\nR1,100,200,0,top\nR2,300.5,250,0,top\n");
        Assert.Equal(UnitState.Assumed, reading.UnitState);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "centroid.unit-assumed");
        Assert.Equal(new Point(7_632_700, 6_350_000), reading.WithUnit(CoordinateUnit.Mil, "the copper").Placements[1].At);
    }

    [Fact]
    public void Coordinates_too_wide_for_millimetres_are_taken_as_mils()
    {
        var reading = Read("Name,Side,Centre X,Centre Y,Rotation\nJ2,Top,1611,1483,180\nJ3,Top,212,375,315\nC1,Bottom,1784,1422,270\n");
        Assert.Equal((CoordinateUnit.Mil, UnitState.Assumed), (reading.Unit, reading.UnitState));
    }

    [Fact]
    public void Parts_too_dense_for_millimetres_are_taken_as_inches()
    {
        var rows = string.Concat(Enumerable.Range(1, 40).Select(i => $"R{i},{(i % 8) * 0.2 + 0.1:0.000},{(i / 8) * 0.3 + 0.1:0.000},0,top\n"));
        Assert.Equal(CoordinateUnit.Inch, Read("Ref,X,Y,Rot,Side\n" + rows).Unit);
    }

    [Fact]
    public void The_decimal_comma_is_decided_for_the_whole_column()
    {
        var reading = Read("Ref;X;Y;Rot;Side\nR1;1,234;20,5;0;top\nR2;12;7,25;90,0;top\n");
        Assert.Equal([new Point(1_234_000, 20_500_000), new Point(12_000_000, 7_250_000)], reading.Placements.Select(place => place.At));
        var thousands = Read("Ref;X (mil);Y (mil);Rot;Side\nR1;1,234.5;200.5;0;top\nR2;12;7.25;90;top\n");
        Assert.Equal(31_356_300, thousands.Placements[0].At.X);
    }

    [Theory]
    [InlineData("360", 0)]
    [InlineData("-90", 270)]
    [InlineData("450.5", 90.5)]
    [InlineData("R45", 45)]
    [InlineData("90°", 90)]
    [InlineData("-0", 0)]
    [InlineData("359.9999999", 0)]
    public void Angles_lie_within_a_turn(string angle, double expected) =>
        Assert.Equal(expected, Read($"Ref,X(mm),Y(mm),Rot,Side\nR1,1,2,{angle},top\nR2,3,4,0,top\n").Placements[0].Rotation);

    [Fact]
    public void Without_any_side_top_is_assumed_and_can_be_changed()
    {
        var reading = Read("Ref,X(mm),Y(mm),Rot\nR1,1,2,0\nR2,3,4,0\n");
        Assert.Equal(SideState.Assumed, reading.SideState);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "centroid.side-assumed");
        Assert.All(reading.WithAssumedSide(Side.Bottom).Placements, place => Assert.Equal(Side.Bottom, place.Side));
    }

    [Fact]
    public void Sections_and_title_lines_tell_the_side()
    {
        var sections = Read("Ref,X(mm),Y(mm),Rot\nTOP SIDE:,,,\nR1,1,2,0\nR2,3,4,0\nBottom side,,,\nR3,5,6,0\n");
        Assert.Equal([Side.Top, Side.Top, Side.Bottom], sections.Placements.Select(place => place.Side));
        var title = Read("## Unit = mm\n## Side : bottom\n# Ref  PosX   PosY   Rot\nR1    1.00   2.00   0.0\nC2    3.00   4.00   0.0\nU7    5.00   6.00   0.0\n", "x.pos");
        Assert.Equal((SideState.InTitle, Side.Bottom), (title.SideState, title.Placements[0].Side));
    }

    [Fact]
    public void The_bottom_seen_from_below_is_turned_back()
    {
        var reading = Read("Ref,X(mm),Y(mm),Rot,Side\nR1,10,2,0,top\nR2,30,4,0,bottom\n").MirrorBottom(Length.FromMillimetres(25));
        Assert.Equal([10_000_000, 20_000_000], reading.Placements.Select(place => place.At.X));
    }

    [Fact]
    public void Parts_marked_as_not_placed_are_told()
    {
        var reading = Read("Ref,Val,X(mm),Y(mm),Rot,Side\nR1,DNI,1,2,0,top\nR2,10k,3,4,0,top\n");
        Assert.Equal([true, false], reading.Placements.Select(place => place.DoNotPlace));
        Assert.True(Read("Ref,X(mm),Y(mm),Rot,Side,DNP\nR1,1,2,0,top,yes\nR2,3,4,0,top,\n").Placements[0].DoNotPlace);
    }

    [Fact]
    public void Fiducials_and_odd_names_are_kept()
    {
        var reading = Read("Designator,Mid X,Mid Y,Layer,Rotation\nFID1,1,2,T,0\nRFOUT+,3,4,T,0\nTP 1,5,6,T,0\nREF**,7,8,T,0\n,9,9,T,0\n");
        Assert.Equal(["FID1", "RFOUT+", "TP_1", "REF**"], reading.Placements.Select(place => place.Designator.Text));
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "centroid.designator-not-understood" && diagnostic.Line == 6);
    }

    [Fact]
    public void Doubles_and_places_off_the_world_are_said()
    {
        var reading = Read("Ref,X(mm),Y(mm),Rot,Side\nR1,1,2,0,top\nR1,3,4,0,top\nR2,99999999999,4,0,top\nR3,1,7,0,top\n");
        Assert.Equal(3, reading.Placements.Length);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "centroid.duplicate-designator");
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == "centroid.out-of-range" && diagnostic.Line == 4);
    }

    [Fact]
    public void A_heading_without_parts_is_an_empty_file()
    {
        var reading = Read("Ref,Val,Package,PosX,PosY,Rot,Side\n");
        Assert.Empty(reading.Placements);
        Assert.Equal("centroid.empty", Assert.Single(reading.Diagnostics).Code);
    }

    [Theory]
    [InlineData("Net,Pin,X,Y\nGND,R1-1,1,2\nGND,C1-2,3,4\nVCC,R1-2,5,6\n")]
    [InlineData("Ref,Qty,Value\nR1,1,10k\nC1,1,1u\n")]
    [InlineData("D10,0.1,0.2,0\nD11,0.3,0.4,0\nD12,0.5,0.6,0\nD13,0.7,0.8,0\n")]
    [InlineData("T1,0.3,120,0\nT2,0.5,12,0\nT3,1.0,4,0\nT4,3.2,4,0\n")]
    [InlineData("Tool,X,Y,Plated\nT1,1,2,yes\nT2,3,4,no\n")]
    public void Other_tables_are_no_position_file(string text) => Assert.Null(CentroidReader.Read("t.csv", TableFixtures.Sheet(text)));

    [Theory]
    [InlineData("Ref,Qty,Value,MPN\nR1,1,10k,RC0402FR-0710KL\n", "a.csv", TableKind.Bom)]
    [InlineData("Ref,Val,PosX,PosY,Rot,Side\nR1,10k,1.5,2,0,top\n", "a.csv", TableKind.Centroid)]
    [InlineData("MIT License\n\nPermission is hereby granted, free of charge, to any person\nobtaining a copy, to deal in it without restriction,\n", "LICENSE", TableKind.Neither)]
    [InlineData("Tool  Hole Size  Hole Count\nT1    0.3mm      235\nT2    0.9mm      88\n", "board.DRR", TableKind.Neither)]
    [InlineData("Pin,Net,Type\n1,GND,PWR\n2,VCC,PWR\n", "pins.csv", TableKind.Neither)]
    [InlineData("** Drc report **\nClearance violation between R1 and C2 at (1.0, 2.0)\n", "drc.rpt", TableKind.Neither)]
    [InlineData("GND   R1.1  C1.2  U1.4\nVCC   R1.2  C2.1  U1.8\nSDA   U1.5  J1.2  R2.1\n", "netlist.txt", TableKind.Neither)]
    public void Tables_are_told_apart(string text, string path, TableKind kind) => Assert.Equal(kind, TableClassifier.Classify(path, TableFixtures.Sheet(text, path)).Kind);

    [Fact]
    public void A_position_file_with_part_numbers_is_a_parts_list_too()
    {
        var told = TableClassifier.Classify("all.csv", TableFixtures.Sheet("Ref,MPN,Manufacturer,X(mm),Y(mm),Rotation,Side\nR1,RC0402FR-0710KL,Yageo,1,2,0,top\nC1,GRM155R71C104KA88D,Murata,3,4,0,top\n"));
        Assert.Equal((TableKind.Centroid, 2, "RC0402FR-0710KL"), (told.Kind, told.Centroid!.Placements.Length, told.Bom!.Lines[0].Mpn.ToString()));
    }
}
