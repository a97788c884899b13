using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Plants.Parts;
using Turnkey.Plants.Rates;
using Turnkey.Plants.Reading;

namespace Turnkey.Plants;

/// <summary>
/// Reads plant data: the defaults that Turnkey ships (<c>Data/plant.yaml</c>, <c>Data/estimates.yaml</c>), and a plant's own file on top of them, which
/// holds only what the plant has set.
/// </summary>
public static class PlantFile
{
    /// <summary>A plant file is refused above this size.</summary>
    public const int LargestBytes = 4_000_000;

    internal static readonly ImmutableHashSet<string> HeadKeys = ["name", "currency", "exchange-rates"];

    private static readonly Lazy<Plant> Shipped = new(ReadDefault);

    /// <summary>The plant that Turnkey ships: published figures and marked assumptions, nobody's real plant.</summary>
    public static Plant Default => Shipped.Value;

    /// <summary>The defaults with a plant's own file on top. Whatever is not understood is a diagnostic with its line, and the default stays.</summary>
    /// <param name="content">YAML in UTF-8.</param>
    /// <param name="path">How to name the file in diagnostics.</param>
    public static (Plant Plant, ImmutableArray<Diagnostic> Diagnostics) Read(ReadOnlySpan<byte> content, string path)
    {
        var log = new DiagnosticLog(path);
        if (content.Length > LargestBytes)
        {
            log.Error("plant.too-large", 0, $"a plant file may have {LargestBytes} bytes; the default plant is used");
            return (Default, [.. log.ToList()]);
        }
        var text = Encoding.UTF8.GetString(content);
        YamlNode root;
        try
        {
            root = YamlNode.Read(text);
        }
        catch (LineException e)
        {
            log.Error("plant.not-yaml", e.Line, $"{e.Message}; the default plant is used");
            return (Default, [.. log.ToList()]);
        }
        if (root is not YamlNode.Map map)
        {
            log.Error("plant.not-yaml", 1, "a plant file is a map of names; the default plant is used");
            return (Default, [.. log.ToList()]);
        }
        var shipped = Default;
        var table = shipped.Table.With(map, shipped.Table, log);
        var currency = Currency(map, shipped.Currency, log);
        var rates = Rates(map, log);
        var sha = ContentHash.Of([("default", Encoding.UTF8.GetBytes(shipped.Sha256)), ("plant", content.ToArray())]);
        var name = (map["name"] as YamlNode.Scalar)?.Text.Trim() is { Length: > 0 } own ? own : path;
        return (new Plant(name, currency, sha, table, rates.IsEmpty ? shipped.Rates : new ExchangeRates(rates), shipped.Parts), [.. log.ToList()]);
    }

    /// <summary>Money figures of the default file are in its currency: a plant in another currency must set them all, or give a rate.</summary>
    private static Currency Currency(YamlNode.Map map, Currency shipped, DiagnosticLog log)
    {
        if (map["currency"] is not YamlNode.Scalar scalar) return shipped;
        var currency = Kernel.Currency.Parse(scalar.Text);
        if (currency is null) log.Error("plant.unknown-currency", scalar.Line, $"'{scalar.Text}' is no ISO 4217 currency that is known; {shipped} is used");
        else if (currency != shipped)
            log.Error("plant.currency", scalar.Line, $"the figures of the default plant are in {shipped}: write a plant's figures in {shipped} and quote in another currency with an exchange rate");
        return shipped;
    }

    private static ImmutableArray<ExchangeRate> Rates(YamlNode.Map map, DiagnosticLog log)
    {
        if (map["exchange-rates"] is not { } node) return [];
        var rates = ImmutableArray.CreateBuilder<ExchangeRate>();
        foreach (var item in node is YamlNode.Sequence sequence ? sequence.Items : [node])
        {
            string? Field(string key) => ((item as YamlNode.Map)?[key] as YamlNode.Scalar)?.Text.Trim();
            var (from, to) = (Kernel.Currency.Parse(Field("from")), Kernel.Currency.Parse(Field("to")));
            var rate = decimal.TryParse(Field("rate"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 1_000_000m ? value : 0m;
            var date = Field("date") ?? "";
            if (from is null || to is null || rate == 0 || !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                log.Error("plant.exchange-rate", item.Line, "an exchange rate is { from: EUR, to: USD, rate: 1.1, date: 2026-01-31, source: who published it }");
                continue;
            }
            rates.Add(new ExchangeRate(from, to, rate, date, Field("source") ?? log.File));
        }
        return rates.ToImmutable();
    }

    private static Plant ReadDefault()
    {
        var files = new[] { "plant.yaml", "estimates.yaml" }.Select(name => (Path: name, Content: (ReadOnlyMemory<byte>)EmbeddedData.Read(name))).ToArray();
        var table = FigureTable.Empty;
        var rates = ImmutableArray<ExchangeRate>.Empty;
        YamlNode.Map? head = null;
        foreach (var (path, content) in files)
        {
            var log = new DiagnosticLog(path);
            var map = (YamlNode.Map)YamlNode.Read(Encoding.UTF8.GetString(content.Span));
            table = table.With(map, null, log);
            if (map["name"] is not null) (head, rates) = (map, Rates(map, log));
            if (log.ToList() is [var first, ..]) throw new InvalidOperationException($"the shipped plant data is broken: {first}");
        }
        var library = PartLibrary.Read(EmbeddedData.Read("part-classes.csv"), EmbeddedData.Read("packages.csv"));
        var sha = ContentHash.Of([.. files, ("part-classes.csv", EmbeddedData.Read("part-classes.csv")), ("packages.csv", EmbeddedData.Read("packages.csv"))]);
        var name = ((YamlNode.Scalar)head!["name"]!).Text;
        return new Plant(name, Kernel.Currency.Parse(((YamlNode.Scalar)head["currency"]!).Text)!, sha, table, new ExchangeRates(rates), library);
    }
}
