using Turnkey.Designs.Specification;
using Turnkey.Formats.GerberJob;
using Turnkey.Kernel;

namespace Turnkey.Intake.Specification;

/// <summary>Build specification fields that a Gerber job file states, each with its line.</summary>
internal static class JobStatements
{
    public static IEnumerable<Statement> Read(GerberJobFile job)
    {
        Statement Say(string field, string value, int line) => new(field, value, job.Path, line);
        if (job.Thickness is { } thickness && thickness.Value > Length.Zero) yield return Say(SpecificationNames.Thickness, thickness.Value.ToString(), thickness.Line);
        // "None" is what a tool writes when nobody chose: it says nothing.
        if (job.Finish is { } finish && !Says(finish.Value, "none") && !Says(finish.Value, "user defined")) yield return Say(SpecificationNames.Finish, Finish(finish.Value), finish.Line);
        if (job.IpcClass is { } grade && grade.Value.FirstOrDefault(c => c is >= '1' and <= '3') is var digit and not '\0') yield return Say(SpecificationNames.IpcClass, digit.ToString(), grade.Line);
        if (job.ViaProtection is { } via && !Says(via.Value, "none")) yield return Say(SpecificationNames.ViaTreatment, $"IPC-4761 type {via.Value}", via.Line);
        if (job.ImpedanceControlled is { } impedance) yield return Say(SpecificationNames.Impedance, impedance.Value ? "controlled" : "none", impedance.Line);
        if (job.RohsCompliant is { } rohs) yield return Say(SpecificationNames.Rohs, rohs.Value ? "yes" : "no", rohs.Line);

        var copper = job.Stackup.Where(layer => layer.Is("Copper") && layer.Thickness is not null).ToArray();
        if (copper.Length > 0) yield return Say(SpecificationNames.OuterCopper, Micrometres(copper[0].Thickness!.Value.Value), copper[0].Thickness!.Value.Line);
        if (copper.Length > 2) yield return Say(SpecificationNames.InnerCopper, Micrometres(copper[1].Thickness!.Value.Value), copper[1].Thickness!.Value.Line);
        if (job.Stackup.FirstOrDefault(layer => layer.Is("Dielectric") && layer.Material is not null) is { Material: { } material } && material.Value.Length > 0)
        {
            yield return Say(SpecificationNames.Material, Says(material.Value, "FR4") ? "FR-4" : material.Value, material.Line);
        }
        if (Colour(job, "SolderMask") is { } mask) yield return Say(SpecificationNames.MaskColour, mask.Value.ToLowerInvariant(), mask.Line);
        if (Colour(job, "Legend") is { } legend) yield return Say(SpecificationNames.LegendColour, legend.Value.ToLowerInvariant(), legend.Line);
    }

    private static Fact<string>? Colour(GerberJobFile job, string type) =>
        job.Stackup.Select(layer => layer.Is(type) ? layer.Colour : null).FirstOrDefault(colour => colour is { Value.Length: > 0 } said && !Says(said.Value, "not specified"));

    /// <summary>The names of the job file format (Ucamco, revision 2020.08) as the trade says them.</summary>
    private static string Finish(string name) => name.ToUpperInvariant() switch
    {
        "HAL LEAD-FREE" or "HAL LF" or "HASL LEAD-FREE" or "HASL LEADFREE" or "HAL_LEAD-FREE" => "HASL lead-free",
        "HAL SNPB" or "HAL" or "HASL" => "HASL",
        "IAG" or "IMMERSION SILVER" => "immersion silver",
        "ISN" or "IMMERSION TIN" => "immersion tin",
        "ENIG" or "IMMERSION GOLD" => "ENIG",
        "ENEPIG" => "ENEPIG",
        "OSP" => "OSP",
        _ => name,
    };

    private static bool Says(string value, string word) => value.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);

    private static string Micrometres(Length thickness) => FormattableString.Invariant($"{thickness.Nanometres / 1000.0:0.#} µm");
}
