namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>Kinds of part as results and tables write them.</summary>
public static class ComponentKindText
{
    public static string Of(ComponentKind kind) => kind switch
    {
        ComponentKind.ResistorNetwork => "resistor-network",
        ComponentKind.CapacitorNetwork => "capacitor-network",
        ComponentKind.NotAPart => "not-a-part",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
