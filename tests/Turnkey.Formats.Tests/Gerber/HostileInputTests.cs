using System.Diagnostics;
using System.Text;
using Turnkey.Formats.Gerber;
using Turnkey.Geometry;

namespace Turnkey.Formats.Tests.Gerber;

public sealed class HostileInputTests
{
    private static readonly string[] Seeds =
    [
        "%FSLAX26Y26*%\n%MOIN*%\nG75*\n%ADD10C,0.01*%\n%ADD11R,0.02X0.03X0.01*%\nD10*\nX1000Y2000D02*\nG03X2000Y3000I500J500D01*\nG01X0D01*\nD11*\nX5Y5D03*\nM02*\n",
        "%FSLAX43Y43*%\n%MOMM*%\n%AMRR*$5=$1/2-$2*1,1,$2+$2,$5,$3x2*21,1,$1,$4,(0-1),0,45*4,1,3,0,0,1,0,1,1,0,0,30*5,1,8,0,0,2,22.5*6,0,0,9,1,1,3,.1,10,0*7,0,0,5,3,1,0*%\n%ADD20RR,2X0.2X1X3*%\nD20*\nX0Y0D03*\nM02*\n",
        "%FSLAX43Y43*%\n%MOMM*%\n%ADD10C,1*%\n%ABD30*%\nD10*\nX0Y0D03*\n%SRX3Y2I2J3*%\nX1D03*\n%SR*%\n%AB*%\nD30*\n%LPC*LMXY*LR33*LS1.5*%\nX100Y100D03*\n%LPD*%\nG36*\nX0Y0D02*\nX9D01*\nY9D01*\nG02X0Y0I-5J-5D01*\nG37*\nM02*\n",
        "%TF.FileFunction,Copper,L1,Top*%\nG04 #@! TA.AperFunction,SMDPad*\n%TO.P,U1,5*%\n%TO.N,\\u00B5*%\n%IPNEG*%\n%MIA1B0*SFA2B2*OFA1B1*IR90*%\nG91*\nG71*\nX1.5Y-.5D01*\nG74*\nG02X1Y1I1J0D01*\nM02*\n",
    ];

