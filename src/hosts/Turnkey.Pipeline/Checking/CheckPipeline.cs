using Turnkey.Designs;
using Turnkey.Dfx.Choosing;
using Turnkey.Intake.Packages;
using Turnkey.Intake;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Pipeline.Checking;

/// <summary>Package → design → review, and where it is asked for the choice of a maker and the points of a flying probe.</summary>
public static class CheckPipeline
{
    private const int Stages = 3;

    public static Checked Run(CheckRequest request, IProgress<Stage>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var given = SpecificationInput.Read(request.Specification);
        if (given.Refusal is { } refusal) return new Checked.Refused(request.Package, [refusal, .. given.Diagnostics]);
        var (terms, wrong) = ReviewInputs.Read(request.Terms);
        if (terms is null) return new Checked.Refused(request.Package, wrong);
        progress?.Report(new Stage("opening the package", 1, Stages));
        switch (PackageReader.Open(request.Package, request.Limits))
        {
            case PackageOpening.Refused refused:
                return new Checked.Refused(refused.Name, refused.Diagnostics);
            case PackageOpening.Opened { Package: var package }:
                progress?.Report(new Stage("reading the design", 2, Stages));
                var design = PackageIntake.Read(package, new IntakeOptions(given.Fields));
                progress?.Report(new Stage("checking", 3, Stages));
                var (reviewed, unusable) = terms.Review(design);
                return reviewed is null ? new Checked.Refused(package.Name, unusable) : Done(request, design, reviewed, new InputHashes(package.Sha256, given.Sha256));
            case var other:
                throw new InvalidOperationException($"no opening {other}");
        }
    }

    private static Checked.Done Done(CheckRequest request, Design design, ReviewedDesign reviewed, InputHashes inputs)
    {
        var probes = new ProbeExport();
        if (request.Probes)
        {
            foreach (var (traced, one) in reviewed.Traced.Zip(reviewed.Reviews)) probes.Add(traced, one.Review.Demands);
        }
        var reviews = request.Choose ? [.. reviewed.Traced.Zip(reviewed.Reviews, (traced, one) => one with { Choice = MakerChoice.Among(traced, CapabilityShelf.All, request.Terms.IpcClass) })] : reviewed.Reviews;
        return new Checked.Done(design, reviews, inputs) { Diagnostics = [.. reviewed.Diagnostics, .. PadNames(reviewed), .. probes.Diagnostics], Probes = probes.Files, Queries = reviewed.Queries, Confirmed = reviewed.Confirmed };
    }

    /// <summary>Names of pads that were not believed: findings and probes name others than the files do.</summary>
    private static IEnumerable<Diagnostic> PadNames(ReviewedDesign reviewed) =>
        reviewed.Reviews.SelectMany(one => one.Review.Nets.Diagnostics).Where(diagnostic => diagnostic.Code.StartsWith("nets.pad-names-", StringComparison.Ordinal)).Distinct();
}
