using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Formats.Tables;
using Turnkey.Kernel;

namespace Turnkey.Formats.Bom;

/// <summary>What the cells of one row say about the part.</summary>
internal sealed class BomLineText(BomColumns columns, DiagnosticLog log)
{
    private readonly NotPlaced words = NotPlaced.Words;
    private readonly ImmutableArray<BomColumn> notPlaced = Of(columns, BomField.NotPlaced), placed = Of(columns, BomField.Placed), variants = Of(columns, BomField.Variant),
        notes = Of(columns, BomField.Notes), numbers = Of(columns, BomField.Mpn), supplierCodes = Of(columns, BomField.SupplierCode), namedCodes = Of(columns, BomField.NamedSupplierCode),
        parameters = Of(columns, BomField.Parameter), mountings = Of(columns, BomField.MountType);

    private readonly Currency? priceCurrency = columns.Columns.FirstOrDefault(column => column.Field == BomField.UnitPrice) is { } price ? BomNumbers.CurrencyIn(price.Heading) : null;

    private readonly int heightIndex = columns.IndexOf(BomField.Height);
    private readonly string heightHeading = columns.Columns.FirstOrDefault(column => column.Field == BomField.Height)?.Heading ?? "";

    private readonly Dictionary<string, bool> said = new(StringComparer.Ordinal), saidInProse = new(StringComparer.Ordinal);
    private bool saidPriceWithoutCurrency;
    private TableRow? lastRow;
    private (string? Manufacturer, PartNumber? Mpn, ImmutableArray<AlternatePart> Alternates) lastParts;

    /// <summary>Maker, part number and the alternates of a row.</summary>
    public (string? Manufacturer, PartNumber? Mpn, ImmutableArray<AlternatePart> Alternates) Parts(TableRow row)
    {
        // Several questions about one row need them.
        if (!ReferenceEquals(row, lastRow)) (lastRow, lastParts) = (row, ReadParts(row));
        return lastParts;
    }

    private (string? Manufacturer, PartNumber? Mpn, ImmutableArray<AlternatePart> Alternates) ReadParts(TableRow row)
    {
        var parts = ImmutableArray.CreateBuilder<AlternatePart>(1);
        foreach (var column in numbers)
        {
            var makers = Makers(columns.Text(row, BomField.Manufacturer, column.Ordinal));
            if (Says(row[column.Index])) continue;
            var found = PartNumberShape.Split(row[column.Index]);
            for (var i = 0; i < found.Count; i++) parts.Add(new AlternatePart(makers.Count == found.Count ? makers[i] : First(makers), found[i]));
        }
        if (columns.Text(row, BomField.ManufacturerAndMpn) is { Length: > 0 } both)
        {
            foreach (var one in PartNumberShape.Alternatives(both))
            {
                if (PartNumberShape.SplitMaker(one) is (var maker, { } number)) parts.Add(new AlternatePart(maker, number));
            }
        }
        if (parts.Count == 0 && columns.Text(row, BomField.ValueOrMpn) is { } either && PartNumberShape.LooksLikePartNumber(either) && PartNumber.Parse(either) is { } guessed)
        {
            parts.Add(new AlternatePart(First(Makers(columns.Text(row, BomField.Manufacturer))), guessed));
        }
        if (parts.Count > 0) return (parts[0].Manufacturer, parts[0].Mpn, [.. parts.Skip(1).Distinct()]);
        return (First(Makers(columns.Text(row, BomField.Manufacturer))), null, []);
    }

    /// <summary>Any of the row's own ways of saying that the part is not placed.</summary>
    public bool NotPlacedHere(TableRow row)
    {
        if (notPlaced.Any(column => words.MarkedNotPlaced(row[column.Index]))) return true;
        if (placed.Any(column => words.MarkedNotPopulated(row[column.Index]) == true)) return true;
        if (variants.Any(column => Says(row[column.Index]))) return true;
        string value = Value(row), device = columns.Text(row, BomField.Device);
        if (Says(value) || (value != device && SaysInProse(device))) return true;
        if (notes.Any(column => Says(row[column.Index]))) return true;
        if (numbers.Any(column => column.Ordinal == 1 && Says(row[column.Index]))) return true;
        return Says(columns.Text(row, BomField.Manufacturer)) || SaysInProse(columns.Text(row, BomField.Description)) || SaysInProse(columns.Text(row, BomField.Footprint))
            || SaysInProse(columns.Text(row, BomField.MountType)) || SaysInProse(columns.Text(row, BomField.Designators));
    }

    /// <summary>The same few texts fill most columns, so each is judged once.</summary>
    public bool Says(string text)
    {
        if (!said.TryGetValue(text, out var says)) said[text] = says = words.Says(text);
        return says;
    }

    private bool SaysInProse(string text)
    {
        if (!saidInProse.TryGetValue(text, out var says)) saidInProse[text] = says = words.SaysInProse(text);
        return says;
    }

