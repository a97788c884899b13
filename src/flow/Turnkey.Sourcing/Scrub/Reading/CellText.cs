using System.Globalization;
using System.Text;

namespace Turnkey.Sourcing.Scrub.Reading;

/// <summary>The text of a spreadsheet cell in one spelling: what input methods, word processors and CAD tools write in many ways.</summary>
internal static class CellText
{
    /// <summary>Longer cells are cut: no part is described in more, and a cell can hold a whole file.</summary>
    public const int Longest = 600;

    /// <summary>
    /// Full-width letters become plain ones, dashes <c>-</c>, quotes plain, micro signs <c>u</c>, ohm signs <c>Ω</c>, <c>+/-</c> becomes <c>±</c>, white space one
    /// blank; control and invisible characters go. At most <see cref="Longest"/> characters. Doing it twice changes nothing.
    /// </summary>
    public static string Plain(string? cell)
    {
        if (string.IsNullOrEmpty(cell)) return "";
        var text = new StringBuilder(Math.Min(cell.Length, Longest));
        foreach (var written in cell)
        {
            if (text.Length >= Longest) break;
            var c = Plain(written);
            if (c == ' ')
            {
                if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
            }
            else if (c != '\0') text.Append(c);
        }
        text.Replace("+/-", "±").Replace("+-", "±").Replace("-/+", "±");
        var plain = text.ToString().Trim();
        return plain.Length == cell.Length && plain == cell ? cell : plain;
    }

    private static char Plain(char c)
    {
        if (c is > ' ' and < '\u007f') return c;
        if (char.IsWhiteSpace(c)) return ' ';
        if (c is >= '\uff01' and <= '\uff5e') return (char)(c - 0xfee0);
        if (c is '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\ufe63') return '-';
        if (c is '\u2018' or '\u2019' or '\u201a' or '\u201b' or '\u2032') return '\'';
        if (c is '\u201c' or '\u201d' or '\u201e' or '\u2033') return '"';
        if (c is '\u00b5' or '\u03bc') return 'u';
        if (c is '\u2126' or '\u03a9' or '\u03c9') return 'Ω';
        if (c is '、' or '，') return ',';
        if (c is '；') return ';';
        if (c is '×' or '✕') return 'x';
        return char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse ? '\0' : c;
    }
}
