using Turnkey.Plants.Parts;

namespace Turnkey.Plants.Tests;

public sealed class PartLibraryTests
{
    [Theory]
    [InlineData("R", "10k", "R_0402_1005Metric", "resistor", Mounting.SurfaceMount, 2)]
    [InlineData("C", "100n", "C0603", "capacitor-ceramic", Mounting.SurfaceMount, 2)]
    [InlineData("C", "10uF", "Capacitor_SMD:C_0805_2012Metric_Pad1.18x1.45mm_HandSolder", "capacitor-ceramic", Mounting.SurfaceMount, 2)]
    [InlineData("C", "47uF", "Capacitor_Tantalum_SMD:CP_EIA-7343-31_Kemet-D", "capacitor-tantalum", Mounting.SurfaceMount, 2)]
    [InlineData("D", "1N4148", "SOD-523", "diode", Mounting.SurfaceMount, 2)]
    [InlineData("D", "LED", "LED_SMD:LED_0603_1608Metric", "led", Mounting.SurfaceMount, 2)]
    [InlineData("D", "1N4148", "DO35_1K_2A", "diode", Mounting.ThroughHole, 2)]
    [InlineData("Q", "BSS138", "SOT-23", "transistor", Mounting.SurfaceMount, 3)]
    [InlineData("Q", "", "U-DFN2020-6", "transistor", Mounting.SurfaceMount, 7)]
    [InlineData("U", "LDO", "SOT-23-5", "ic-small", Mounting.SurfaceMount, 5)]
    [InlineData("U", "LDO", "SOT23-6L", "ic-small", Mounting.SurfaceMount, 6)]
    [InlineData("U", "W25Q", "SOIC-8_5.23x5.23mm_P1.27mm", "ic-small", Mounting.SurfaceMount, 8)]
    [InlineData("U", "ICE40", "QFN-48-1EP_7x7mm_P0.5mm_EP5.6x5.6mm", "ic-large", Mounting.SurfaceMount, 49)]
    [InlineData("U", "MCU", "LQFP-64_10x10mm_P0.5mm", "ic-large", Mounting.SurfaceMount, 64)]
    [InlineData("U", "FPGA", "BGA-256_14.0x14.0mm", "ic-array", Mounting.SurfaceMount, 256)]
    [InlineData("U", "PLL", "QFN50P500X500X100-33V2N", "ic-medium", Mounting.SurfaceMount, 34)]
    [InlineData("M", "ESP32-WROOM-32D", "ESP-WROOM-32", "module", Mounting.SurfaceMount, 20)]
    [InlineData("U", "NE555", "DIP-8_W7.62mm", "ic-small", Mounting.ThroughHole, 8)]
    [InlineData("U", "FT231", "20-SSOP", "ic-medium", Mounting.SurfaceMount, 20)]
    [InlineData("U", "ESP32-WROOM-32E", "ESP32-WROOM-32E", "module", Mounting.SurfaceMount, 20)]
    [InlineData("J", "PROG", "PinHeader_1x06_P2.54mm_Vertical", "header", Mounting.ThroughHole, 6)]
    [InlineData("J", "", "PinSocket_2x20_P2.54mm_Vertical", "header", Mounting.ThroughHole, 40)]
    [InlineData("PGM", "HN1x2", "HN1x2", "header", Mounting.ThroughHole, 2)]
    [InlineData("Y", "16MHz", "SMD 7x5 mm", "crystal", Mounting.SurfaceMount, 4)]
    [InlineData("RN", "4x10k", "R_Array_Convex_4x0603", "resistor-network", Mounting.SurfaceMount, 8)]
    [InlineData("FID", "", "Fiducial_1mm", PartKind.NotAPart, Mounting.NotMounted, 0)]
    [InlineData("TP", "", "TestPoint_Pad_D1.0mm", PartKind.NotAPart, Mounting.NotMounted, 0)]
    [InlineData("H", "", "MountingHole_3.2mm_M3", PartKind.NotAPart, Mounting.NotMounted, 0)]
    [InlineData("", "M3 screw", "", "mechanical", Mounting.Mechanical, 0)]
    public void A_part_is_recognised(string prefix, string value, string footprint, string partClass, Mounting mounting, int joints)
    {
        var kind = Plant.Default.Parts.Recognise(new PartDescription(prefix, value, footprint, "", false));
        Assert.Equal((partClass, mounting, joints), (kind.Class, kind.Mounting, kind.Joints));
    }

