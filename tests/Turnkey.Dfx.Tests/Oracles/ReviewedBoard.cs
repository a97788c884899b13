using System.Collections.Concurrent;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;
using Turnkey.Dfx.Findings;
using Turnkey.Intake;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Oracles;

/// <summary>A board of a package, reviewed under limits so wide that all its narrow places are found; read once for all tests.</summary>
internal sealed class ReviewedBoard
{
    /// <summary>Of the review, in nanometres.</summary>
    public const double WidestGap = 300_000, WidestRing = 400_000, Plating = 100_000;

    private static readonly ConcurrentDictionary<string, Lazy<ReviewedBoard>> Read = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Lazy<Assembly>> Designs = new(StringComparer.Ordinal);

    private readonly NtsCopper?[] copper;

    private ReviewedBoard(Board board, TracedNets nets, Review review)
    {
        (Board, Nets, Review) = (board, nets, review);
        copper = new NtsCopper?[nets.Sheets.Length];
    }

    public Board Board { get; }

    public TracedNets Nets { get; }

    public Review Review { get; }

    /// <summary>Our own sample, and real packages where they are beside the repository.</summary>
    public static TheoryData<string> Packages => [Sample, .. Real is null ? (string[])["real packages"] : [.. Directory.EnumerateDirectories(Real).Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('_')).Order(StringComparer.Ordinal)]];

    public const string Sample = "sensor-node";

    private static string? Real { get; } = Up(Path.Combine("shared", "packages"));

    /// <summary>Layers that are drawn as they are; planes drawn as what they leave open are not compared.</summary>
    public IEnumerable<CopperSheet> Sheets => Nets.Sheets.Where(sheet => sheet.GivenUp is null && !sheet.Layer.Negative);

    /// <summary>The test is skipped where the package is not there.</summary>
    public static ReviewedBoard Of(string package)
    {
        _ = Design(package);
        return Read.GetOrAdd(package, name => new Lazy<ReviewedBoard>(() => Make(name))).Value;
    }

    public NtsCopper Copper(CopperSheet sheet) => copper[sheet.Place] ??= new NtsCopper(Board, Nets, sheet.Place);

    /// <summary>Places of a rule's findings on a layer.</summary>
    public IEnumerable<Sighting> Places(string rule, CopperSheet sheet) => Review.Of(rule).SelectMany(finding => finding.Places).Where(place => place.Layer == $"L{sheet.Number}");

    /// <summary>False for lettering.</summary>
    public bool IsConnected(int net) => net >= 0 && Nets.Nets.Nets[net] is var one && (one.IsNamed || one.Pads > 0 || one.Holes > 0);

    /// <summary>The first assembly of a package; the test is skipped where the package is not there.</summary>
    public static Assembly Design(string package)
    {
        Assert.SkipUnless(package == Sample || Real is not null, "no shared/packages beside the repository");
        return Designs.GetOrAdd(package, name => new Lazy<Assembly>(() =>
        {
            var opened = Assert.IsType<PackageOpening.Opened>(PackageReader.Open(name == Sample ? Path.Combine(Up("samples")!, Sample) : Path.Combine(Real!, name), PackageLimits.Default));
            return PackageIntake.Read(opened.Package, new IntakeOptions([])).Assemblies.First();
        })).Value;
    }

    private static ReviewedBoard Make(string name)
    {
        var traced = new TracedAssembly(Design(name));
        var capability = Reviewing.Limits("spacing: { minimum: 0.3 }", "annular-ring: { minimum: 0.4 }").Maker with { Plating = new(Length.FromMillimetres(0.1), "the test") };
        return new ReviewedBoard(traced.Assembly.Board!, traced.Nets, DesignReview.Check(traced, new Demands([capability])));
    }

    /// <summary>The nearest folder above the tests that has a folder of a name.</summary>
    private static string? Up(string child)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, child))) return Path.Combine(folder.FullName, child);
        }
        return null;
    }
}
