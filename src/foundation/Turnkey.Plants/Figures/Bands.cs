using System.Collections.Immutable;

namespace Turnkey.Plants.Figures;

/// <summary>A figure that depends on a number, in steps.</summary>
/// <param name="Rows">Ascending; the last has no bound.</param>
public sealed record Bands(ImmutableArray<Band> Rows)
{
    /// <summary>The figure for <paramref name="number"/>: that of the first row whose bound is not below it.</summary>
    public Figure At(decimal number) => Rows.First(row => number <= row.UpTo).Figure;

    public Bands Map(Func<Figure, Figure> change) => new([.. Rows.Select(row => row with { Figure = change(row.Figure) })]);
}

/// <param name="UpTo">Inclusive; <see cref="decimal.MaxValue"/> for the last.</param>
/// <param name="Figure">What holds up to there.</param>
public sealed record Band(decimal UpTo, Figure Figure);
