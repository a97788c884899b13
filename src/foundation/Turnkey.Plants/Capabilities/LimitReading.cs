using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Plants.Reading;

namespace Turnkey.Plants.Capabilities;

/// <summary>Reads one limit of a capability file.</summary>
/// <param name="rule">Whose it is.</param>
/// <param name="capability">Key of the capability.</param>
/// <param name="fileSource">Source where the limit names none.</param>
/// <param name="row">As written.</param>
/// <param name="log">Takes what is wrong.</param>
internal sealed class LimitReading(DesignRule rule, string capability, string fileSource, YamlNode.Map row, DiagnosticLog log)
{
    private const int MostNets = 1_000;
    private const int LongestNet = 200;

    /// <summary>Null when it is wrong, which is said.</summary>
    public Limit? Read(IReadOnlyCollection<string> keys)
    {
        foreach (var (key, _) in row.Entries)
        {
            if (!keys.Contains(key.Text)) return Wrong(key.Line, $"a limit has no '{CapabilityFile.Short(key.Text)}', only {string.Join(", ", keys)}");
        }
        foreach (var (key, value) in row.Entries)
        {
            if (key.Text is not ("nets" or "region") && value is not YamlNode.Scalar) return Wrong(value.Line, $"'{key.Text}' is one text or number, no list and no map");
        }
        if (row.Text("assumed") is { } assumption and not ("true" or "false")) return Wrong(row["assumed"]!.Line, $"'assumed: {CapabilityFile.Short(assumption)}' is neither true nor false");
        var source = row.Text("source") ?? fileSource;
        if (source.Length == 0) return Wrong(row.Line, "a limit needs a source: who says so, or 'assumption'");
        // A limit from above may be called what it is.
        var hard = row.Text("minimum") ?? row.Text("maximum");
        if (row["maximum"] is not null && rule.Sense == LimitSense.AtLeast) return Wrong(row.Line, "it is bounded below: write 'minimum'");
        if (row["minimum"] is not null && rule.Sense == LimitSense.AtMost) return Wrong(row.Line, "it is bounded above: write 'maximum'");
        if (!TryMeasure(hard, out var minimum) || !TryMeasure(row.Text("preferred"), out var preferred)) return null;
        if (minimum is null && preferred is null) return Wrong(row.Line, "a limit needs a minimum (or maximum), a preferred value, or both");
        if (minimum is { } m && preferred is { } p && (rule.Sense == LimitSense.AtLeast ? p.Value < m.Value : p.Value > m.Value)) return Wrong(row.Line, $"what is preferred ({p}) is asking for less than the limit ({m})");
        if (Of() is not { } of || Scope() is not { } scope) return null;
        if (!TryMeasure(row.Text("allowance"), out var allowance)) return null;
        if (of == FigureOf.Design && allowance is not null) return Wrong(row.Line, "an allowance is added to figures of the finished board only: write 'of: finished'");
        if (of == FigureOf.Finished && allowance is null) return Wrong(row.Line, "a figure of the finished board needs the allowance that makes it one of the data: 'allowance: 0.1'");
        var assumed = row.Text("assumed") == "true" || source.StartsWith("assumption", StringComparison.OrdinalIgnoreCase);
        return new Limit(rule, scope, With(minimum, allowance), With(preferred, allowance), of, source, assumed) { Allowance = allowance, Capability = capability };
    }

    private Measure? With(Measure? figure, Measure? allowance) =>
        figure is not { } value || allowance is not { } more ? figure : value with { Value = rule.Sense == LimitSense.AtMost ? value.Value - more.Value : value.Value + more.Value };

