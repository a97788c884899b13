using System.Collections.Frozen;
using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Sourcing.Data;

/// <summary>
/// A table that ships with the program: a line of headings, then rows; commas between cells, double quotes around cells that hold one, lines that start with
/// <c>#</c> are remarks.
/// </summary>
internal sealed class DataTable
{
    private readonly FrozenDictionary<string, int> columns;

    private DataTable(string name, string[] headings, IReadOnlyList<string[]> rows)
    {
        Name = name;
        Rows = rows;
        var named = headings.Select((heading, i) => (heading, i)).Where(pair => pair.heading.Length > 0).ToLookup(pair => pair.heading, pair => pair.i, StringComparer.Ordinal);
        if (named.FirstOrDefault(group => group.Count() > 1) is { } doubled) throw new InvalidOperationException($"{name}: the heading '{doubled.Key}' stands there twice");
        columns = named.ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    public string Name { get; }

    public IReadOnlyList<string[]> Rows { get; }

    /// <exception cref="InvalidOperationException">The program was built without this table, or a row of it is short.</exception>
    public static DataTable Embedded(string name)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream($"Turnkey.Sourcing.Data.{name}") ?? throw new InvalidOperationException($"no table {name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(name, reader);
    }

    /// <exception cref="InvalidOperationException">There are no headings, one of them is there twice, or a row is short or long.</exception>
    internal static DataTable Parse(string name, TextReader reader)
    {
        string[]? headings = null;
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = CommaSeparated.Cells(line);
            if (headings is null) headings = cells;
            else if (cells.Length != headings.Length) throw new InvalidOperationException($"{name}: '{line}' has {cells.Length} cells, not {headings.Length}");
            else rows.Add(cells);
        }
        return new DataTable(name, headings ?? throw new InvalidOperationException($"{name} is empty"), rows);
    }

    /// <summary>Whether there is a column of that heading.</summary>
    public bool Has(string heading) => columns.ContainsKey(heading);

    /// <summary>Several entries of one cell, apart by semicolons.</summary>
    public static string[] Entries(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The cell of a row under a heading.</summary>
    public string Cell(string[] row, string heading) => row[columns[heading]];
}
