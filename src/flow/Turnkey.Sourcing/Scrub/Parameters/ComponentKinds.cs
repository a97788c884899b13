using System.Collections.Frozen;
using System.Collections.Immutable;
using Turnkey.Plants.Parts;
using Turnkey.Sourcing.Data;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>
/// Says what kind of part a line is: by the plant's library, and by the witnesses for it (<c>component-kinds.csv</c>): designator, words, footprint, unit of the
/// value, part number. Two of them that agree make it certain.
/// </summary>
internal static class ComponentKinds
{
    private static readonly Lazy<ImmutableArray<string[]>> Rows = new(() => [.. DataTable.Embedded("component-kinds.csv").Rows]);

    private static readonly Lazy<FrozenDictionary<string, ComponentKind>> Classes = new(() => Of("class"));

    private static readonly Lazy<FrozenDictionary<string, ComponentKind>> Prefixes = new(() => Of("prefix"));

    private static readonly Lazy<ImmutableArray<(string Entry, ComponentKind Kind)>> WordsOf = new(() => List("word"));

    private static readonly Lazy<ImmutableArray<(string Entry, ComponentKind Kind)>> Footprints = new(() => List("footprint"));

    public static ComponentKind Parse(string text) =>
        Enum.TryParse<ComponentKind>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) ? kind : throw new InvalidOperationException($"no kind {text}");

    /// <summary>By the class letters alone.</summary>
    public static bool IsResistor(string prefix) => Letters(prefix) is ComponentKind.Resistor or ComponentKind.ResistorNetwork;

    /// <summary>A word that says a kind, or class letters: RES, CAP, R.</summary>
    public static bool IsClassOrWord(string word) => word.ToUpperInvariant() is var upper && (Prefixes.Value.ContainsKey(upper) || WordsOf.Value.Any(one => one.Entry == upper));

    /// <param name="library">As the plant's library sees the part.</param>
    /// <param name="prefix">Class letters of the designator, upper case.</param>
    /// <param name="value">In one spelling.</param>
    /// <param name="footprint">In one spelling.</param>
    /// <param name="description">In one spelling.</param>
    /// <param name="unit">What the value's unit says; null when it has none that says a kind.</param>
    /// <param name="decoded">What the part number says; null when nothing.</param>
    /// <param name="isMeasured">Some text has a value of ohms, farads, henries or hertz, or a number with a multiplier.</param>
    public static Fact<ComponentKind> Find(PartKind library, string prefix, string value, string footprint, string description, ComponentKind? unit, DecodedNumber? decoded, bool isMeasured)
    {
        var kind = Classes.Value.GetValueOrDefault(library.Class, ComponentKind.Other);
        var word = Word(description) ?? Word(value);
        // The library takes what has no place on the board for hardware. In a supplier's list nothing has one, and a capacitor of so many farads is no cap.
        if (prefix.Length == 0 && kind == ComponentKind.Mechanical && isMeasured && word is { } sold && IsPassive(sold)) kind = sold;
        var letters = Letters(prefix);
        var body = Footprint(footprint);
        // The part number knows best, then words; the library weighs the rest. A word refines a resistor to a thermistor, but makes no connector of an LED.
        if (decoded is not null) kind = decoded.Kind;
        // What the library sees in a value alone is no resistor where the class letters say a switch.
        else if (letters is { } said && IsPassive(kind) && !IsPassive(said) && word != kind && body != kind) kind = said;
        // Ohms at a frequency are the impedance of a ferrite, which stands under R as well as under L and FB.
        else if (kind == ComponentKind.Resistor && (unit == ComponentKind.Ferrite || (word == ComponentKind.Ferrite && !Says(description, ComponentKind.Resistor) && !Says(value, ComponentKind.Resistor)))) kind = ComponentKind.Ferrite;
        else if (letters is { } special && Refines(special, kind) && (word is null || word == special || Refines(special, word.Value))) kind = special;
        else if (body is { } shaped && Refines(shaped, kind) && word is null) kind = shaped;
        else if (word is { } named && (kind == ComponentKind.Other || Refines(named, kind))) kind = named;
        else if (kind == ComponentKind.Other && letters is { } lettered) kind = lettered;
        else if (kind == ComponentKind.Other && unit is { } measured) kind = measured;
        var witnesses = new[] { word, letters, body, unit, decoded?.Kind };
        var agreeing = witnesses.Count(witness => witness is { } one && (one == kind || Refines(kind, one) || (one == ComponentKind.Resistor && kind == ComponentKind.Ferrite)));
        var against = witnesses.Any(witness => witness is { } one && one != kind && !Refines(kind, one) && !Refines(one, kind) && IsPassive(one) && IsPassive(kind) && !Alike(one, kind));
        var origin = decoded is not null ? decoded.Facts[0].Origin : word is not null ? new FactOrigin("description", description.Length > 0 ? description : value) : new FactOrigin("designator", prefix);
        var certainty = against ? Certainty.Unknown : agreeing >= 2 ? Certainty.Certain : kind == ComponentKind.Other ? Certainty.Unknown : Certainty.Likely;
        return new Fact<ComponentKind>(kind, certainty, origin);
    }

    private static bool IsPassive(ComponentKind kind) => PartParameters.PrincipalOf(kind) is not null;

    /// <summary>Kinds that share letters, units or bodies: an inductor's body holds a ferrite, R is a network's letter too.</summary>
    private static bool Alike(ComponentKind a, ComponentKind b) =>
        (a, b) is (ComponentKind.Ferrite, ComponentKind.Inductor) or (ComponentKind.Inductor, ComponentKind.Ferrite) or (ComponentKind.Ferrite, ComponentKind.Resistor) or (ComponentKind.Resistor, ComponentKind.Ferrite)
            or (ComponentKind.Crystal, ComponentKind.Oscillator) or (ComponentKind.Oscillator, ComponentKind.Crystal);

    /// <summary>The first is a special sort of the second.</summary>
    public static bool Refines(ComponentKind special, ComponentKind plain) => (special, plain) switch
    {
        (ComponentKind.Thermistor or ComponentKind.Varistor or ComponentKind.Potentiometer or ComponentKind.ResistorNetwork, ComponentKind.Resistor) => true,
        (ComponentKind.CapacitorNetwork, ComponentKind.Capacitor) => true,
        (ComponentKind.Ferrite or ComponentKind.Transformer, ComponentKind.Inductor) => true,
        (ComponentKind.Oscillator, ComponentKind.Crystal) => true,
        (ComponentKind.Led or ComponentKind.Varistor, ComponentKind.Diode) => true,
        (ComponentKind.Module, ComponentKind.Ic) => true,
        _ => false,
    };

    private static ComponentKind? Word(string text)
    {
        if (text.Length == 0) return null;
        // A description that is the class letter alone, as some house databases have it.
        if (text.Length <= 2) return text switch { "R" => ComponentKind.Resistor, "C" => ComponentKind.Capacitor, "L" => ComponentKind.Inductor, _ => null };
        var spaced = Spaced(text);
        foreach (var (entry, kind) in WordsOf.Value)
        {
            if (Holds(spaced, entry)) return kind;
        }
        return null;
    }

    /// <summary>Whether any word of a kind stands in a text, whatever else does.</summary>
    private static bool Says(string text, ComponentKind kind) => text.Length > 0 && Spaced(text) is var spaced && WordsOf.Value.Any(one => one.Kind == kind && Holds(spaced, one.Entry));

    internal static string Spaced(string text) => " " + string.Join(' ', text.ToUpperInvariant().Split([' ', ',', ';', '/', '_', '(', ')', ':', '.'], StringSplitOptions.RemoveEmptyEntries)) + " ";

    /// <summary>Scripts that do not part words are found anywhere.</summary>
    internal static bool Holds(string spaced, string entry) => entry[0] > 0x2e80 ? spaced.Contains(entry, StringComparison.Ordinal) : spaced.Contains($" {entry} ", StringComparison.Ordinal);

    /// <summary>By the class letters, also where a board's author wrote something before them: EXLED, SMDSW. MIC is no IC: two letters at least stand before, and two are the class.</summary>
    private static ComponentKind? Letters(string prefix)
    {
        if (Prefixes.Value.TryGetValue(prefix, out var meant)) return meant;
        for (var at = 2; at <= prefix.Length - 2; at++)
        {
            if (Prefixes.Value.TryGetValue(prefix[at..], out var ending)) return ending;
        }
        return null;
    }

    private static ComponentKind? Footprint(string text)
    {
        var name = text.ToUpperInvariant();
        var colon = name.LastIndexOf(':');
        if (colon >= 0) name = name[(colon + 1)..];
        foreach (var (entry, kind) in Footprints.Value)
        {
            if (name.StartsWith(entry, StringComparison.Ordinal)) return kind;
        }
        return null;
    }

    private static FrozenDictionary<string, ComponentKind> Of(string rule) => Rows.Value.Where(row => row[0] == rule).ToFrozenDictionary(row => row[1], row => Parse(row[2]), StringComparer.Ordinal);

    private static ImmutableArray<(string Entry, ComponentKind Kind)> List(string rule) => [.. Rows.Value.Where(row => row[0] == rule).Select(row => (row[1], Parse(row[2])))];
}
