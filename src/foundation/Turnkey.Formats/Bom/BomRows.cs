using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Parts;
using Turnkey.Formats.Tables;
using Turnkey.Kernel;

namespace Turnkey.Formats.Bom;

/// <summary>Reads the rows below the heading: lines, continuations, alternates, sections, repeated headings, footers.</summary>
internal sealed class BomRows(string path, Table table, BomColumns found, DiagnosticLog log)
{
    /// <summary>Headings below the first that are looked at: a section each may have its own, but each is held against the rows below it.</summary>
    private const int MostHeadings = 32;

    /// <summary>Parts that stand in for one; a longer list of them is no list of alternates.</summary>
    private const int MostAlternates = 100;

    private static readonly string[] FooterWords =
        ["total", "totals", "sum", "summe", "gesamt", "grand total", "subtotal", "sub total", "component count", "total count", "end of", "## end", "generated", "created by", "approved", "approved by",
         "prepared by", "checked by", "printed", "page", "合计", "总计", "итого", "totale", "celkem", "razem", "notes:", "note:", "legend", "revision history", "anzahl bauteile"];

    private readonly NotPlaced words = NotPlaced.Words;
    private readonly HeadingReader<BomField> headings = new(BomColumns.Vocabulary);
    private readonly List<BomLine> lines = [];

    /// <summary>What the structure columns say of each line.</summary>
    private readonly List<BomPlace> levels = [];

    /// <summary>Designators of the last line that stand in rows below its own.</summary>
    private readonly List<Designator> continued = [];
    private BomColumns columns = found;
    private BomLineText text = new(found, log);
    private bool sectionNotPlaced;
    private int skipped;
    private int headingsLeft = MostHeadings;
    private int leftFromRanges = DesignatorList.MostFromRanges;

    public ImmutableArray<BomLine> Read()
    {
        var first = columns.HeaderIndex >= 0 ? table.Rows[columns.HeaderIndex].Cells : [];
        for (var i = columns.HeaderIndex + 1; i < table.Rows.Length; i++)
        {
            var row = table.Rows[i];
            if (IsRepeatedHeading(row, first, i)) continue;
            ReadRow(row);
        }
        EndContinued();
        if (skipped > 0) log.Info("bom.rows-skipped", 0, $"{skipped} rows without a part (titles, notes, totals) were passed over");
        return BomLevels.Flatten(BomLots.PerBoard([.. lines], columns, log), [.. levels], log);
    }

    /// <summary>The heading again, on each printed page or for a new section, maybe with other columns.</summary>
    private bool IsRepeatedHeading(TableRow row, ImmutableArray<string> first, int index)
    {
        if (first.IsEmpty) return false;
        var same = 0;
        for (var c = 0; c < first.Length; c++)
        {
            if (first[c].Length > 0 && string.Equals(first[c], row[c], StringComparison.OrdinalIgnoreCase)) same++;
        }
        if (same >= 2 && same > first.Count(heading => heading.Length > 0) / 2) return true;
        if (same == 0 && row.Cells.Count(cell => cell.Length > 0) < 3) return false;
        if (headingsLeft < 0 || HeaderRow<BomField>.Of(row.Cells, index, headings) is not { Score: > 2.4 } other) return false;
        if (DesignatorShape.Share([row[columns.IndexOf(BomField.Designators)]]) > 0.5) return false;
        if (--headingsLeft < 0)
        {
            log.Warning("bom.too-many-headings", row.Line, $"the parts list has more than {MostHeadings} rows that could be headings; those from here on are taken for parts");
            return false;
        }
        var next = BomColumns.OfHeader(table, other);
        if (!next.Has(BomField.Designators) && columns.Has(BomField.Designators)) return false;
        columns = next;
        text = new BomLineText(next, log);
        return true;
    }

