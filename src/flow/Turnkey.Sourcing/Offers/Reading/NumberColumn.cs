using System.Globalization;

namespace Turnkey.Sourcing.Offers.Reading;

/// <summary>
/// The numbers of a column of a price table. A cell that can be read in one way is read so, whatever the others are; one that can be read in two is read with the
/// decimal mark of the column's certain cells, else of the certain cells of the list's other columns, else not at all.
/// </summary>
/// <param name="own">Decimal mark that the column's certain cells prove.</param>
/// <param name="others">That of the list's other columns of the kind.</param>
internal sealed class NumberColumn(DecimalMark own, DecimalMark others)
{
    private const decimal Largest = 1_000_000_000m;
    private const decimal LargestWhole = 999_999_999_999m;

    /// <summary>Of a column alone.</summary>
    public static NumberColumn Of(IEnumerable<string> cells) => new(MarkOf(cells), DecimalMark.Unknown);

    /// <summary>The decimal mark that cells prove; those that can be read in two ways, and whole numbers, prove none.</summary>
    public static DecimalMark MarkOf(IEnumerable<string> cells) =>
        Common(cells.Select(cell => WrittenAmount.Of(cell)).Where(number => number.State == NumberState.Certain).Select(number => number.Mark));

    /// <summary>One mark for all; mixed where they differ.</summary>
    public static DecimalMark Common(IEnumerable<DecimalMark> marks) =>
        marks.Aggregate(DecimalMark.Unknown, (all, one) => one == DecimalMark.Unknown || one == all ? all : all == DecimalMark.Unknown ? one : DecimalMark.Mixed);

    /// <summary>Null when the cell holds no number from 0 to a thousand million that can be told for certain.</summary>
    public decimal? Read(string cell) => Number(cell) is { State: NumberState.Certain } number && number.Value <= Largest ? number.Value : null;

    /// <summary>The number of a cell; ambiguous only where nothing decides.</summary>
    public WrittenAmount Number(string cell)
    {
        var number = WrittenAmount.Of(cell);
        if (number.State != NumberState.Ambiguous) return number;
        // The column's own cells go first: where they contradict each other, the rest of the list proves nothing for it.
        return (own == DecimalMark.Unknown ? others : own) switch
        {
            DecimalMark.Unknown or DecimalMark.Mixed => number,
            var mark => new(NumberState.Certain, mark == number.Mark ? number.WithDecimals : number.Value, mark == number.Mark ? number.WithDecimals : number.Value, mark),
        };
    }

    /// <summary>A number that the file itself holds as a number, written invariantly; null when it is none from 0 to a thousand million.</summary>
    public static decimal? Known(string cell) =>
        decimal.TryParse(cell.AsSpan(0, cell.AsSpan().IndexOf(' ') is var blank and >= 0 ? blank : cell.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0m and <= Largest ? value : null;

    /// <summary>Whole number of pieces; null when there is none. Nobody sells a part of a piece, so that 1,234 and 1.234 are a thousand and more.</summary>
    public static long? Whole(string cell) =>
        WrittenAmount.Of(cell) is { State: NumberState.Certain or NumberState.Ambiguous } number && number.Value == decimal.Truncate(number.Value) && number.Value <= LargestWhole ? (long)number.Value : null;
}
