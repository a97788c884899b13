using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;

namespace Turnkey.Plants.Reading;

/// <summary>
/// All figures of a plant by their dotted path. The default file is the schema: another file may replace any figure or band table of it, in the same unit,
/// and nothing else, so that a typing error is found instead of being ignored.
/// </summary>
internal sealed class FigureTable(ImmutableSortedDictionary<string, Figure> figures, ImmutableSortedDictionary<string, Bands> bands)
{
    public static FigureTable Empty { get; } = new(ImmutableSortedDictionary.Create<string, Figure>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, Bands>(StringComparer.Ordinal));

    public ImmutableSortedDictionary<string, Figure> Figures { get; } = figures;

    public ImmutableSortedDictionary<string, Bands> BandTables { get; } = bands;

    /// <exception cref="KeyNotFoundException">The default file has no such figure: a bug, found by the tests.</exception>
    public Figure this[string path] => Figures.TryGetValue(path, out var figure) ? figure : throw new KeyNotFoundException($"no figure {path} in the default plant");

    /// <exception cref="KeyNotFoundException">The default file has no such table: a bug, found by the tests.</exception>
    public Bands Bands(string path) => BandTables.TryGetValue(path, out var table) ? table : throw new KeyNotFoundException($"no bands {path} in the default plant");

