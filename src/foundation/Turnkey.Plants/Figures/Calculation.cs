using System.Collections.Immutable;
using System.Globalization;

namespace Turnkey.Plants.Figures;

/// <summary>
/// A number together with how it came about: the formula as a reader can follow it, and every figure in it. Value and text grow in the same step, so a cost
/// sheet cannot show another formula than the one that was reckoned.
/// </summary>
/// <param name="Value">The result with its bounds.</param>
/// <param name="Formula">With the numbers put in: <c>112 placements ÷ 5000 placements/h × 3600 s/h</c>.</param>
/// <param name="Figures">Plant figures in it, in order of first use.</param>
public sealed record Calculation(Spread Value, string Formula, ImmutableArray<Figure> Figures)
{
    private enum Form { Atom, Product, Sum }

    private Form Shape { get; init; }

    public static Calculation Zero { get; } = new(Spread.Zero, "0", []);

    /// <summary>True when a figure in it is an assumption, or a default that the plant has not made its own.</summary>
    public bool IsUncertain => Figures.Any(figure => figure.IsUncertain);

    public decimal Likely => Value.Likely;

    public bool IsZero => Value == Spread.Zero;

    public static Calculation Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new(figure.Spread, figure.ToString(), [figure]);
    }

    /// <summary>A percentage as a factor: 15 % is 0.15.</summary>
    public static Calculation Percent(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new(figure.Spread / 100m, figure.ToString(), [figure]);
    }

    /// <summary>A counted or measured number that is no plant figure: <c>112 placements</c>.</summary>
    public static Calculation Count(decimal count, string what = "") =>
        new(Spread.Exactly(count), Text(count) + (what.Length > 0 ? " " + what : ""), []);

    /// <summary>A result with a text of its own in place of the long formula; the figures stay.</summary>
    public Calculation Named(string text) => new(Value, text, Figures);

    public static Calculation operator +(Calculation a, Calculation b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.IsZero) return b;
        if (b.IsZero) return a;
        return new(a.Value + b.Value, $"{a.Formula} + {b.Formula}", Join(a, b)) { Shape = Form.Sum };
    }

    public static Calculation operator *(Calculation a, Calculation b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new(a.Value * b.Value, $"{a.Factor} × {b.Factor}", Join(a, b)) { Shape = Form.Product };
    }

    /// <exception cref="DivideByZeroException">A bound of <paramref name="b"/> is zero.</exception>
    public static Calculation operator /(Calculation a, Calculation b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var divisor = b.Shape == Form.Atom ? b.Formula : $"({b.Formula})";
        return new(a.Value / b.Value, $"{a.Factor} ÷ {divisor}", Join(a, b)) { Shape = Form.Product };
    }

    /// <summary>The longer or dearer of two.</summary>
    public static Calculation Max(Calculation a, Calculation b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var value = new Spread(Math.Max(a.Value.Low, b.Value.Low), Math.Max(a.Likely, b.Likely), Math.Max(a.Value.High, b.Value.High));
        return new(value, $"the greater of ({a.Formula}) and ({b.Formula})", Join(a, b));
    }

    /// <summary>A number as formulas show it: invariant, up to six decimals.</summary>
    public static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private string Factor => Shape == Form.Sum ? $"({Formula})" : Formula;

    private static ImmutableArray<Figure> Join(Calculation a, Calculation b) =>
        b.Figures.IsEmpty ? a.Figures : a.Figures.IsEmpty ? b.Figures : [.. a.Figures.Union(b.Figures)];
}
