using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Dfx.Choosing;
using Turnkey.Dfx.Queries;
using Turnkey.Dfx;
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
                var waivers = WaiverInput.Read(request.Waivers, package);
                if (waivers.Refusal is { } unusable) return new Checked.Refused(package.Name, [unusable, .. waivers.Diagnostics]);
                var answers = AnswerInput.Read(request.Answers, package.Sha256);
                if (answers.Refusal is { } unread) return new Checked.Refused(package.Name, [unread, .. answers.Diagnostics]);
                progress?.Report(new Stage("checking", 3, Stages));
                var done = Check(request, design, capabilities, waivers, new InputHashes(package.Sha256, given.Sha256));
                var queries = QueryList.Of([.. done.Reviews.Select(one => (one.Assembly.Name, one.Review))], answers.Answers);
                return done with { Queries = queries.Queries, Diagnostics = [.. done.Diagnostics, .. answers.Diagnostics, .. queries.Diagnostics] };
            case var other:
                throw new InvalidOperationException($"no opening {other}");
        }
    }

    private static Checked.Done Check(CheckRequest request, Design design, ImmutableArray<Capability> capabilities, WaiverInput waivers, InputHashes inputs)
    {
        var probes = new ProbeExport();
        var reviews = ImmutableArray.CreateBuilder<AssemblyReview>();
        foreach (var assembly in design.Assemblies)
        {
            var traced = new TracedAssembly(assembly);
            var demands = Demands.For(assembly.Specification, capabilities, request.IpcClass);
            reviews.Add(new AssemblyReview(assembly, DesignReview.Check(traced, demands)) { Choice = request.Choose ? MakerChoice.Among(traced, CapabilityShelf.All, request.IpcClass) : null });
            if (request.Probes) probes.Add(traced, demands);
        }
        ImmutableArray<Diagnostic> said = [.. waivers.Diagnostics, .. probes.Diagnostics];
        if (waivers.Waivers is not { } given) return new Checked.Done(design, reviews.ToImmutable(), inputs) { Diagnostics = said, Probes = probes.Files };
        var (waived, unknown) = given.Apply([.. reviews.Select(review => review.Review)]);
        return new Checked.Done(design, [.. reviews.Zip(waived, (review, after) => review with { Review = after })], inputs) { Diagnostics = [.. said, .. unknown], Probes = probes.Files };
    }
}