    public BomLine Fill(TableRow row, string path, ImmutableArray<Designator> designators, int quantity, bool isNotPlaced)
    {
        var (manufacturer, mpn, alternates) = Parts(row);
        if (mpn is { } doubtful && IsExponent(doubtful.Text)) log.Warning("bom.part-number-damaged", row.Line, $"the part number \"{doubtful}\" was turned into a number by a spreadsheet; send it as text");
        return new BomLine(designators, quantity, manufacturer, mpn, Value(row), columns.Text(row, BomField.Footprint), OneLine(columns.Text(row, BomField.Description)), isNotPlaced, path, row.Line)
        {
            SupplierCodes = SupplierCodes(row),
            Alternates = alternates,
            InternalNumber = columns.Text(row, BomField.InternalNumber),
            Stated = Stated(row),
            MoistureLevel = columns.Text(row, BomField.MoistureLevel),
            Height = heightIndex < 0 ? null : PartHeightText.Read(row[heightIndex], heightHeading),
            StatedPrice = Price(row),
        };
    }

    private string Value(TableRow row)
    {
        foreach (var field in new[] { BomField.Value, BomField.ValueOrMpn, BomField.Device })
        {
            if (columns.Text(row, field) is { Length: > 0 } value && value != "~") return OneLine(value);
        }
        return "";
    }

    private ImmutableArray<StatedParameter> Stated(TableRow row)
    {
        if (parameters.IsEmpty && mountings.IsEmpty) return [];
        var stated = parameters.OrderBy(column => column.Index).Select(column => new StatedParameter(column.Detail, column.Heading, OneLine(row[column.Index])))
            // How it is mounted is asked of the part where the cell says just that; such columns hold other things too.
            .Concat(mountings.Where(column => BomColumns.IsMountType(row[column.Index])).Select(column => new StatedParameter("mounting", column.Heading, row[column.Index])));
        return [.. stated.Where(one => !PartNumberShape.SaysNothing(one.Text))];
    }

    private ImmutableDictionary<string, PartNumber> SupplierCodes(TableRow row)
    {
        var codes = ImmutableDictionary.CreateBuilder<string, PartNumber>(StringComparer.Ordinal);
        foreach (var column in namedCodes) Add(column.Detail, row[column.Index]);
        foreach (var column in supplierCodes)
        {
            var code = row[column.Index];
            var named = SupplierNames.Canonical(columns.Text(row, BomField.Supplier, column.Ordinal) is { Length: > 0 } own ? own : columns.Text(row, BomField.Supplier));
            if ((named ?? SupplierNames.OfCode(code)) is { } supplier) Add(supplier, code);
        }
        return codes.ToImmutable();

        void Add(string supplier, string code)
        {
            // A cell may list several codes; the first is the one meant.
            var first = PartNumberShape.Alternatives(code).FirstOrDefault() ?? "";
            if (!PartNumberShape.SaysNothing(first) && first.Any(char.IsAsciiDigit) && PartNumber.Parse(first) is { } number) codes.TryAdd(supplier, number);
        }
    }

    private Money? Price(TableRow row)
    {
        if (BomNumbers.Price(columns.Text(row, BomField.UnitPrice)) is not { } price) return null;
        if ((price.Currency ?? priceCurrency) is { } currency) return new Money(price.Amount, currency);
        if (!saidPriceWithoutCurrency) log.Info("bom.price-without-currency", row.Line, "the prices name no currency and are passed over");
        saidPriceWithoutCurrency = true;
        return null;
    }

    private IReadOnlyList<string> Makers(string cell) =>
        PartNumberShape.SaysNothing(cell) || Says(cell) ? [] : [.. PartNumberShape.Alternatives(cell.Replace(", Inc", " Inc", StringComparison.Ordinal).Replace(", Ltd", " Ltd", StringComparison.Ordinal)).Where(maker => !PartNumberShape.SaysNothing(maker))];

    private static string? First(IReadOnlyList<string> makers) => makers.Count > 0 ? makers[0] : null;

    /// <summary><c>6.13E+10</c>: what a spreadsheet makes of 61302221021 when its column is narrow and the text is exported.</summary>
    private static bool IsExponent(string text)
    {
        var e = text.IndexOf("E+", StringComparison.OrdinalIgnoreCase);
        return e > 0 && text[..e].All(c => char.IsAsciiDigit(c) || c is '.' or ',') && text.AsSpan(e + 2).IndexOfAnyExceptInRange('0', '9') < 0 && text.Length > e + 2;
    }

    private static string OneLine(string text) => text.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : text;

    /// <summary>In the order of their ordinals: the first choice may stand behind its alternates.</summary>
    private static ImmutableArray<BomColumn> Of(BomColumns columns, BomField field) => [.. columns.Columns.Where(column => column.Field == field).OrderBy(column => column.Ordinal)];
}
