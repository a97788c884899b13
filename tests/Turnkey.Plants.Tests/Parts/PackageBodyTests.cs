using Turnkey.Plants.Parts;

namespace Turnkey.Plants.Tests.Parts;

public class PackageBodyTests
{
    [Theory]
    [InlineData("R_0402_1005Metric", "0402", 1, 0.5, "EIA codes")]
    [InlineData("QFN-48-1EP_7x7mm_P0.5mm_EP5.6x5.6mm", "QFN-48", 7, 7, "KiCad: body without leads, and a QFN has none")]
    [InlineData("SOIC-8_3.9x4.9mm_P1.27mm", "SOIC-8", 6, 4.9, "KiCad: body without leads")]
    [InlineData("LQFP-64_10x10mm_P0.5mm", "LQFP-64", 12, 12, "KiCad: body without leads")]
    [InlineData("QFN50P700X700X90-48", "QFN-48", 7, 7, "IPC-7351")]
    [InlineData("CAPC1608X90", "", 1.6, 0.8, "IPC-7351 chips")]
    [InlineData("SOIC-8_L5.0-W4.0-P1.27-LS6.0-BL", "SOIC-8", 6, 5, "EasyEDA: length, width, lead span")]
    [InlineData("SOIC127P600X175-8", "SOIC-8", 6, 4.9, "IPC-7351 gives span and height of two-row parts")]
    [InlineData("CP_Elec_6.3x7.7", "CP_ELEC", 6.3, 6.3, "cans by diameter and height")]
    [InlineData("D_SOD-123", "SOD", 3.7, 1.6, "the family by its number")]
    [InlineData("SOT-23", "SOT23", 2.5, 2.9, "JEDEC outlines")]
    [InlineData("CP_EIA-7343-31_Kemet-D", "EIA7343", 7.3, 4.3, "tantalum cases")]
    public void A_package_has_the_dimensions_of_its_outline_with_terminals(string footprint, string package, double length, double width, string because)
    {
        var body = PackageBody.Of(footprint, package);
        Assert.True(body is not null, because);
        Assert.Equal((length, width), (body.Length.Millimetres, body.Width.Millimetres));
    }

    [Theory]
    [InlineData("CUSTOM_MODULE", "")]
    [InlineData("QFN-48", "QFN-48")]
    public void What_neither_name_nor_table_tells_is_not_known(string footprint, string package) => Assert.Null(PackageBody.Of(footprint, package));

    [Fact]
    public void Every_figure_of_assembly_names_its_source()
    {
        foreach (var name in (string[])["stencil-thickness", "courtyard-excess", "body-tolerance", "local-fiducial-reach", "fine-pitch", "fiducial-smallest", "fiducial-largest", "fiducial-opening", "tombstone-reach", "tombstone-floor", "tooling-hole-smallest", "mark-reach"])
        {
            var figure = MountingFigures.Of(name);
            Assert.True(figure.Value > 0 && figure.Source.Length > 10, name);
        }
        Assert.True(MountingFigures.Of("stencil-thickness").Assumed);
    }
}
