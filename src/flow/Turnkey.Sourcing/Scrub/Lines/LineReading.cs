using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Kernel;
using Turnkey.Plants.Parts;
using Turnkey.Sourcing.Scrub.Approved;
using Turnkey.Sourcing.Scrub.Generics;
using Turnkey.Sourcing.Scrub.Makers;
using Turnkey.Sourcing.Scrub.PartNumbers;
using Turnkey.Sourcing.Scrub.Parameters;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Scrub.Lines;

/// <summary>Reads the lines of a BOM one by one: what the part is called, by whom, and what is said of it.</summary>
internal sealed class LineReading(PartLibrary library, CatalogueIndex catalogue, Approval approval, BomLog log)
{
    /// <summary>A line that asks for more pieces per assembly is taken for an error.</summary>
    private const long MostPieces = 1_000_000;

    public IEnumerable<ScrubbedLine> Read(ScrubAssembly owner)
    {
        var styles = owner.Assembly.Bom.Lines.GroupBy(line => line.Source, StringComparer.Ordinal).ToDictionary(file => file.Key, Styles, StringComparer.Ordinal);
        return owner.Assembly.Bom.Lines.Select(line => Line(line, owner, styles[line.Source]));
    }

    private static ColumnStyles Styles(IEnumerable<BomLine> lines) => ColumnStyles.Read(
        [("value", lines.Select(line => line.Value)), ("description", lines.Select(line => line.Description)), .. lines.SelectMany(line => line.Stated).GroupBy(one => one.Name, StringComparer.Ordinal).Select(column => (column.Key, column.Select(one => one.Text)))])
        .WithResistors(lines.Where(line => ComponentKinds.IsResistor(Prefix(line))).Select(line => line.Value));

    private static string Prefix(BomLine line) => line.Designators.IsDefaultOrEmpty ? "" : line.Designators[0].Prefix;

    private ScrubbedLine Line(BomLine line, ScrubAssembly owner, ColumnStyles styles)
    {
        var cell = PartNumberText.Read(line.Mpn?.Text, "mpn");
        if (cell.Value.Length > 0) log.Warning("scrub.value-as-part-number", line, $"{BomLog.Name(line)}: the part number column holds the value \"{cell.Value}\"; it is read as one");
        var codes = Codes(line, cell);
        var maker = Maker(line, cell);
        if (CodeInNumbersPlace(line, cell, maker) is { } placed)
        {
            codes = [.. codes.Add(placed).DistinctBy(code => (code.Distributor, code.Code.Key)).OrderBy(code => code.Distributor, StringComparer.Ordinal).ThenBy(code => code.Code.Key, StringComparer.Ordinal)];
            // Where the offer does not say whose part it sells, the number stays what the line says.
            if (catalogue.Resolve(placed.Distributor, placed.Code) is not null) cell = cell with { Numbers = cell.Numbers.RemoveAt(0) };
        }
        var (mpn, byCode) = Number(line, cell, codes, ref maker);
        var value = line.Value.Length > 0 ? line.Value : cell.Value;
        var prefix = Prefix(line);
        var described = new PartText(prefix, cell.Value.Length > 0 && line.Value.Length > 0 && cell.Value != line.Value ? $"{line.Value} {cell.Value}" : value, line.Footprint, line.Description, mpn?.Value.Text ?? "")
        {
            MpnIsCertain = mpn?.Certainty == Certainty.Certain,
            Styles = styles,
            Stated = line.Stated,
        };
        var parameters = ParameterReader.Read(described, library);
        mpn ??= NumberInText(line, parameters);
        if (maker is null && mpn is not null && SeriesDecoding.Decode(mpn.Value.Text, "mpn") is { } decoded)
            maker = new Fact<MakerName>(MakerDirectory.Default.Find(decoded.Maker)! with { Written = "" }, Certainty.Likely, new FactOrigin("mpn", mpn.Value.Text));
        ParameterRemarks.Tell(line, parameters, styles, log);
        var generic = mpn is null && codes.IsEmpty ? GenericPart.Of(parameters) : null;
        if (generic is { Open.IsEmpty: false }) ParameterRemarks.TellOpen(line, generic, log);
        var (state, certainty) = State(mpn, codes, byCode, generic);
        var notPlaced = DoNotPlace.Find(line, parameters.Kind.Value);
        if (state == IdentityState.Unknown && notPlaced is null && parameters.Kind.Value is not (ComponentKind.NotAPart or ComponentKind.Mechanical))
            log.Info("scrub.part-unknown", line, $"{BomLog.Name(line)}: neither a part number nor parameters say what to buy; send the manufacturer's part number");
        var alternates = Alternates(line, cell, mpn);
        var (allowed, forbidden) = approval.Of(line, maker?.Value, mpn?.Value, alternates, log);
        return new ScrubbedLine(state, certainty, maker, mpn, codes, parameters, generic, notPlaced, [Use(line, owner)], allowed, forbidden)
        {
            Packaging = mpn is { } number && PackagingVariants.Of(number.Value, maker?.Value.Canonical) is { Packaging.Length: > 0 } variant ? variant : null,
        };
    }

