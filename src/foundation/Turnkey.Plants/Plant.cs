using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Parts;
using Turnkey.Plants.Rates;
using Turnkey.Plants.Reading;

namespace Turnkey.Plants;

/// <summary>A plant: what it can do and at what rates. Every number it gives is a <see cref="Figure"/> with its source.</summary>
public sealed class Plant
{
    internal Plant(string name, Currency currency, string sha256, FigureTable table, ExchangeRates rates, PartLibrary parts)
    {
        Name = name;
        Currency = currency;
        Sha256 = sha256;
        Table = table;
        Rates = rates;
        Parts = parts;
    }

    public static Plant Default => PlantFile.Default;

    public string Name { get; }

    /// <summary>Of its money figures.</summary>
    public Currency Currency { get; }

    /// <summary>Of all data it was read from.</summary>
    public string Sha256 { get; }

    public ExchangeRates Rates { get; }

    /// <summary>How it recognises parts.</summary>
    public PartLibrary Parts { get; }

    /// <summary>All figures, by path.</summary>
    public IEnumerable<Figure> Figures => Table.Figures.Values.Concat(Table.BandTables.Values.SelectMany(bands => bands.Rows.Select(row => row.Figure)))
        .OrderBy(figure => figure.Name, StringComparer.Ordinal);

    internal FigureTable Table { get; }

    /// <summary>A figure by its path in the default plant file: <c>smt.placement-rate</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such figure: a bug.</exception>
    public Figure this[string path] => Table[path];

    /// <summary>A figure that depends on a number: <c>lead-time.fabrication</c> by boards.</summary>
    /// <exception cref="KeyNotFoundException">There is no such table: a bug.</exception>
    public Bands Bands(string path) => Table.Bands(path);

    public bool Has(string path) => Table.Figures.ContainsKey(path);

    /// <summary>Money per hour of a work centre, machine and operators.</summary>
    public Figure HourlyRate(string workCentre) => Table[$"work-centres.{workCentre}.rate"];

    /// <summary>This plant with its money figures in another currency; the source of each says at which rate. Null when there is no rate.</summary>
    public Plant? In(Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (currency == Currency) return this;
        if (Rates.Find(Currency, currency) is not { } rate) return null;
        return new Plant(Name, currency, Sha256, Table.Map(figure => Convert(figure, rate)), Rates, Parts);
    }

    private static Figure Convert(Figure figure, ExchangeRate rate)
    {
        var code = rate.From.Code;
        if (figure.Unit != code && !figure.Unit.StartsWith(code + "/", StringComparison.Ordinal)) return figure;
        return figure with
        {
            Value = figure.Value * rate.Rate,
            Low = figure.Low * rate.Rate,
            High = figure.High * rate.Rate,
            Unit = rate.To.Code + figure.Unit[code.Length..],
            Source = $"{figure.Source} ({figure}, {Calculation.Text(rate.Rate)} {rate.To}/{rate.From} of {rate.Date}, {rate.Source})",
        };
    }
}