    private bool TryMeasure(string? text, out Measure? measure)
    {
        measure = null;
        if (text is null) return true;
        if (rule.Sense == LimitSense.Never)
        {
            // There is nothing to measure: how much it weighs is all that can be said.
            if (text is not ("error" or "0" or "warning")) { Wrong(row.Line, "there is no number to it: write 'minimum: 0' for an error, 'preferred: 0' for a warning"); return false; }
            measure = new Measure(0, rule.Unit);
            return true;
        }
        measure = LimitNumber.Parse(text, rule.Unit);
        if (measure is null) Wrong(row.Line, $"'{CapabilityFile.Short(text)}' is no number in {(rule.Unit == MeasureUnit.Millimetre ? "mm, um, mil or in" : Measure.Symbol(rule.Unit) is { Length: > 0 } symbol ? symbol : "the rule's unit")}");
        return measure is not null;
    }

    private FigureOf? Of()
    {
        switch (row.Text("of"))
        {
            case null or "design": return FigureOf.Design;
            case "finished": return FigureOf.Finished;
            case var other:
                Wrong(row["of"]!.Line, $"'of: {CapabilityFile.Short(other)}' is neither design nor finished");
                return null;
        }
    }

    private LimitScope? Scope()
    {
        if (!TryLayers(out var layers, out var count)) return null;
        Length? copper = null;
        if (row.Text("copper-up-to") is { } text)
        {
            if (LimitNumber.Parse(text, MeasureUnit.Millimetre) is not { } thickness || thickness.Value > 1m) { Wrong(row["copper-up-to"]!.Line, $"'copper-up-to: {CapabilityFile.Short(text)}' is no thickness of copper as '35 um'"); return null; }
            copper = thickness.Length;
        }
        var nets = YamlNode.ListOf(row["nets"]).Select(net => (net as YamlNode.Scalar)?.Text.Trim() ?? "").ToImmutableArray();
        if (row["nets"] is { } given && (nets.IsEmpty || nets.Length > MostNets || nets.Any(net => net.Length is 0 or > LongestNet))) { Wrong(given.Line, $"'nets' is a list of at most {MostNets} names of nets, with * for any letters"); return null; }
        if (!TryRegion(out var region)) return null;
        return new LimitScope(layers) { BoardLayers = count, CopperUpTo = copper, Nets = nets, Region = region };
    }

    /// <summary>Which layers of the board, how many it has, or both: <c>outer</c>, <c>2</c>, <c>outer 4-6</c>.</summary>
    private bool TryLayers(out LayerScope layers, out LayerCount? count)
    {
        (layers, count) = (LayerScope.All, null);
        if (row.Text("layers") is not { } text) return true;
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var next = 0;
        if (words is ["all" or "outer" or "inner", ..])
        {
            layers = words[0] switch { "outer" => LayerScope.Outer, "inner" => LayerScope.Inner, _ => LayerScope.All };
            next = 1;
        }
        if (next < words.Length && Count(words[next]) is { } stated)
        {
            count = stated;
            next++;
        }
        if (next == words.Length && next > 0) return true;
        Wrong(row["layers"]!.Line, $"'layers: {CapabilityFile.Short(text)}' is none of all, outer, inner, nor how many the board has, as 2 or 4-6");
        return false;
    }

    private static LayerCount? Count(string text)
    {
        const int Most = 100;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var (first, last) = dash < 0 ? (text, text) : (text[..dash], text[(dash + 1)..]);
        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var fewest) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            && fewest is >= 1 && fewest <= most && most <= Most ? new LayerCount(fewest, most) : null;
    }

    private bool TryRegion(out LimitRegion? region)
    {
        region = null;
        if (row["region"] is not { } node) return true;
        Measure?[] sides = [.. YamlNode.ListOf(node).Select(side => LimitNumber.ParseSigned((side as YamlNode.Scalar)?.Text))];
        if (sides is not [{ } left, { } bottom, { } right, { } top] || left.Value >= right.Value || bottom.Value >= top.Value)
        {
            Wrong(node.Line, "a region is [left, bottom, right, top] in mm of the board's own coordinates");
            return false;
        }
        region = new LimitRegion(left.Length, bottom.Length, right.Length, top.Length);
        return true;
    }

    private Limit? Wrong(int line, string what)
    {
        log.Error("capability.limit", line, $"{rule.Id}: {what}; the limit is not used");
        return null;
    }
}
