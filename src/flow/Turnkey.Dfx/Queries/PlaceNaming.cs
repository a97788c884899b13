using System.Collections.Frozen;
using System.Collections.Immutable;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Queries;

/// <summary>Says what a place is called, so that a customer can answer for it.</summary>
internal static class PlaceNaming
{
    /// <param name="finding">Whose places they are.</param>
    /// <param name="designators">Of the assembly's parts.</param>
    public static ImmutableArray<QueryPlace> Of(Finding finding, FrozenSet<string> designators) => [.. finding.Places.Select(place => new QueryPlace(place, Names(finding, place, designators)))];

    private static ImmutableArray<string> Names(Finding finding, Sighting place, FrozenSet<string> designators)
    {
        // Nets are named as parts sometimes: only of parts a word that is a designator means one.
        if (finding.Rule.Group != RuleGroup.Assembly) return place.What.Length > 0 ? [place.What] : [];
        var parts = Designators(place.What, designators);
        return parts.IsEmpty ? Designators(place.Cause, designators) : parts;
    }

    private static ImmutableArray<string> Designators(string text, FrozenSet<string> designators)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsWord(text[i])) continue;
            var from = i;
            while (i < text.Length && IsWord(text[i])) i++;
            var word = text[from..i];
            if (designators.Contains(word) && !found.Contains(word, StringComparer.OrdinalIgnoreCase)) found.Add(word);
        }
        return found.ToImmutable();
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '+';
}
