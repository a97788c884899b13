using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Scrub.Approved;

namespace Turnkey.Pipeline;

/// <summary>The approved parts list of a request: the requester's own file. Buying forbidden parts is worse than not starting, so it is refused when it cannot be read.</summary>
/// <param name="Parts">Null when refused.</param>
/// <param name="Diagnostics">Of its rows; when refused, the reason first.</param>
internal sealed record ApprovedInput(ImmutableArray<ApprovedPart>? Parts, ImmutableArray<Diagnostic> Diagnostics)
{
    public static ApprovedInput Read(string? path)
    {
        if (path is null) return new([], []);
        var file = InputFile.Read(path, "avl");
        if (file.Content is null) return new(null, [file.Refusal!]);
        var workbook = TableInput.Read(file.Name, file.Content);
        var lists = workbook.Sheets.Where(sheet => !sheet.Rows.IsEmpty).Select(sheet => AvlReader.Read(file.Name, OffersInput.Rows(sheet), sheet.Rows[0].Line)).ToArray();
        ImmutableArray<Diagnostic> diagnostics = [.. workbook.Diagnostics, .. lists.SelectMany(list => list.Diagnostics)];
        return lists.Any(list => !list.Parts.IsEmpty) ? new([.. lists.SelectMany(list => list.Parts)], diagnostics)
            : workbook.Diagnostics.FirstOrDefault(one => one.Code == TableInput.Corrupt) is { } corrupt ? new(null, [corrupt, .. diagnostics.Remove(corrupt)])
            : new(null, [Diagnostic.Error("avl.empty", file.Name, 0, "the approved list names no part; a row needs a manufacturer or a part number, and what it is approved for"), .. diagnostics]);
    }
}
