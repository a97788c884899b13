using System.Collections.Immutable;

namespace Turnkey.Fuzzing;

internal static class FormatTargets
{
    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        GerberTarget.Target, GerberTarget.Written, GerberTarget.Copper, TextTargets.Excellon, TextTargets.Netlist, TextTargets.Job, TextTargets.Table,
        SpreadsheetTargets.Sheets, SpreadsheetTargets.SharedStrings, SpreadsheetTargets.OpenDocument, SpreadsheetTargets.Packed, SpreadsheetTargets.Binary,
    ];
}
