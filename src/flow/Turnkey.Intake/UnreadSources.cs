using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Products;
using Turnkey.Kernel;

namespace Turnkey.Intake;

/// <summary>Says of design data that was recognised but cannot be read what to send instead, and of a package without design data that it has none.</summary>
internal static class UnreadSources
{
    public static IEnumerable<Diagnostic> Explain(ImmutableArray<IdentifiedFile> files, Product product)
    {
        var hasBoard = product.Items.Any(item => item.Assembly?.Board is not null);
        foreach (var file in files)
        {
            var message = file.Format switch
            {
                "kicad" when file.Path.EndsWith(".kicad_pcb", StringComparison.OrdinalIgnoreCase) && !hasBoard => "native KiCad boards are not read; plot Gerber X2, drill files and a position file from it",
                "ipc-2581" => "IPC-2581 is not read; send Gerber X2, drill files, BOM and centroid",
                "eagle" when !hasBoard => "native Eagle and Fusion files are not read; send the output of their CAM processor",
                "pdf" when file.Role == FileRole.Drawing => "drawings in PDF are not read; what they ask for (material, finish, class) must be given with --spec or as a text file",
                "html" when file.Role == FileRole.Other => null,
                _ => null,
            };
            if (message is not null) yield return Diagnostic.Warning("package.not-read", file.Path, 0, message);
        }
        if (files.Any(file => file.Path.EndsWith("matrix/matrix", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Diagnostic.Warning("package.not-read", files.First(file => file.Path.EndsWith("matrix/matrix", StringComparison.OrdinalIgnoreCase)).Path, 0, "ODB++ is not read; send Gerber X2, drill files, BOM and centroid");
        }
        var nothing = product.Items.All(item => item.Assembly is { Board: null, Bom.IsEmpty: true, Placements.IsEmpty: true });
        // A netlist by itself can be examined and written anew.
        if (nothing && !files.Any(file => file is { Used: true, Format: "ipc-d-356" })) yield return Diagnostic.Error("package.no-design-data", "", 0, "nothing in the package is a Gerber, a drill file, a BOM or a centroid file that can be read; send the fabrication outputs of your CAD tool");
    }
}
