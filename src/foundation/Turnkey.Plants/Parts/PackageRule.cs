using System.Globalization;

namespace Turnkey.Plants.Parts;

internal enum PackageMatch { Chip, Run, Name, Word }

/// <summary>One row of <c>packages.csv</c>.</summary>
internal sealed record PackageRule(string Pattern, PackageMatch Kind, Mounting Mounting, int Joints, int Extra, bool Fine, bool Hidden, string Size)
{
    /// <summary>A pin count above this is no pin count but a dimension or a type number.</summary>
    private const int MostPins = 2500;

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
                case PackageMatch.Chip when IsChip(word, Pattern):
                    return (Pattern, 2);
                case PackageMatch.Name when word.Compact.StartsWith(Pattern, StringComparison.Ordinal):
                    return Named(word.Compact[Pattern.Length..]);
                case PackageMatch.Run when InRun(footprint, i) is { } found:
                    return found;
            }
        }
        return null;
    }

    /// <summary>0402, R0402, LED0603, C0402K; not 1005METRIC and not 10402.</summary>
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
        // SOT235 is SOT-23-5, SOT2235 is none of ours; TO92L keeps its three.
        var pins = LeadingNumber(rest);
        if (rest.Length > 0 && char.IsAsciiDigit(rest[0]) && pins is null or > 64) return null;
        return (pins is { } n ? $"{Pattern}-{n.ToString(CultureInfo.InvariantCulture)}" : Pattern, pins);
    }

    private (string Name, int? Pins)? InRun(FootprintName footprint, int index)
    {
        var word = footprint.Words[index];
        var runs = word.Runs;
        for (var r = 0; r < runs.Length; r++)
        {
            if (!char.IsAsciiLetter(runs[r][0]) || !Ends(runs[r])) continue;
            var next = r + 1 < runs.Length ? runs[r + 1] : index + 1 < footprint.Words.Length ? footprint.Words[index + 1].Runs[0] : "";
            // A number before the run is the pin count as well: 48-QFN, 8-SOIC.
            var pins = PinCount(next) ?? (r > 0 ? PinCount(runs[r - 1]) : null);
            return (pins is { } n ? $"{runs[r]}-{n.ToString(CultureInfo.InvariantCulture)}" : runs[r], pins);
        }
        return null;
    }

    /// <summary>Families take prefixes (VQFN, TSSOP, UFBGA); two-letter ones and case codes only themselves.</summary>
    private bool Ends(string run) => run == Pattern || (Pattern.Length >= 3 && Pattern is not ("SMA" or "SMB" or "SMC" or "SMAF" or "SOD" or "SOP" or "DIP" or "SIP" or "SON" or "DIL" or "SIL")
        ? run.EndsWith(Pattern, StringComparison.Ordinal)
        : Pattern switch
        {
            "SOP" => run.Length <= 6 && run.EndsWith("SOP", StringComparison.Ordinal),
            "SON" => run.Length <= 5 && run.EndsWith("SON", StringComparison.Ordinal),
            "DIP" => run is "PDIP" or "CDIP" or "SDIP",
            "SO" => run is "SOL" or "SOW" or "HSO",
            _ => false,
        });

    private static int? PinCount(string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit) && text.Length <= 4 && int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is >= 2 and <= MostPins and var pins ? pins : null;

    private static int? LeadingNumber(string text)
    {
        var length = text.TakeWhile(char.IsAsciiDigit).Count();
        return length > 0 ? PinCount(text[..length]) : null;
    }
}
