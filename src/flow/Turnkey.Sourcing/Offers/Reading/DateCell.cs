using System.Globalization;

namespace Turnkey.Sourcing.Offers.Reading;

/// <summary>A day in a table cell. Where day and month cannot be told apart (01/02/2026) it is no date.</summary>
internal static class DateCell
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "d.M.yyyy", "dd.MM.yyyy", "d MMM yyyy", "dd-MMM-yyyy", "d-MMM-yyyy", "MMM d yyyy", "MMM d, yyyy", "d MMMM yyyy", "MMMM d, yyyy"];

    public static DateOnly? Read(string cell)
    {
        var text = cell.Trim();
        var time = text.IndexOfAny(['T', ' ']);
        if (time is >= 8 and <= 10 && text.Length > time + 3 && text[(time + 1)..].Contains(':', StringComparison.Ordinal)) text = text[..time];
        if (DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        var parts = text.Split('/', '-');
        if (parts.Length != 3 || !Number(parts[0], out var a) || !Number(parts[1], out var b) || !Number(parts[2], out var year) || year is < 2000 or > 2100) return null;
        var (d, m) = a > 12 ? (a, b) : b > 12 ? (b, a) : a == b ? (a, b) : (0, 0);
        return m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(year, m) ? new DateOnly(year, m, d) : null;
    }

    private static bool Number(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
