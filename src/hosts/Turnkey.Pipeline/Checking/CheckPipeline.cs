using System.Collections.Immutable;
using Turnkey.Dfx;
using Turnkey.Intake;
using Turnkey.Intake.Packages;

namespace Turnkey.Pipeline.Checking;

/// <summary>Package → design → review.</summary>
public static class CheckPipeline
{
    private const int Stages = 3;

    public static Checked Run(CheckRequest request, IProgress<Stage>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var given = SpecificationInput.Read(request.Specification);
        if (given.Refusal is { } refusal) return new Checked.Refused(request.Package, [refusal, .. given.Diagnostics]);
        var named = CapabilityInput.Read(request.Capabilities);
        if (named.Capabilities is not { } capabilities) return new Checked.Refused(request.Package, named.Diagnostics);
        progress?.Report(new Stage("opening the package", 1, Stages));
        switch (PackageReader.Open(request.Package, request.Limits))
        {
            case PackageOpening.Refused refused:
                return new Checked.Refused(refused.Name, refused.Diagnostics);
            case PackageOpening.Opened { Package: var package }:
                progress?.Report(new Stage("reading the design", 2, Stages));
                var design = PackageIntake.Read(package, new IntakeOptions(given.Fields));
                progress?.Report(new Stage("checking", 3, Stages));
                var reviews = design.Assemblies.Select(assembly => new AssemblyReview(assembly, DesignReview.Check(assembly, Demands.For(assembly.Specification, capabilities, request.IpcClass)))).ToImmutableArray();
                return new Checked.Done(design, reviews, new InputHashes(package.Sha256, given.Sha256));
            case var other:
                throw new InvalidOperationException($"no opening {other}");
        }
    }
}
