using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Turnkey.Storage.Schema;

/// <summary>
/// Text as both databases can keep it. PostgreSQL takes neither NUL nor half a surrogate pair, and parts lists out of damaged spreadsheets have both: each
/// becomes the replacement character, on SQLite too, so that the same file gives the same rows.
/// </summary>
internal static class KeepableText
{
    public static void Mend(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
            foreach (var property in entry.Properties)
            {
                if (property.CurrentValue is string text && !Keepable(text)) property.CurrentValue = Mended(text);
            }
        }
    }

    private static bool Keepable(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) return false;
        return text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 || Mended(text) == text;
    }

    // Decoding replaces what is no character.
    private static string Mended(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
}
