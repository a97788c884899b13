using System.Collections.Immutable;

namespace Turnkey.Plants.Figures;

/// <summary>A figure that depends on a number, in steps.</summary>
/// <param name="Rows">Ascending; the last has no bound.</param>
public sealed record Bands(ImmutableArray<Band> Rows)
{
    /// <summary>The figure for <paramref name="number"/>: that of the first row whose bound is not below it.</summary>
    public Figure At(decimal number) => Rows.First(row => number <= row.UpTo).Figure;

    /// <summary>
    /// The figure for <paramref name="number"/> without steps: each row's value holds at its bound, and in between goes in a straight line over the
    /// logarithm of the number, so that one product more never jumps into another band. The last row's value is reached as far above the last bound as
    /// that is above the one before.
    /// </summary>
    public Figure Between(decimal number)
    {
        if (Rows.Length < 2 || Rows[0].UpTo < 1) return At(number);
        var last = Rows[^2].UpTo;
        var step = Rows.Length > 2 ? last / Rows[^3].UpTo : 10m;
        // A bound that a plant sets may be as large as it likes.
        var end = last > 1_000_000_000m ? last : last * Math.Min(step, 1000m);
        return Between([.. Rows[..^1].Select(row => (row.UpTo, row.Figure)), (end, Rows[^1].Figure)], number);
    }

    /// <summary>As <see cref="Between(decimal)"/>, with each row's value holding from the bound of the row before on, where its band begins.</summary>
    public Figure FromBelow(decimal number) => Rows.Length < 2 || Rows[0].UpTo < 1
        ? At(number)
        : Between([(1m, Rows[0].Figure), .. Rows.Skip(1).Select((row, i) => (Rows[i].UpTo + 1, row.Figure))], number);

    public Bands Map(Func<Figure, Figure> change) => new([.. Rows.Select(row => row with { Figure = change(row.Figure) })]);

    private static Figure Between(ImmutableArray<(decimal At, Figure Figure)> knots, decimal number)
    {
        if (number <= knots[0].At) return knots[0].Figure;
        for (var i = 1; i < knots.Length; i++)
        {
            var (a, b) = (knots[i - 1], knots[i]);
            if (number == b.At) return b.Figure;
            if (number > b.At) continue;
            var share = Math.Round((decimal)(Math.Log((double)(number / a.At)) / Math.Log((double)(b.At / a.At))), 6);
            if (a.Figure.Value == b.Figure.Value && a.Figure.Spread == b.Figure.Spread) return a.Figure;
            var (from, to) = (a.Figure.Spread, b.Figure.Spread);
            return b.Figure with
            {
                Value = Mix(from.Likely, to.Likely),
                Low = a.Figure.Low is null && b.Figure.Low is null ? null : Mix(from.Low, to.Low),
                High = a.Figure.High is null && b.Figure.High is null ? null : Mix(from.High, to.High),
                Assumed = a.Figure.Assumed || b.Figure.Assumed,
                SetByPlant = a.Figure.SetByPlant && b.Figure.SetByPlant,
                Source = FormattableString.Invariant($"{b.Figure.Source} (between {a.Figure} at {a.At:0.######} and {b.Figure} at {b.At:0.######})"),
            };

            decimal Mix(decimal x, decimal y) => Math.Round(x + ((y - x) * share), 6);
        }
        return knots[^1].Figure;
    }
}

/// <param name="UpTo">Inclusive; <see cref="decimal.MaxValue"/> for the last.</param>
/// <param name="Figure">What holds up to there.</param>
public sealed record Band(decimal UpTo, Figure Figure);
