using System.Globalization;
using System.Text.RegularExpressions;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Handling;

/// <summary>Moisture sensitivity levels, where the parts list states them: in a column of their own, or as <c>MSL 3</c> in a text; nothing is supposed.</summary>
internal static partial class MoistureLevel
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What} is of level {worst.Measured}",
        (_, verdict) => $"order them in dry packs and plan their floor life, or take parts of level {verdict.Limit}");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (design.Assembly.Bom.IsEmpty) return new CheckOutcome.Skipped("the package has no parts list");
        var stated = design.Assembly.Bom.Lines.Where(line => !line.DoNotPlace).Select(line => (Line: line, Level: OfColumn(line.MoistureLevel) ?? Level($"{line.Description} {line.Value}"))).Where(row => row.Level is not null).ToArray();
        if (stated.Length == 0) return new CheckOutcome.Skipped("the parts list states no moisture sensitivity level");
        var places = design.Assembly.Placements.IsDefaultOrEmpty ? [] : design.Assembly.Placements.GroupBy(placement => placement.Designator).ToDictionary(group => group.Key, group => group.First().At);
        return new CheckOutcome.Done($"{stated.Length.ToString(CultureInfo.InvariantCulture)} lines that state a level",
            [.. stated.Select(row => new Sighting("parts that draw moisture", row.Line.Designators.Select(designator => places.TryGetValue(designator, out var at) ? at : (Geometry.Point?)null).FirstOrDefault(at => at is not null) ?? default, "", Measure.Count(row.Level!.Value))
            {
                What = row.Line.Mpn?.Text ?? row.Line.Designators.FirstOrDefault().Text,
            })]);
    }

    private static int? OfColumn(string cell) => Alone().Match(cell) is { Success: true } match ? match.Groups[1].Value[0] - '0' : Level(cell);

    [GeneratedRegex(@"^\s*(?:level\s*)?([1-6])a?(?![.0-9])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alone();

    /// <summary>1 to 6; 2a and 5a count as 2 and 5.</summary>
    private static int? Level(string text) => Stated().Match(text) is { Success: true } match ? match.Groups[1].Value[0] - '0' : null;

    [GeneratedRegex(@"\bMSL[\s:=-]*(?:level\s*)?([1-6])a?\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stated();
}
