using System.Text;

namespace Turnkey.Sourcing.Scrub.Reading;

/// <summary>A data table of the scrub: comma-separated, <c>#</c> begins a comment line, the first other row names the columns.</summary>
internal static class DataTable
{
    /// <exception cref="InvalidOperationException">There is no such table, or a row has another number of columns than the heading: a bug, found by the tests.</exception>
    public static IReadOnlyList<string[]> Rows(string name)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream("Turnkey.Sourcing.Scrub.Data." + name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<string[]>();
        var width = 0;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = Cells(line);
            if (width == 0) width = cells.Length;
            else if (cells.Length == width) rows.Add(cells);
            else throw new InvalidOperationException($"{name}:{number}: {cells.Length} columns instead of {width}");
        }
        return rows;
    }

    public static string[] Entries(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(c);
        }
        cells.Add(cell.ToString());
        return [.. cells];
    }
}
