using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Plants.Parts;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>What a part is described by.</summary>
/// <param name="Prefix">Class letters of its designator in upper case; empty where it has none.</param>
/// <param name="Value">Value column.</param>
/// <param name="Footprint">Footprint column.</param>
/// <param name="Description">Description column.</param>
/// <param name="Mpn">Maker's part number; empty when not said.</param>
public sealed record PartText(string Prefix, string Value, string Footprint, string Description, string Mpn)
{
    /// <summary>False where the number itself was only supposed (cut out of a distributor's code).</summary>
    public bool MpnIsCertain { get; init; } = true;

    /// <summary>What columns of their own say.</summary>
    public ImmutableArray<StatedParameter> Stated { get; init; } = [];

    /// <summary>How the columns that the texts stand in write their numbers.</summary>
    internal ColumnStyles Styles { get; init; } = ColumnStyles.Open;
}

/// <summary>
/// Reads what a part's columns and its part number say of it. A parameter is certain only with its unit or by a convention that has no second meaning;
/// what several places say differently is not certain, whatever each of them says.
/// </summary>
public static class ParameterReader
{
    /// <summary>Never throws. Reading the same text again gives the same.</summary>
    public static PartParameters Read(PartText part, PartLibrary library)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(library);
        string value = CellText.Plain(part.Value), footprint = CellText.Plain(part.Footprint), description = CellText.Plain(part.Description), mpn = CellText.Plain(part.Mpn);
        var mentions = new List<(string Column, Mention Mention)>();
        Add("value", value, false);
        Add("footprint", footprint, true);
        if (description != value) Add("description", description, false);
        var decoded = Decoded(mpn, part.MpnIsCertain, [("value", value), ("description", description), ("footprint", footprint)]);
        var kindInLibrary = library.Recognise(new PartDescription(part.Prefix, value, footprint, description, mpn.Length > 0));
        var kind = ComponentKinds.Find(kindInLibrary, part.Prefix, value, footprint, description, KindOfUnit(mentions), decoded?.Number, mentions.Exists(one => IsMeasure(one.Mention.Unit)));
        var candidates = new List<ParameterFact>();
        foreach (var (column, mention) in mentions)
        {
            candidates.AddRange(Interpretation.All(kind, column, mention, part.Styles.Of(column)));
        }
        var open = new List<FactOrigin>();
        foreach (var stated in part.Stated)
        {
            if (stated.Name == "mounting") continue;
            ImmutableArray<ParameterFact> facts = [.. StatedParameters.Read(stated, kind, part.Styles)];
            if (facts.IsEmpty && PartParameters.PrincipalOf(kind.Value) is not null) open.Add(new(stated.Name, CellText.Plain(stated.Text)));
            candidates.AddRange(facts);
        }
        candidates.AddRange(PartWords.Read(kind, [("value", value), .. part.Stated.Where(one => one.Name == "mounting").Select(one => ("mounting", CellText.Plain(one.Text))), ("footprint", footprint), ("description", description)]));
        open.AddRange(PartWords.Demands(kind.Value, ("value", value), ("description", description)));
        if (PartParameters.PrincipalOf(kind.Value) is not null) open.AddRange(UnreadWords.Of(value, [.. mentions.Where(one => one.Column == "value").Select(one => one.Mention.Word)], library));
        candidates = Interpretation.Chosen(kind.Value, candidates, mentions);
        if (!candidates.Exists(fact => fact.Name == ParameterName.Package) && NamedPackage(library, part.Prefix, footprint, value, description) is { } package) candidates.Add(package);
        if (decoded is { } known) candidates.AddRange(known.Number.Facts.Select(fact => known.Sure ? fact : fact with { Certainty = Certainty.Likely }));
        // A chip size says how it is mounted, and a footprint must say something of the body.
        if (candidates.Exists(fact => fact.Name == ParameterName.Package && ChipSizes.IsSize(fact.Text))) candidates.RemoveAll(fact => fact.Name == ParameterName.Mounting && fact.Text == PartParameters.SurfaceMount);
        else if (footprint.Length > 0 && PartParameters.PrincipalOf(kind.Value) is not null && !candidates.Exists(fact => fact.Name is ParameterName.Package or ParameterName.Mounting)) open.Add(new("footprint", footprint));
        return new PartParameters(kind, [.. Enum.GetValues<ParameterName>().Select(name => Combination.Of(name, [.. candidates.Where(fact => fact.Name == name)])).OfType<ParameterFact>()]) { Open = [.. open.Distinct()] };

