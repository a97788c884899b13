using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Turnkey.Quoting;

namespace Turnkey.Cli.Commands;

/// <summary>How many products are asked for.</summary>
internal static class QuantityOptions
{
    public static Option<ImmutableArray<int>> Quantities() =>
        new("--qty") { Description = "Products per release: one or more quantities", HelpName = "10,100,1000", CustomParser = Several };

    public static Option<int?> Annual(string description) => new("--annual")
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Quantity(SharedOptions.Token(result))
            ?? SharedOptions.Fail<int?>(result, $"--annual: '{SharedOptions.Token(result)}' is no yearly volume; write a whole number from 1 to {QuoteRequest.LargestQuantity}."),
    };

    private static ImmutableArray<int> Several(ArgumentResult result)
    {
        var quantities = ImmutableArray.CreateBuilder<int>();
        foreach (var word in SharedOptions.Token(result).Split(','))
        {
            if (Quantity(word) is not { } quantity)
            {
                result.AddError($"--qty: '{word.Trim()}' is no quantity; write whole numbers from 1 to {QuoteRequest.LargestQuantity}, separated by commas.");
                return [];
            }
            if (!quantities.Contains(quantity)) quantities.Add(quantity);
        }
        return quantities.ToImmutable();
    }

    private static int? Quantity(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && quantity is >= 1 and <= QuoteRequest.LargestQuantity ? quantity : null;
}
