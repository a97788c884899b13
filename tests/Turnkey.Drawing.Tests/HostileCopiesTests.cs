using System.Globalization;
using System.Text;
using Turnkey.Designs.Layers;
using Turnkey.Drawing.Raster;
using Turnkey.Formats.Gerber;
using Turnkey.Formats.Gerber.Writing;
using Turnkey.Kernel;

namespace Turnkey.Drawing.Tests;

/// <summary>A few bytes of a Gerber file can ask for any number of copies. What is made of them stays within the memory that reading alone may take.</summary>
public sealed class HostileCopiesTests
{
    private const long MostAllocated = 64L << 20;
    private const int Pixels = 500;

    // Comments up to 64 KB: what a file may ask for grows with it.
    private static readonly string Header = "%FSLAX43Y43*%\n%MOMM*%\nG75*\nG04 " + new string('x', 60_000) + "*\n";

    private static readonly string Star = "%AMM*4,1,200," + string.Join(',', Enumerable.Range(0, 201).Select(i => string.Create(CultureInfo.InvariantCulture,
        $"{Math.Cos(i * Math.Tau / 200) * ((i % 2) + 1):0.###},{Math.Sin(i * Math.Tau / 200) * ((i % 2) + 1):0.###}"))) + ",0*%\n%ADD10M*%\n";

