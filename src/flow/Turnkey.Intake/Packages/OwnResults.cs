using System.Text.Json;

namespace Turnkey.Intake.Packages;

/// <summary>
/// Files that Turnkey wrote itself. Results lie beside the files they were made from sooner or later; they are no part of what a customer sent, and with
/// them left out a package stays the same package after it was quoted.
/// </summary>
internal static class OwnResults
{
    /// <summary>Both marks stand at the beginning of a file.</summary>
    private const int LongestBeginning = 4096;

    public static bool IsOne(PackageFile file)
    {
        var beginning = file.Content.Span[..Math.Min(file.Content.Length, LongestBeginning)];
        return beginning.StartsWith("{"u8) ? IsResult(beginning) : beginning.StartsWith("<!doctype html>"u8) && beginning.IndexOf("<meta name=\"generator\" content=\"Turnkey\">"u8) >= 0;
    }

    /// <summary>Every result begins with the version of its members and that of the program.</summary>
    private static bool IsResult(ReadOnlySpan<byte> beginning)
    {
        try
        {
            var json = new Utf8JsonReader(beginning, isFinalBlock: false, default);
            return json.Read() && json.TokenType == JsonTokenType.StartObject
                && json.Read() && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("schemaVersion"u8)
                && json.Read() && json.TokenType == JsonTokenType.Number
                && json.Read() && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("engineVersion"u8)
                && json.Read() && json.TokenType == JsonTokenType.String;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
