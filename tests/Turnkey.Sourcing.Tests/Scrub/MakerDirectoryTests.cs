using Turnkey.Sourcing.Scrub;
using Turnkey.Sourcing.Scrub.Makers;

namespace Turnkey.Sourcing.Tests.Scrub;

public sealed class MakerDirectoryTests
{
    [Theory]
    [InlineData("TI", "Texas Instruments")]
    [InlineData("Texas Instruments Inc.", "Texas Instruments")]
    [InlineData("ST Microelectronics", "STMicroelectronics")]
    [InlineData("On Semi", "onsemi")]
    [InlineData("muRata", "Murata")]
    [InlineData("Murata Electronics North America", "Murata")]
    [InlineData("WE", "Würth Elektronik")]
    [InlineData("Wuerth Elektronik", "Würth Elektronik")]
    [InlineData("Würth", "Würth Elektronik")]
    [InlineData("Samsung", "Samsung Electro-Mechanics")]
    [InlineData("UniOhm", "UNI-ROYAL (Uniohm)")]
    [InlineData("FH(风华)", "FH (Guangdong Fenghua)")]
    [InlineData("ALLEGRO(美国埃戈罗)", "Allegro MicroSystems")]
    [InlineData("EVERLIGHT(台湾亿光)", "Everlight")]
    [InlineData("JST Sales America Inc", "JST")]
    [InlineData("GigaDevice Semiconductor (HK) Limited", "GigaDevice")]
    [InlineData("COPAL", "Nidec Components")]
    [InlineData("C&K Components", "C&K")]
    public void Spellings_of_a_maker_are_one_name(string written, string canonical)
    {
        var maker = MakerDirectory.Default.Find(written)!;
        Assert.Equal((canonical, Certainty.Certain), (maker.Canonical, maker.Certainty));
        Assert.Equal(written, maker.Written);
    }

    [Theory]
    [InlineData("Linear Technology", "Analog Devices")]
    [InlineData("Maxim", "Analog Devices")]
    [InlineData("Dallas Semiconductor", "Analog Devices")]
    [InlineData("Atmel", "Microchip Technology")]
    [InlineData("Micrel", "Microchip Technology")]
    [InlineData("SMSC", "Microchip Technology")]
    [InlineData("Freescale", "NXP")]
    [InlineData("International Rectifier", "Infineon")]
    [InlineData("Cypress", "Infineon")]
    [InlineData("Fairchild", "onsemi")]
    [InlineData("Avago", "Broadcom")]
    [InlineData("National Semiconductor", "Texas Instruments")]
    [InlineData("TOKO", "Murata")]
    public void A_merged_maker_is_its_successor_and_the_old_name_is_kept(string written, string canonical)
    {
        var maker = MakerDirectory.Default.Find(written)!;
        Assert.Equal(canonical, maker.Canonical);
        Assert.NotEmpty(maker.Was);
    }

    [Theory]
    [InlineData("KEMET", "KEMET", "YAGEO")]
    [InlineData("EPCOS", "EPCOS", "TDK")]
    [InlineData("FCI", "Amphenol ICC", "Amphenol")]
    [InlineData("Vishay Siliconix", "Vishay Siliconix", "Vishay")]
    public void A_brand_keeps_its_name_and_knows_its_owner(string written, string canonical, string owner)
    {
        var maker = MakerDirectory.Default.Find(written)!;
        Assert.Equal((canonical, owner), (maker.Canonical, maker.Group));
    }

    [Theory]
    [InlineData("Texas Insturments", "Texas Instruments")]
    [InlineData("Panasonnic", "Panasonic")]
    [InlineData("Nexpeira", "Nexperia")]
    [InlineData("Coilcarft", "Coilcraft")]
    [InlineData("STMicroelectroncs", "STMicroelectronics")]
    public void A_slip_in_a_long_name_is_mended_and_only_likely(string written, string canonical)
    {
        var maker = MakerDirectory.Default.Find(written)!;
        Assert.Equal((canonical, Certainty.Likely), (maker.Canonical, maker.Certainty));
    }

    [Theory]
    [InlineData("TDX")]
    [InlineData("NXB")]
    [InlineData("Acme Widgets")]
    [InlineData("JXT")]
    public void Short_and_unknown_names_are_left_as_written(string written)
    {
        var maker = MakerDirectory.Default.Find(written)!;
        Assert.Equal((written, Certainty.Unknown), (maker.Canonical, maker.Certainty));
    }

    [Theory]
    [InlineData("Linear Technology", "Analog Devices", true)]
    [InlineData("KEMET", "Yageo", true)]
    [InlineData("TI", "Texas Instruments", true)]
    [InlineData("Murata", "TDK", false)]
    [InlineData("Vishay Dale", "Vishay", true)]
    [InlineData(null, "TDK", true)]
    [InlineData("Acme", "Acme Electronics Ltd.", true)]
    [InlineData("Acme", "Bolts Inc", false)]
    public void Makers_agree_when_they_can_be_one_company(string? a, string? b, bool agree)
    {
        Assert.Equal(agree, MakerDirectory.Default.Agree(a, b));
        Assert.Equal(agree, MakerDirectory.Default.Agree(b, a));
    }

    [Fact]
    public void Every_spelling_belongs_to_one_maker() => Assert.Empty(MakerDirectory.Default.Ambiguous);

    [Fact]
    public void Every_owner_is_in_the_table_and_every_row_has_a_source()
    {
        var names = MakerDirectory.Default.Rows.Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(MakerDirectory.Default.Rows, row =>
        {
            Assert.NotEmpty(row.Source);
            Assert.Equal(row.Relation.Length == 0, row.Of.Length == 0);
            if (row.Of.Length > 0) Assert.Contains(row.Of, names);
        });
        Assert.True(names.Count > 500);
    }

    [Fact]
    public void Any_text_has_a_name_or_none() => Laws.Hold(Laws.AnyText, text =>
    {
        var maker = MakerDirectory.Default.Find(text);
        if (maker is not null) Assert.NotEmpty(maker.Canonical);
    });
}
