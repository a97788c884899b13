using System.Collections.Immutable;
using Turnkey.Formats.Tables;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub.Approved;

namespace Turnkey.Pipeline;

/// <summary>The approved parts list of a request: the requester's own file, refused when it cannot be read.</summary>
/// <param name="Parts">Null when refused.</param>
/// <param name="Diagnostics">Of its rows; when refused, the reason first.</param>
internal sealed record ApprovedInput(ImmutableArray<ApprovedPart>? Parts, ImmutableArray<Diagnostic> Diagnostics)
{
    public static ApprovedInput Read(string? path, PackageLimits limits)
    {
        if (path is null) return new([], []);
        switch (PackageReader.Open(path, limits))
        {
            case PackageOpening.Refused refused:
                return new(null, [Diagnostic.Error("avl.unreadable", "", 0, $"the approved parts in '{path}' cannot be read"), .. refused.Diagnostics]);
            case PackageOpening.Opened { Package: var folder }:
                var parts = ImmutableArray.CreateBuilder<ApprovedPart>();
                var diagnostics = folder.Diagnostics.ToBuilder();
                foreach (var file in folder.Files)
                {
                    var workbook = TableReader.Read(file.Path, file.Content.ToArray());
                    diagnostics.AddRange(workbook.Diagnostics);
                    foreach (var sheet in workbook.Sheets.Where(sheet => !sheet.Rows.IsEmpty))
                    {
                        var list = AvlReader.Read(file.Path, OffersInput.Rows(sheet), sheet.Rows[0].Line);
                        parts.AddRange(list.Parts);
                        diagnostics.AddRange(list.Diagnostics);
                    }
                }
                return new(parts.ToImmutable(), diagnostics.ToImmutable());
            case var other:
                throw new InvalidOperationException($"no opening {other}");
        }
    }
}
