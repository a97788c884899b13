using System.Collections;
using System.Collections.Immutable;

namespace Turnkey.Sourcing.Offers;

/// <summary>
/// A row of a workbook: the text of its cells, and which of them the workbook holds as numbers. Such text is written invariantly and is not interpreted: a price
/// of 1.234 there is no thousand, however the list's other cells are typed.
/// </summary>
/// <param name="cells">Text of the cells.</param>
/// <param name="numbers">Columns that hold numbers, from 0, ascending.</param>
public sealed class CellRow(ImmutableArray<string> cells, ImmutableArray<int> numbers) : IReadOnlyList<string>
{
    public string this[int index] => cells[index];

    public int Count => cells.Length;

    /// <summary>Whether a cell of a row is known to be a number; never in a row of text.</summary>
    public static bool IsNumber(IReadOnlyList<string> row, int column) => row is CellRow known && known.Holds(column);

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)cells).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool Holds(int column) => numbers.BinarySearch(column) >= 0;
}
