using System.Globalization;

namespace Turnkey.Kernel;

/// <summary>What a quantity counts or measures.</summary>
public enum UnitOfMeasure
{
    Piece,
    Metre,
    Gram,
    Millilitre,
}

/// <summary>An amount of a material, not negative: whole pieces, or metres, grams and millilitres in decimal.</summary>
public readonly record struct Quantity : IComparable<Quantity>
{
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or a fraction of a piece.</exception>
    public Quantity(decimal value, UnitOfMeasure unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (unit == UnitOfMeasure.Piece && value != decimal.Truncate(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "pieces are whole");
        Value = value;
        Unit = unit;
    }

    public decimal Value { get; }

    public UnitOfMeasure Unit { get; }

    public static Quantity Pieces(long count) => new(count, UnitOfMeasure.Piece);

    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static Quantity operator +(Quantity a, Quantity b) => new(a.Value + b.Value, Same(a, b));
    public static Quantity operator *(Quantity a, long factor) => new(a.Value * factor, a.Unit);
    public static bool operator <(Quantity a, Quantity b) => a.CompareTo(b) < 0;
    public static bool operator >(Quantity a, Quantity b) => a.CompareTo(b) > 0;
    public static bool operator <=(Quantity a, Quantity b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Quantity a, Quantity b) => a.CompareTo(b) >= 0;

    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public int CompareTo(Quantity other) => Same(this, other) == Unit ? Value.CompareTo(other.Value) : 0;

    /// <summary>
    /// The least amount that covers this one and that a supplier sells: at least <paramref name="minimum"/> (MOQ) and a whole multiple of
    /// <paramref name="multiple"/> (order multiple, reel).
    /// </summary>
    public Quantity RoundUpToOrder(decimal minimum, decimal multiple)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(multiple);
        return new Quantity(decimal.Ceiling(Math.Max(Value, minimum) / multiple) * multiple, Unit);
    }

    public override string ToString() => Value.ToString("0.######", CultureInfo.InvariantCulture) + Unit switch
    {
        UnitOfMeasure.Piece => " pcs",
        UnitOfMeasure.Metre => " m",
        UnitOfMeasure.Gram => " g",
        UnitOfMeasure.Millilitre => " ml",
        _ => throw new InvalidOperationException($"no unit {Unit}"),
    };

    private static UnitOfMeasure Same(Quantity a, Quantity b) =>
        a.Unit == b.Unit ? a.Unit : throw new InvalidOperationException($"{a.Unit} and {b.Unit} cannot be mixed");
}
