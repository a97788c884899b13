namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>Turns what a text mentions into parameters of a part of a known kind: 10k is a resistance on a resistor, and nothing on a connector.</summary>
internal static class Interpretation
{
    /// <summary>All that a mention can mean for such a part: nothing, one parameter, or two readings of bare digits on a resistor.</summary>
    public static IEnumerable<ParameterFact> All(Fact<ComponentKind> kind, string column, Mention mention, NumberStyle style)
    {
        if (Of(kind, column, mention) is not { } fact) return [];
        if (fact.Name != ParameterName.Resistance || mention.Unit != MentionUnit.Bare || fact.Certainty == Certainty.Certain) return [fact];
        return ResistorCodes.Readings(mention.Word, mention.Number, style.Digits).Select(ohms => fact with { Number = ohms, Text = ParameterText.Of(ParameterName.Resistance, ohms) });
    }

    /// <summary>The parameter; null where such a quantity says nothing about such a part.</summary>
    private static ParameterFact? Of(Fact<ComponentKind> kind, string column, Mention mention)
    {
        if (mention.Unit == MentionUnit.ChipSize) return Chip(kind.Value, column, mention);
        if (mention.IsCondition) return null;
        // Only capacitors are rated for both.
        if (mention.Unit == MentionUnit.VoltAc)
        {
            if (kind.Value is ComponentKind.Capacitor or ComponentKind.CapacitorNetwork) return Number(ParameterName.AcVoltage, mention, column, mention.Certainty);
            mention = mention with { Unit = MentionUnit.Volt };
        }
        return kind.Value switch
        {
            ComponentKind.Resistor or ComponentKind.ResistorNetwork or ComponentKind.Thermistor or ComponentKind.Potentiometer => Resistor(kind, column, mention),
            ComponentKind.Capacitor or ComponentKind.CapacitorNetwork => Capacitor(kind, column, mention),
            ComponentKind.Inductor => Inductor(kind, column, mention),
            ComponentKind.Ferrite => Ferrite(column, mention),
            ComponentKind.Crystal or ComponentKind.Oscillator => Crystal(kind, column, mention),
            ComponentKind.Diode or ComponentKind.Transistor or ComponentKind.Varistor => mention.Unit switch
            {
                MentionUnit.Volt => Number(ParameterName.Voltage, mention, column, Certainty.Likely),
                MentionUnit.Ampere => Number(ParameterName.Current, mention, column, Certainty.Likely),
                _ => null,
            },
            ComponentKind.Fuse => mention.Unit switch
            {
                MentionUnit.Volt => Number(ParameterName.Voltage, mention, column, mention.Certainty),
                MentionUnit.Ampere => Number(ParameterName.Current, mention, column, mention.Certainty),
                _ => null,
            },
            _ => null,
        };
    }

    /// <summary>
    /// Of several readings in one column: a ferrite's largest resistance is its impedance (the other is that of its wire), and a bare number counts only where
    /// nothing with a unit says the same.
    /// </summary>
    public static List<ParameterFact> Chosen(ComponentKind kind, List<ParameterFact> candidates, List<(string Column, Mention Mention)> mentions)
    {
        if (PartParameters.PrincipalOf(kind) is not { } principal) return candidates;
        if (kind == ComponentKind.Ferrite)
        {
            var conditioned = mentions.Exists(one => one.Mention is { Unit: MentionUnit.Hertz });
            var largest = candidates.Where(fact => fact.Name == principal).GroupBy(fact => fact.Origin.Column, StringComparer.Ordinal)
                .Select(group => group.Distinct().Count() == 1 ? group.First() : group.MaxBy(fact => fact.Number)! with { Certainty = conditioned ? Certainty.Certain : Certainty.Likely });
            return [.. candidates.Where(fact => fact.Name != principal), .. largest];
        }
        var united = mentions.Where(one => one.Mention.Unit is not (MentionUnit.Bare or MentionUnit.Code)).Select(one => (one.Column, one.Mention.Word)).ToHashSet();
        var firm = candidates.Where(fact => fact.Name == principal && united.Contains((fact.Origin.Column, fact.Origin.Word))).Select(fact => fact.Origin.Column).ToHashSet(StringComparer.Ordinal);
        return [.. candidates.Where(fact => fact.Name != principal || !firm.Contains(fact.Origin.Column) || united.Contains((fact.Origin.Column, fact.Origin.Word)))];
    }

