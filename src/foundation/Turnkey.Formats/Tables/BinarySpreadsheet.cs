using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ExcelDataReader;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>XLS (BIFF 2 to 8) and XLSB, by ExcelDataReader.</summary>
internal static class BinarySpreadsheet
{
    /// <summary>A stray cell at the foot of a sheet must not cost the reading of all that is empty above it.</summary>
    private const int MostEmptyRows = 1_000;

    /// <summary>Rows and columns of the largest sheet that Excel writes. The library looks for as many rows as a sheet says it has, and columns make each row long.</summary>
    private const int MostRows = 1 << 20, MostColumns = 1 << 14;

    /// <summary>Whether a BIFF stream without a container is a chain of records that ends with the file.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> content)
    {
        var at = 0;
        while (at + 4 <= content.Length) at += 4 + BinaryPrimitives.ReadUInt16LittleEndian(content[(at + 2)..]);
        return at == content.Length;
    }

    public static List<Table> Read(byte[] content, CellBudget budget, DiagnosticLog log)
    {
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf]) && !HasPlausibleContainer(content))
        {
            log.Error("table.damaged", 0, "the spreadsheet is damaged: it promises more than the file holds");
            return [];
        }
        // BIFF before version 8 is in the writer's code page.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sheets = new List<Table>();
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content, writable: false));
            do
            {
                var sheet = new SheetBuilder(reader.Name ?? "", budget, log);
                try
                {
                    ReadSheet(reader, sheet, log);
                }
                finally
                {
                    sheets.Add(sheet.Build(reader.VisibleState is "hidden" or "veryhidden"));
                }
            }
            while (!budget.IsSpent && sheets.Count < TableLimits.Sheets && reader.NextResult());
        }
        // The library reports damage in many ways, index and null errors among them; none of them may stop the quote.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.Error("table.damaged", 0, exception.GetType().Name.Contains("Password", StringComparison.Ordinal)
                ? "the spreadsheet is protected with a password; send it without"
                : "the spreadsheet is damaged; what stands behind the damage is not read");
        }
        return sheets;
    }

    /// <summary>
    /// The header of the compound file (MS-CFB 2.2) counts its sectors; the library makes room for as many as it says before it looks for them.
    /// </summary>
    private static bool HasPlausibleContainer(ReadOnlySpan<byte> content)
    {
        if (content.Length < 512) return false;
        var sectorShift = BinaryPrimitives.ReadUInt16LittleEndian(content[30..]);
        if (sectorShift is not (9 or 12) || BinaryPrimitives.ReadUInt16LittleEndian(content[32..]) != 6) return false;
        var sectors = (uint)(content.Length >> sectorShift) + 1;
        return BinaryPrimitives.ReadUInt32LittleEndian(content[40..]) <= sectors && BinaryPrimitives.ReadUInt32LittleEndian(content[44..]) <= sectors &&
            BinaryPrimitives.ReadUInt32LittleEndian(content[64..]) <= sectors && BinaryPrimitives.ReadUInt32LittleEndian(content[72..]) <= sectors;
    }

    private static void ReadSheet(IExcelDataReader reader, SheetBuilder sheet, DiagnosticLog log)
    {
        if (reader.RowCount is < 0 or > MostRows || reader.FieldCount is < 0 or > MostColumns)
        {
            log.Error("table.damaged", 0, string.Create(CultureInfo.InvariantCulture, $"the sheet says it has {reader.RowCount:N0} rows and {reader.FieldCount:N0} columns, more than any has; it is not read"));
            return;
        }
        foreach (var range in reader.MergeCells ?? [])
        {
            sheet.Merge(new MergedCells(range.FromRow + 1, range.FromColumn, range.ToRow - range.FromRow + 1, range.ToColumn - range.FromColumn + 1));
        }
        var empty = 0;
        for (var line = 1; !sheet.IsFull && reader.Read(); line++)
        {
            empty++;
            for (var i = 0; i < Math.Min(reader.FieldCount, TableLimits.Columns); i++)
            {
                if (reader.GetValue(i) is not { } value) continue;
                empty = 0;
                sheet.Set(i, value switch
                {
                    string text => text,
                    double number => CellNumber.Write(number, reader.GetNumberFormatString(i) ?? ""),
                    DateTime moment => CellNumber.Date(moment),
                    bool truth => truth ? "TRUE" : "FALSE",
                    var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
                }, value is double && !CellNumber.IsDate(reader.GetNumberFormatString(i) ?? ""));
            }
            sheet.EndRow(line);
            if (empty <= MostEmptyRows) continue;
            log.Info("table.empty-rows", line, $"{MostEmptyRows} empty rows end the sheet; what stands below is not read");
            break;
        }
    }
}
