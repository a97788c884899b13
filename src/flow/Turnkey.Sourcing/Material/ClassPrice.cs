using System.Collections.Immutable;
using Turnkey.Plants;
using Turnkey.Plants.Figures;

namespace Turnkey.Sourcing.Material;

/// <summary>What the plant reckons a part of a class to cost where nobody has offered it: falls without steps as more are bought.</summary>
/// <param name="Class">Of the plant's library.</param>
/// <param name="Price">Of one piece at a volume whose factor is one.</param>
internal sealed record ClassPrice(string Class, Plant Plant, Figure Price)
{
    public static ClassPrice? Of(Plant plant, string partClass) => plant.Has($"parts.price.{partClass}") ? new(partClass, plant, plant[$"parts.price.{partClass}"]) : null;

    public string Text => $"estimate for {Class}";

    /// <summary>What one piece costs before any volume: decides whether a part is worth counting out.</summary>
    public decimal ListPrice => Price.Value * Plant.Bands("parts.volume").Rows[0].Figure.Value;

    public ImmutableArray<Figure> Figures => [Price, .. Plant.Bands("parts.volume").Rows.Select(row => row.Figure)];

    /// <summary>Per piece when so many are bought, with how it came about.</summary>
    public (Spread Each, string Formula) At(long pieces)
    {
        var factor = Plant.Bands("parts.volume").FromBelow(pieces);
        return (Price.Spread * factor.Spread, $"{Price} × {Calculation.Text(factor.Value)} for {Calculation.Text(pieces)}");
    }
}
