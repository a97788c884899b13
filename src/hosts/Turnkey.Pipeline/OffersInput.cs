using System.Collections.Immutable;
using Turnkey.Formats.Tables;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;
using Turnkey.Sourcing;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Pipeline;

/// <summary>The offers folder of a request, opened like a package: it comes from suppliers, and is no more to be trusted.</summary>
/// <param name="Book">Null when refused.</param>
/// <param name="Diagnostics">Of the tables; when refused, the reason first.</param>
internal sealed record OffersInput(OfferBook? Book, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Duties, suppliers' terms and feeding, with what the folder replaces of them.</summary>
    public SourcingTables Tables { get; private init; } = SourcingTables.Shipped;

    public static OffersInput Read(string? path, PackageLimits limits)
    {
        if (path is null) return new(OfferBook.Empty, []);
        switch (PackageReader.Open(path, limits))
        {
            case PackageOpening.Refused refused:
                return new(null, [Diagnostic.Error("offers.unreadable", "", 0, $"the offers in '{path}' cannot be read"), .. refused.Diagnostics]);
            case PackageOpening.Opened { Package: var folder }:
                var tables = ImmutableArray.CreateBuilder<OfferTable>();
                var diagnostics = folder.Diagnostics.ToBuilder();
                foreach (var file in folder.Files)
                {
                    var workbook = TableReader.Read(file.Path, file.Content.ToArray());
                    diagnostics.AddRange(workbook.Diagnostics);
                    foreach (var sheet in workbook.Sheets.Where(sheet => !sheet.Rows.IsEmpty)) tables.Add(Table(file.Path, sheet));
                }
                var sourcing = SourcingTables.Read(tables);
                diagnostics.AddRange(sourcing.Diagnostics);
                return new(OfferBookReader.Read(sourcing.Offers, folder.Sha256), diagnostics.ToImmutable()) { Tables = sourcing.Tables };
            case var other:
                throw new InvalidOperationException($"no opening {other}");
        }
    }

    /// <summary>Sourcing counts rows; readers of files leave empty ones out, so they are put back.</summary>
    private static OfferTable Table(string path, Table sheet) => new(path, sheet.Name, Rows(sheet), sheet.Rows[0].Line);

    /// <summary>The rows of a sheet from its first one on, empty ones among them.</summary>
    internal static List<IReadOnlyList<string>> Rows(Table sheet)
    {
        var first = sheet.Rows[0].Line;
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in sheet.Rows)
        {
            while (first + rows.Count < row.Line) rows.Add([]);
            rows.Add(row.Cells);
        }
        return rows;
    }
}