    private void ReadRow(TableRow row)
    {
        var filled = row.Cells.Count(cell => cell.Length > 0);
        var (designators, rejected) = Designators(row);
        if (filled == 1 && IsTitle(row, designators)) return;
        if (Continues(row, designators)) return;
        var quantity = BomNumbers.Quantity(columns.Text(row, BomField.Quantity));
        if (designators.IsEmpty && rejected.IsEmpty && !StandsAlone(row, quantity))
        {
            if (!IsAlternate(row)) skipped++;
            return;
        }
        if (designators.IsEmpty && RepeatsLast(row, quantity)) return;
        if (IsFooter(row, designators) || (designators.IsEmpty && !rejected.IsEmpty && !StandsAlone(row, quantity) && filled < 3))
        {
            skipped++;
            return;
        }
        foreach (var token in rejected.Where(token => token.Any(char.IsLetterOrDigit)).Take(3))
        {
            log.Warning("bom.designator-not-understood", row.Line, $"\"{token}\" is no designator and was left out");
        }
        EndContinued();
        lines.Add(Line(row, designators, [.. rejected.Where(token => token.Any(char.IsLetterOrDigit))], quantity));
        levels.Add(Place(row));
    }

    /// <summary>Where the row stands in a list of several levels; its name there is the customer's number, else the maker's, else its text.</summary>
    private BomPlace Place(TableRow row)
    {
        var line = lines[^1];
        var name = new[] { columns.Text(row, BomField.InternalNumber), line.Mpn?.Text ?? "", line.Description, line.Value }.FirstOrDefault(text => text.Length > 0) ?? "";
        var number = columns.Text(row, BomField.InternalNumber) is { Length: > 0 } own ? own : line.Mpn?.Text ?? "";
        return new BomPlace(BomLevels.Depth(columns.Text(row, BomField.Level)), columns.Text(row, BomField.Parent), number, line.Description.Length > 0 ? line.Description : name);
    }

    private bool IsInStructure(TableRow row) => columns.Text(row, BomField.Level).Length > 0 || columns.Text(row, BomField.Parent).Length > 0;

    private (ImmutableArray<Designator> Designators, ImmutableArray<string> Rejected) Designators(TableRow row)
    {
        var cell = columns.Text(row, BomField.Designators);
        var (runs, unread) = DesignatorShape.Runs(cell);
        var wanted = 0;
        foreach (var run in runs) wanted += run.Count > 1 ? run.Count : 0;
        if (wanted > leftFromRanges)
        {
            log.Warning("bom.too-many-designators", row.Line, string.Create(CultureInfo.InvariantCulture,
                $"the ranges of the parts list stand for more than {DesignatorList.MostFromRanges:N0} designators; those from here on are left out"));
        }
        var parsed = DesignatorList.Expand(runs, unread, leftFromRanges);
        leftFromRanges = Math.Max(0, leftFromRanges - wanted);
        return parsed;
    }

    /// <summary>A row of one text: a section ("Do not populate:", "Resistors"), a footer, a note. A lone designator is none.</summary>
    private bool IsTitle(TableRow row, ImmutableArray<Designator> designators)
    {
        var title = row.Cells.First(cell => cell.Length > 0);
        if ((!designators.IsEmpty && designators.All(DesignatorShape.IsOne)) || PartNumberShape.LooksLikePartNumber(text.Parts(row).Mpn?.Text)) return false;
        sectionNotPlaced = text.Says(title);
        if (sectionNotPlaced) log.Info("bom.section-not-placed", row.Line, $"the parts below \"{Shortened(title)}\" are taken as not placed");
        else skipped++;
        return true;
    }

    /// <summary>More designators of the line above: the row has no quantity and no part number, and the line above counts more places than it has named.</summary>
    private bool Continues(TableRow row, ImmutableArray<Designator> designators)
    {
        if (designators.IsEmpty || lines.Count == 0 || !columns.Has(BomField.Quantity) || columns.Text(row, BomField.Quantity).Length > 0 || text.Parts(row).Mpn is not null) return false;
        var last = lines[^1];
        if (last.Designators.IsEmpty || last.Designators.Length + continued.Count + designators.Length > last.Quantity) return false;
        continued.AddRange(designators);
        return true;
    }

    private void EndContinued()
    {
        if (continued.Count > 0) lines[^1] = lines[^1] with { Designators = [.. lines[^1].Designators, .. continued] };
        continued.Clear();
    }

    /// <summary>Another maker's part for the line above: a part number, but no designator and no quantity of its own.</summary>
    private bool IsAlternate(TableRow row)
    {
        if (lines.Count == 0 || columns.Text(row, BomField.Quantity).Length > 0 || IsInStructure(row) || IsFooter(row, [])) return false;
        var (manufacturer, mpn, _) = text.Parts(row);
        if (mpn is not { } number || !PartNumberShape.LooksLikePartNumber(number.Text)) return false;
        AddAlternate(row, manufacturer, number);
        return true;
    }

