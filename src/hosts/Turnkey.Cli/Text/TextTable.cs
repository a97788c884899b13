using System.Text;

namespace Turnkey.Cli.Text;

/// <summary>Columns of text under their headings, for a terminal.</summary>
internal static class TextTable
{
    /// <param name="to">Appended to.</param>
    /// <param name="rows">All of one width; the first may be the headings.</param>
    /// <param name="rightAligned">Columns of numbers.</param>
    public static void Append(StringBuilder to, IReadOnlyList<string[]> rows, params ReadOnlySpan<int> rightAligned)
    {
        if (rows.Count == 0) return;
        var widths = new int[rows[0].Length];
        foreach (var row in rows)
        {
            for (var column = 0; column < widths.Length; column++) widths[column] = Math.Max(widths[column], row[column].Length);
        }
        foreach (var row in rows)
        {
            var line = new StringBuilder("  ");
            for (var column = 0; column < widths.Length; column++)
            {
                if (column > 0) line.Append("   ");
                line.Append(rightAligned.Contains(column) ? row[column].PadLeft(widths[column]) : row[column].PadRight(widths[column]));
            }
            to.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }
}
