using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Excellon;
using Turnkey.Formats.Excellon.Writing;
using Turnkey.Formats.Gerber;
using Turnkey.Formats.Gerber.Writing;
using Turnkey.Geometry;

namespace Turnkey.Formats.Tests.Gerber.Writing;

/// <summary>What we write, seen by another program: gerbv draws the original and the written file alike and has nothing to say about the latter.</summary>
public sealed partial class GerbvTests
{
    private const int DotsPerInch = 600;

    /// <summary>Of the pixels, where edges fall on other sides of a pixel's middle: shapes that are said in another way, and arcs settled to one centre.</summary>
    private const double MostDifferent = 5e-5;

    [Fact]
    public void Every_kind_of_shape_is_drawn_where_our_own_reader_has_it()
    {
        Assert.SkipUnless(HasGerbv, "gerbv is not installed");
        // gerbv has room for 102 numbers in a primitive, the standard for 10,000; the half disc with a hole is an outline of more.
        var shapes = WritableShapes.Same.Values.Concat(WritableShapes.Equal.Where(pair => pair.Key != "half disc with a hole").Select(pair => pair.Value)).ToArray();
        var image = new LayerImage(
            [
                .. shapes.Select((_, i) => Feature.Flash(Plot.Mm(8 * (i % 6), 8 * (i / 6)), i, true)),
                Feature.Stroke(Edge.Line(Plot.Mm(-4, -6), Plot.Mm(40, -5)), 0, true),
                Feature.Stroke(Edge.Arc(Plot.Mm(10, -8), Plot.Mm(10, -8), Plot.Mm(12, -9), ArcDirection.Clockwise), 0, true),
                Feature.Area(0, true),
                Feature.Flash(Plot.Mm(45, 45), 0, false),
            ],
            [.. shapes],
            [new Area([Contour.Rectangle(Plot.Box(42, 30, 52, 50)), new Contour([.. Contour.Rectangle(Plot.Box(44, 32, 50, 36)).Edges.Reverse().Select(edge => edge.Reversed)]), new Contour([Edge.Arc(Plot.Mm(48, 40), Plot.Mm(48, 40), Plot.Mm(47, 40), ArcDirection.Clockwise)])])],
            [FeatureAttributes.None]);
        using var folder = new Folder();
        var drawn = folder.Draw(folder.Write("all.gbr", GerberWriter.Write(image, GerberFileAttributes.None)), image.Bounds.Grow(1_000_000));
        // Our own reader and the chords of Coverage say what each place is; pixels at edges are passed over.
        Assert.True(drawn.IsDark(47, 33.5) == false && drawn.IsDark(43, 40) && !drawn.IsDark(47, 40) && !drawn.IsDark(45, 45) && drawn.IsDark(0, 0));
        for (var i = 0; i < shapes.Length; i++)
        {
            var one = new LayerImage([Feature.Flash(Plot.Mm(8 * (i % 6), 8 * (i / 6)), 0, true)], [shapes[i]], [], [FeatureAttributes.None]);
            if (!one.Bounds.IsEmpty && one.Bounds.Area > 0) drawn.AssertSame(one, $"shape {i}");
        }
    }

    [Fact]
    public void Layers_and_drills_of_real_packages_look_the_same_when_they_are_written_again()
    {
        Assert.SkipUnless(HasGerbv && RealPackages.Folder is not null, "gerbv is not installed, or no shared/packages beside the repository");
        using var folder = new Folder();
        var (tried, all) = (0, Environment.GetEnvironmentVariable("TURNKEY_GERBV_ALL") is not null);
        foreach (var (name, path) in RealPackages.Files())
        {
            var content = File.ReadAllBytes(path);
            if (content.Length > (all ? 20_000_000 : 300_000) || !GerberReader.Recognises(content)) continue;
            // Every twelfth is a sample of all tools; TURNKEY_GERBV_ALL=1 takes them all.
            if (tried++ % 12 != 0 && !all) continue;
            var image = GerberReader.Read(name, content).Image;
            var window = image.Bounds.Grow(2_000_000);
            if (window.IsEmpty || window.Width.Nanometres > 400_000_000) continue;
            // gerbv draws lines of a macro dark although the macro is flashed clear: the original, which has lines, is not what it says.
            if (image.Features.Any(feature => !feature.Dark && feature.Kind == FeatureKind.Flash && image.Shapes[feature.Shape].Kind == PadShapeKind.Freeform)) continue;
            // It draws a straight line for an arc that comes without its operation code.
            if (ArcWithoutOperation().IsMatch(Encoding.Latin1.GetString(content))) continue;
            var one = folder.Draw(path, window, mayWarn: true);
            var other = folder.Draw(folder.Write("written.gbr", GerberWriter.Write(image, GerberFileAttributes.None)), window);
            var different = one.DifferenceBeyondEdges(other);
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{different:0.0e0} {name}"));
            if (!all) Assert.True(different <= MostDifferent, $"{name}: {different}");
        }
    }