    /// <summary>The line above once more with another maker's part: same description and quantity, but no designators.</summary>
    private bool RepeatsLast(TableRow row, decimal? quantity)
    {
        if (lines.Count == 0 || IsInStructure(row) || lines[^1] is not { Designators.IsEmpty: false } last || quantity is { } count && count != last.Quantity) return false;
        var description = columns.Text(row, BomField.Description);
        var (manufacturer, mpn, _) = text.Parts(row);
        if (mpn is not { } number || description.Length < 4 || description != last.Description || last.Mpn is null || last.Mpn == mpn) return false;
        AddAlternate(row, manufacturer, number);
        return true;
    }

    private void AddAlternate(TableRow row, string? manufacturer, PartNumber number)
    {
        if (lines[^1].Alternates.Length >= MostAlternates)
        {
            log.Warning("bom.too-many-alternates", row.Line, $"line {lines[^1].Row} has more than {MostAlternates} alternates; those from here on are left out");
            return;
        }
        lines[^1] = lines[^1] with { Alternates = lines[^1].Alternates.Add(new AlternatePart(manufacturer, number)) };
        log.Info("bom.alternate-part", row.Line, $"{number} is taken as an alternate for line {lines[^1].Row}");
    }

    /// <summary>Screws, labels, the bare board: no place, but a quantity and something that says what.</summary>
    private bool StandsAlone(TableRow row, decimal? quantity)
    {
        if (quantity == 0 || (quantity is null && !IsInStructure(row)) || IsFooter(row, [])) return false;
        var (_, mpn, _) = text.Parts(row);
        return mpn is not null || columns.Text(row, BomField.Value).Any(char.IsLetter) || columns.Text(row, BomField.Description).Any(char.IsLetter) || columns.Text(row, BomField.Device).Any(char.IsLetter);
    }

    private static bool IsFooter(TableRow row, ImmutableArray<Designator> designators)
    {
        if (designators.Any(DesignatorShape.IsOne)) return false;
        var first = row.Cells.First(cell => cell.Length > 0).TrimStart('#', ' ');
        return FooterWords.Any(word => first.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (first.Length == word.Length || !char.IsLetter(first[word.Length])));
    }

    private BomLine Line(TableRow row, ImmutableArray<Designator> designators, ImmutableArray<string> unread, decimal? said)
    {
        var stated = columns.Text(row, BomField.Quantity);
        if (said is null && stated.Length > 0 && !words.Says(stated)) log.Warning("bom.quantity-not-understood", row.Line, $"\"{Shortened(stated)}\" is no quantity; the designators are counted instead");
        var raw = columns.Text(row, BomField.Designators);
        if (said is { } wanted && wanted != designators.Length && Literal(raw) is { Length: > 0 } literal && literal.Length == wanted) designators = literal;
        var quantity = said is { } number ? (int)decimal.Ceiling(number) : Math.Max(1, designators.Length);
        var notPlaced = sectionNotPlaced || text.NotPlacedHere(row) || (said == 0 && !designators.IsEmpty) || (stated.Length > 0 && said is null && words.Says(stated));
        if (said == 0) quantity = designators.Length;
        var doubtful = unread.FirstOrDefault() ?? designators.FirstOrDefault(designator => !DesignatorShape.IsOne(designator)).Text;
        var holds = said is not null && !designators.IsEmpty && doubtful.Length > 0 && quantity > designators.Length;
        if (holds || (said is not null && designators.IsEmpty && !unread.IsEmpty))
            log.Warning("bom.quantity-holds", row.Line, $"\"{Shortened(doubtful)}\" cannot be read as designators: the quantity of {quantity.ToString(CultureInfo.InvariantCulture)} that is stated counts; write the designators out");
        return text.Fill(row, path, designators, quantity, notPlaced) with { QuantityHolds = holds };
    }

    /// <summary>The designators with dashes taken as part of them: J1-4 with quantity 1 is pin 4's header, not four headers.</summary>
    private static ImmutableArray<Designator> Literal(string raw) =>
        [.. raw.Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Designator.Parse).OfType<Designator>()];

    private static string Shortened(string text) => text.Length > 60 ? text[..57] + "…" : text;
}
