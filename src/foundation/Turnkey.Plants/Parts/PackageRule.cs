using System.Globalization;

namespace Turnkey.Plants.Parts;

internal enum PackageMatch { Chip, Run, Name, Word }

/// <summary>One row of <c>packages.csv</c>.</summary>
internal sealed record PackageRule(string Pattern, PackageMatch Kind, Mounting Mounting, int Joints, int MostPins, int Extra, bool Fine, bool Hidden, string Size)
{
    /// <summary>The package in a footprint's words; null when the rule does not fit. Pins is null where the name does not say.</summary>
    public (string Name, int? Pins)? Match(FootprintName footprint)
    {
        for (var i = 0; i < footprint.Words.Length; i++)
        {
            var word = footprint.Words[i];
            switch (Kind)
            {
                case PackageMatch.Word when footprint.StartsAt(i, Pattern):
                    return (Pattern, null);
                case PackageMatch.Chip when IsChip(word, Pattern) || (footprint.Words.Length == 1 && Pattern[0] == '0' && word.Compact == Pattern[1..]):
                    return (Pattern, 2);
                case PackageMatch.Name when word.Compact.StartsWith(Pattern, StringComparison.Ordinal):
                    return Named(word.Compact[Pattern.Length..]);
                case PackageMatch.Run when InRun(footprint, i) is { } found:
                    return found;
            }
        }
        return null;
    }

    /// <summary>0402, R0402, LED0603, C0402K, and a lone 402 where a spreadsheet has eaten the nought; not 1005METRIC and not 10402.</summary>
    private static bool IsChip(FootprintWord word, string code)
    {
        var text = word.Compact;
        var at = text.IndexOf(code, StringComparison.Ordinal);
        if (at < 0 || text[..at].Any(c => !char.IsAsciiLetter(c)) || at > 6) return false;
        var rest = text[(at + code.Length)..];
        return rest.Length == 0 || (!char.IsAsciiDigit(rest[0]) && rest[0] != '.' && !rest.StartsWith("METRIC", StringComparison.Ordinal) && !rest.StartsWith('X'));
    }

    private (string Name, int? Pins)? Named(string rest)
    {
        // SOT235 is SOT-23-5; another number behind it makes it another package (SOT23 is no SOT2312).
        if (rest.Length == 0 || !char.IsAsciiDigit(rest[0])) return (Pattern, null);
        var pins = PinCount(new string([.. rest.TakeWhile(char.IsAsciiDigit)]));
        return pins is { } n ? ($"{Pattern}-{n.ToString(CultureInfo.InvariantCulture)}", n) : MostPins == 0 ? (Pattern, null) : null;
    }

    /// <summary>The number behind the family, one further where that is a body size (DFN2020-6), or the one before it (48-QFN).</summary>
    private (string Name, int? Pins)? InRun(FootprintName footprint, int index)
    {
        var runs = footprint.Words[index].Runs;
        for (var r = 0; r < runs.Length; r++)
        {
            if (!char.IsAsciiLetter(runs[r][0]) || !IsFamily(runs[r])) continue;
            // IPC-7351: QFN50P500X500X100-33 has 33 pins behind pitch, span and height.
            var lastX = Array.LastIndexOf([.. runs], "X");
            if (At(r + 2) == "P" && lastX > r && PinCount(At(lastX + 2) ?? "") is { } counted) return ($"{runs[r]}-{counted.ToString(CultureInfo.InvariantCulture)}", counted);
            var next = index + 1 < footprint.Words.Length ? footprint.Words[index + 1].Runs[0] : "";
            var pins = PinCount(At(r + 1) ?? next) ?? PinCount(At(r + 2) ?? "") ?? PinCount(At(r - 1) ?? "");
            return (pins is { } n ? $"{runs[r]}-{n.ToString(CultureInfo.InvariantCulture)}" : runs[r], pins);
        }
        return null;

        string? At(int i) => i >= 0 && i < runs.Length ? runs[i] : null;
    }

    /// <summary>Families take up to three letters in front (VQFN, HTSSOP, UFBGA) where their table row says how many pins they may have; others stand alone.</summary>
    private bool IsFamily(string run) =>
        run == Pattern || (MostPins > 0 && Pattern.Length >= 3 && run.Length <= Pattern.Length + 3 && run.EndsWith(Pattern, StringComparison.Ordinal));

    private int? PinCount(string text) =>
        MostPins > 0 && text.Length is > 0 and <= 4 && text.All(char.IsAsciiDigit)
            && int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is >= 2 and var pins && pins <= MostPins ? pins : null;
}