    public static TheoryData<string, string> Files => new()
    {
        { "discs as large as the picture", "%ADD10C,500*%D10*%SRX600Y600I0.001J0.001*%X0Y0D03*%SR*%" },
        { "discs, dark and clear in turn", "%ADD10C,5*%D10*%SRX600Y600I0.7J0.7*%%LPD*%X0Y0D03*%LPC*%X100Y0D03*%SR*%" },
        { "strokes", "%ADD10C,.5*%D10*%SRX600Y600I0.7J0.7*%X0Y0D02*X300Y300D01*%SR*%" },
        { "arcs", "%ADD10C,.5*%D10*%SRX600Y600I0.7J0.7*%X0Y0D02*G03X300000Y0I150000J0D01*%SR*%" },
        { "a rectangle along arcs", "%ADD10R,.5X.7*%D10*%SRX600Y600I0.7J0.7*%X0Y0D02*G03X300000Y0I150000J0D01*%SR*%" },
        { "a star of a macro", Star + "D10*%SRX600Y600I0.7J0.7*%X0Y0D03*%SR*%" },
        { "a star along arcs", Star + "D10*%SRX600Y600I0.7J0.7*%X0Y0D02*G03X300000Y0I150000J0D01*%SR*%" },
        { "a disc with a hole", "%ADD10C,500X100*%D10*%SRX600Y600I0.7J0.7*%X0Y0D03*%SR*%" },
        { "thermals", "%AMT*7,0,0,9,8,1,0*%%ADD10T*%D10*%SRX600Y600I0.7J0.7*%X0Y0D03*%SR*%" },
        { "two thousand rings of a macro, dragged", "%AMR*" + string.Concat(Enumerable.Repeat("6,0,0,9,1,1,3,.1,10,0*", 2000)) + "%%ADD10R*%D10*X0Y0D02*X9000Y9000D01*G03X0Y0I-4500J-4500D01*" },
        { "areas", "%SRX600Y600I1J1*%G36*X0Y0D02*X9D01*Y9D01*G02X0Y0I-5J-5D01*G37*%SR*%" },
        { "areas of many corners", "%SRX600Y600I1J1*%G36*X0Y0D02*" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"X{i % 2 * 100000}Y{i * 20}D01*")) + "G37*%SR*%" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Reading_and_drawing_or_writing_stays_within_memory(string name, string file)
    {
        var content = Encoding.ASCII.GetBytes(Header + file + "M02*");
        Use(image => LayerPicture.Svg(LayerOf(image)));
        Use(image => LayerRaster.Draw(image, GridOf(image)));
        Use(image => GerberWriter.Write(image, GerberFileAttributes.None));

        void Use(Action<LayerImage> make)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            make(GerberReader.Read("copies.gbr", content).Image);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before is var allocated && allocated <= MostAllocated, $"{name}: {allocated >> 20} MB");
        }
    }

    [Fact]
    public void Shapes_as_large_as_the_picture_end_at_a_limit_that_is_named()
    {
        var image = GerberReader.Read("copies.gbr", Encoding.ASCII.GetBytes(Header + "%ADD10C,500*%D10*%SRX600Y600I0.001J0.001*%X0Y0D03*%SR*%M02*")).Image;
        var log = new DiagnosticLog("copies.gbr");

        var bitmap = LayerRaster.Draw(image, GridOf(image), log: log);

        Assert.Equal("render.limit", Assert.Single(log.ToList()).Code);
        Assert.True(bitmap[Pixels / 2, Pixels / 2]);
        var smooth = new DiagnosticLog("copies.gbr");
        LayerRaster.DrawSmooth(image, GridOf(image), log: smooth);
        Assert.Equal("render.limit", Assert.Single(smooth.ToList()).Code);
    }

    [Fact]
    public void A_picture_in_svg_that_would_become_too_large_says_what_is_missing()
    {
        var image = GerberReader.Read("copies.gbr", Encoding.ASCII.GetBytes(Header + Star + "D10*%SRX600Y600I0.7J0.7*%X0Y0D02*X3000Y2000D01*%SR*%M02*")).Image;
        var log = new DiagnosticLog("copies.gbr");

        var svg = LayerPicture.Svg(LayerOf(image), log: log);

        Assert.Contains("objects of the layer are not drawn", Assert.Single(log.ToList()).Message, StringComparison.Ordinal);
        Assert.InRange(svg.Length, 3_900_000, 4_100_000);
    }

    [Fact]
    public void A_panel_of_seventy_boards_is_drawn_in_full()
    {
        // Each board: 50 × 50 pads 0.4 mm apart, every fourth with a track to the next.
        var board = new StringBuilder("%FSLAX43Y43*%\n%MOMM*%\n%ADD10C,0.3*%\n%ADD11C,0.1*%\n%SRX10Y7I21J21*%\nD10*\n");
        for (var i = 0; i < 2500; i++) board.Append(CultureInfo.InvariantCulture, $"X{i % 50 * 400}Y{i / 50 * 400}D03*\n");
        board.Append("D11*\n");
        for (var i = 0; i < 2500; i += 4) board.Append(CultureInfo.InvariantCulture, $"X{i % 50 * 400}Y{i / 50 * 400}D02*\nX{(i % 50 * 400) + 400}D01*\n");
        var file = GerberReader.Read("panel.gbr", Encoding.ASCII.GetBytes(board + "%SR*%\nM02*\n"));
        Assert.Empty(file.Diagnostics);
        Assert.Equal(70 * 3125, file.Image.Features.Length);
        Assert.Equal(3125, file.Image.Written);
        var (log, smooth) = (new DiagnosticLog("panel.gbr"), new DiagnosticLog("panel.gbr"));

        var bitmap = LayerRaster.Draw(file.Image, PixelGrid.Of(LayerRaster.ViewOf(file.Image), 508, 100_000_000)!, log: log);
        LayerRaster.DrawSmooth(file.Image, PixelGrid.Of(LayerRaster.ViewOf(file.Image), 100, 100_000_000)!, log: smooth);

        Assert.Empty(log.ToList());
        Assert.Empty(smooth.ToList());
        // The last board is as dark as the first.
        int Dark(int left, int top) => Enumerable.Range(0, 400).Sum(y => Enumerable.Range(0, 400).Count(x => bitmap[left + x, top + y]));
        Assert.InRange(Dark(bitmap.Width - 410, 10) / (double)Dark(10, bitmap.Height - 410), 0.98, 1.02);
    }

    private static Layer LayerOf(LayerImage image) => new(LayerRole.Copper, Side.Top, 1, "copies.gbr", image);

    private static PixelGrid GridOf(LayerImage image)
    {
        var view = LayerRaster.ViewOf(image);
        return new PixelGrid(view, Math.Max(view.Width.Nanometres, view.Height.Nanometres) / (double)Pixels, Pixels, Pixels);
    }
}
