using System.Text.RegularExpressions;
using Turnkey.Designs.Copper;
using Turnkey.Formats.Gerber;
using Turnkey.Geometry.Regions;

namespace Turnkey.Formats.Tests.Gerber;

/// <summary>Areas of real copper layers, which are not part of the project, against the formulas along lines across them.</summary>
public sealed partial class RealCopperTests
{
    /// <summary>The measure: the covered part of all lines together, relative.</summary>
    private const double Allowed = 0.0005;
    private const int Lines = 25;

    /// <summary>In bytes: looking at every feature for every line takes seconds for larger ones.</summary>
    private const int LargestFile = 300_000;

    [Fact]
    public void Copper_of_the_real_packages_has_the_area_of_its_formulas()
    {
        var root = RealPackageTests.Packages();
        Assert.SkipUnless(root is not null, "no shared/packages beside the repository");
        var (compared, worst) = (0, "");
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!CopperName().IsMatch(Path.GetFileName(path)) || new FileInfo(path).Length > LargestFile) continue;
            var content = File.ReadAllBytes(path);
            if (!GerberReader.Recognises(content)) continue;
            var image = GerberReader.Read(path, content).Image;
            var exact = new LineCoverage(image);
            if (image.Bounds.IsEmpty || !exact.IsPossible) continue;
            var region = CopperArea.Of(image);
            Assert.True(region.IsComplete, path);
            var (should, does) = (0d, 0d);
            for (var i = 0; i < Lines; i++)
            {
                // Between the grid's lines, so that no corner lies on it.
                var y = image.Bounds.Bottom + Math.Floor((image.Bounds.Top - image.Bounds.Bottom) * (i + 0.5) / Lines) + 0.5;
                should += exact.At(y);
                does += Covered(region, y);
            }
            compared++;
            if (Math.Abs(does - should) > Allowed * should) worst += $"{path}: {does / should - 1:P3}\n";
        }
        Assert.Equal("", worst);
        Assert.True(compared >= 30, $"{compared} layers compared");
    }

    private static double Covered(Region region, double y)
    {
        var places = new List<double>();
        foreach (var ring in region.Rings)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
                if (a.Y > y != b.Y > y) places.Add(a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)));
            }
        }
        places.Sort();
        return Enumerable.Range(0, places.Count / 2).Sum(i => places[(2 * i) + 1] - places[2 * i]);
    }

    [GeneratedRegex(@"(\.(gtl|gbl|g\d|g1l|g2l|art)$)|_cu\.|copper|-(top|bottom|vdd|digitalgnd|5v)\.gbr$|^(top|bottom)\.gbr$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CopperName();
}
