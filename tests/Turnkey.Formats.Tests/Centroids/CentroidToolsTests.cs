using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Formats.Centroids;
using Turnkey.Formats.Tests.Tables;

namespace Turnkey.Formats.Tests.Centroids;

/// <summary>The same three parts as many tools would write them: C1 at (10, 20) 90° on top, U2 at (25.4, 12.7) 0° on top, R12 at (5.08, -2.54) 270° on the bottom.</summary>
public sealed class CentroidToolsTests
{
    public static TheoryData<string, string, string> Tools => new()
    {
        { "KiCad 5 .pos", "board-all.pos", """
            ### Module positions - created on Mon 1 Jan 2024 ###
            ### Printed by Pcbnew version kicad 5.1.9
            ## Unit = mm, Angle = deg.
            ## Side : All
            # Ref     Val       Package                PosX       PosY       Rot  Side
            C1        100n      C_0402_1005Metric   10.0000    20.0000   90.0000  top
            U2        LM358     SOIC-8              25.4000    12.7000    0.0000  top
            R12       10k       R_0402_1005Metric    5.0800    -2.5400  -90.0000  bottom
            ## End
            """ },
        { "KiCad CSV", "board-pos.csv", """
            Ref,Val,Package,PosX,PosY,Rot,Side
            "C1","100n","C_0402",10.000000,20.000000,90.000000,top
            "U2","LM358, SO8","SOIC-8",25.400000,12.700000,0.000000,top
            "R12","10k","R_0402",5.080000,-2.540000,270.000000,bottom
            """ },
        { "KiCad in inches", "board-all.pos", """
            ## Unit = inches, Angle = deg.
            # Ref     Val       Package                PosX       PosY       Rot  Side
            C1        100n      C_0402_1005Metric  0.393700787    0.787401575   90.0000  top
            U2        LM358     SOIC-8                  1.0000     0.5000    0.0000  top
            R12       10k       R_0402_1005Metric       0.2000    -0.1000  -90.0000  bottom
            """ },
        { "Altium CSV with title block", "Pick Place.csv", """
            Altium Designer Pick and Place Locations
            C:\board\Pick Place.csv

            ========================
            File Design Information:

            Date:       01/01/24
            Units used: mil

            "Designator","Comment","Layer","Footprint","Center-X(mil)","Center-Y(mil)","Rotation","Description"
            "C1","100n","TopLayer","C0402","393.701","787.402","90","Cap, 100n"
            "U2","LM358","TopLayer","SO8","1000","500","360","Opamp"
            "R12","10k","BottomLayer","R0402","200.000","-100","270",""
            """ },
        { "Altium TXT", "Pick Place.txt", """
            Altium Designer Pick and Place Locations

            Units used: mm

            Designator Comment   Layer       Footprint Center-X(mm) Center-Y(mm) Rotation Description
            C1         100n      TopLayer    C0402     10.0000      20.0000      90       "Cap, 100n, 16 V"
            U2         LM358     TopLayer    SO8       25.4000      12.7000      0        "Dual opamp"
            R12        10k       BottomLayer R0402     5.0800       -2.5400      270      "Resistor"
            """ },
        { "Altium legacy with suffixes", "pnp.csv", """
            Designator,Footprint,Mid X,Mid Y,Ref X,Ref Y,Pad X,Pad Y,TB,Rotation,Comment
            C1,C0402,10mm,20mm,11mm,21mm,9mm,19mm,T,90.00,100n
            U2,SO8,25.4mm,12.7mm,26mm,13mm,24mm,12mm,T,0.00,LM358
            R12,R0402,5.08mm,-2.54mm,6mm,-3mm,4mm,-2mm,B,270.00,10k
            """ },
        { "EasyEDA in UTF text", "PickAndPlace_board.csv", "Designator\tFootprint\tMid X\tMid Y\tRef X\tRef Y\tPad X\tPad Y\tLayer\tRotation\tComment\n\"C1\"\t\"C0402\"\t\"393.7008mil\"\t\"787.4016mil\"\t\"0mil\"\t\"0mil\"\t\"1mil\"\t\"1mil\"\t\"T\"\t\"90\"\t\"100n\"\n\"U2\"\t\"SO8\"\t\"1000mil\"\t\"500mil\"\t\"0mil\"\t\"0mil\"\t\"1mil\"\t\"1mil\"\t\"T\"\t\"0\"\t\"LM358\"\n\"R12\"\t\"R0402\"\t\"200mil\"\t\"-100mil\"\t\"0mil\"\t\"0mil\"\t\"1mil\"\t\"1mil\"\t\"B\"\t\"270\"\t\"10k\"\n" },
        { "JLCPCB CPL", "cpl.csv", """
            Designator,Val,Package,Mid X,Mid Y,Rotation,Layer
            C1,100n,C_0402,10.0,20.0,90.0,top
            U2,LM358,SOIC-8,25.4,12.7,0.0,top
            R12,10k,R_0402,5.08,-2.54,270.0,bottom
            """ },
        { "DipTrace", "pickplace.csv", """
            RefDes;Name;X (mm);Y (mm);Side;Rotate;Value
            C1;CAP;10;20;Top;90;100n
            U2;LM358;25,4;12,7;Top;0;LM358
            R12;RES;5,08;-2,54;Bottom;270;10k
            """ },
        { "DesignSpark", "board (Component Positions).txt", """
            Component Positions Report
            --------------------------

            Units:          thou (precision 3)

            Name      Component           Side        Centre X      Centre Y  Rotation
            --------------------------------------------------------------------------
            C1        CAP 100n            Top          393.701       787.402     90.00
            U2        LM358               Top         1000.000       500.000      0.00
            R12       RES 10k             Bottom       200.000      -100.000    270.00
            --------------------------------------------------------------------------
            """ },
        { "Allegro placement export", "place_txt.txt", """
            UUNITS = MILLIMETERS
            C1   !   10.0000 !   20.0000 !  90.000 !   ! C0402 !
            U2   !   25.4000 !   12.7000 !   0.000 !   ! SO8   !
            R12  !    5.0800 !   -2.5400 ! 270.000 ! m ! R0402 !
            """ },
        { "Allegro extract", "sym.txt", """
            A!REFDES!SYM_X!SYM_Y!SYM_ROTATE!SYM_MIRROR!SYM_NAME!COMP_VALUE!
            J!board.brd!Mon Jan 01 2024!millimeters!
            S!C1!10.0!20.0!90.0!NO!C0402!100n!
            S!U2!25.4!12.7!0.0!NO!SO8!LM358!
            S!R12!5.08!-2.54!270.0!YES!R0402!10k!
            """ },
        { "P-CAD", "pcad.txt", """
            P-CAD Component Locations
            Units: mm

            RefDes   Type        Value     LocationX   LocationY   Rotation   Side
            C1       C0402       100n         10.000      20.000      90.0    Top
            U2       SO8         LM358        25.400      12.700       0.0    Top
            R12      R0402       10k           5.080      -2.540     270.0    Bottom
            """ },
        { "PADS", "pads.csv", """
            PartDecal Report - Units: Mils
            RefDes,Part Type,PartDecal,Layer,X,Y,Orient.,Glued
            C1,CAP,C0402,Top,393.701,787.402,90,No
            U2,LM358,SO8,Top,1000,500,0,No
            R12,RES,R0402,Bottom,200,-100,270,No
            """ },
        { "Proteus", "board-PickPlace.csv", """
            LABCENTER PROTEUS PICK AND PLACE FILE
            =====================================

            Component positions for board.pdsprj

            Fields: Part ID, Value, Package, Layer, Rotation, X, Y
            Units: Rotation - degrees, X, Y - thou

            Part ID,Value,Package,Layer,Rotation,X,Y
            "C1","100n","CAP10",TOP,90,393.701,787.402
            "U2","LM358","SO8",TOP,0,1000,500
            "R12","10k","RES40",BOTTOM,270,200,-100
            """ },
        { "Target 3001", "bestueckung.csv", """
            Bauteil;Wert;Gehäuse;X [mm];Y [mm];Winkel;Seite
            C1;100n;C0402;10,00;20,00;90;oben
            U2;LM358;SO8;25,40;12,70;0;oben
            R12;10k;R0402;5,08;-2,54;270;unten
            """ },
        { "Fritzing", "board_pnp.xy", """
            *Pick And Place List
            *Company=
            *Project=board
            *CreatedBy=Fritzing
            *
            *Coordinates in mm, always center of component
            *Origin 0/0=Lower left corner of PCB
            *Rotation in degree (0-360, math. pos.)
            *
            *No;Value;Package;X;Y;Rotation;Side;Name
            1;100n;C0402;10;20;90;Top;C1
            2;LM358;SO8;25.4;12.7;0;Top;U2
            3;10k;R0402;5.08;-2.54;270;Bottom;R12
            """ },
        { "gEDA pcb", "board.xy", """
            # $Id$
            # PcbXY Version 1.0
            # Title: (unknown) - PCB X-Y
            # RefDes, Description, Value, X, Y, rotation, top/bottom
            # X,Y in mils.  rotation in degrees.
            # --------------------------------------------
            C1,"0402","100n",393.701,787.402,90,top
            U2,"SO8","LM358",1000.00,500.00,0,top
            R12,"0402","10k",200.00,-100.00,270,bottom
            """ },
        { "Upverter", "xyrs.tsv", "Designator\tX (in)\tY (in)\tRotation\tLayer\nC1\t0.3937008\t0.7874016\t90\ttop\nU2\t1.0\t0.5\t0\ttop\nR12\t0.2\t-0.1\t270\tbottom\n" },
        { "Eagle with mirrored angles", "board.mnt", """
            Name;X;Y;Orientation;Value;Package;Units: mm
            C1;10.00;20.00;R90;100n;C0402
            U2;25.40;12.70;R0;LM358;SO8
            R12;5.08;-2.54;MR270;10k;R0402
            """ },
        { "OrCAD", "orcad.txt", """
            COMPONENT PLACEMENT REPORT   UNITS MM
            Ref Des    Footprint    X          Y          Rot    Layer
            ----------------------------------------------------------
            C1         C0402        10.000     20.000     90     TOP
            U2         SO8          25.400     12.700     0      TOP
            R12        R0402        5.080      -2.540     270    BOTTOM
            """ },
        { "layers as numbers", "pick.csv", "Ref,X(mm),Y(mm),Angle,Layer,Package\nC1,10,20,90,1,0402\nU2,25.4,12.7,0,1,SO8\nR12,5.08,-2.54,270,16,0402\n" },
        { "Chinese", "坐标.csv", "位号,封装,中心X(mm),中心Y(mm),层,旋转角度\nC1,0402,10,20,顶层,90\nU2,SO8,25.4,12.7,顶层,0\nR12,0402,5.08,-2.54,底层,270\n" },
    };

    [Theory]
    [MemberData(nameof(Tools))]
    public void Every_tools_file_gives_the_same_places(string tool, string path, string text)
    {
        var reading = CentroidReader.Read(path, TableFixtures.Sheet(text, path));
        Assert.True(reading is not null, tool);
        Assert.Equal(["C1", "U2", "R12"], reading.Placements.Select(place => place.Designator.Text));
        Near(reading.Placements[0], 10, 20, 90, Side.Top);
        Near(reading.Placements[1], 25.4, 12.7, 0, Side.Top);
        Near(reading.Placements[2], 5.08, -2.54, 270, Side.Bottom);
    }

    private static void Near(Placement place, double x, double y, double rotation, Side side)
    {
        Assert.Equal(x, place.At.X / 1e6, 0.0001);
        Assert.Equal(y, place.At.Y / 1e6, 0.0001);
        Assert.Equal((rotation, side), (place.Rotation, place.Side));
    }
}
