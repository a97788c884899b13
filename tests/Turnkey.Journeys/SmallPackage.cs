namespace Turnkey.Journeys;

/// <summary>A package of our own: a two-layer board of 20 × 10 mm with a BOM and a position file.</summary>
internal static class SmallPackage
{
    public static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "small-Edge_Cuts.gbr"), Gerber("Profile,NP", "%ADD10C,0.05*%", "D10*\nX0Y0D02*\nX20000000Y0D01*\nX20000000Y10000000D01*\nX0Y10000000D01*\nX0Y0D01*"));
        File.WriteAllText(Path.Combine(folder, "small-F_Cu.gbr"), Gerber("Copper,L1,Top", "%TA.AperFunction,SMDPad,CuDef*%\n%ADD10R,0.5X0.6*%\n%TD*%\n%ADD11C,0.2*%",
            "D10*\nX5000000Y5000000D03*\nX6000000Y5000000D03*\nX10000000Y5000000D03*\nX11000000Y5000000D03*\nD11*\nX6000000Y5000000D02*\nX10000000Y5000000D01*"));
        File.WriteAllText(Path.Combine(folder, "small-B_Cu.gbr"), Gerber("Copper,L2,Bot", "%ADD11C,0.2*%", "D11*\nX2000000Y2000000D02*\nX18000000Y2000000D01*"));
        File.WriteAllText(Path.Combine(folder, "small-F_Mask.gbr"), Gerber("Soldermask,Top", "%ADD10R,0.6X0.7*%", "D10*\nX5000000Y5000000D03*\nX6000000Y5000000D03*\nX10000000Y5000000D03*\nX11000000Y5000000D03*"));
        File.WriteAllText(Path.Combine(folder, "small-PTH.drl"), "M48\nMETRIC,TZ\nT1C0.300\n%\nG90\nG05\nT1\nX2.0Y2.0\nX18.0Y2.0\nT0\nM30\n");
        File.WriteAllText(Path.Combine(folder, "bom.csv"), "Designator,Quantity,Manufacturer,MPN,Value,Footprint\nR1,1,Yageo,RC0402FR-0710KL,10k,0402\nC1,1,Murata,GRM155R71C104KA88D,100n,0402\nU9,1,Texas Instruments,TPS7A0233PDBVR,TPS7A0233,SOT-23-5\n");
        File.WriteAllText(Path.Combine(folder, "positions.csv"), "Ref,Val,Package,PosX,PosY,Rot,Side\nR1,10k,0402,5.5,5.0,0,top\nC1,100n,0402,10.5,5.0,0,top\n");
        return folder;
    }

    private static string Gerber(string function, string apertures, string body) =>
        $"%TF.FileFunction,{function}*%\n%TF.Part,Single*%\n%FSLAX46Y46*%\n%MOMM*%\n%LPD*%\n{apertures}\n{body}\nM02*\n";
}
