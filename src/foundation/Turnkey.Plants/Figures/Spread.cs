namespace Turnkey.Plants.Figures;

/// <summary>
/// A number that is not known exactly: its likely value between a low and a high one. Sums, products and quotients carry the bounds along as interval
/// arithmetic does (all values not negative), so a range at the end is as wide as the figures below it allow, never narrower.
/// </summary>
public readonly record struct Spread(decimal Low, decimal Likely, decimal High)
{
    public static Spread Zero => default;

    public static Spread Exactly(decimal value) => new(value, value, value);

    public static Spread operator +(Spread a, Spread b) => new(a.Low + b.Low, a.Likely + b.Likely, a.High + b.High);
    public static Spread operator *(Spread a, Spread b) => new(a.Low * b.Low, a.Likely * b.Likely, a.High * b.High);
    public static Spread operator *(Spread a, decimal factor) => new(a.Low * factor, a.Likely * factor, a.High * factor);

    /// <exception cref="DivideByZeroException">A bound of <paramref name="b"/> is zero.</exception>
    public static Spread operator /(Spread a, Spread b) => new(a.Low / b.High, a.Likely / b.Likely, a.High / b.Low);

    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is zero.</exception>
    public static Spread operator /(Spread a, decimal divisor) => new(a.Low / divisor, a.Likely / divisor, a.High / divisor);
}
