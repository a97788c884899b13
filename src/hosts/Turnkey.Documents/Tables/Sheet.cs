using System.Collections.Immutable;

namespace Turnkey.Documents.Tables;

/// <summary>A sheet of a workbook: a header row, which stays in sight, and rows of cells.</summary>
/// <param name="Name">At most 31 characters are used, without <c>[ ] : * ? / \</c>.</param>
public sealed record Sheet(string Name, ImmutableArray<SheetColumn> Columns, ImmutableArray<ImmutableArray<SheetCell>> Rows);

/// <param name="Width">In characters.</param>
/// <param name="ToFill">The reader is to fill it in: it is shaded.</param>
public sealed record SheetColumn(string Header, int Width, bool ToFill = false);

/// <summary>A number, or a text that stays one: part numbers keep their zeros, and nothing becomes a formula.</summary>
public readonly record struct SheetCell
{
    private SheetCell(string? text, decimal? number)
    {
        Text = text;
        Number = number;
    }

    public static SheetCell Empty => default;

    public string? Text { get; }

    public decimal? Number { get; }

    public static SheetCell Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new(text, null);

    public static SheetCell Of(decimal? number) => new(null, number);
}
