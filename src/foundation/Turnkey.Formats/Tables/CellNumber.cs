using System.Globalization;

namespace Turnkey.Formats.Tables;

/// <summary>Numbers and dates of spreadsheet cells as text that does not depend on where it is read.</summary>
internal static class CellNumber
{
    /// <summary>Shortest text that gives the same number back, without an exponent where it can be: part numbers and barcodes stand in number cells too.</summary>
    public static string Write(double value)
    {
        if (!double.IsFinite(value)) return "";
        if (value == Math.Truncate(value) && Math.Abs(value) < 1e15) return value.ToString("0", CultureInfo.InvariantCulture);
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && Math.Abs(value) is > 1e-12 and < 1e27 ? ((decimal)value).ToString(CultureInfo.InvariantCulture) : text;
    }

    /// <summary>The number under its format code: dates as ISO 8601, <c>0000</c> with its leading zeros (the footprint 0603 is a number to Excel).</summary>
    public static string Write(double value, string format, bool from1904 = false)
    {
        if (IsDate(format)) return Date(value, from1904) ?? Write(value);
        if (format.Length > 1 && format.All(c => c == '0') && value == Math.Truncate(value) && Math.Abs(value) < 1e15)
        {
            return ((long)value).ToString("D" + Math.Min(format.Length, 15).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }
        return Write(value);
    }

    /// <summary>Format codes that Excel knows by number (ECMA-376 part 1, 18.8.30); empty for those that show a plain number.</summary>
    public static string BuiltInFormat(int id) => id switch
    {
        14 or 15 or 16 or 17 or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => "yyyy-mm-dd",
        18 or 19 or 20 or 21 or 45 or 46 or 47 => "h:mm:ss",
        _ => "",
    };

    /// <summary>A format code shows a date or time when day, month, year, hour or second letters stand in it outside quotes and brackets.</summary>
    public static bool IsDate(string format)
    {
        var quoted = false;
        var bracket = false;
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c == '\\') i++;
            else if (c == '[') bracket = true;
            else if (c == ']') bracket = false;
            else if (!bracket && c is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 's' or 'S') return !format.Contains("General", StringComparison.OrdinalIgnoreCase);
        }
        return false;
    }

    public static string? Date(double serial, bool from1904 = false)
    {
        if (serial is < 0 or > 2_958_465) return null;
        var when = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddDays(serial + (from1904 ? 1462 : 0));
        return Date(when);
    }

    public static string Date(DateTime when) => when.ToString(when.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
