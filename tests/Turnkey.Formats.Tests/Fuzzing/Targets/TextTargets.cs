using Turnkey.Formats.Bom;
using Turnkey.Formats.Centroids;
using Turnkey.Formats.Excellon;
using Turnkey.Formats.GerberJob;
using Turnkey.Formats.IpcD356;
using Turnkey.Formats.Tables;
using Turnkey.Geometry;

namespace Turnkey.Fuzzing;

/// <summary>The formats that are plain text.</summary>
internal static class TextTargets
{
    public static FuzzTarget Excellon { get; } = FuzzTarget.Of("excellon",
        [
            "M48\n;FILE_FORMAT=4:4\nMETRIC,TZ,0000.00\nT1C0.300F200S65\nT2C1.000\n%\nG90\nG05\nT1\nX010000Y020000\nX012500Y020000\nR03X1000Y0\nT2\nX5000Y5000G85X8000Y5000\nT0\nM30\n",
            "M48\nINCH,LZ\nVER,1\nFMAT,2\nT01C0.0200\nT02C0.0394\n%\nT01\nX01Y01\nX015Y01\nG00X02Y02\nM15\nG01X03Y02\nG02X03Y03A0050\nG03X02Y03I-005J0\nM16\nG05\nT02\nX04Y04\nM25\nX1Y1\nM01\nM02X1Y1\nM08\nM30\n",
            "; #@! TF.FileFunction,Plated,1,4,PTH\nM48\n; #@! TA.AperFunction,Plated,PTH,ViaDrill\nMETRIC\nT1C0.2\n%\nG90\nG05\nT1\nX1.5Y-2.25\nX-3.0Y4.\nM30\n",
            "%\nT1C.02F0S0\nG93X0Y0\nG91\nX1000Y1000\nX1000\nY1000\nM70\nM80\nM90\nR5M02\nG32X5Y5A1\nP1X2Y2\nM30\n",
        ],
        "\0 M48 M95 % G90 G91 G05 G00 G01 G02 G03 G40 G85 M15 M16 M17 M25 M01 M02 M08 M30 M71 M72 METRIC INCH LZ TZ ,000.000 ;FILE_FORMAT=2:5 T1 T99C0.5 R99999X1Y1 R9M02X1 X Y A I J C F S FMAT,1 ICI,ON ATC VER,1 G93X1Y1 G84X1",
        content =>
        {
            ExcellonReader.Recognises(content);
            var program = ExcellonReader.Read("fuzz.drl", content);
            DrillFormatInference.Choose(program, [new Point(10_000_000, 20_000_000), new Point(25_400_000, 25_400_000)], null);
        });

    public static FuzzTarget Netlist { get; } = FuzzTarget.Of("ipc-d-356",
        [
            "C  own\nP  JOB   node\nP  CODE 00\nP  UNITS CUST 0\nP  DIM   N\nP  NNAME1  A_NET_WITH_A_VERY_LONG_NAME\n317GND              VIA        MD0118PA00X+010000Y-005000X0236Y0000R000S3\n" +
                "327NNAME1           U7    -1          A01X+002598Y+003760X0394Y0256R090S1\n367N/C              H1          D0984UA00X+002559Y+002362X0984Y0000R000S0\n389BOARD_EDGE      X0Y0 X0Y10000\n999\n",
            "P  VER IPC-D-356A\nP  IMAGE PRIMARY\nP  UNITS CUST 1\n317+3V3             P1    -2    D0450PA00X 005500Y 000000X0650Y0650     S3\n017                 P1    -3          A02X+000100Y+000200X0100Y0100R045S2\n" +
                "378SIG              X0080 X+001000Y+002000X+003000 Y+004000*X5Y5\n078                 X1Y1\n370GND     A1 X0Y0X100Y100\n999\n",
        ],
        "317 327 367 017 027 378 078 389 089 390 370 999 P C NNAME UNITS CUST 0 1 2 X+ Y- R090 S0 S1 S2 S3 D0100 PA UA A00 A01 * M V \n",
        content =>
        {
            IpcNetlistReader.Recognises(content);
            IpcNetlistReader.Read("fuzz.ipc", content);
        });

