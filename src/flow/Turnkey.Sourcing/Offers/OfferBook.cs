using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Sourcing.Offers;

/// <summary>Everything an offers folder says: prices of parts and of bare boards.</summary>
/// <param name="Offers">In the order of files and rows.</param>
/// <param name="Boards">Bare-board prices.</param>
/// <param name="Diagnostics">Rows and columns that were not understood.</param>
/// <param name="Sha256">Of the files read; empty when there are none.</param>
public sealed record OfferBook(ImmutableArray<Offer> Offers, ImmutableArray<BoardPrice> Boards, ImmutableArray<Diagnostic> Diagnostics, string Sha256)
{
    public static OfferBook Empty { get; } = new([], [], [], "");

    /// <summary>Pieces that need not be bought, in the order of files and rows.</summary>
    public ImmutableArray<FreeStock> Stock { get; init; } = [];

    /// <summary>What the columns of each table were taken for, to be remembered (see <see cref="ColumnMappings.Write"/>).</summary>
    public ImmutableArray<UnderstoodTable> Understood { get; init; } = [];
}

/// <summary>One table of an offers folder, as the host read it.</summary>
/// <param name="Path">Inside the folder, with forward slashes.</param>
/// <param name="Sheet">Name of the sheet; empty for text tables.</param>
/// <param name="Rows">Cells as text, numbers written invariantly where the format knows them.</param>
/// <param name="FirstRow">Number of the first row, from 1.</param>
public sealed record OfferTable(string Path, string Sheet, IReadOnlyList<IReadOnlyList<string>> Rows, int FirstRow = 1);
