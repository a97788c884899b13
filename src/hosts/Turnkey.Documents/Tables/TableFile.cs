using System.Text;

namespace Turnkey.Documents.Tables;

/// <summary>A table as a file.</summary>
/// <param name="Name">Letters, digits, points and dashes.</param>
public sealed record TableFile(string Name, ReadOnlyMemory<byte> Content)
{
    private const int LongestPart = 60;

    /// <summary>A name as a part of a file's name: lower case letters and digits, dashes for all else.</summary>
    internal static string NamePart(string text)
    {
        var name = new StringBuilder();
        foreach (var c in text)
        {
            if (name.Length >= LongestPart) break;
            if (char.IsAsciiLetterOrDigit(c)) name.Append(char.ToLowerInvariant(c));
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        }
        var part = name.ToString().Trim('-');
        return part.Length > 0 ? part : "unnamed";
    }
}
