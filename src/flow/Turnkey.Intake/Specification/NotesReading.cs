using System.Globalization;
using System.Reflection;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;

namespace Turnkey.Intake.Specification;

/// <summary>Finds build specification fields in fabrication notes written for people.</summary>
internal static class NotesReading
{
    /// <summary>A longer line is prose or data, not a note.</summary>
    private const int LongestLine = 300;

    private static readonly Lazy<Rule[]> Rules = new(LoadRules);

    private static readonly string[] Denials = ["no", "not", "none", "without", "n/a", "never", "kein", "keine", "ohne", "sans", "sin", "untented"];

    private sealed record Rule(string Field, string Value, string[] Needs, string[] Phrases);

    public static IEnumerable<Statement> Read(NotesText notes)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < notes.Lines.Length; i++)
        {
            var line = notes.Lines[i];
            if (line.Length is 0 or > LongestLine) continue;
            foreach (var (field, value) in ReadLine(line.ToLowerInvariant()))
            {
                if (said.Add(field)) yield return new Statement(field, value, notes.Path, i + 1);
            }
        }
    }

    private static IEnumerable<(string Field, string Value)> ReadLine(string line)
    {
        foreach (var (field, value) in Numbers(line)) yield return (field, value);
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in Rules.Value)
        {
            if (open.Contains(rule.Field)) continue;
            var phrase = Array.Find(rule.Phrases, candidate => Holds(line, candidate));
            if (phrase is null || (rule.Needs.Length > 0 && !Array.Exists(rule.Needs, need => line.Contains(need, StringComparison.Ordinal)))) continue;
            if (rule.Field == SpecificationNames.IpcClass && !line.Contains("ipc", StringComparison.Ordinal)) continue;
            if (!phrase.StartsWith("un", StringComparison.Ordinal) && !phrase.StartsWith("not ", StringComparison.Ordinal) && Denied(line, phrase)) continue;
            open.Add(rule.Field);
            yield return (rule.Field, rule.Value);
        }
    }

    private static IEnumerable<(string Field, string Value)> Numbers(string line)
    {
        var copper = line.Contains("copper", StringComparison.Ordinal) || line.Contains("kupfer", StringComparison.Ordinal) || line.Contains("cu weight", StringComparison.Ordinal);
        if (!copper && (line.Contains("thick", StringComparison.Ordinal) || line.Contains("dicke", StringComparison.Ordinal) || line.Contains("épaisseur", StringComparison.Ordinal))
            && !line.Contains("mask", StringComparison.Ordinal) && !line.Contains("stencil", StringComparison.Ordinal) && !line.Contains("gold", StringComparison.Ordinal)
            && ThicknessIn(line) is { } thickness)
        {
            yield return (SpecificationNames.Thickness, thickness);
        }
        if (copper && CopperIn(line) is { } weight)
        {
            var inner = line.Contains("inner", StringComparison.Ordinal) || line.Contains("internal", StringComparison.Ordinal);
            var outer = line.Contains("outer", StringComparison.Ordinal) || line.Contains("external", StringComparison.Ordinal);
            if (outer || !inner) yield return (SpecificationNames.OuterCopper, weight);
            if (inner && !outer) yield return (SpecificationNames.InnerCopper, weight);
        }
        var tg = WordAt(line, "tg");
        if (tg >= 0 && NumberAfter(line, tg + 2) is { } glass && glass is >= 100 and <= 300) yield return (SpecificationNames.GlassTransition, $"{glass:0.#} °C");
        if (Array.Find(["impedance", "impedanz"], word => line.Contains(word, StringComparison.Ordinal)) is { } impedance)
        {
            yield return (SpecificationNames.Impedance, Denied(line, impedance) ? "none" : OhmsIn(line) is { } ohms ? $"controlled, {ohms:0.#} Ω" : "controlled");
        }
    }

    private static string? ThicknessIn(string line)
    {
        foreach (var (value, unit) in Measures(line))
        {
            Length? length = unit switch
            {
                "mm" => Length.FromMillimetres(value),
                "mil" or "mils" or "thou" => Length.FromMils(value),
                "in" or "inch" or "inches" or "\"" => Length.FromInches(value),
                _ => null,
            };
            // Rigid and flexible boards are between 0.1 and 10 mm.
            if (length is { } found && found.Millimetres is >= 0.1 and <= 10) return found.ToString();
        }
        return null;
    }

    private static string? CopperIn(string line)
    {
        foreach (var (value, unit) in Measures(line))
        {
            // 1 oz/ft² of copper is 34.8 µm thick (305.15 g/m² at 8.96 g/cm³ gives 34.06; the trade rounds to 35).
            var micrometres = unit switch { "oz" or "ounce" or "ounces" => value * 35, "um" or "µm" or "μm" or "micron" or "microns" => value, _ => 0 };
            if (micrometres is >= 5 and <= 500) return $"{micrometres:0.#} µm";
        }
        return null;
    }

    private static double? OhmsIn(string line)
    {
        foreach (var (value, unit) in Measures(line))
        {
            if (unit is "ohm" or "ohms" or "ω" or "Ω" && value is >= 10 and <= 300) return value;
        }
        return null;
    }

    /// <summary>Numbers with the word after them: <c>1.6mm</c>, <c>1,6 mm</c>, <c>0.062"</c>, <c>1/2 oz</c>.</summary>
    private static IEnumerable<(double Value, string Unit)> Measures(string line)
    {
        for (var i = 0; i < line.Length;)
        {
            if (!char.IsAsciiDigit(line[i]) || (i > 0 && (char.IsLetterOrDigit(line[i - 1]) || line[i - 1] is '.' or ','))) { i++; continue; }
            var start = i;
            while (i < line.Length && (char.IsAsciiDigit(line[i]) || (line[i] is '.' or ',' or '/' && i + 1 < line.Length && char.IsAsciiDigit(line[i + 1])))) i++;
            if (Parse(line[start..i]) is not { } value) continue;
            var unit = i;
            while (unit < line.Length && line[unit] == ' ') unit++;
            var end = unit;
            if (end < line.Length && line[end] == '"') end++;
            else while (end < line.Length && char.IsLetter(line[end])) end++;
            yield return (value, line[unit..end]);
            i = end;
        }
    }

    private static double? Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length == 2) return Parse(parts[0]) is { } a && Parse(parts[1]) is { } b && b != 0 ? a / b : null;
        return double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static double? NumberAfter(string line, int at)
    {
        while (at < line.Length && line[at] is ' ' or ':' or '=' or '>' or '≥' or '-' or '<') at++;
        var end = at;
        while (end < line.Length && char.IsAsciiDigit(line[end])) end++;
        return end > at && end - at < 5 ? Parse(line[at..end]) : null;
    }

    private static bool Holds(string line, string phrase) => WordAt(line, phrase) >= 0;

    /// <summary>Where the phrase stands as whole words; -1 when it does not.</summary>
    private static int WordAt(string line, string phrase)
    {
        for (var at = line.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = line.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            var opens = at == 0 || !char.IsLetterOrDigit(line[at - 1]);
            var closes = end >= line.Length || !char.IsLetter(line[end]) || !char.IsLetter(line[end - 1]);
            if (phrase is "tg") closes = end < line.Length && !char.IsLetter(line[end]);
            if (opens && closes) return at;
        }
        return -1;
    }

    /// <summary>"No impedance control", "without ENIG", "impedance control is not required", "ENIG: no".</summary>
    private static bool Denied(string line, string phrase)
    {
        var at = line.IndexOf(phrase, StringComparison.Ordinal);
        if (at < 0) return false;
        // Only the clause counts: "no gold, HASL" denies gold, not HASL.
        var start = line.LastIndexOfAny([',', ';', '.', ':'], at) + 1;
        var end = line.IndexOfAny([',', ';', '.'], at + phrase.Length);
        var words = line[start..(end < 0 ? line.Length : end)].Split([' ', '\t', ':', '=', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => Denials.Contains(word, StringComparer.Ordinal));
    }

    private static Rule[] LoadRules() =>
    [
        .. SpecificationTables.Rows(Assembly.GetExecutingAssembly(), "specification-words.csv")
            .Select(row => new Rule(row[0], row[1], row[2].Split(';', StringSplitOptions.RemoveEmptyEntries), row[3].Split(';'))),
    ];
}