    /// <summary>Crystals are called by metric sizes of their own, and an array's size is that of its row.</summary>
    private static ParameterFact? Chip(ComponentKind kind, string column, Mention mention)
    {
        if (kind is ComponentKind.Crystal or ComponentKind.Oscillator) return null;
        if (kind is ComponentKind.ResistorNetwork or ComponentKind.CapacitorNetwork) return Word(ParameterName.Package, mention with { Certainty = Certainty.Likely }, column);
        return IsChip(kind) || (column == "footprint" && mention.Certainty == Certainty.Certain) ? Word(ParameterName.Package, mention, column) : null;
    }

    private static bool IsChip(ComponentKind kind) => PartParameters.PrincipalOf(kind) is not null || kind is ComponentKind.Led or ComponentKind.Diode or ComponentKind.Varistor or ComponentKind.Fuse or ComponentKind.Other;

    private static ParameterFact? Resistor(Fact<ComponentKind> kind, string column, Mention mention)
    {
        switch (mention.Unit)
        {
            case MentionUnit.Ohm:
                return Number(ParameterName.Resistance, mention, column, mention.Certainty);
            case MentionUnit.OhmLetter when mention.Certainty == Certainty.Certain || column == "value":
                return Number(ParameterName.Resistance, mention, column, Witnessed(kind, mention));
            // 3380K beside the resistance of a thermistor is its B value in kelvins, 2000 to 6000.
            case MentionUnit.Prefixed when kind.Value == ComponentKind.Thermistor && !mention.IsFirst && mention.Word[^1] == 'K' && mention.Number is >= 2_000_000 and <= 6_000_000:
                return null;
            // 1m is a milliohm by the rule and a megohm by many a pen.
            case MentionUnit.Prefixed when mention.Multiplier is 'k' or 'M' or 'G':
                return Number(ParameterName.Resistance, mention, column, Witnessed(kind, mention));
            case MentionUnit.Prefixed when mention.Multiplier == 'm' && column == "value":
                return Number(ParameterName.Resistance, mention, column, Certainty.Likely);
            // A number alone is ohms, or three digits of a code: 100 is 100 Ω or 10 Ω.
            case MentionUnit.Bare when column == "value" && mention.IsFirst && mention.Number < 100_000_000:
                return Number(ParameterName.Resistance, mention, column, mention.Number == 0 ? Witnessed(kind, mention) : Certainty.Likely);
            case MentionUnit.Code when column == "value" && mention.IsFirst && SeriesDecoding.Value("ohm4", mention.Word[..^1]) is { } coded:
                return Number(ParameterName.Resistance, mention with { Number = coded }, column, Certainty.Likely);
            case MentionUnit.Watt:
                return Number(ParameterName.Power, mention, column, mention.Certainty);
            case MentionUnit.Volt:
                return Number(ParameterName.Voltage, mention, column, Certainty.Likely);
            case MentionUnit.Fraction:
                return Number(ParameterName.Tolerance, mention, column, mention.Certainty);
            default:
                return null;
        }
    }

    private static ParameterFact? Capacitor(Fact<ComponentKind> kind, string column, Mention mention)
    {
        switch (mention.Unit)
        {
            case MentionUnit.Farad:
                return Number(ParameterName.Capacitance, mention, column, mention.Certainty);
            case MentionUnit.Prefixed when mention.Multiplier is 'u' or 'n' or 'p':
                return Number(ParameterName.Capacitance, mention, column, Witnessed(kind, mention));
            case MentionUnit.Prefixed when mention.Multiplier == 'k' && column == "value" && mention.IsFirst && mention.Word.Length == 4 && SeriesDecoding.Value("eia-pf", mention.Word[..3]) is { } code:
                return Number(ParameterName.Capacitance, mention with { Number = code }, column, Certainty.Likely);
            case MentionUnit.Code when column == "value" && mention.IsFirst && mention.Word.Length == 4 && SeriesDecoding.Value("eia-pf", mention.Word[..^1]) is { } coded:
                return Number(ParameterName.Capacitance, mention with { Number = coded }, column, Certainty.Likely);
            case MentionUnit.Bare when column == "value" && mention.IsFirst:
                return BareCapacitance(column, mention);
            case MentionUnit.Volt:
                return Number(ParameterName.Voltage, mention, column, mention.Certainty);
            case MentionUnit.Fraction:
                return Number(ParameterName.Tolerance, mention, column, mention.Certainty);
            case MentionUnit.FaradTolerance or MentionUnit.LopsidedTolerance:
                return Word(ParameterName.Tolerance, mention.Unit == MentionUnit.FaradTolerance ? mention with { Word = "±" + ParameterText.Of(ParameterName.Capacitance, mention.Number) } : mention, column);
            case MentionUnit.Dielectric:
                return Word(ParameterName.Dielectric, mention, column);
            default:
                return null;
        }
    }

