using System.Collections.Immutable;
using Turnkey.Formats.Tables;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;
using Turnkey.Sourcing;
using Turnkey.Sourcing.Enquiries;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline;

/// <summary>The offers folder of a request, opened like a package: it comes from suppliers, and is no more to be trusted.</summary>
/// <param name="Book">Null when refused.</param>
/// <param name="Diagnostics">Of the tables; when refused, the reason first.</param>
internal sealed record OffersInput(OfferBook? Book, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Duties, suppliers' terms and feeding, with what the folder replaces of them.</summary>
    public SourcingTables Tables { get; private init; } = SourcingTables.Shipped;

    /// <summary>The table of suppliers, with what the folder replaces of it.</summary>
    public SupplierTable Suppliers { get; private init; } = SupplierTable.Default;

    public static OffersInput Read(string? path, PackageLimits limits)
    {
        if (path is null) return new(OfferBook.Empty, []);
        switch (PackageReader.Open(path, limits))
        {
            case PackageOpening.Refused refused:
                return new(null, [Diagnostic.Error("offers.unreadable", "", 0, $"the offers in '{path}' cannot be read"), .. refused.Diagnostics]);
            case PackageOpening.Opened { Package: var folder }:
                return Of(folder);
            case var other:
                throw new InvalidOperationException($"no opening {other}");
        }
    }

    /// <summary>Reads what was opened.</summary>
    internal static OffersInput Of(Package folder)
    {
        var tables = ImmutableArray.CreateBuilder<OfferTable>();
        var sheets = ImmutableArray.CreateBuilder<EnquirySheet>();
        var diagnostics = folder.Diagnostics.ToBuilder();
        var answers = ImmutableArray.CreateBuilder<Offer>();
        var (suppliers, mappings) = (SupplierTable.Default, ColumnMappings.None);
        foreach (var file in folder.Files)
        {
            var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
            if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            {
                ReadAnswer(file.Path, file.Content, answers, diagnostics);
                continue;
            }
            if (string.Equals(name, SupplierTable.FileName, StringComparison.OrdinalIgnoreCase))
            {
                (suppliers, var told) = suppliers.With(file.Content, file.Path);
                diagnostics.AddRange(told);
                continue;
            }
            var workbook = TableInput.Read(file.Path, file.Content.ToArray());
            diagnostics.AddRange(workbook.Diagnostics);
            if (string.Equals(name, ColumnMappings.FileName, StringComparison.OrdinalIgnoreCase))
            {
                if (workbook.Sheets.FirstOrDefault(sheet => !sheet.Rows.IsEmpty) is not { } first) continue;
                (mappings, var told) = ColumnMappings.Read(Table(file.Path, first));
                diagnostics.AddRange(told);
                continue;
            }
            OfferTable[] read = [.. workbook.Sheets.Where(sheet => !sheet.Rows.IsEmpty).Select(sheet => Table(file.Path, sheet))];
            if (EnquirySheet.Find(read) is { } reply) sheets.Add(reply);
            else tables.AddRange(read);
        }
        var sourcing = SourcingTables.Read(tables);
        diagnostics.AddRange(sourcing.Diagnostics);
        var book = OfferBookReader.Read(sourcing.Offers, folder.Sha256, mappings);
        var replies = sheets.Select(sheet => EnquiryReply.Read(sheet, mappings)).ToArray();
        diagnostics.AddRange(replies.SelectMany(reply => reply.Diagnostics.Concat(reply.Book.Diagnostics)));
        return new(book with
        {
            Offers = [.. book.Offers.Concat(replies.SelectMany(reply => reply.Book.Offers)).Concat(answers).Take(OfferBookReader.MostOffers)],
            Understood = [.. book.Understood, .. replies.SelectMany(reply => reply.Book.Understood)],
        }, diagnostics.ToImmutable())
        {
            Tables = sourcing.Tables,
            Suppliers = suppliers,
        };
    }

    /// <summary>An answer of a supplier's interface that was kept as a file.</summary>
    private static void ReadAnswer(string path, ReadOnlyMemory<byte> content, ImmutableArray<Offer>.Builder answers, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (RecordedAnswers.Read(path, content) is not { } answer)
        {
            diagnostics.Add(RecordedAnswers.Damage(path, content) ?? Diagnostic.Info("offers.no-answer", path, 0, "the file is no answer of a supplier's interface that is known here, and is not used"));
            return;
        }
        answers.AddRange(answer.Offers);
        diagnostics.AddRange(answer.Diagnostics);
    }

    /// <summary>Sourcing counts rows; readers of files leave empty ones out, so they are put back.</summary>
    private static OfferTable Table(string path, Table sheet) => new(path, sheet.Name, Rows(sheet), sheet.Rows[0].Line);

    /// <summary>The last row of a spreadsheet (ECMA-376 part 1, 18.3.1.73 as Excel limits it). A row that says it stands behind it would be padded with a thousand million empty ones.</summary>
    private const int LastRow = 1_048_576;

    /// <summary>The rows of a sheet from its first one on, empty ones among them, up to the last that a spreadsheet has.</summary>
    internal static List<IReadOnlyList<string>> Rows(Table sheet)
    {
        var first = sheet.Rows[0].Line;
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in sheet.Rows)
        {
            if (row.Line - first >= LastRow) break;
            while (first + rows.Count < row.Line) rows.Add([]);
            rows.Add(row.Numbers.IsEmpty ? row.Cells : new CellRow(row.Cells, row.Numbers));
        }
        return rows;
    }
}
