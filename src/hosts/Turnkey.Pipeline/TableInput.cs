using Turnkey.Formats.Tables;
using Turnkey.Kernel;

namespace Turnkey.Pipeline;

/// <summary>A table that a supplier or the requester sent. A workbook that cannot be opened says so, instead of counting as a table without headings.</summary>
internal static class TableInput
{
    public const string Corrupt = "table.corrupt";

    private const string WhatToDo = "open the original in a spreadsheet program and save it anew as XLSX or CSV, or ask for it again";

    private static readonly string[] WorkbookEndings = [".xlsx", ".xlsm", ".xlsb", ".ods"];

    public static Workbook Read(string path, byte[] content)
    {
        var workbook = TableReader.Read(path, content);
        if (workbook.Diagnostics.FirstOrDefault(one => one.Code == "table.damaged") is { } damage)
        {
            var rest = workbook.Sheets.All(sheet => sheet.Rows.IsEmpty) ? "nothing of it is used" : "only what stands before the damage is used";
            return workbook with { Diagnostics = [Diagnostic.Error(Corrupt, path, damage.Line, $"the workbook is corrupt ({damage.Message}) and {rest}: {WhatToDo}"), .. workbook.Diagnostics.Where(one => one != damage && one.Code != "table.empty")] };
        }
        // Text under another name is a table all the same, where it has columns.
        if (!WorkbookEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || workbook.Format is not ("unknown" or "text")) return workbook;
        var what = content.Length == 0 ? "is empty" : workbook.Format == "text" ? "holds text" : "holds something else";
        return workbook with { Sheets = [], Diagnostics = [Diagnostic.Error(Corrupt, path, 0, $"the workbook is corrupt: the file {what} and nothing of it is used: {WhatToDo}")] };
    }
}
