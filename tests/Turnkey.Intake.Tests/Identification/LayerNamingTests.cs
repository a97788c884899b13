using Turnkey.Designs;
using Turnkey.Designs.Layers;
using Turnkey.Intake.Identification;

namespace Turnkey.Intake.Tests.Identification;

public sealed class LayerNamingTests
{
    [Theory]
    // KiCad, own names, three generations
    [InlineData("node-F_Cu.gbr", FileRole.Copper, Side.Top)]
    [InlineData("node-B.Cu.gbl", FileRole.Copper, Side.Bottom)]
    [InlineData("node-In1_Cu.g2", FileRole.Copper, Side.Inner, 2)]
    [InlineData("node-In2_Cu.gbr", FileRole.Copper, Side.Inner, 2)]
    [InlineData("node-F_Mask.gbr", FileRole.SolderMask, Side.Top)]
    [InlineData("node-B_SilkS.gbr", FileRole.Legend, Side.Bottom)]
    [InlineData("node-F_Silkscreen.gbr", FileRole.Legend, Side.Top)]
    [InlineData("node-F_Paste.gbr", FileRole.Paste, Side.Top)]
    [InlineData("node-Edge_Cuts.gbr", FileRole.Outline, Side.All)]
    [InlineData("node-F_CrtYd.gbr", FileRole.Drawing, Side.Top)]
    [InlineData("node-B_Courtyard.gbr", FileRole.Drawing, Side.Bottom)]
    [InlineData("node-F_Fab.gbr", FileRole.Drawing, Side.Top)]
    [InlineData("node-Dwgs_User.gbr", FileRole.Drawing, null)]
    [InlineData("node-Eco1_User.gbr", FileRole.Drawing, null)]
    [InlineData("node-Margin.gbr", FileRole.Drawing, null)]
    [InlineData("node-F_Adhes.gbr", FileRole.Other, Side.Top)]
    [InlineData("node-PTH-drl_map.gbr", FileRole.Drawing, null)]
    [InlineData("node-CuTop.gbr", FileRole.Copper, Side.Top)]
    [InlineData("node-MaskBottom.gbr", FileRole.SolderMask, Side.Bottom)]
    [InlineData("node-SilkTop.gbr", FileRole.Legend, Side.Top)]
    [InlineData("node-VScore.gbr", FileRole.Other, Side.All)]
    // Altium
    [InlineData("Node.GTL", FileRole.Copper, Side.Top)]
    [InlineData("Node.G1", FileRole.Copper, Side.Inner, 1)]
    [InlineData("Node.GP2", FileRole.Copper, Side.Inner, 2)]
    [InlineData("Node.GBS", FileRole.SolderMask, Side.Bottom)]
    [InlineData("Node.GPT", FileRole.Drawing, Side.Top)]
    [InlineData("Node.GD1", FileRole.Drawing, Side.All)]
    [InlineData("Node_Copper_Signal_Top.gbr", FileRole.Copper, Side.Top)]
    [InlineData("Node_Copper_Signal_1.gbr", FileRole.Copper, null)]
    [InlineData("Node_Copper_Plane_2.gbr", FileRole.Copper, Side.Inner, 2)]
    [InlineData("Node_Soldermask_Bot.gbr", FileRole.SolderMask, Side.Bottom)]
    [InlineData("Node_Legend_Top.gbr", FileRole.Legend, Side.Top)]
    [InlineData("Node_Profile.gbr", FileRole.Outline, Side.All)]
    [InlineData("Node_Drillmap_1.gbr", FileRole.Drawing, null)]
    // Eagle and Fusion
    [InlineData("node.cmp", FileRole.Copper, Side.Top)]
    [InlineData("node.sol", FileRole.Copper, Side.Bottom)]
    [InlineData("node.stc", FileRole.SolderMask, Side.Top)]
    [InlineData("node.pls", FileRole.Legend, Side.Bottom)]
    [InlineData("node.crc", FileRole.Paste, Side.Top)]
    [InlineData("copper_top.gbr", FileRole.Copper, Side.Top)]
    [InlineData("copper_bottom.gbr", FileRole.Copper, Side.Bottom)]
    [InlineData("soldermask_top.gbr", FileRole.SolderMask, Side.Top)]
    [InlineData("solderpaste_bottom.gbr", FileRole.Paste, Side.Bottom)]
    [InlineData("silkscreen_top.gbr", FileRole.Legend, Side.Top)]
    [InlineData("profile.gbr", FileRole.Outline, Side.All)]
    [InlineData("copper_l2.G1", FileRole.Copper, Side.Inner, 2)]
    // EasyEDA
    [InlineData("Gerber_TopLayer.GTL", FileRole.Copper, Side.Top)]
    [InlineData("Gerber_InnerLayer1.G1", FileRole.Copper, Side.Inner, 1)]
    [InlineData("Gerber_BoardOutlineLayer.GKO", FileRole.Outline, Side.All)]
    [InlineData("Gerber_DocumentLayer.GDL", FileRole.Drawing, Side.All)]
    [InlineData("Gerber_TopPasteMaskLayer.GTP", FileRole.Paste, Side.Top)]
    [InlineData("Gerber_TopSolderMaskLayer.gbr", FileRole.SolderMask, Side.Top)]
    [InlineData("Gerber_BottomSilkscreenLayer.gbr", FileRole.Legend, Side.Bottom)]
    // DipTrace
    [InlineData("Top.gbr", FileRole.Copper, Side.Top)]
    [InlineData("BottomMask.gbr", FileRole.SolderMask, Side.Bottom)]
    [InlineData("TopPaste.gbr", FileRole.Paste, Side.Top)]
    [InlineData("TopAssembly.gbr", FileRole.Drawing, Side.Top)]
    [InlineData("BoardOutline.gbr", FileRole.Outline, Side.All)]
    // DesignSpark
    [InlineData("NODE - Top Copper.gbr", FileRole.Copper, Side.Top)]
    [InlineData("NODE - Layer 2 Copper.gbr", FileRole.Copper, null, 2)]
    [InlineData("NODE - Bottom Solder Mask.gbr", FileRole.SolderMask, Side.Bottom)]
    [InlineData("NODE - Top Paste Mask.gbr", FileRole.Paste, Side.Top)]
    [InlineData("NODE - Drill Ident Drawing - Through Hole.gbr", FileRole.Drawing, Side.All)]
    // Allegro
    [InlineData("l1_primary.art", FileRole.Copper, Side.Top, 1)]
    [InlineData("l2_gnd.art", FileRole.Copper, Side.Inner, 2)]
    [InlineData("l4_secondary.art", FileRole.Copper, Side.Bottom, 4)]
    [InlineData("mask_prm.art", FileRole.SolderMask, Side.Top)]
    [InlineData("paste_sec.art", FileRole.Paste, Side.Bottom)]
    [InlineData("silk_prm.art", FileRole.Legend, Side.Top)]
    [InlineData("assy1.art", FileRole.Drawing, null)]
    [InlineData("fab1.art", FileRole.Drawing, null)]
    [InlineData("TOP.art", FileRole.Copper, Side.Top)]
    [InlineData("SOLDERMASK_TOP.art", FileRole.SolderMask, Side.Top)]
    [InlineData("PASTEMASK_BOTTOM.art", FileRole.Paste, Side.Bottom)]
    // PADS, Zuken, Target3001
    [InlineData("art001.pho", FileRole.Copper, null, 1)]
    [InlineData("sm0121.pho", FileRole.SolderMask, Side.Top)]
    [InlineData("sm004028.pho", FileRole.SolderMask, Side.Bottom)]
    [InlineData("smd0123.pho", FileRole.Paste, Side.Top)]
    [InlineData("ssb0429.pho", FileRole.Legend, Side.Bottom)]
    [InlineData("drl0124.pho", FileRole.Drawing, null)]
    [InlineData("conductor-3.fph", FileRole.Copper, null, 3)]
    [InlineData("resist-A.fph", FileRole.SolderMask, Side.Top)]
    [InlineData("metalmask-B.fph", FileRole.Paste, Side.Bottom)]
    [InlineData("p.PosiTop", FileRole.Legend, Side.Top)]
    [InlineData("p.StopBot", FileRole.SolderMask, Side.Bottom)]
    [InlineData("board.l15", FileRole.Copper, Side.Inner, 15)]
    // OrCAD, gEDA, Target, others
    [InlineData("lyr1.art", FileRole.Copper, null, 1)]
    [InlineData("NODE.SMT", FileRole.SolderMask, Side.Top)]
    [InlineData("NODE.SSB", FileRole.Legend, Side.Bottom)]
    [InlineData("NODE.IN1", FileRole.Copper, Side.Inner, 1)]
    [InlineData("node.topmask.gbr", FileRole.SolderMask, Side.Top)]
    [InlineData("node.bottomsilk.gbr", FileRole.Legend, Side.Bottom)]
    [InlineData("node.outline.gbr", FileRole.Outline, Side.All)]
    [InlineData("node_contour.gm1", FileRole.Outline, Side.All)]
    [InlineData("node.toppaste.gbr", FileRole.Paste, Side.Top)]
    [InlineData("topsoldermask.ger", FileRole.SolderMask, Side.Top)]
    [InlineData("BOTTOM_SOLDER_MASK.GBR", FileRole.SolderMask, Side.Bottom)]
    [InlineData("solder_side.gbr", FileRole.Copper, Side.Bottom)]
    [InlineData("Inner Layer 2.gbr", FileRole.Copper, Side.Inner, 2)]
    [InlineData("InternalPlane1.gbr", FileRole.Copper, Side.Inner, 1)]
    public void A_file_name_says_role_side_and_order(string name, FileRole role, Side? side, int? order = null)
    {
        var meaning = LayerNaming.OfFileName(name, new HashSet<string>());

        Assert.NotNull(meaning);
        Assert.Equal((role, side), (meaning.Role!.Value, meaning.Side));
        if (order is not null) Assert.Equal(order, meaning.Order);
    }