        void Add(string column, string text, bool isFootprint)
        {
            foreach (var mention in ParameterScanner.Scan(text, isFootprint, part.Styles.Of(column).Comma)) mentions.Add((column, mention));
        }
    }

    /// <summary>The part number, or a word of another column that is one of a known series: less sure, for it may only be a hint.</summary>
    private static (DecodedNumber Number, bool Sure)? Decoded(string mpn, bool isCertain, ImmutableArray<(string Column, string Text)> columns)
    {
        if (mpn.Length > 0) return SeriesDecoding.Decode(mpn, "mpn") is { } number ? (number, isCertain) : null;
        foreach (var (column, text) in columns)
        {
            foreach (var word in text.Split([' ', ',', ';', '(', ')', '_'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 8).Take(20))
            {
                if (SeriesDecoding.Decode(word, column) is { } found) return (found, false);
            }
        }
        return null;
    }

    private static bool IsMeasure(MentionUnit unit) => unit is MentionUnit.Ohm or MentionUnit.OhmLetter or MentionUnit.Prefixed or MentionUnit.Farad or MentionUnit.Henry or MentionUnit.Hertz;

    private static ComponentKind? KindOfUnit(List<(string Column, Mention Mention)> mentions)
    {
        foreach (var (column, mention) in mentions)
        {
            if (column != "value" || mention.IsCondition) continue;
            switch (mention.Unit)
            {
                case MentionUnit.Ohm or MentionUnit.OhmLetter or MentionUnit.Prefixed when mentions.Exists(one => one.Column == column && one.Mention is { Unit: MentionUnit.Hertz, IsCondition: true }): return ComponentKind.Ferrite;
                case MentionUnit.Farad: return ComponentKind.Capacitor;
                case MentionUnit.Henry: return ComponentKind.Inductor;
                case MentionUnit.Ohm or MentionUnit.OhmLetter: return ComponentKind.Resistor;
                case MentionUnit.Prefixed when mention.Multiplier is 'k' or 'M': return ComponentKind.Resistor;
                case MentionUnit.Prefixed when mention.Multiplier is 'n' or 'p': return ComponentKind.Capacitor;
                case MentionUnit.Hertz: return ComponentKind.Crystal;
                case MentionUnit.Dielectric or MentionUnit.ChipSize or MentionUnit.Fraction: continue;
                default: return null;
            }
        }
        return null;
    }

    /// <summary>A package that is no chip size, by the plant's library.</summary>
    private static ParameterFact? NamedPackage(PartLibrary library, string prefix, string footprint, string value, string description)
    {
        foreach (var (column, text) in new[] { ("footprint", footprint), ("value", value), ("description", description) })
        {
            if (text.Length == 0) continue;
            var package = library.Recognise(new PartDescription(prefix, "", text, "", false)).Package;
            // Generic words of library names (SMD, HEADER) say how it is mounted, not what the body is.
            if (package.Length == 0 || !package.Any(char.IsAsciiDigit) || package.All(char.IsAsciiDigit)) continue;
            return new ParameterFact(ParameterName.Package, null, package, column == "footprint" && !SaysMore(text, package) ? Certainty.Certain : Certainty.Likely, new FactOrigin(column, text));
        }
        return null;
    }

    /// <summary>The footprint's name goes on with pins or a variant that the package does not have: D2PAK-7 is no D2PAK, DO-214AC one of three DO-214.</summary>
    private static bool SaysMore(string footprint, string package)
    {
        for (var start = 0; start < footprint.Length; start++)
        {
            var (at, known) = (start, 0);
            while (at < footprint.Length && known < package.Length)
            {
                if (package[known] == '-') known++;
                else if (footprint[at] == '-' && at > start) at++;
                else if (char.ToUpperInvariant(footprint[at]) == char.ToUpperInvariant(package[known])) (at, known) = (at + 1, known + 1);
                else break;
            }
            if (known < package.Length) continue;
            if (at < footprint.Length && footprint[at] == '-') at++;
            var end = at;
            while (end < footprint.Length && char.IsAsciiLetterOrDigit(footprint[end])) end++;
            var rest = footprint.AsSpan(at, end - at);
            return rest.Length is 1 or 2 && (rest.IndexOfAnyExceptInRange('0', '9') < 0 || rest.IndexOfAnyExceptInRange('A', 'Z') < 0);
        }
        return false;
    }
}
