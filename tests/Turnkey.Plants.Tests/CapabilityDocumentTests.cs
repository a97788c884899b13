using System.Globalization;
using System.Text;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Plants.Tests;

/// <summary>The documents say what the catalogue of rules says. With TURNKEY_WRITE_DOCS=1 the tests write them anew.</summary>
public sealed class CapabilityDocumentTests
{
    private static readonly string Documents = Path.Combine(Root(), "docs");

    [Fact]
    public void The_schema_for_editors_is_that_of_the_catalogue() => SameText("capability.schema.json", _ => Encoding.UTF8.GetString(CapabilitySchema.Write()));

    [Fact]
    public void The_document_lists_all_rules_and_all_capabilities_that_ship() => SameText("capability-file.md", text => Section(Section(text, "rules", Rules()), "shipped", Shipped()));

    [Fact]
    public void The_example_in_the_document_is_read_without_a_diagnostic()
    {
        var text = File.ReadAllText(Path.Combine(Documents, "capability-file.md"));
        var from = text.IndexOf("```yaml\n", StringComparison.Ordinal) + 8;
        var (capability, diagnostics) = CapabilityFile.Read("example.yaml", Encoding.UTF8.GetBytes(text[from..text.IndexOf("```", from, StringComparison.Ordinal)]));
        Assert.Empty(diagnostics);
        Assert.Equal(2.5m, capability!.Find(DesignRule.Of("spacing"), new LimitCase { Net = "mains_l" })!.Minimum!.Value.Value);
        Assert.Equal(0.15m, capability.Find(DesignRule.Of("annular-ring"))!.Minimum!.Value.Value);
    }

    private static string Rules()
    {
        var text = new StringBuilder("| rule | what | in | good is | why | source |\n|---|---|---|---|---|---|\n");
        foreach (var rule in DesignRule.All)
        {
            var unit = rule.Unit switch { MeasureUnit.Count => "count", MeasureUnit.Ratio => "ratio", MeasureUnit.None => "", _ => Measure.Symbol(rule.Unit) };
            var sense = rule.Sense switch { LimitSense.AtLeast => "at least", LimitSense.AtMost => "at most", _ => "never" };
            text.Append(CultureInfo.InvariantCulture, $"| `{rule.Id}` | {rule.Title} | {unit} | {sense} | {rule.Reason} | {rule.Source} |\n");
        }
        return text.ToString();
    }

    private static string Shipped()
    {
        var text = new StringBuilder("| key | name | kind | cost rank | figures taken | source |\n|---|---|---|---|---|---|\n");
        foreach (var capability in CapabilityShelf.All.OrderBy(capability => capability.CostRank ?? int.MaxValue).ThenBy(capability => capability.Key, StringComparer.Ordinal))
        {
            var kind = capability.Kind == CapabilityKind.MakerClass ? "class" : capability.Kind.ToString().ToLowerInvariant();
            text.Append(CultureInfo.InvariantCulture, $"| `{capability.Key}` | {capability.Name} | {kind} | {capability.CostRank} | {capability.Taken} | {(capability.Source.Length > 0 ? capability.Source : "each figure its own")} |\n");
        }
        return text.ToString();
    }

    private static string Section(string text, string name, string content)
    {
        var head = $"<!-- {name}: written by the tests -->\n";
        var from = text.IndexOf(head, StringComparison.Ordinal) + head.Length;
        return text[..from] + content + text[text.IndexOf("<!-- end -->", from, StringComparison.Ordinal)..];
    }

    private static void SameText(string document, Func<string, string> write)
    {
        var path = Path.Combine(Documents, document);
        var there = File.Exists(path) ? File.ReadAllText(path) : "";
        var wanted = write(there);
        if (Environment.GetEnvironmentVariable("TURNKEY_WRITE_DOCS") == "1") File.WriteAllText(path, wanted);
        else Assert.Equal(wanted, there);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Turnkey.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("the tests run outside the repository");
    }
}
