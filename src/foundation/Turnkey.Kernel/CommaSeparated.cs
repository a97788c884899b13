using System.Text;

namespace Turnkey.Kernel;

/// <summary>One line of a small table of our own form; what customers and suppliers send is read by the table readers, which find out how it is written.</summary>
public static class CommaSeparated
{
    /// <summary>The cells of a line, trimmed; double quotes stand around cells that hold a comma, and are left out.</summary>
    public static string[] Cells(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else cell.Append(c);
        }
        cells.Add(cell.ToString().Trim());
        return [.. cells];
    }
}
