using System.Collections.Immutable;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>What kind of part a line is.</summary>
public enum ComponentKind
{
    Other,
    Resistor,
    ResistorNetwork,
    Thermistor,
    Potentiometer,
    Varistor,
    Capacitor,
    CapacitorNetwork,
    Inductor,
    Transformer,
    Ferrite,
    Crystal,
    Oscillator,
    Led,
    Diode,
    Transistor,
    Ic,
    Module,
    Connector,
    Switch,
    Relay,
    Fuse,
    Battery,
    Buzzer,
    Antenna,
    Display,
    Mechanical,
    NotAPart,
}

/// <summary>What is said of a part.</summary>
public enum ParameterName
{
    /// <summary>Ohms.</summary>
    Resistance,
    /// <summary>Farads.</summary>
    Capacitance,
    /// <summary>Henries.</summary>
    Inductance,
    /// <summary>Ohms, of a ferrite at 100 MHz unless said otherwise.</summary>
    Impedance,
    /// <summary>Hertz.</summary>
    Frequency,
    /// <summary>Largest deviation as a fraction of the value; as words where it is absolute or lopsided (<c>±0.25pF</c>, <c>+80/-20%</c>).</summary>
    Tolerance,
    /// <summary>Rated volts.</summary>
    Voltage,
    /// <summary>Rated watts.</summary>
    Power,
    /// <summary>Rated amperes.</summary>
    Current,
    /// <summary>Farads that a crystal wants.</summary>
    LoadCapacitance,
    /// <summary>Ceramic's class by its EIA name.</summary>
    Dielectric,
    /// <summary>Imperial chip size, or the package's name as the plant's library has it.</summary>
    Package,
    /// <summary>Rated volts of alternating current, of a capacitor; a rating for direct current does not do.</summary>
    AcVoltage,
    /// <summary>How it is made: <c>tantalum</c>, <c>film</c>, <c>wirewound</c>; several with "or" between them.</summary>
    Technology,
    /// <summary><c>surface mount</c> or <c>through hole</c>; left out where a chip size says it.</summary>
    Mounting,
    /// <summary>Of a capacitor across or to the mains by IEC 60384-14: <c>Y2</c>, <c>X1 and Y2</c>.</summary>
    SafetyClass,
}

/// <summary>One parameter of a part.</summary>
/// <param name="Name">Which.</param>
/// <param name="Number">In SI units, exact; null for words.</param>
/// <param name="Text">In the usual spelling: <c>100nF</c>, <c>±5%</c>, <c>X7R</c>, <c>0402</c>.</param>
/// <param name="Certainty">How surely.</param>
/// <param name="Origin">Where it was read; where several places say the same, the surest.</param>
public sealed record ParameterFact(ParameterName Name, decimal? Number, string Text, Certainty Certainty, FactOrigin Origin)
{
    /// <summary>Other readings that contradict this one; it is then not certain.</summary>
    public ImmutableArray<ParameterFact> Contradictions { get; init; } = [];
}

/// <summary>What is known of a part by its parameters.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Facts">At most one of each name, in the order of <see cref="ParameterName"/>.</param>
public sealed record PartParameters(Fact<ComponentKind> Kind, ImmutableArray<ParameterFact> Facts)
{
    /// <summary>Of <see cref="ParameterName.Technology"/>.</summary>
    internal const string Ceramic = "ceramic";

    /// <summary>Of <see cref="ParameterName.Mounting"/>.</summary>
    internal const string SurfaceMount = "surface mount";

    /// <summary>What is asked of the part in words that are not understood; no part can be said to have it.</summary>
    public ImmutableArray<FactOrigin> Open { get; init; } = [];

    public ParameterFact? this[ParameterName name] => Facts.FirstOrDefault(fact => fact.Name == name);

    /// <summary>The parameter that the kind is bought by: a resistor's resistance; null where the kind has none, or it is not said.</summary>
    public ParameterFact? Principal => PrincipalOf(Kind.Value) is { } name ? this[name] : null;

    internal static ParameterName? PrincipalOf(ComponentKind kind) => kind switch
    {
        ComponentKind.Resistor or ComponentKind.ResistorNetwork or ComponentKind.Thermistor or ComponentKind.Potentiometer => ParameterName.Resistance,
        ComponentKind.Capacitor or ComponentKind.CapacitorNetwork => ParameterName.Capacitance,
        ComponentKind.Inductor => ParameterName.Inductance,
        ComponentKind.Ferrite => ParameterName.Impedance,
        ComponentKind.Crystal or ComponentKind.Oscillator => ParameterName.Frequency,
        _ => null,
    };
}
