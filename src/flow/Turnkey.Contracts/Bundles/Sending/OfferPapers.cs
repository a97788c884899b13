using System.Text.Json;

namespace Turnkey.Contracts.Bundles.Sending;

/// <summary>Which papers may go with an offer: those that <c>turnkey quote</c> writes for the customer, by their names, and none with the manufacturer's figures in it.</summary>
public static class OfferPapers
{
    /// <summary>The customer's view of a quote, and nothing else of it.</summary>
    public static IReadOnlyList<string> Names { get; } = ["offer.html", "offer.json", "offer.pdf"];

    /// <summary>Members that stand in <c>quote.json</c>, the manufacturer's view, and never in <c>offer.json</c>.</summary>
    private static readonly HashSet<string> Internal = new(StringComparer.OrdinalIgnoreCase) { "breakdown", "basis", "costs", "nonRecurringCosts", "leadTimeSteps", "margin", "overhead", "purchases" };

    /// <summary>Why a paper may not go out; null when it may.</summary>
    public static Refusal? Fault(string name, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Names.Contains(name)) return new Refusal("offer.paper", $"'{BundlePath.Show(name)}' does not go with an offer; {string.Join(", ", Names)} do");
        if (!name.EndsWith(".json", StringComparison.Ordinal)) return null;
        var (tree, _) = BundleJson.Parse(content);
        if (tree is null) return new Refusal("offer.paper", $"'{name}' is no JSON");
        using (tree) return Found(tree.RootElement) is { } member ? new Refusal("offer.internal", $"'{name}' holds '{member}', which is the manufacturer's own; send the offer.json beside the quote.json, not the quote") : null;
    }

    private static string? Found(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(member => Internal.Contains(member.Name) ? member.Name : Found(member.Value)).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(Found).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
