using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Reading;

namespace Turnkey.Dfx.Queries;

/// <summary>What is asked for which rule (<c>query-texts.yaml</c>).</summary>
/// <param name="Rule">Which.</param>
/// <param name="Least">Severity from which on it is asked.</param>
/// <param name="Ask">The question.</param>
/// <param name="Propose">What happens when the customer agrees.</param>
/// <param name="Accepted">What a finding becomes when the proposal is accepted; null when it stays as it is, because another file or decision has to come first.</param>
/// <param name="AsSentSettles">The customer alone can decide that it is made as it was sent; false where the maker's limit stands against it.</param>
internal sealed record QueryTexts(DesignRule Rule, Severity Least, string Ask, string Propose, SettledAs? Accepted, bool AsSentSettles)
{
    private static readonly Lazy<FrozenDictionary<string, QueryTexts>> Shipped = new(Read);

    /// <summary>Null where the rule has no row.</summary>
    public static QueryTexts? Of(DesignRule rule) => Shipped.Value.GetValueOrDefault(rule.Id);

    public static string Fill(string text, Finding finding) => text
        .Replace("{cause}", Capital(finding.Cause), StringComparison.Ordinal)
        .Replace("{measured}", finding.Measured.ToString(), StringComparison.Ordinal)
        .Replace("{limit}", finding.Limit?.ToString() ?? "", StringComparison.Ordinal)
        .Replace("{places}", string.Create(CultureInfo.InvariantCulture, $"{finding.Places.Length:N0} place{(finding.Places.Length == 1 ? "" : "s")}"), StringComparison.Ordinal)
        .Replace("{layer}", finding.Worst.Layer, StringComparison.Ordinal);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static FrozenDictionary<string, QueryTexts> Read()
    {
        using var stream = typeof(QueryTexts).Assembly.GetManifestResourceStream("Turnkey.Dfx.Data.query-texts.yaml") ?? throw new InvalidOperationException("query-texts.yaml is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return ((YamlNode.Sequence)YamlNode.Read(reader.ReadToEnd())).Items.Select(row => Row((YamlNode.Map)row)).ToFrozenDictionary(row => row.Rule.Id, StringComparer.Ordinal);
    }

    private static QueryTexts Row(YamlNode.Map row)
    {
        string Field(string key) => row.Text(key) is { Length: > 0 } text ? text : throw new InvalidOperationException($"query-texts.yaml:{row.Line}: there is no {key}");
        InvalidOperationException Unknown(string key) => new($"query-texts.yaml:{row.Line}: {key} is none of the words for it");
        SettledAs? accepted = Field("accepted") switch { "agreed" => SettledAs.Agreed, "corrected" => SettledAs.Corrected, "awaited" => null, _ => throw Unknown("accepted") };
        var settles = Field("as-sent") switch { "settles" => true, "counts" => false, _ => throw Unknown("as-sent") };
        return new QueryTexts(DesignRule.Of(Field("rule")), Enum.Parse<Severity>(Field("least"), ignoreCase: true), Field("ask"), Field("propose"), accepted, settles);
    }
}
