using System.Globalization;

namespace Turnkey.Plants.Figures;

/// <summary>A number of a plant's data, beside where it comes from.</summary>
/// <param name="Value">In <paramref name="Unit"/>; not negative.</param>
/// <param name="Unit">As the plant file writes it: <c>USD/h</c>, <c>s/feeder</c>, <c>%</c>.</param>
/// <param name="Source">Publication, measurement or the words <c>assumption: plant must set</c>.</param>
/// <param name="Assumed">Nobody stands behind it yet: what rests on it is an estimate.</param>
public sealed record Figure(decimal Value, string Unit, string Source, bool Assumed)
{
    /// <summary>Dotted path in the plant file: <c>smt.placement-rate</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Least value the source gives; null where it gives one value only.</summary>
    public decimal? Low { get; init; }

    /// <summary>Greatest value the source gives; null where it gives one value only.</summary>
    public decimal? High { get; init; }

    /// <summary>The plant's own file says so; false for the defaults that Turnkey ships, which are somebody else's figures or assumptions.</summary>
    public bool SetByPlant { get; init; }

    /// <summary>True when nobody of the plant stands behind it: a price that rests on it is an estimate.</summary>
    public bool IsUncertain => Assumed || !SetByPlant;

    public Spread Spread => new(Math.Min(Low ?? Value, Value), Value, Math.Max(High ?? Value, Value));

    public override string ToString() => Value.ToString("0.############", CultureInfo.InvariantCulture) + " " + Unit;
}
