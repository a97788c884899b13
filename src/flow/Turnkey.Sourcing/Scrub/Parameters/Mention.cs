namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>What a number in a text is a number of.</summary>
internal enum MentionUnit
{
    /// <summary>A number alone: what it means depends on the part.</summary>
    Bare,
    /// <summary>A number with a multiplier and no unit, 4k7 or 100n: the part says of what.</summary>
    Prefixed,
    /// <summary>R or E as the decimal point or behind the number (IEC 60062).</summary>
    OhmLetter,
    Ohm,
    Farad,
    Henry,
    Hertz,
    Volt,
    /// <summary>Volts of alternating current.</summary>
    VoltAc,
    Watt,
    Ampere,
    /// <summary>Percent, as a fraction.</summary>
    Fraction,
    /// <summary>Parts per million, as a fraction.</summary>
    PartsPerMillion,
    /// <summary>Deviation in farads.</summary>
    FaradTolerance,
    /// <summary>Deviation that differs up and down; the word holds it.</summary>
    LopsidedTolerance,
    /// <summary>Two digits and an exponent with a tolerance letter: 104K.</summary>
    Code,
    Dielectric,
    ChipSize,
}

/// <summary>A quantity, dielectric or size mentioned in a text, before it is known what part it is of.</summary>
/// <param name="Unit">Of what.</param>
/// <param name="Number">In SI units; zero for words.</param>
/// <param name="Word">As written, or in its usual spelling for dielectrics and sizes.</param>
/// <param name="Certainty">How surely the word means that.</param>
/// <param name="Multiplier">The letter of a <see cref="MentionUnit.Prefixed"/> number in lower case, but M for mega; of a code, its tolerance letter; else 0.</param>
/// <param name="IsFirst">Nothing but sizes stands before it.</param>
/// <param name="IsCondition">It stands behind an @ or is one end of a range: the condition or the span of something else.</param>
internal readonly record struct Mention(MentionUnit Unit, decimal Number, string Word, Certainty Certainty, char Multiplier, bool IsFirst, bool IsCondition);