    private static PartUse Use(BomLine line, ScrubAssembly owner)
    {
        ImmutableArray<string> path = owner.Path.IsDefaultOrEmpty ? [owner.Assembly.Name] : owner.Path;
        return new PartUse(owner.Assembly.Name, line.Within.IsDefaultOrEmpty ? path : path.AddRange(line.Within), line, Math.Clamp(line.Pieces, 0, MostPieces), Math.Max(0, owner.PerProduct));
    }

    /// <summary>Codes of the supplier columns, those that stand in the part number column, and those in value and description that look like nothing else.</summary>
    private static ImmutableArray<DistributorCode> Codes(BomLine line, PartNumberCell cell)
    {
        var codes = new List<DistributorCode>();
        foreach (var (supplier, code) in line.SupplierCodes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (PartNumberText.Placeholder(code.Text).Length > 0) continue;
            // The column's heading may be wrong: a Digi-Key code in the Mouser column is Digi-Key's.
            if ((DistributorCodes.Of(supplier, code.Text, "supplier-code") ?? DistributorCodes.Alone(code.Text, "supplier-code")) is { } known) codes.Add(known);
            else codes.Add(new DistributorCode(supplier, code, Certainty.Likely, new FactOrigin("supplier-code", code.Text)));
        }
        codes.AddRange(cell.Codes);
        foreach (var (column, text) in new[] { ("value", line.Value), ("description", line.Description) })
        {
            foreach (var word in CellText.Plain(text).Split([' ', ',', ';', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length is >= 5 and <= 40).Take(40))
            {
                if (DistributorCodes.Alone(word, column) is { Certainty: Certainty.Certain } found) codes.Add(found with { Certainty = Certainty.Likely });
            }
        }
        return [.. codes.DistinctBy(code => (code.Distributor, code.Code.Key)).OrderBy(code => code.Distributor, StringComparer.Ordinal).ThenBy(code => code.Code.Key, StringComparer.Ordinal)];
    }

    /// <summary>
    /// A distributor's order code that stands where the maker's number belongs: an offer holds it exactly, and nobody sells a part under such a number. Nothing is
    /// guessed from how it looks. Null where it is none.
    /// </summary>
    private DistributorCode? CodeInNumbersPlace(BomLine line, PartNumberCell cell, Fact<MakerName>? maker)
    {
        if (cell.Numbers.IsEmpty) return null;
        var written = cell.Numbers[0];
        CatalogueEntry[] coded = [.. catalogue.Coded(written.Number).Where(entry => entry.Mpn != written.Number && MakerDirectory.Default.Agree(entry.Manufacturer, maker?.Value.Canonical))];
        if (coded.Length == 0) return null;
        var sellers = coded.Select(entry => Distributors.Canonical(entry.Supplier) ?? entry.Supplier).Distinct(StringComparer.Ordinal).ToArray();
        if (catalogue.Sells(written.Number))
        {
            log.Info("scrub.number-is-code-too", line, $"{BomLog.Name(line)}: \"{written.Written}\" is a maker's part number, and the order code of {string.Join(" and ", sellers)} for {coded[0].Mpn?.Text ?? "another part"} as well; it is taken for the part number. Move it to the supplier's column if the code is meant");
            return null;
        }
        if (coded.Select(entry => entry.Mpn?.Key).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            log.Warning("scrub.code-ambiguous", line, $"{BomLog.Name(line)}: \"{written.Written}\" is an order code of {string.Join(" and ", sellers)} for different parts; name the manufacturer's number");
            return null;
        }
        log.Info("scrub.number-is-code", line, $"{BomLog.Name(line)}: \"{written.Written}\" is the order code of {string.Join(" and ", sellers)}{(coded[0].Mpn is { } sold ? $" for {coded[0].Manufacturer} {sold}".Replace("  ", " ", StringComparison.Ordinal) : "")}, by its offer; confirm that this part is meant");
        return new DistributorCode(sellers[0], written.Number, Certainty.Likely, new FactOrigin("mpn", written.Written));
    }

    private Fact<MakerName>? Maker(BomLine line, PartNumberCell cell)
    {
        var written = PartNumberText.Placeholder(line.Manufacturer).Length > 0 ? null : line.Manufacturer;
        written ??= cell.Numbers.Select(number => number.Maker).FirstOrDefault(maker => maker is not null);
        if (MakerDirectory.Default.Find(written) is not { } found) return null;
        if (found.Candidates.Count > 0) log.Warning("scrub.maker-ambiguous", line, $"{BomLog.Name(line)}: \"{Shortened(found.Written)}\" could be {string.Join(" or ", found.Candidates)}; write the full name");
        else if (found.Certainty == Certainty.Likely) log.Info("scrub.maker-misspelt", line, $"{BomLog.Name(line)}: \"{Shortened(found.Written)}\" is taken as {found.Canonical}");
        return new Fact<MakerName>(found, found.Certainty, new FactOrigin("manufacturer", found.Written));
    }

    /// <summary>The maker's number: from its own column, from the catalogue by a code, or out of a code that carries it.</summary>
    private (Fact<PartNumber>? Mpn, bool ByCode) Number(BomLine line, PartNumberCell cell, ImmutableArray<DistributorCode> codes, ref Fact<MakerName>? maker)
    {
        foreach (var code in codes)
        {
            if (catalogue.Resolve(code.Distributor, code.Code) is not { Mpn: { } sold } entry) continue;
            var origin = new FactOrigin("catalogue", $"{entry.Supplier} {code.Code}");
            if (cell.Numbers.IsEmpty)
            {
                if (maker is null && MakerDirectory.Default.Find(entry.Manufacturer) is { } seller) maker = new Fact<MakerName>(seller, seller.Certainty, origin);
                return (new Fact<PartNumber>(sold, code.Certainty, origin), true);
            }
            if (PackagingVariants.SamePart(sold, cell.Numbers[0].Number, maker?.Value.Canonical ?? entry.Manufacturer))
            {
                // Several makers may sell the number: the code says whose is meant.
                if (maker is null && MakerDirectory.Default.Find(entry.Manufacturer) is { } coded) maker = new Fact<MakerName>(coded, coded.Certainty < code.Certainty ? coded.Certainty : code.Certainty, origin);
            }
            else
                log.Warning("scrub.code-is-another-part", line, $"{BomLog.Name(line)}: {code.Distributor} sells {sold} as {code.Code}, but the BOM says {cell.Numbers[0].Number}; the part number is kept. Say which is meant");
        }
        if (maker is null && codes.FirstOrDefault(code => code.Maker is not null) is { } naming && MakerDirectory.Default.Find(naming.Maker) is { } named)
            maker = new Fact<MakerName>(named, Certainty.Likely, naming.Origin);
        if (!cell.Numbers.IsEmpty)
        {
            var written = cell.Numbers[0];
            if (maker?.Certainty != Certainty.Certain && DistributorCodes.Possible(written.Written).ToArray() is { Length: > 0 } possible)
                log.Info("scrub.number-may-be-code", line, $"{BomLog.Name(line)}: \"{written.Written}\" may be a code of {string.Join(" or ", possible)}; name the manufacturer, or move it to the supplier's column");
            return (new Fact<PartNumber>(written.Number, written.Certainty, new FactOrigin("mpn", written.Written)), false);
        }
        if (codes.FirstOrDefault(code => code.Mpn is not null) is not { Mpn: { } carried } carrier) return (null, false);
        return (new Fact<PartNumber>(carried, Certainty.Likely, carrier.Origin), true);
    }

    /// <summary>Parts that have names and no values are often known by their value or their library name alone: STM32F407VGT6, BC817.</summary>
    private Fact<PartNumber>? NumberInText(BomLine line, PartParameters parameters)
    {
        if (parameters.Kind.Value is not (ComponentKind.Ic or ComponentKind.Transistor or ComponentKind.Diode or ComponentKind.Module or ComponentKind.Led or ComponentKind.Ferrite or ComponentKind.Inductor or ComponentKind.Oscillator or ComponentKind.Relay or ComponentKind.Switch)) return null;
        var (value, description) = (NumberIn(line.Value, parameters), NumberIn(line.Description, parameters));
        // The longer of two names is the one to order by: B1100-13-F beside B1100.
        return description is not null && (value is null || description.Value.Key.StartsWith(value.Value.Key, StringComparison.Ordinal)) ? Found(description.Value, "description") : value is { } number ? Found(number, "value") : null;

        static Fact<PartNumber> Found(PartNumber number, string column) => new(number, Certainty.Likely, new FactOrigin(column, number.Text));
    }

    private PartNumber? NumberIn(string cell, PartParameters parameters)
    {
        var text = CellText.Plain(cell);
        // 1N4148/DO35 and CH32V003J4M6(SOP8): the package stands beside the number.
        var cut = text.AsSpan().IndexOfAny('/', '(');
        if (cut > 3 && library.Recognise(new PartDescription("U", "", text[(cut + 1)..], "", false)).Package.Length > 0) text = text[..cut].Trim();
        if (text.Length is < 4 or > 30 || text.AsSpan().IndexOfAny(' ', '_', '?') >= 0 || !PartNumberText.IsLikeNumber(text)) return null;
        if (text.Count(char.IsAsciiDigit) < 2 || !text.Any(char.IsAsciiLetter) || ParameterScanner.IsValue(text) || DistributorCodes.Alone(text, "value") is not null) return null;
        if (parameters[ParameterName.Package] is { } package && package.Text.Replace("-", "", StringComparison.Ordinal).Equals(text.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) return null;
        if (ParameterScanner.Scan(text, footprint: true).Count > 0 || ParameterScanner.Scan(text, footprint: false).Any(mention => mention.Unit != MentionUnit.Bare)) return null;
        return PartNumber.Parse(text);
    }

    private static ImmutableArray<AllowedPart> Alternates(BomLine line, PartNumberCell cell, Fact<PartNumber>? mpn)
    {
        var parts = cell.Numbers.Skip(mpn is { Origin.Column: "mpn" } ? 1 : 0).Select(number => new AllowedPart(MakerDirectory.Default.Find(number.Maker), number.Number, false, new FactOrigin("mpn", number.Written)));
        var listed = (line.Alternates.IsDefault ? [] : line.Alternates).SelectMany(alternate => PartNumberText.Read(alternate.Mpn.Text, "alternate").Numbers
            .Select(number => new AllowedPart(MakerDirectory.Default.Find(alternate.Manufacturer ?? number.Maker), number.Number, false, new FactOrigin("alternate", number.Written))));
        return [.. parts.Concat(listed)];
    }

    private static (IdentityState State, Certainty Certainty) State(Fact<PartNumber>? mpn, ImmutableArray<DistributorCode> codes, bool byCode, GenericPart? generic)
    {
        if (mpn is not null) return (byCode ? IdentityState.ByCode : IdentityState.Exact, mpn.Certainty);
        if (!codes.IsEmpty) return (IdentityState.ByCode, Certainty.Likely);
        return generic is not null ? (IdentityState.Generic, generic.Required.Min(fact => fact.Certainty)) : (IdentityState.Unknown, Certainty.Unknown);
    }

    private static string Shortened(string text) => text.Length > 40 ? text[..37] + "…" : text;
}
