using System.Collections.Immutable;
using Turnkey.Intake.Identification;

namespace Turnkey.Intake.Boards;

/// <summary>Tells layers that draw V-scores from others: by their X2 function, else by their name.</summary>
internal static class ScoreLayers
{
    /// <summary>Words for the groove, after a "v" or run together with it.</summary>
    private static readonly string[] Grooves = ["score", "scoring", "cut", "cuts", "groove"];

    /// <param name="name">Of the file, without its folder.</param>
    /// <param name="function">X2 <c>.FileFunction</c>: <c>Vcut</c>, <c>Vcutmap</c> (Gerber layer format specification, 5.6.3).</param>
    public static bool IsScore(string name, ImmutableArray<string> function)
    {
        if (!function.IsDefaultOrEmpty && function[0].Trim().ToUpperInvariant() is "VCUT" or "VCUTMAP") return true;
        string[] words = [.. LayerNaming.Words(LayerNaming.Stem(name))];
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is ['v', .. var groove] && (Grooves.Contains(groove, StringComparer.Ordinal) || (groove.Length == 0 && i + 1 < words.Length && Grooves.Contains(words[i + 1], StringComparer.Ordinal)))) return true;
        }
        return false;
    }
}
