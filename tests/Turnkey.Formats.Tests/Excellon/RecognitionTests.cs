namespace Turnkey.Formats.Tests.Excellon;

public sealed class RecognitionTests
{
    [Theory]
    [InlineData("M48\nINCH,TZ\nT1C0.015\n%\nT1\nX1.0Y1.0\nM30\n")]
    [InlineData("%\nT1C.015F095S3\nX01095Y01056\nX01095Y0127\nM30\n")]
    [InlineData(";LEADER: 12\n;HEADER:\n%\nG90\nT01\nX004450Y000200\nM30\n")]
    [InlineData(";EXTENTS: -5.180\n%\nG90\nF1\nM16\nT01\nM16\nG00X029100Y011200\nG40\nM15\nG01X029100Y013600\nM16\nM30\n")]
    [InlineData("G81\nM48\nINCH\nT1C000.016\n%\nT001\nX00030750Y00065250\nM30\n")]
    [InlineData("M48\nVER,1\nFMAT,2\nATC,ON\nDETECT,ON\nINCH,LZ\n%\nM30\n")]
    public void Drill_programs_are_recognised_with_or_without_a_header(string text) => Assert.True(DrillText.Recognised(text));

    [Theory]
    [InlineData("")]
    [InlineData("Designator,Mid X,Mid Y,Layer,Rotation\nR1,1.0,2.0,T,90\nC1,3.0,4.0,B,0\n")]
    [InlineData("G04 a comment*\n%FSLAX33Y33*%\n%MOMM*%\n%ADD10C,0.635*%\nD10*\nX1000Y1000D03*\nM02*\n")]
    [InlineData("%FSLAX33Y33*%\n%MOMM*%\nD10*\nX-33975Y29575D03*\nM02*")]
    [InlineData("*\n*G04 old*\nD10*\nX100Y100D03*\nX200Y100D03*\nM02*\n")]
    [InlineData("P  JOB  x\nP  UNITS CUST 0\n317GND              VIA        MD0039PA01X+002549Y+003199X0079Y0000R000S3\n999\n")]
    [InlineData("G21\nG90\nG0 X1 Y2\nT1\nG1 X3 Y4 F100\nM30\n")]
    [InlineData("T1\nG0 X1 Y1\nG1 Z-0.2\nG1 X2 Y1\nT2\nG0 Z5\nM30\n")]
    [InlineData("Comment,Designator,Footprint\nM48 screw,X1,M3\n")]
    [InlineData("INTEGER-PLACES         2\nDECIMAL-PLACES         4\n")]
    [InlineData("{ \"Header\": {} }")]
    [InlineData("Tool Size Count\nT1 0.3mm 12\n")]
    public void Other_files_are_not_mistaken_for_drill_programs(string text) => Assert.False(DrillText.Recognised(text));

    [Fact]
    public void Binary_files_are_not_mistaken_for_drill_programs() => Assert.False(Turnkey.Formats.Excellon.ExcellonReader.Recognises([0x50, 0x4B, 3, 4, 0, 0, 0x4D, 0x34, 0x38, 10]));
}
