using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Excellon;
using Turnkey.Formats.Gerber;
using Turnkey.Formats.GerberJob;
using Turnkey.Formats.IpcD356;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Excellon;

/// <summary>Trial on real design packages, which are not part of the project.</summary>
public sealed class RealPackageTests
{
    private static readonly string? Root = Find();

    /// <summary>
    /// Round holes and slots of each package. Taken from this reader and confirmed by a separate count of the files' lines (coordinates, repeats, G85, one-move
    /// plunges; G85 steps below 10 µm as round). Holes that two files both list (simplefoc-shield: its vias) count in each.
    /// </summary>
    public static TheoryData<string, int, int> Counts => new()
    {
        { "alhambra-ii", 339, 4 }, { "allegro-sample", 287, 4 }, { "bitaxe-gamma", 273, 4 }, { "buspirate-vpp", 62, 0 }, { "corne-chocolate", 729, 90 },
        { "fomu-pvt1", 249, 0 }, { "gb-brk-link", 16, 2 }, { "haasoscope-clock", 75, 0 }, { "motor-controller-ossm", 222, 7 }, { "openbci-cyton", 157, 0 },
        { "openffboard", 253, 0 }, { "pocketbeagle", 245, 0 }, { "rvpc", 104, 5 }, { "simplefoc-shield", 212, 0 }, { "ulx3s", 664, 0 }, { "upduino-v3", 177, 4 },
        { "upverter-sample", 63, 0 }, { "vesc-bldc4", 219, 0 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void The_holes_of_a_real_package_lie_on_its_pads(string package, int round, int slots)
    {
        Assert.SkipUnless(Root is not null, "no shared/packages beside the repository");
        var (programs, sides, pads) = Load(Path.Combine(Root, package));
        programs = [.. programs.Select(program => sides.Aggregate(program, (with, side) => with.With(side)))];
        var chosen = DrillFormatInference.ChooseAll(programs, pads, null);
        var holes = programs.SelectMany((program, i) => program.Interpret(chosen[i].Format)).ToList();
        Assert.Equal((round, slots), (holes.Count(hole => hole.Kind == HoleKind.Round), holes.Count(hole => hole.Kind == HoleKind.Slot)));
        Assert.All(chosen, choice => Assert.True(choice.Confidence >= 0.7 && choice.Offset == Point.Origin, choice.Evidence));
    }

    [Fact]
    public void Every_file_of_the_real_packages_is_recognised_as_one_format_at_most()
    {
        Assert.SkipUnless(Root is not null, "no shared/packages beside the repository");
        foreach (var path in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(path => new FileInfo(path).Length < 20_000_000))
        {
            var content = File.ReadAllBytes(path);
            bool[] claims = [ExcellonReader.Recognises(content), GerberReader.Recognises(content), GerberJobReader.Recognises(content), IpcNetlistReader.Recognises(content), DrillSideFile.Read(path, content) is not null];
            Assert.True(claims.Count(claim => claim) <= 1, path);
        }
    }

    [Fact]
    public void Netlists_of_the_real_packages_agree_with_their_drill_files()
    {
        Assert.SkipUnless(Root is not null, "no shared/packages beside the repository");
        var netlist = IpcNetlistReader.Read("a.d356", File.ReadAllBytes(Path.Combine(Root, "upduino-v3", "d356", "UPduino_v3.0.d356")));
        Assert.Equal(181, netlist.Records.Count(record => record.HoleDiameter is not null));
        Assert.Equal(Length.FromMils(11.8), netlist.Records.Where(record => record.HoleDiameter is not null).Min(record => record.HoleDiameter!.Value));
        var allegro = IpcNetlistReader.Read("a.ipc", File.ReadAllBytes(Path.Combine(Root, "allegro-sample", "08_057494d-ipc356.ipc")));
        Assert.Equal(291, allegro.Records.Count(record => record.HoleDiameter is not null));
        Assert.Empty(allegro.Diagnostics);
    }

    [Fact]
    public void Job_files_of_the_real_packages_agree_with_the_index()
    {
        Assert.SkipUnless(Root is not null, "no shared/packages beside the repository");
        var rows = File.ReadAllLines(Path.Combine(Root, "INDEX.tsv")).Skip(1).Select(row => row.Split('\t')).ToDictionary(row => row[0], StringComparer.Ordinal);
        var jobs = Directory.EnumerateFiles(Root, "*.gbrjob", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(jobs);
        foreach (var path in jobs)
        {
            var job = GerberJobReader.Read(path, File.ReadAllBytes(path));
            var row = rows[Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar)[0]];
            Assert.Empty(job.Diagnostics);
            Assert.Equal(int.Parse(row[5], CultureInfo.InvariantCulture), job.CopperLayers!.Value.Value);
            Assert.Equal(double.Parse(row[6], CultureInfo.InvariantCulture), job.Width!.Value.Value.Millimetres, 0.2);
        }
    }

    private static (IReadOnlyList<ExcellonProgram> Programs, IReadOnlyList<DrillSideFile> Sides, IReadOnlyList<Point> Pads) Load(string folder)
    {
        var (programs, sides, pads) = (new List<ExcellonProgram>(), new List<DrillSideFile>(), new List<Point>());
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(path => new FileInfo(path).Length < 20_000_000))
        {
            var content = File.ReadAllBytes(path);
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (ExcellonReader.Recognises(content)) programs.Add(ExcellonReader.Read(name, content));
            else if (DrillSideFile.Read(name, content) is { } side) sides.Add(side);
            else if (GerberReader.Recognises(content)) pads.AddRange(GerberReader.Read(name, content).Image.Features.Where(feature => feature.Kind == FeatureKind.Flash).Select(feature => feature.Start));
        }
        return (programs, sides, pads);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var packages = Path.Combine(folder.FullName, "shared", "packages");
            if (Directory.Exists(packages)) return packages;
        }
        return null;
    }
}