    /// <summary>104 is a code (100 nF), 0.1 are microfarads of the old habit; 100 could be 10 pF by code, or 100 of anything: it is left open.</summary>
    private static ParameterFact? BareCapacitance(string column, Mention mention)
    {
        if (mention.Word.Length == 3 && mention.Word.All(char.IsAsciiDigit) && mention.Word[0] != '0' && mention.Word[2] is >= '1' and <= '7' && SeriesDecoding.Value("eia-pf", mention.Word) is { } code)
            return Number(ParameterName.Capacitance, mention with { Number = code }, column, Certainty.Likely);
        return mention.Number is > 0 and < 1 ? Number(ParameterName.Capacitance, mention with { Number = mention.Number * 1e-6m }, column, Certainty.Likely) : null;
    }

    private static ParameterFact? Inductor(Fact<ComponentKind> kind, string column, Mention mention)
    {
        switch (mention.Unit)
        {
            case MentionUnit.Henry:
                return Number(ParameterName.Inductance, mention, column, mention.Certainty);
            case MentionUnit.Prefixed when mention.Multiplier is 'u' or 'n' && column == "value":
                return Number(ParameterName.Inductance, mention, column, Witnessed(kind, mention));
            // 4R7 on an inductor is marking for 4.7 µH.
            case MentionUnit.OhmLetter when column == "value" && mention.IsFirst && mention.Word.Contains('R', StringComparison.Ordinal):
                return Number(ParameterName.Inductance, mention with { Number = mention.Number * 1e-6m }, column, Certainty.Likely);
            case MentionUnit.Fraction:
                return Number(ParameterName.Tolerance, mention, column, mention.Certainty);
            case MentionUnit.Ampere:
                return Number(ParameterName.Current, mention, column, Certainty.Likely);
            default:
                return null;
        }
    }

    private static ParameterFact? Ferrite(string column, Mention mention) => mention.Unit switch
    {
        MentionUnit.Ohm or MentionUnit.OhmLetter => Number(ParameterName.Impedance, mention, column, mention.Certainty),
        MentionUnit.Prefixed when mention.Multiplier == 'k' => Number(ParameterName.Impedance, mention, column, Certainty.Likely),
        MentionUnit.Bare when column == "value" && mention.IsFirst => Number(ParameterName.Impedance, mention, column, Certainty.Likely),
        MentionUnit.Ampere => Number(ParameterName.Current, mention, column, Certainty.Likely),
        MentionUnit.Fraction => Number(ParameterName.Tolerance, mention, column, Certainty.Likely),
        _ => null,
    };

    private static ParameterFact? Crystal(Fact<ComponentKind> kind, string column, Mention mention) => mention.Unit switch
    {
        MentionUnit.Hertz => Number(ParameterName.Frequency, mention, column, mention.Certainty),
        // 32.768k and 8M; a number alone is megahertz from custom.
        MentionUnit.Prefixed when mention.Multiplier is 'k' or 'M' && column == "value" => Number(ParameterName.Frequency, mention, column, Witnessed(kind, mention) == Certainty.Certain && mention.Multiplier == 'M' ? Certainty.Certain : Certainty.Likely),
        MentionUnit.Bare when column == "value" && mention.IsFirst && mention.Number is >= 1 and <= 200 && mention.Word.Contains('.', StringComparison.Ordinal) =>
            Number(ParameterName.Frequency, mention with { Number = mention.Number * 1_000_000 }, column, Certainty.Likely),
        MentionUnit.Bare when column == "value" && mention.IsFirst && mention.Word == "32768" => Number(ParameterName.Frequency, mention, column, Certainty.Likely),
        MentionUnit.Farad => Number(ParameterName.LoadCapacitance, mention, column, mention.Certainty),
        MentionUnit.PartsPerMillion => Number(ParameterName.Tolerance, mention, column, Certainty.Likely),
        _ => null,
    };

    /// <summary>A multiplier without a unit is certain only on a part whose kind is.</summary>
    private static Certainty Witnessed(Fact<ComponentKind> kind, Mention mention) => kind.Certainty < mention.Certainty ? kind.Certainty : mention.Certainty;

    private static ParameterFact Number(ParameterName name, Mention mention, string column, Certainty certainty) =>
        new(name, mention.Number, ParameterText.Of(name, mention.Number), certainty, new FactOrigin(column, mention.Word));

    private static ParameterFact Word(ParameterName name, Mention mention, string column) =>
        new(name, null, mention.Word, mention.Certainty, new FactOrigin(column, mention.Word));
}
