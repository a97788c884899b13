using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>Tells designators from other words, which a parser alone cannot: every <c>LM358</c> or <c>SOT23</c> could be one.</summary>
internal static class DesignatorShape
{
    /// <summary>Class letters of IEEE 315 / ASME Y14.44 and those that CAD libraries use besides.</summary>
    private static readonly FrozenSet<string> ClassLetters = new[]
    {
        "A", "AE", "ANT", "AR", "AT", "AUDIO", "B", "BAT", "BATT", "BR", "BT", "BTN", "BZ", "C", "CB", "CE", "CN", "CON", "CONN", "CP", "CR", "CRYSTAL", "CX", "D", "DA", "DL",
        "DS", "E", "EC", "ESD", "F", "FB", "FD", "FER", "FET", "FID", "FL", "FM", "FR", "FS", "FT", "FU", "G", "GDT", "H", "HDR", "HL", "HS", "HW", "IC", "IR", "J", "JMP",
        "JP", "JR", "K", "KEY", "L", "LCD", "LD", "LED", "LS", "M", "MCU", "MD", "MG", "MH", "MIC", "MK", "ML", "MOD", "MOV", "MP", "MT", "N", "NT", "NTC", "OK", "OSC", "P",
        "PB", "PC", "PD", "PF", "PL", "PS", "PTC", "PWR", "Q", "QP", "QZ", "R", "RA", "RB", "RC", "REF", "REL", "RF", "RL", "RLY", "RM", "RN", "RP", "RS", "RT", "RV", "RY", "S",
        "SB", "SC", "SH", "SJ", "SK", "SL", "SOL", "SP", "SPK", "ST", "SW", "T", "TB", "TC", "TH", "TP", "TR", "TS", "TVS", "U", "UM", "US", "USB", "V", "VAR", "VCO", "VD", "VR", "VT",
        "W", "WS", "X", "XC", "XF", "XL", "XP", "XS", "XT", "XTAL", "XU", "Y", "Z", "ZD",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Letters, then a number, then at most a short suffix: R12, U3A, C7_2, rU4, SW_1, Q1B.</summary>
    public static bool IsOne(Designator designator)
    {
        if (designator.Number is null || designator.Prefix.Length > 12 || designator.Number > 99_999) return false;
        var letters = 0;
        foreach (var c in designator.Prefix)
        {
            if (char.IsLetter(c)) letters++;
            else if (c is not ('_' or '-')) return false;
        }
        return letters > 0 && (designator.Suffix.Length <= 1 || designator.Suffix[0] is '_' or '-' or '.') && designator.Suffix.Length <= 10;
    }

    /// <summary>One whose letters are a class that the trade knows.</summary>
    public static bool IsClassed(Designator designator) => IsOne(designator) && ClassLetters.Contains(designator.Prefix.Trim('_', '-'));

    /// <summary>A cell that is a list of nothing but designators whose letters the trade knows.</summary>
    public static bool AreClassed(string cell)
    {
        if (cell.Length == 0 || !char.IsLetter(cell[0])) return false;
        var (runs, rejected) = Runs(cell);
        return !runs.IsEmpty && rejected.IsEmpty && runs.All(run => IsClassed(run.Last));
    }

    /// <summary>
    /// How much a column is one of designators, 0 to 1: the share of its filled cells that are lists of nothing else, with a little taken off for
    /// unknown class letters and for repeats (a designator stands once, a part number or a footprint often). A range counts as one.
    /// </summary>
    /// <param name="cells">The column.</param>
    /// <param name="single">Only one designator per cell will do, as in position files.</param>
    public static double Share(IEnumerable<string> cells, bool single = false)
    {
        int filled = 0, designators = 0, classed = 0, all = 0;
        var seen = new HashSet<DesignatorRun>();
        foreach (var cell in cells)
        {
            if (cell.Length == 0) continue;
            filled++;
            if (!char.IsLetter(cell[0])) continue;
            var (runs, rejected) = single ? (Designator.Parse(cell.Replace(' ', '_')) is { } only ? [new DesignatorRun(only, 1)] : [], []) : Runs(cell);
            if (runs.IsEmpty || !rejected.IsEmpty) continue;
            // The last of a range has the highest number, and is one where all others are.
            var good = runs.Count(run => run.Last is var last && (IsOne(last) || last.Number is null));
            if (good < runs.Length || !runs.Any(run => IsOne(run.First))) continue;
            designators++;
            foreach (var run in runs)
            {
                all++;
                if (IsClassed(run.Last)) classed++;
                seen.Add(run);
            }
        }
        if (filled == 0 || all == 0) return 0;
        return designators / (double)filled * (0.6 + (0.4 * classed / all)) * (0.4 + (0.6 * seen.Count / all));
    }

    /// <summary>
    /// Designators of at least two classes: D10 to D99 alone are apertures, T1 to T9 drill tools, and net or pin names count on one stem too.
    /// </summary>
    public static bool IsOfSeveralClasses(IEnumerable<string> cells) =>
        cells.Where(cell => cell.Length > 0 && char.IsLetter(cell[0])).SelectMany(cell => Runs(cell).Runs).Where(run => IsOne(run.First)).Select(run => run.First.Prefix).Distinct(StringComparer.Ordinal).Skip(1).Any();

    /// <summary>The list without remarks in brackets (<c>R1 (0402), R2</c>), ranges not expanded.</summary>
    public static (ImmutableArray<DesignatorRun> Runs, ImmutableArray<string> Rejected) Runs(string cell) => DesignatorList.Runs(WithoutRemarks(cell));

    /// <summary>Bounded for cells that hold a whole file.</summary>
    private static string WithoutRemarks(string cell)
    {
        if (!cell.Contains('(', StringComparison.Ordinal)) return cell;
        var text = new StringBuilder(cell.Length);
        var rest = cell.AsSpan();
        for (var open = rest.IndexOf('('); open >= 0; open = rest.IndexOf('('))
        {
            var length = rest[open..].IndexOf(')');
            if (length < 0) break;
            text.Append(rest[..open]).Append(' ');
            rest = rest[(open + length + 1)..];
        }
        return text.Append(rest).ToString();
    }
}