    [Theory]
    [InlineData("readme.txt")]
    [InlineData("netlist.err")]
    [InlineData("sensor.xyz")]
    public void A_name_that_says_no_layer_has_no_meaning(string name) => Assert.Null(LayerNaming.OfFileName(name, new HashSet<string>()));

    [Fact]
    public void Words_that_all_files_share_say_nothing()
    {
        // A project called "top mask" would otherwise turn every layer into a top solder mask.
        var common = new HashSet<string> { "top", "mask" };

        var meaning = LayerNaming.OfFileName("top-mask-B_Cu.gbr", common);

        Assert.Equal((FileRole.Copper, Side.Bottom), (meaning!.Role!.Value, meaning.Side!.Value));
    }

    [Fact]
    public void Mechanical_layers_are_left_open_for_geometry() => Assert.True(LayerNaming.OfFileName("node.GM13", new HashSet<string>())!.Mechanical);

    [Theory]
    [InlineData("TopSolderMask", "top solder mask")]
    [InlineData("topsoldermask", "top soldermask")]
    [InlineData("SMDTop_v2", "smd top v 2")]
    [InlineData("copper_l12.gbr", "copper l 12 gbr")]
    public void A_name_parts_into_words(string name, string words) => Assert.Equal(words, string.Join(' ', LayerNaming.Words(name)));
}