    /// <summary>Fixed seed: a failure can be repeated.</summary>
    [Fact]
    public void Damaged_files_never_throw_and_give_an_image_that_holds_together()
    {
        var random = new Random(20260101);
        var alphabet = "%*XYIJDGM0123456789-.,$()=/+ABLPRSFOTNCxe \n\r\0\u00ff"u8.ToArray();
        for (var round = 0; round < 6000; round++)
        {
            var bytes = new List<byte>(Encoding.Latin1.GetBytes(Seeds[round % Seeds.Length]));
            for (var change = random.Next(1, 12); change > 0 && bytes.Count > 0; change--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(5))
                {
                    case 0: bytes[at] = alphabet[random.Next(alphabet.Length)]; break;
                    case 1: bytes.Insert(at, alphabet[random.Next(alphabet.Length)]); break;
                    case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 8), bytes.Count - at)); break;
                    case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at))); break;
                    default: bytes.RemoveRange(at, bytes.Count - at); break;
                }
            }
            var content = bytes.ToArray();
            GerberReader.Recognises(content);
            Check(GerberReader.Read("fuzz.gbr", content));
        }
    }

    [Fact]
    public void Noise_never_throws()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var content = new byte[random.Next(2000)];
            random.NextBytes(content);
            Check(GerberReader.Read("noise.gbr", content));
        }
    }

    [Theory]
    [InlineData("G04 not ended\n", "")]
    [InlineData("%AMA*", "")]
    [InlineData("D03*\n", "")]
    [InlineData("X", "")]
    [InlineData("%SRX2Y2I1J1*%", "X0Y0D03*")]
    [InlineData("%ABD10*%", "")]
    [InlineData("(", "")]
    [InlineData("%TF.A,B*%\n", "")]
    [InlineData("G36*X1Y1D01*", "")]
    [InlineData("D11*\n", "")]
    [InlineData("%ADD10X,1*%\n", "")]
    [InlineData("ZZ\n", "")]
    public void Repetition_takes_time_in_proportion_to_the_file(string unit, string tail)
    {
        var content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length)) + tail);
        var watch = Stopwatch.StartNew();

        Check(GerberReader.Read("long.gbr", content));

        // Far above what it needs (under a second on an idle machine), far below what anything of a higher order would take.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    [Fact]
    public void Parentheses_without_end_do_not_exhaust_the_stack()
    {
        var file = Plot.Metric("%AMA*1,1," + new string('(', 1_000_000) + "1,0,0*%%ADD20A,1*%");

        Assert.Contains("gerber.bad-macro", file.Errors());
    }

    /// <summary>64 kB that ask for as much as the format lets them: copies, rings, corners, chords, transformations, reports.</summary>
    [Theory]
    [InlineData("%AMA*6,0,0,9,.001,.001,1000,0,0,0*%", "%ADD$A*%", "")]
    [InlineData("", "%ADD$P,1X360*%", "")]
    [InlineData("%ADD10C,1*%D10*", "G03X$Y0I50000J2000000D01*", "")]
    [InlineData("%AMA*4,1,3,0,0,1,0,1,1,0,0,0*5,1,360,0,0,1,0*%%ADD10A*%D10*", "%LR.$*%X0D03*", "")]
    [InlineData("%AMA*9,1*9,1*9,1*9,1*9,1*9,1*9,1*9,1*9,1*9,1*9,1*9,1*9,1*9,1*9,1*9,1*9,1*9,1*%", "%ADD$A*%", "")]
    [InlineData("%AMA*$1000=1*%", "%ADD$A*%", "")]
    [InlineData("%ADD10C,1*%D10*%SRX99Y99I1J1*%", "D03*", "%SR*%")]
    [InlineData("%ADD10C,1*%D10*%ABD11*%D03*X1D03*%AB*%%ABD12*%D11*D03*X9D03*%AB*%", "%ABD$*%D12*D03*D03*%AB*%D$*D03*", "")]
    [InlineData("%SRX99Y99I1J1*%G36*", "X$Y1D01*Y0D01*X0Y0D02*", "G37*%SR*%")]
    [InlineData("%SFA2B3*%", "?", "")]
    public void A_small_file_never_takes_much_memory(string head, string unit, string tail)
    {
        var text = new StringBuilder("%FSLAX43Y43*%%MOMM*%G75*" + head);
        for (var i = 100; text.Length < 65_000; i++) text.Append(unit.Replace("$", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var content = Encoding.ASCII.GetBytes(text + tail + "M02*");
        GerberReader.Read("warm.gbr", content);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var file = GerberReader.Read("small.gbr", content);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L << 20);
        Check(file);
    }

    [Fact]
    public void What_a_large_file_writes_out_is_read_whole()
    {
        // Four million objects: what the file itself bounds, no count of objects bounds.
        var content = Encoding.ASCII.GetBytes("%FSLAX43Y43*%%MOMM*%%ADD10C,1*%D10*" + string.Concat(Enumerable.Repeat("X1D03*X2D03*X3D03*X4D03*", 1_000_000)) + "M02*");

        var file = GerberReader.Read("large.gbr", content);

        Assert.Equal(4_000_000, file.Image.Features.Length);
        Assert.Empty(file.Diagnostics);
    }

    private static void Check(GerberFile file)
    {
        var image = file.Image;
        foreach (var feature in image.Features)
        {
            Assert.InRange(feature.Attributes, 0, image.Attributes.Length - 1);
            if (feature.Kind == Turnkey.Designs.Layers.FeatureKind.Area)
            {
                Assert.InRange(feature.Shape, 0, image.Areas.Length - 1);
                continue;
            }
            Assert.InRange(feature.Shape, 0, image.Shapes.Length - 1);
            Assert.True(feature.Path.Start.IsInRange && feature.Path.End.IsInRange);
        }
        foreach (var area in image.Areas)
        {
            foreach (var contour in area.Contours)
            {
                Assert.Equal(contour.Edges[0].Start, contour.Edges[^1].End);
                Assert.All(contour.Edges, edge => Assert.True(edge.Start.IsInRange));
            }
        }
        foreach (var shape in image.Shapes) Assert.All(shape.Parts, part => Assert.True(part.Contour.Edges[0].Start.IsInRange));
        var bounds = image.Bounds;
        Assert.True(bounds.IsEmpty || (Math.Abs(bounds.Left) <= 4 * Point.Limit && Math.Abs(bounds.Top) <= 4 * Point.Limit));
        Assert.True(file.Diagnostics.Length < 1000);
        Assert.All(file.Diagnostics, diagnostic => Assert.StartsWith("gerber.", diagnostic.Code, StringComparison.Ordinal));
    }
}
