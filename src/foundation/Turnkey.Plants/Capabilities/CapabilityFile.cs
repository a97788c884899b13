using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Plants.Reading;

namespace Turnkey.Plants.Capabilities;

/// <summary>
/// Reads a capability file (<c>docs/capability-file.md</c>). Whatever it does not know is an error with its line: a limit that is written wrong must not be
/// taken for one that is not there.
/// </summary>
public static class CapabilityFile
{
    /// <summary>A capability file is refused above this size.</summary>
    public const int LargestBytes = 1 << 20;

    private const int LongestKey = 60;

    private static readonly string[] Keys = ["turnkey-capability", "key", "name", "kind", "extends", "source", "taken", "cost-rank", "plated-tool", "rules"];

    private static readonly string[] TextKeys = ["key", "name", "kind", "source", "taken", "cost-rank"];

    internal static readonly string[] LimitKeys = ["minimum", "preferred", "maximum", "of", "allowance", "layers", "copper-up-to", "nets", "region", "source", "assumed"];

    /// <summary>The capability that a file describes; null, with the reason among the diagnostics, when it is none.</summary>
    /// <param name="path">For diagnostics.</param>
    /// <param name="content">UTF-8 YAML.</param>
    public static (Capability? Capability, ImmutableArray<Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content)
    {
        var log = new DiagnosticLog(path);
        if (content.Length > LargestBytes)
        {
            log.Error("capability.too-large", 0, $"a capability file may have {LargestBytes} bytes; the file is not used");
            return (null, [.. log.ToList()]);
        }
        YamlNode root;
        try
        {
            root = YamlNode.Read(Encoding.UTF8.GetString(content.Span));
        }
        catch (LineException e)
        {
            log.Error("capability.not-yaml", e.Line, $"{e.Message}; the file is not used");
            return (null, [.. log.ToList()]);
        }
        if (root is not YamlNode.Map map || map["turnkey-capability"] is not YamlNode.Scalar { Text: "1" })
        {
            log.Error("capability.not-one", 1, "a capability file begins with 'turnkey-capability: 1'; the file is not used");
            return (null, [.. log.ToList()]);
        }
        foreach (var (key, _) in map.Entries)
        {
            if (!Keys.Contains(key.Text, StringComparer.Ordinal)) log.Error("capability.unknown-key", key.Line, $"a capability file has no '{Short(key.Text)}', only {string.Join(", ", Keys)}");
        }
        foreach (var key in TextKeys)
        {
            if (map[key] is { } node and not YamlNode.Scalar) log.Error("capability.no-text", node.Line, $"'{key}' is one text or number, no list and no map");
        }
        var name = map.Text("name") ?? path;
        var key1 = map.Text("key") ?? "";
        if (key1.Length is 0 or > LongestKey || key1.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')))
        {
            log.Error("capability.key", map.Line, "a capability needs a key of small letters, digits, points and hyphens, as 'key: our-line'; the file is not used");
            return (null, [.. log.ToList()]);
        }
        var bases = Bases(map, log);
        var limits = Limits(map, key1, map.Text("source") ?? "", log);
        // What a file says of a rule replaces what it extends, as a whole: half of another's limits beside one's own would be nobody's.
        var own = limits.Select(limit => limit.Rule).ToHashSet();
        ImmutableArray<Limit> inherited = [.. bases.SelectMany(other => other.Limits).GroupBy(limit => limit.Rule).Where(group => !own.Contains(group.Key)).SelectMany(group => group.Where(limit => limit.Capability == group.Last().Capability))];
        var sha = ContentHash.Of([(key1, content), .. bases.Select(other => (other.Key, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(other.Sha256)))]);
        var capability = new Capability(key1, name, Kind(map, log), [.. limits, .. inherited], sha)
        {
            Source = map.Text("source") ?? "",
            Taken = Taken(map, log),
            CostRank = Rank(map, log),
            Plating = Plating(map, log) ?? bases.LastOrDefault(other => other.Plating.OnDiameter > Length.Zero)?.Plating ?? PlatingAllowance.None,
        };
        return (capability, [.. log.ToList()]);
    }

    private static List<Capability> Bases(YamlNode.Map map, DiagnosticLog log)
    {
        var bases = new List<Capability>();
        foreach (var item in YamlNode.ListOf(map["extends"]))
        {
            if (item is YamlNode.Scalar { Text: var other } && CapabilityShelf.Find(other) is { } found) bases.Add(found);
            else log.Error("capability.extends", item.Line, $"'{Short((item as YamlNode.Scalar)?.Text ?? "")}' is no capability that ships with the program; there are {string.Join(", ", CapabilityShelf.Keys)}");
        }
        return bases;
    }

    private static ImmutableArray<Limit> Limits(YamlNode.Map map, string key, string source, DiagnosticLog log)
    {
        if (map["rules"] is not { } node) return [];
        if (node is not YamlNode.Map rules) { log.Error("capability.rules", node.Line, "'rules' is a map from the names of rules to their limits"); return []; }
        var limits = ImmutableArray.CreateBuilder<Limit>();
        foreach (var (name, value) in rules.Entries)
        {
            if (DesignRule.Find(name.Text) is not { } rule) { log.Error("capability.unknown-rule", name.Line, $"there is no rule '{Short(name.Text)}'; docs/capability-file.md lists them"); continue; }
            var scopes = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in YamlNode.ListOf(value))
            {
                if (item is not YamlNode.Map row) { log.Error("capability.limit", item.Line, $"{rule.Id}: a limit is written as {{ minimum: 0.1, preferred: 0.15, source: … }}"); continue; }
                if (new LimitReading(rule, key, source, row, log).Read(LimitKeys) is not { } limit) continue;
                if (scopes.Add(limit.Scope.ToText())) limits.Add(limit);
                else log.Error("capability.same-scope", row.Line, $"{rule.Id}: two limits are for the same place ({(limit.Scope.ToText() is { Length: > 0 } text ? text : "everywhere")}); the second is not used");
            }
        }
        return limits.ToImmutable();
    }

