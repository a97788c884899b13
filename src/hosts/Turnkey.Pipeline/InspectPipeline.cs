using Turnkey.Intake;
using Turnkey.Intake.Packages;

namespace Turnkey.Pipeline;

/// <summary>Package → design, and where it is asked for → nets.</summary>
public static class InspectPipeline
{
    private const int Stages = 2;

    public static Inspection Run(InspectRequest request, IProgress<Stage>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Run(request, progress, request.Nets ? Stages + 1 : Stages);
    }

    internal static Inspection Run(InspectRequest request, IProgress<Stage>? progress, int stages)
    {
        var given = SpecificationInput.Read(request.Specification);
        if (given.Refusal is { } refusal) return new Inspection.Refused(request.Package, [refusal, .. given.Diagnostics]);
        var offers = OffersInput.Read(request.Bom ? request.Offers : null, request.Limits);
        if (offers.Book is null) return new Inspection.Refused(request.Package, offers.Diagnostics);
        var approved = ApprovedInput.Read(request.Bom ? request.Approved : null);
        if (approved.Parts is not { } list) return new Inspection.Refused(request.Package, approved.Diagnostics);
        progress?.Report(new Stage("opening the package", 1, stages));
        switch (PackageReader.Open(request.Package, request.Limits))
        {
            case PackageOpening.Refused refused:
                return new Inspection.Refused(refused.Name, refused.Diagnostics);
            case PackageOpening.Opened { Package: var package }:
                progress?.Report(new Stage("reading the design", 2, stages));
                var design = PackageIntake.Read(package, new IntakeOptions(given.Fields));
                var inputs = new InputHashes(package.Sha256, given.Sha256);
                var scrub = request.Bom ? BomExamination.Of(design, offers.Book, list, request.Customer) : null;
                if (scrub is not null) design = design with { Diagnostics = [.. design.Diagnostics, .. offers.Diagnostics, .. offers.Book.Diagnostics, .. approved.Diagnostics, .. scrub.Diagnostics] };
                if (!request.Nets) return new Inspection.Done(design, inputs) { Scrub = scrub };
                progress?.Report(new Stage("tracing the nets", 3, stages));
                var (examined, copper) = CopperExamination.Of(design);
                return new Inspection.Done(examined, inputs) { Copper = copper, Scrub = scrub };
            case var other:
                throw new InvalidOperationException($"no opening {other}");
        }
    }
}
