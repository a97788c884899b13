using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Formats.IpcD356;
using Turnkey.Intake;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;
using Turnkey.Pipeline.Outputs;

namespace Turnkey.Pipeline.Exports;

/// <summary>Package → design → the same design as a clean set of files: Gerber X2 for each layer, XNC for each plating and span of drills, IPC-D-356A.</summary>
public static class ExportPipeline
{
    private const int Stages = 3;

    /// <summary>The same package gives the same bytes.</summary>
    public static Export Run(InspectRequest request, IProgress<Stage>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        progress?.Report(new Stage("opening the package", 1, Stages));
        switch (PackageReader.Open(request.Package, request.Limits))
        {
            case PackageOpening.Refused refused:
                return new Export.Refused(refused.Name, refused.Diagnostics);
            case PackageOpening.Opened { Package: var package }:
                progress?.Report(new Stage("reading the design", 2, Stages));
                var design = PackageIntake.Read(package, IntakeOptions.Default);
                progress?.Report(new Stage("writing the files", 3, Stages));
                var names = new ExportNames();
                var files = ImmutableArray.CreateBuilder<ExportedFile>();
                var remarks = ImmutableArray.CreateBuilder<Diagnostic>();
                Board[] boards = [.. design.Assemblies.Select(assembly => assembly.Board).OfType<Board>()];
                foreach (var board in boards) files.AddRange(BoardExport.Files(board, names, design.Package.Sha256, remarks));
                ExportedFile[] ofBoards = [.. boards.Select(board => NetlistExport.Of(board, package, names, remarks)).OfType<ExportedFile>()];
                files.AddRange(ofBoards);
                var (netlists, diagnostics) = Netlists(package, design.Package.Files.Where(file => file.Used && file.Format == "ipc-d-356" && !ofBoards.Any(one => one.Source == file.Path)).Select(file => file.Path), names);
                files.AddRange(netlists);
                if (files.Count == 0) return new Export.Refused(package.Name, [Nothing, .. design.Diagnostics]);
                return new Export.Done(design, new InputHashes(package.Sha256, null), files.ToImmutable(), [.. remarks, .. diagnostics]);
            case var other:
                throw new InvalidOperationException($"no opening {other}");
        }
    }

    private static Diagnostic Nothing { get; } = Diagnostic.Error("export.nothing-to-export", "", 0,
        "neither a board nor a netlist was found in the package; send Gerber and drill files");

    /// <summary>The netlists that belong to no board, in their own origin and unit.</summary>
    private static (ImmutableArray<ExportedFile> Files, ImmutableArray<Diagnostic> Diagnostics) Netlists(Package package, IEnumerable<string> paths, ExportNames names)
    {
        var files = ImmutableArray.CreateBuilder<ExportedFile>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in paths)
        {
            if (package.Files.FirstOrDefault(file => file.Path == path) is not { } file) continue;
            var written = IpcNetlistWriter.Write(IpcNetlistReader.Read(path, file.Content.Span));
            diagnostics.AddRange(written.Diagnostics);
            files.Add(new ExportedFile(new OutputFile(names.Of(Path.GetFileNameWithoutExtension(file.Name), ".ipc"), written.Content), "ipc-d-356a", "Netlist", path));
        }
        return (files.ToImmutable(), diagnostics.ToImmutable());
    }
}
