using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Turnkey.Plants.Reading;

namespace Turnkey.Plants.Capabilities;

/// <summary>The rules that ship with the program.</summary>
internal sealed class RuleCatalogue
{
    private static readonly Lazy<RuleCatalogue> Read = new(() => new RuleCatalogue((YamlNode.Sequence)YamlNode.Read(Encoding.UTF8.GetString(EmbeddedData.Read("rules.yaml")))));

    private RuleCatalogue(YamlNode.Sequence rows)
    {
        Rules = [.. rows.Items.Select(row => Rule((YamlNode.Map)row))];
        ById = Rules.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);
    }

    public static RuleCatalogue Shipped => Read.Value;

    public ImmutableArray<DesignRule> Rules { get; }

    public FrozenDictionary<string, DesignRule> ById { get; }

    private static DesignRule Rule(YamlNode.Map row)
    {
        string Field(string key) => (row[key] as YamlNode.Scalar)?.Text ?? throw new InvalidOperationException($"rules.yaml:{row.Line}: a rule has no {key}");
        return new DesignRule(Field("id"), Field("title"), Enum.Parse<RuleGroup>(Field("group"), ignoreCase: true), UnitOf(Field("unit")), SenseOf(Field("sense")), Field("reason"), Field("source"));
    }

    private static MeasureUnit UnitOf(string text) => text switch
    {
        "mm" => MeasureUnit.Millimetre,
        "mm2" => MeasureUnit.SquareMillimetre,
        "ratio" => MeasureUnit.Ratio,
        "%" => MeasureUnit.Percent,
        "count" => MeasureUnit.Count,
        "degree" => MeasureUnit.Degree,
        "mg/mm2" => MeasureUnit.MilligramPerSquareMillimetre,
        "none" => MeasureUnit.None,
        _ => throw new InvalidOperationException($"rules.yaml: unit '{text}'"),
    };

    private static LimitSense SenseOf(string text) => text switch
    {
        "at-least" => LimitSense.AtLeast,
        "at-most" => LimitSense.AtMost,
        "never" => LimitSense.Never,
        _ => throw new InvalidOperationException($"rules.yaml: sense '{text}'"),
    };
}