    public FigureTable Map(Func<Figure, Figure> change) => new(
        Figures.ToImmutableSortedDictionary(pair => pair.Key, pair => change(pair.Value), StringComparer.Ordinal),
        BandTables.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Map(change), StringComparer.Ordinal));

    /// <summary>This table with what <paramref name="root"/> says on top. With <paramref name="schema"/> null the file defines, else it may only replace.</summary>
    public FigureTable With(YamlNode.Map root, FigureTable? schema, DiagnosticLog log)
    {
        var reader = new Walk(schema, log, Figures.ToBuilder(), BandTables.ToBuilder());
        reader.Group(root, "");
        return new FigureTable(reader.Figures.ToImmutable(), reader.Bands.ToImmutable());
    }

    private sealed class Walk(
        FigureTable? schema,
        DiagnosticLog log,
        ImmutableSortedDictionary<string, Figure>.Builder figures,
        ImmutableSortedDictionary<string, Bands>.Builder bands)
    {
        private static readonly string[] FigureKeys = ["value", "low", "high", "unit", "source", "assumed"];

        private readonly HashSet<string> seen = new(StringComparer.Ordinal);

        public ImmutableSortedDictionary<string, Figure>.Builder Figures => figures;

        public ImmutableSortedDictionary<string, Bands>.Builder Bands => bands;

        public void Group(YamlNode.Map group, string path)
        {
            foreach (var (key, value) in group.Entries)
            {
                if (path.Length == 0 && PlantFile.HeadKeys.Contains(key.Text)) continue;
                var inner = path.Length == 0 ? key.Text : $"{path}.{key.Text}";
                if (!seen.Add(inner)) { log.Error("plant.double-key", key.Line, $"{inner} stands here a second time; the first is used"); continue; }
                if (value is not YamlNode.Map map) log.Error("plant.not-a-figure", key.Line, $"{inner} must be a group or a figure {{ value, unit, source }}");
                else if (map["value"] is not null) One(map, inner, key.Line);
                else if (map.Entries.Count > 0 && map.Entries.All(entry => IsBound(entry.Key.Text))) Table(map, inner, key.Line);
                else if (schema is not null && !schema.Knows(inner)) Unknown(inner, key.Line);
                else Group(map, inner);
            }
        }

        private void One(YamlNode.Map map, string path, int line)
        {
            Figure? expected = null;
            if (schema is not null && !schema.Figures.TryGetValue(path, out expected)) { Unknown(path, line); return; }
            if (Read(map, path, line, expected) is { } figure) figures[path] = figure;
        }

        private void Table(YamlNode.Map map, string path, int line)
        {
            Bands? expected = null;
            if (schema is not null && !schema.BandTables.TryGetValue(path, out expected)) { Unknown(path, line); return; }
            var rows = new List<Band>();
            foreach (var (key, value) in map.Entries)
            {
                var bound = key.Text == "above" ? decimal.MaxValue : decimal.Parse(key.Text, NumberStyles.Number, CultureInfo.InvariantCulture);
                if (value is not YamlNode.Map figure) { log.Error("plant.not-a-figure", key.Line, $"{path}.{key.Text} must be a figure {{ value, unit, source }}"); return; }
                if (Read(figure, $"{path}.{key.Text}", key.Line, expected?.Rows[0].Figure) is not { } read) return;
                rows.Add(new Band(bound, read));
            }
            rows.Sort((a, b) => a.UpTo.CompareTo(b.UpTo));
            if (rows[^1].UpTo != decimal.MaxValue) { log.Error("plant.open-table", line, $"{path} needs a last row 'above'; the default table is used"); return; }
            bands[path] = new Bands([.. rows]);
        }

        private Figure? Read(YamlNode.Map map, string path, int line, Figure? expected)
        {
            foreach (var (key, _) in map.Entries.Where(entry => !FigureKeys.Contains(entry.Key.Text, StringComparer.Ordinal)))
                log.Error("plant.unknown-key", key.Line, $"a figure has no '{key.Text}', only {string.Join(", ", FigureKeys)}");
            if (Number(map, "value", path, line) is not { } value) return null;
            var unit = (map["unit"] as YamlNode.Scalar)?.Text ?? expected?.Unit;
            if (unit is null) { log.Error("plant.no-unit", line, $"{path} has no unit"); return null; }
            if (expected is not null && unit != expected.Unit) { log.Error("plant.wrong-unit", line, $"{path} must be in {expected.Unit}, not in {unit}; the default is used"); return null; }
            if (value == 0 && IsDivisor(unit)) { log.Error("plant.out-of-range", line, $"{path} must be above zero; the default is used"); return null; }
            var source = (map["source"] as YamlNode.Scalar)?.Text.Trim() ?? "";
            if (source.Length == 0)
            {
                log.Warning("plant.no-source", line, $"{path} names no source; say who stands behind the number");
                source = $"{log.File}:{line.ToString(CultureInfo.InvariantCulture)}, no source named";
            }
            var assumed = (map["assumed"] as YamlNode.Scalar)?.Text is { } text ? text == "true" : source.StartsWith("assumption", StringComparison.OrdinalIgnoreCase);
            var low = map["low"] is null ? null : Number(map, "low", path, line);
            var high = map["high"] is null ? null : Number(map, "high", path, line);
            if (low > value || high < value) { log.Error("plant.out-of-range", line, $"{path} must lie between its low and its high"); (low, high) = (null, null); }
            if (low == 0 && IsDivisor(unit)) low = null;
            return new Figure(value, unit, source, assumed) { Name = path, Low = low, High = high, SetByPlant = schema is not null };
        }

        private decimal? Number(YamlNode.Map map, string key, string path, int line)
        {
            var text = (map[key] as YamlNode.Scalar)?.Text ?? "";
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= Largest) return value;
            log.Error("plant.not-a-number", line, $"{path}: '{(text.Length > 40 ? text[..40] : text)}' is no number from 0 to {Largest.ToString(CultureInfo.InvariantCulture)} with a decimal point; the default is used");
            return null;
        }

        private void Unknown(string path, int line) => log.Error("plant.unknown-key", line, $"the plant file has no '{path}'; the default plant.yaml and estimates.yaml list every name");
    }

    private const decimal Largest = 1_000_000_000m;

    /// <summary>Units that formulas divide by.</summary>
    private static bool IsDivisor(string unit) => unit.EndsWith("placements/h", StringComparison.Ordinal) || unit is "mm" or "h/day" or "feeders" or "divisor";

    private static bool IsBound(string key) => key == "above" || decimal.TryParse(key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private bool Knows(string group)
    {
        var prefix = group + ".";
        return Figures.Keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal)) || BandTables.Keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal));
    }
}