    [Fact]
    public void A_written_drill_file_is_drawn_without_a_word()
    {
        Assert.SkipUnless(HasGerbv, "gerbv is not installed");
        var program = ExcellonReader.Read("b.drl", "M48\nMETRIC\nT1C0.8\nT2C1.0\n%\nT1\nX1.0Y2.0\nX5.0Y2.0\nT2\nG00X10.0Y2.0\nM15\nG01X14.0Y2.0\nM16\nG05\nM30\n"u8);
        using var folder = new Folder();
        var written = folder.Write("b.xnc", XncWriter.Write(XncFile.Of(program.Interpret(program.StatedFormat), 2)[0]));
        var drawn = folder.Draw(written, Plot.Box(0, 0, 16, 4));
        Assert.True(drawn.IsDark(1, 2) && drawn.IsDark(1.3, 2) && !drawn.IsDark(1.6, 2) && drawn.IsDark(5, 2) && !drawn.IsDark(8, 2));
    }

    [GeneratedRegex(@"G0?[23](?=[XY])(X-?\d+)?(Y-?\d+)?(I-?\d+)?(J-?\d+)?\*", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ArcWithoutOperation();

    private static bool HasGerbv { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "gerbv")));

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("turnkey-gerbv-");

        public string Write(string name, ReadOnlyMemory<byte> content)
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, content.ToArray());
            return path;
        }

        public Drawn Draw(string path, Box window, bool mayWarn = false)
        {
            var png = Path.Combine(folder.FullName, "drawn.png");
            static string Inch(long nanometres) => (nanometres / 25_400_000m).ToString("0.000000", CultureInfo.InvariantCulture);
            var start = new ProcessStartInfo("gerbv") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder.FullName };
            foreach (var argument in (string[])
                [
                    "--export=png", $"--dpi={DotsPerInch}", "--border=0", $"--origin={Inch(window.Left)}x{Inch(window.Bottom)}", $"--window_inch={Inch(window.Width.Nanometres)}x{Inch(window.Height.Nanometres)}",
                    "--background=#FFFFFF", "--foreground=#000000FF", "-o", png, path,
                ]) start.ArgumentList.Add(argument);
            using var gerbv = Process.Start(start)!;
            var (errors, output) = (gerbv.StandardError.ReadToEndAsync(), gerbv.StandardOutput.ReadToEndAsync());
            gerbv.WaitForExit();
            // The desktop's own complaints are no concern of the file's.
            var words = (errors.Result + output.Result).Split('\n').Where(line => line.Contains("CRITICAL", StringComparison.Ordinal) || line.Contains("WARNING", StringComparison.Ordinal) || line.Contains("ERROR", StringComparison.OrdinalIgnoreCase))
                .Where(line => !line.Contains("Gtk", StringComparison.Ordinal) && !line.Contains("dconf", StringComparison.Ordinal))
                // gerbv 2.9 knows no attributes (X2, 2014), and of drill files no routing.
                .Where(line => !Regex.IsMatch(line, "extension found %T[FAOD]%|rout mode|M15|M16|G01|G02|G03", RegexOptions.None, TimeSpan.FromSeconds(1))).ToArray();
            if (!mayWarn) Assert.Empty(words);
            return new Drawn(PngPixels.Read(File.ReadAllBytes(png)), window);
        }

        public void Dispose() => folder.Delete(recursive: true);
    }

    /// <param name="Pixels">Rows from the top; true where dark.</param>
    private sealed record Drawn(bool[][] Pixels, Box Window)
    {
        private const double PerPixel = 25_400_000d / DotsPerInch;

        public bool IsDark(double x, double y) => At(Plot.Mm(x, y)) ?? false;

        /// <summary>Compares at places that lie two pixels or more from any edge of the shape.</summary>
        public void AssertSame(LayerImage image, string what)
        {
            var random = new Random(5);
            var box = image.Bounds;
            for (var i = 0; i < 60; i++)
            {
                var at = new Point(box.Left + random.NextInt64(box.Right - box.Left), box.Bottom + random.NextInt64(box.Top - box.Bottom));
                if (Coverage.Surely(image, at, 90_000) is { } dark) Assert.True(At(at) == dark, $"{what} at {at - image.Features[0].Start}: gerbv has it {(dark ? "clear" : "dark")}");
            }
        }

        /// <summary>Part of the pixels that differ and are not at the edge of what differs: a strip of one pixel is an edge that fell otherwise.</summary>
        public double DifferenceBeyondEdges(Drawn other)
        {
            Assert.Equal((Pixels.Length, Pixels[0].Length), (other.Pixels.Length, other.Pixels[0].Length));
            var different = 0L;
            for (var y = 1; y + 1 < Pixels.Length; y++)
            {
                for (var x = 1; x + 1 < Pixels[0].Length; x++)
                {
                    if (Pixels[y][x] == other.Pixels[y][x]) continue;
                    var inner = true;
                    for (var dy = -1; dy <= 1 && inner; dy++)
                    {
                        for (var dx = -1; dx <= 1 && inner; dx++) inner = Pixels[y + dy][x + dx] != other.Pixels[y + dy][x + dx];
                    }
                    if (inner) different++;
                }
            }
            return different / ((double)Pixels.Length * Pixels[0].Length);
        }

        private bool? At(Point at)
        {
            var (x, y) = ((int)((at.X - Window.Left) / PerPixel), (int)((Window.Top - at.Y) / PerPixel));
            return y >= 0 && y < Pixels.Length && x >= 0 && x < Pixels[y].Length ? Pixels[y][x] : null;
        }
    }

    /// <summary>The pixels of a PNG of 8 bits a channel without interlace, which is what gerbv writes.</summary>
    private static class PngPixels
    {
        public static bool[][] Read(byte[] png)
        {
            int width = Number(png, 16), height = Number(png, 20), channels = png[25] switch { 2 => 3, 6 => 4, 0 => 1, var other => throw new InvalidDataException($"PNG colour type {other}") };
            using var packed = new MemoryStream();
            for (var at = 8; at + 8 <= png.Length; at += Number(png, at) + 12)
            {
                if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8)) packed.Write(png, at + 8, Number(png, at));
            }
            packed.Position = 0;
            using var inflated = new ZLibStream(packed, CompressionMode.Decompress);
            var (row, above) = (new byte[width * channels], new byte[width * channels]);
            var dark = new bool[height][];
            for (var y = 0; y < height; y++)
            {
                var filter = inflated.ReadByte();
                inflated.ReadExactly(row);
                for (var i = 0; i < row.Length; i++)
                {
                    int left = i >= channels ? row[i - channels] : 0, up = above[i], corner = i >= channels ? above[i - channels] : 0;
                    row[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
                }
                dark[y] = new bool[width];
                for (var x = 0; x < width; x++) dark[y][x] = row[x * channels] < 128 && (channels < 4 || row[(x * channels) + 3] >= 128);
                (row, above) = (above, row);
            }
            return dark;
        }

        private static int Paeth(int left, int up, int corner)
        {
            int toLeft = Math.Abs(up - corner), toUp = Math.Abs(left - corner), toCorner = Math.Abs(left + up - corner - corner);
            return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
        }

        private static int Number(byte[] png, int at) => (png[at] << 24) | (png[at + 1] << 16) | (png[at + 2] << 8) | png[at + 3];
    }
}