    private static CapabilityKind Kind(YamlNode.Map map, DiagnosticLog log)
    {
        switch (map.Text("kind"))
        {
            case "manufacturer": return CapabilityKind.Manufacturer;
            case "class" or null: return CapabilityKind.MakerClass;
            case "standard": return CapabilityKind.Standard;
            case "practice": return CapabilityKind.Practice;
            case var other:
                log.Error("capability.kind", map["kind"]!.Line, $"kind '{Short(other)}' is none of manufacturer, class, standard, practice");
                return CapabilityKind.MakerClass;
        }
    }

    private static int? Rank(YamlNode.Map map, DiagnosticLog log)
    {
        if (map.Text("cost-rank") is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)) return rank;
        log.Error("capability.cost-rank", map["cost-rank"]!.Line, $"cost-rank '{Short(text)}' is no whole number");
        return null;
    }

    private static string Taken(YamlNode.Map map, DiagnosticLog log)
    {
        if (map.Text("taken") is not { } text) return "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return text;
        log.Error("capability.taken", map["taken"]!.Line, $"taken '{Short(text)}' is no day as 2026-08-24");
        return "";
    }

    private static PlatingAllowance? Plating(YamlNode.Map map, DiagnosticLog log)
    {
        if (map["plated-tool"] is not { } node) return null;
        if (node is YamlNode.Map row && row.Entries.All(entry => entry.Key.Text is "larger-by" or "source") && LimitNumber.Parse(row.Text("larger-by"), MeasureUnit.Millimetre) is { } by && by.Value is >= 0 and <= 1 && row.Text("source") is { Length: > 0 } source) return new PlatingAllowance(by.Length, source);
        log.Error("capability.plated-tool", node.Line, "plated-tool is { larger-by: 0.1 mm, source: … }: how much the tool of a plated hole is wider than the finished hole, at most 1 mm");
        return null;
    }

    internal static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
