using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Formats.Gerber;
using Turnkey.Formats.Gerber.Writing;
using Turnkey.Geometry;

namespace Turnkey.Fuzzing;

internal static class GerberTarget
{
    private const string Tokens =
        "% * %% *% G01 G02 G03 G04 G36 G37 G54 G70 G71 G74 G75 G90 G91 D01* D02* D03* D10* D30* M02* %AB*% %ABD30*% %SR*% %SRX9Y9I0.1J0.1*% %LPC*% %LPD*% %LMXY*% %LR45*% %LS2*% %IPNEG*% " +
        "%IR90*% %OFA1B1*% %SFA2B2*% %MIA1B1*% %MOIN*% %FSTIX24Y24*% %AMA* %ADD30A,1X2*% $1 $2= ( ) x / + - 4,1,3, 5,1,8, 6,0,0,9,.1,.1,999, 7,0,0,9,8,1,0* 0 X Y I J X1Y1D03* I9J9 " +
        "%TF.FileFunction,Copper,L1,Top*% %TA.AperFunction,SMDPad*% %TO.N,A*% %TO.C,U1*% %TD*% #@! \0";

    private static readonly string[] Seeds =
    [
        "%FSLAX26Y26*%\n%MOIN*%\nG75*\n%ADD10C,0.01*%\n%ADD11R,0.02X0.03X0.01*%\nD10*\nX1000Y2000D02*\nG03X2000Y3000I500J500D01*\nG01X0D01*\nD11*\nX5Y5D03*\nM02*\n",
        "%FSLAX43Y43*%\n%MOMM*%\n%AMRR*$5=$1/2-$2*1,1,$2+$2,$5,$3x2*21,1,$1,$4,(0-1),0,45*4,1,3,0,0,1,0,1,1,0,0,30*5,1,8,0,0,2,22.5*6,0,0,9,1,1,3,.1,10,0*7,0,0,5,3,1,0*%\n" +
            "%ADD20RR,2X0.2X1X3*%\nD20*\nX0Y0D03*\n%LR33*LS1.5*LMX*%\nX9D03*\nM02*\n",
        "%FSLAX43Y43*%\n%MOMM*%\n%ADD10C,1*%\n%ABD30*%\nD10*\nX0Y0D03*\n%SRX3Y2I2J3*%\nX1D03*\n%SR*%\n%AB*%\nD30*\n%LPC*LMXY*LR33*LS1.5*%\nX100Y100D03*\n%LPD*%\n" +
            "%SRX50Y50I1J1*%\nG36*\nX0Y0D02*\nX9D01*\nY9D01*\nG02X0Y0I-5J-5D01*\nG37*\n%SR*%\nM02*\n",
        "%TF.FileFunction,Copper,L1,Top*%\nG04 #@! TA.AperFunction,SMDPad*\n%TO.P,U1,5*%\n%TO.N,\\u00B5*%\n%IPNEG*%\n%MIA1B0*SFA2B2*OFA1B1*IR90*%\nG91*\nG71*\nX1.5Y-.5D01*\n" +
            "G74*\nG02X1Y1I1J0D01*\nG54D11*\nX0Y0D03*\nM02*\n",
        "%FSLAX46Y46*%\n%MOMM*%\n%TF.FileFunction,Component,L1,Top*%\n%TA.AperFunction,ComponentMain*%\n%ADD10C,0.3*%\n%TO.C,R1*%\n%TO.CRot,90*%\n%TO.CMPN,X*%\nD10*\nX1000000Y1000000D03*\n" +
            "%TD.C*%\nX0Y0D02*\nG02X100000000Y0I50000000J2000000000D01*\nM02*\n",
    ];

    public static FuzzTarget Target { get; } = FuzzTarget.Of("gerber", Seeds, Tokens, content =>
    {
        GerberReader.Recognises(content);
        var image = GerberReader.Read("fuzz.gbr", content).Image;
        // What is read must be usable: its measure is taken, as every later stage does.
        _ = image.Bounds;
    });

    /// <summary>The image written anew.</summary>
    public static FuzzTarget Written { get; } = Of("gerber-written", static image => GerberWriter.Write(image, GerberFileAttributes.None));

    /// <summary>
    /// The image as the only copper layer of a board, on a board of its own middle: its areas, its nets and its smallest gap. Half as much memory again as
    /// for other uses, because overlays are made one after the other and let go of.
    /// </summary>
    public static FuzzTarget Copper { get; } = Of("copper", static image =>
    {
        var outline = image.Bounds is { IsEmpty: false } box ? new BoardOutline([Contour.Rectangle(Box.Around(box.Centre, box.Width.Nanometres / 3, box.Height.Nanometres / 3))], [], "outline.gbr") : null;
        BoardCopper.Examine(new Board("fuzz", outline, [new Layer(LayerRole.Copper, Side.Top, 1, "fuzz.gbr", image)], [], 1));
    }) with
    { MostAllocated = 192L << 20 };

    /// <summary>What a later stage makes of the images of mutated files, within the limits of reading alone.</summary>
    public static FuzzTarget Of(string format, Action<LayerImage> use) =>
        FuzzTarget.Of(format, Seeds, Tokens, content => use(GerberReader.Read("fuzz.gbr", content).Image));
}
