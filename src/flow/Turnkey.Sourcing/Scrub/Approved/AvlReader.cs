using System.Collections.Frozen;
using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Scrub.Makers;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Scrub.Approved;

/// <summary>
/// Reads an approved vendor or manufacturer list out of a table. The heading row names the columns (<c>avl-headings.csv</c>); each row says for which part
/// (internal number, maker's number or designators) which part is approved, preferred or forbidden. No status is approval: that is what the list is for.
/// </summary>
public static class AvlReader
{
    private const int DeepestHeading = 50;

    private const int MostRows = 200_000;

    private const int MostColumns = 200;

    private static readonly Lazy<FrozenDictionary<string, string>> Headings = new(() => Table("avl-headings.csv"));

    private static readonly Lazy<FrozenDictionary<string, string>> Statuses = new(() => Table("avl-statuses.csv"));

    private static readonly Lazy<ColumnRule[]> Rules = new(() => [.. DataTable.Embedded("avl-columns.csv").Rows.Select(row => new ColumnRule(row[0], row[1], row[2], row[3]))]);

    /// <summary>Never throws; what is not understood is said with its row.</summary>
    /// <param name="path">Becomes the parts' source and the diagnostics' file.</param>
    /// <param name="rows">Cells as text.</param>
    /// <param name="firstRow">Number of the first row, from 1.</param>
    public static ApprovedList Read(string path, IReadOnlyList<IReadOnlyList<string>> rows, int firstRow = 1)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(rows);
        var log = new DiagnosticLog(path);
        var parts = ImmutableArray.CreateBuilder<ApprovedPart>();
        var (heading, columns) = Heading(rows);
        if (columns is null)
        {
            log.Error("scrub.avl-no-heading", 0, "no row names an approved part number or manufacturer beside the part it is for (internal number, part number or designator); the list is not used");
            return new ApprovedList([], [.. log.ToList()]);
        }
        for (var i = heading + 1; i < Math.Min(rows.Count, MostRows); i++)
        {
            if (Part(rows[i], columns, path, firstRow + i, log) is { } part) parts.Add(part);
        }
        if (rows.Count > MostRows) log.Error("scrub.avl-too-long", firstRow + MostRows, $"the list has more than {MostRows} rows; those from here on are left out");
        return new ApprovedList(parts.ToImmutable(), [.. log.ToList()]);
    }

    private static (int Row, Dictionary<string, int>? Columns) Heading(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        for (var i = 0; i < Math.Min(rows.Count, DeepestHeading); i++)
        {
            var columns = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var c = 0; c < Math.Min(rows[i].Count, MostColumns); c++)
            {
                if (!Headings.Value.TryGetValue(MakerDirectory.Key(CellText.Plain(rows[i][c])), out var field)) continue;
                // Of two columns of makers' numbers the second is of what is approved for the first.
                if (field == "maker-number" && columns.ContainsKey(field)) field = "mpn";
                columns.TryAdd(field, c);
            }
            foreach (var rule in Rules.Value) rule.Apply(columns);
            if ((columns.ContainsKey("mpn") || columns.ContainsKey("manufacturer")) && (columns.ContainsKey("internal") || columns.ContainsKey("for") || columns.ContainsKey("designators"))) return (i, columns);
        }
        return (-1, null);
    }

    private static ApprovedPart? Part(IReadOnlyList<string> row, Dictionary<string, int> columns, string path, int line, DiagnosticLog log)
    {
        if (row.All(string.IsNullOrWhiteSpace)) return null;
        var written = Cell("status");
        var status = ApprovalStatus.Approved;
        if (written.Length > 0)
        {
            if (!Statuses.Value.TryGetValue(MakerDirectory.Key(written), out var known))
            {
                log.Warning("scrub.avl-status", line, $"\"{Shortened(written)}\" is no status; write approved, preferred or not allowed. The row is not used");
                return null;
            }
            status = Enum.Parse<ApprovalStatus>(known, ignoreCase: true);
        }
        var (designators, rejected) = DesignatorList.Parse(Cell("designators"));
        if (rejected.Length > 0) log.Warning("scrub.avl-designator", line, $"\"{Shortened(rejected[0])}\" is no designator and was left out");
        var mpn = PartNumber.Parse(Cell("mpn"));
        var part = new ApprovedPart(Cell("customer"), Cell("internal"), PartNumber.Parse(Cell("for")), designators, Cell("manufacturer"), mpn, status, Cell("remarks"), path, line);
        if (mpn is null && part.Manufacturer.Length == 0)
        {
            log.Warning("scrub.avl-no-part", line, "the row names no part and no manufacturer; it is not used");
            return null;
        }
        if (part.InternalNumber.Length == 0 && part.For is null && part.Designators.IsEmpty && status != ApprovalStatus.Forbidden)
        {
            log.Warning("scrub.avl-for-what", line, "the row does not say for which part; it is not used. Give the internal number, the part number or the designators");
            return null;
        }
        return part;

        string Cell(string field) => columns.TryGetValue(field, out var column) && column < row.Count ? CellText.Plain(row[column]) : "";
    }

    private static FrozenDictionary<string, string> Table(string name) =>
        DataTable.Embedded(name).Rows.SelectMany(row => DataTable.Entries(row[1]).Select(entry => (Key: MakerDirectory.Key(entry), Field: row[0])))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.First().Field, StringComparer.Ordinal);

    /// <summary>A row of <c>avl-columns.csv</c>.</summary>
    private sealed record ColumnRule(string Column, string Beside, string Without, string Meaning)
    {
        /// <summary>Gives the column its meaning, if it is still open and the rule holds.</summary>
        public void Apply(Dictionary<string, int> columns)
        {
            if (!columns.TryGetValue(Column, out var at) || (Beside.Length > 0 && !columns.ContainsKey(Beside)) || (Without.Length > 0 && columns.ContainsKey(Without))) return;
            columns.Remove(Column);
            foreach (var field in Meaning.Split('+', StringSplitOptions.RemoveEmptyEntries)) columns.TryAdd(field, at);
        }
    }

    private static string Shortened(string text) => text.Length > 60 ? text[..57] + "…" : text;
}
