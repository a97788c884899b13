namespace Turnkey.Cli.Text;

/// <summary>Text from files, safe on a terminal: escape sequences in a file name could clear the screen or worse.</summary>
internal static class PlainText
{
    public static string Of(string text) => text.Any(char.IsControl) ? new string([.. text.Select(c => char.IsControl(c) ? '?' : c)]) : text;
}