    [Theory]
    [InlineData("U", "ACC3X", "LGA-12_2x2mm_P0.5mm", "Accelerometer", "ic-small")]
    [InlineData("U", "ACC3X", "LGA", "Motion sensor", "ic-small")]
    [InlineData("U", "", "WLCSP-9", "Load switch", "ic-small")]
    [InlineData("U", "", "LGA-64", "Processor", "ic-array")]
    [InlineData("U", "ASIC-7", "", "", "ic-unknown")]
    [InlineData("PULL_A", "3.3k", "R0603", "", "resistor")]
    [InlineData("CF", "1nF", "C0603", "", "capacitor-ceramic")]
    [InlineData("CL", "0.1u", "C0603", "", "capacitor-ceramic")]
    [InlineData("R", "4.7k\u03a9", "R0603", "", "resistor")]
    [InlineData("RV", "0", "603", "", "resistor")]
    [InlineData("RV", "10k", "", "Trimmer potentiometer", "potentiometer")]
    [InlineData("B", "PT6", "SMD 4-pin", "PUSH BUTTON", "switch")]
    [InlineData("POWER", "", "", "Switch tactile SPST", "switch")]
    [InlineData("BAT", "", "SMD 2-pin", "Coin cell holder", "battery")]
    [InlineData("B", "", "", "Conn header PH 2 way", "header")]
    [InlineData("GPDI", "", "SMD 20-pin", "HDMI", "connector-large")]
    [InlineData("AUDIO", "", "SMD 6-pin", "3.5 mm", "connector")]
    [InlineData("US", "", "", "Micro USB", "connector")]
    [InlineData("VGA", "VGA15", "", "", "connector-large")]
    [InlineData("PS", "MINI-DIN", "", "", "connector")]
    [InlineData("PWR", "", "DC_JACK_2MM", "", "connector")]
    [InlineData("REF", "", "SMA_EDGELAUNCH", "", "connector")]
    [InlineData("J", "", "USB_C_Receptacle", "", "connector-large")]
    [InlineData("VR", "", "", "-2.5 V LDO", "ic-small")]
    [InlineData("VR", "", "SOT-23-5", "", "ic-small")]
    [InlineData("L", "78M08", "TO-252-2", "", "ic-small")]
    [InlineData("L", "4u7", "0805", "", "inductor")]
    [InlineData("U", "WS2812B", "WS2812", "", "led")]
    [InlineData("EXLED", "YS-SK6812", "", "", "led")]
    [InlineData("U", "RGB LED", "PLCC4", "", "led")]
    [InlineData("U", "LED driver", "SOIC-8", "", "ic-small")]
    [InlineData("U", "USB ESD protection", "SOT-23-6", "", "ic-small")]
    [InlineData("U", "Load switch", "SOT-23-6", "", "ic-small")]
    [InlineData("U", "SG-210STF", "4Pin_2.5x2.0mm", "", "oscillator")]
    [InlineData("U", "25MHz", "", "", "oscillator")]
    [InlineData("BLE", "", "SM", "Radio module", "module")]
    [InlineData("DRV", "DRV1", "HTSSOP-28", "", "ic-medium")]
    [InlineData("ZZ", "2N3904", "", "", "other")]
    public void What_the_columns_say_outvotes_an_ambiguous_or_unknown_designator(string prefix, string value, string footprint, string description, string partClass) =>
        Assert.Equal(partClass, Plant.Default.Parts.Recognise(new PartDescription(prefix, value, footprint, description, true)).Class);

    [Theory]
    [InlineData("LQFP-64_10x10mm_P0.5mm", true)]
    [InlineData("TQFP-44_10x10mm_P0.8mm", false)]
    [InlineData("SOIC-8", false)]
    [InlineData("BGA-256", true)]
    public void Fine_pitch_is_what_the_name_says_or_the_family_usually_has(string footprint, bool fine) =>
        Assert.Equal(fine, Plant.Default.Parts.Recognise(new PartDescription("U", "", footprint, "", false)).FinePitch);

    [Fact]
    public void A_test_point_with_a_part_number_is_something_to_buy()
    {
        var kind = Plant.Default.Parts.Recognise(new PartDescription("TP", "5001", "TestPoint_Keystone_5000-5004_Miniature", "", true));
        Assert.Equal("terminal", kind.Class);
        Assert.NotEqual(Mounting.NotMounted, kind.Mounting);
    }

    [Fact]
    public void Every_class_but_what_is_no_part_has_a_price_range() =>
        Assert.All(Plant.Default.Parts.Classes.Where(name => name != PartKind.NotAPart), name => Assert.True(Plant.Default.Has($"parts.price.{name}"), name));

    [Fact]
    public void No_text_breaks_it()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => "QFNSOT0123456789-_x.:XPBGA 1206mm\u00e9"[random.Next(33)])]);
            var kind = Plant.Default.Parts.Recognise(new PartDescription("U", text, text, text, random.Next(2) == 0));
            Assert.InRange(kind.Joints, 0, 5000);
        }
    }
}