    public static FuzzTarget Job { get; } = FuzzTarget.Of("gbrjob",
        [
            "{\"Header\":{\"GenerationSoftware\":{\"Vendor\":\"T\",\"Application\":\"A\",\"Version\":\"1\"},\"CreationDate\":\"2026-01-01T00:00:00Z\"},\"GeneralSpecs\":{\"ProjectId\":{\"Name\":\"n\",\"GUID\":\"0\",\"Revision\":\"a\"}," +
                "\"Size\":{\"X\":50.5,\"Y\":30},\"LayerNumber\":4,\"BoardThickness\":1.6,\"Finish\":\"ENIG\"},\"DesignRules\":[{\"Layers\":\"Outer\",\"PadToPad\":0.2,\"TrackToTrack\":0.15,\"MinLineWidth\":0.15}]," +
                "\"FilesAttributes\":[{\"Path\":\"a.gbr\",\"FileFunction\":\"Copper,L1,Top\",\"FilePolarity\":\"Positive\"}],\"MaterialStackup\":[{\"Type\":\"Legend\",\"Name\":\"Top\",\"Color\":\"White\"}," +
                "{\"Type\":\"Copper\",\"Thickness\":0.035,\"Name\":\"F.Cu\"},{\"Type\":\"Dielectric\",\"Thickness\":1.5,\"Material\":\"FR4\",\"DielectricConstant\":4.5}]}",
        ],
        "{ } [ ] : , \" null true false -1 1e400 [[[[[[[[ {\"a\": \"Header\" \"GeneralSpecs\" \"Size\" \"MaterialStackup\" \"Thickness\" \"\\u0000\" \"\\ud800\" //",
        content =>
        {
            GerberJobReader.Recognises(content);
            GerberJobReader.Read("fuzz.gbrjob", content);
        });

    public static FuzzTarget Table { get; } = FuzzTarget.Of("table",
        [
            "Designator,Quantity,Manufacturer,MPN,Value,Footprint\n\"R1,R2\",2,Acme,RC-10K,10k,0603\nC1-C4,4,Acme,CC-100N,100n,0402\nU1,1,Other,X-1,,QFN-32\n",
            "Reference;Qty;Value;DNP\r\nR1, R2;2;4k7;\r\nJ1;1;\"a \"\"quoted\"\" part\";DNP\r\n;;;\r\nTotal;3;;\r\n",
            "Designator\tMid X\tMid Y\tLayer\tRotation\nR1\t10.5mm\t20mm\tTop\t90\nC1\t1,5\t-2,25\tBottom\t270\n",
            "# title\nRef     Val       Package   PosX       PosY       Rot  Side\nR1      10k       0603      10.0000    20.0000    90.0000  top\nC1      100n      0402      11.0000    21.0000   180.0000  top\n## End\n",
            "<html><body><table><tr><th>Part</th><th>Qty</th></tr><tr><td colspan=2>R1</td></tr><tr><td rowspan=3>C1&amp;C2</td><td>2</td></tr></table></body></html>",
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"B\"><Table>" +
                "<Row ss:Index=\"2\"><Cell ss:Index=\"3\" ss:MergeAcross=\"2\"><Data ss:Type=\"String\">R1</Data></Cell></Row></Table></Worksheet></Workbook>",
        ],
        ", ; \t \" \"\" | \r\n \n \r R1-R99999 R1-R2147483647 C1..C9 Designator Qty MPN Value DNP X Y <table> <tr> <td> </td> colspan=99999 rowspan=99999 <!-- --> <![CDATA[ ss:Index=\"99999\" \u00ff\u00fe \u00fe\u00ff \u00ef\u00bb\u00bf \0",
        ReadTable);

    /// <summary>A table of any kind is read on as a parts list and as placements.</summary>
    public static void ReadTable(byte[] content)
    {
        var workbook = TableReader.Read("fuzz.csv", content);
        BomReader.ReadAll("fuzz.csv", workbook);
        CentroidReader.ReadAll("fuzz.csv", workbook);
    }
}
