namespace Turnkey.Formats.Tables;

/// <summary>What a table may at most cost. Customers' files are untrusted: beyond these a file is cut or refused with a diagnostic that names the limit.</summary>
internal static class TableLimits
{
    /// <summary>The largest BOM met in trials has 10,000 cells; two million leave room for exports of whole libraries.</summary>
    public const int Cells = 2_000_000;

    /// <summary>A file may have these and <see cref="CellsPerByte"/> for each of its bytes: repeated rows of a few bytes ask for millions.</summary>
    public const int FreeCells = 50_000;

    public const int CellsPerByte = 2;

    /// <summary>Columns beyond are dropped: no parts list is that wide, but a stray cell at XFD1 is common.</summary>
    public const int Columns = 512;

    /// <summary>Characters of one cell; Excel's own limit.</summary>
    public const int CellCharacters = 32_767;

    /// <summary>Bytes of a table file as stored.</summary>
    public const int FileBytes = 64 << 20;

    /// <summary>Entries of an XLSX or ODS archive.</summary>
    public const int ArchiveEntries = 5_000;

    /// <summary>Unpacked bytes of an XLSX or ODS archive, for the parts that are read.</summary>
    public const long UnpackedBytes = 256L << 20;

    /// <summary>Unpacked to packed; refused only above <see cref="RatioFreeBytes"/>, because empty formatted rows pack at several hundred to one.</summary>
    public const int Ratio = 500;

    public const long RatioFreeBytes = 16L << 20;

    public const int Sheets = 256;

    public const int MergedRanges = 20_000;
}
