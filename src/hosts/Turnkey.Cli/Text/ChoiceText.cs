using System.Globalization;
using System.Text;
using Turnkey.Dfx.Choosing;

namespace Turnkey.Cli.Text;

/// <summary>Which makers can make a board, the cheapest first, and what stands in the way of the cheaper ones.</summary>
internal static class ChoiceText
{
    /// <summary>Obstacles that are printed for one maker; a board for another class altogether has hundreds.</summary>
    private const int Most = 5;

    public static void Append(StringBuilder text, MakerChoice choice)
    {
        text.Append("\nWho can make it, the cheapest first\n");
        if (choice.WhyNot is { } why)
        {
            text.Append("  cannot be said: ").Append(PlainText.Of(why)).Append('\n');
            return;
        }
        TextTable.Append(text, [.. choice.Makers.Select(maker => new[] { PlainText.Of(maker.Maker.Name), Says(maker) })]);
        if (choice.Nearest is not { } nearest) return;
        text.Append("\nIn the way of ").Append(PlainText.Of(nearest.Maker.Name)).Append(choice.Cheapest is { } cheapest ? $", which is cheaper than {PlainText.Of(cheapest.Maker.Name)}" : ", which comes nearest").Append('\n');
        foreach (var finding in nearest.InTheWay.Take(Most)) text.Append("  ").Append(PlainText.Of(MakerFit.Obstacle(finding))).Append('\n');
        if (nearest.InTheWay.Length > Most) text.Append(CultureInfo.InvariantCulture, $"  and {nearest.InTheWay.Length - Most} more\n");
    }

    private static string Says(MakerFit maker)
    {
        var can = maker.CanMake ? "yes" : string.Create(CultureInfo.InvariantCulture, $"no, {maker.InTheWay.Length} in the way");
        return maker.NotChecked.IsEmpty ? can : $"{can}; not checked: {string.Join(", ", maker.NotChecked.Select(rule => rule.Title.ToLowerInvariant()))}";
    }
}
