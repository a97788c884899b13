using Turnkey.Designs.Specification;

namespace Turnkey.Documents.Offers;

/// <summary>What the fields of a specification are called on paper.</summary>
internal static class SpecificationLabels
{
    public static string Of(string field) => field switch
    {
        SpecificationNames.GlassTransition => "Tg",
        SpecificationNames.MaskColour => "solder mask",
        SpecificationNames.LegendColour => "legend",
        SpecificationNames.IpcClass => "IPC class",
        SpecificationNames.ViaTreatment => "vias",
        SpecificationNames.Rohs => "RoHS",
        SpecificationNames.Impedance => "controlled impedance",
        _ => field.Replace('-', ' '),
    };

    /// <summary>A note that opens with a field's name, with the name as it is said: <c>mask-colour: green</c> becomes <c>solder mask: green</c>.</summary>
    public static string Spoken(string note)
    {
        var colon = note.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && SpecificationNames.Known.Contains(note[..colon], StringComparer.Ordinal) ? Of(note[..colon]) + note[colon..] : note;
    }
}
