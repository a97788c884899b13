using System.Globalization;
using System.Text;

namespace Turnkey.Intake.Packages;

/// <summary>
/// Paths of archive entries, made safe: forward slashes, no empty or <c>.</c> parts, no control characters. A path that is absolute or climbs
/// out of its folder has no safe form.
/// </summary>
internal static class PackagePath
{
    /// <summary>Folders and files that operating systems, offices and version control leave behind; they are no part of what was sent.</summary>
    private static readonly HashSet<string> Junk = new(StringComparer.OrdinalIgnoreCase)
    {
        ".DS_Store", "__MACOSX", "Thumbs.db", "ehthumbs.db", "desktop.ini", ".Spotlight-V100", ".Trashes", ".fseventsd", ".directory", "$RECYCLE.BIN",
        "System Volume Information", ".git", ".svn", ".hg",
    };

    public static bool IsJunk(string path) =>
        path.Split('/').Any(part => Junk.Contains(part) || part.StartsWith("._", StringComparison.Ordinal) || part.StartsWith("~$", StringComparison.Ordinal));

    /// <summary>Null when the path is absolute, names a drive or a share, climbs with <c>..</c>, or has no name in it.</summary>
    /// <param name="raw">As the archive has it.</param>
    /// <param name="changed">True when characters had to be replaced.</param>
    public static string? Clean(string raw, out bool changed)
    {
        changed = false;
        var path = raw.Replace('\\', '/');
        if (path.StartsWith('/') || (path.Length >= 2 && path[1] == ':' && char.IsAsciiLetter(path[0]))) return null;
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToArray();
        if (parts.Length == 0 || parts.Contains("..")) return null;
        var clean = new StringBuilder(path.Length);
        foreach (var part in parts)
        {
            if (clean.Length > 0) clean.Append('/');
            foreach (var rune in part.EnumerateRunes())
            {
                var bad = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || rune == Rune.ReplacementChar;
                changed |= bad;
                clean.Append(bad ? "_" : rune.ToString());
            }
        }
        return clean.ToString();
    }

    /// <summary>Shows an unsafe path in a message: no control characters, not endless.</summary>
    public static string Show(string raw)
    {
        var shown = new string([.. raw.Take(80).Select(c => char.IsControl(c) ? '?' : c)]);
        return raw.Length > 80 ? shown + "…" : shown;
    }
}
