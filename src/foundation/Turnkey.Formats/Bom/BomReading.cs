using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Kernel;

namespace Turnkey.Formats.Bom;

/// <summary>A table understood as a parts list.</summary>
/// <param name="Lines">In the table's order; their <see cref="BomLine.Row"/> is the table's line.</param>
/// <param name="Columns">What each column was taken for, in column order; columns without a meaning are left out.</param>
/// <param name="HeaderLine">Line of the heading row, from 1; 0 when the columns were told by their content.</param>
/// <param name="Confidence">0 to 1: how surely the table is a parts list and was read rightly.</param>
/// <param name="Diagnostics">Codes <c>bom.*</c>.</param>
public sealed record BomReading(
    ImmutableArray<BomLine> Lines,
    ImmutableArray<BomColumn> Columns,
    int HeaderLine,
    double Confidence,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Name of the sheet it was read from; empty for text.</summary>
    public string Sheet { get; init; } = "";
}

/// <summary>A column of a parts list.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Heading">As written; empty when the table has none.</param>
/// <param name="Field">What it holds.</param>
/// <param name="Ordinal">Which of several like columns, from 1: the second manufacturer is 2.</param>
/// <param name="Detail">The distributor whose codes it holds; else empty.</param>
public sealed record BomColumn(int Index, string Heading, BomField Field, int Ordinal, string Detail);
