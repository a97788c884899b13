using System.Collections.Immutable;

namespace Turnkey.Designs.Specification;

/// <summary>What a board is to be built to, field by field, each with where it comes from.</summary>
public sealed record BuildSpecification(ImmutableArray<SpecificationField> Fields)
{
    public static BuildSpecification Empty { get; } = new([]);

    /// <summary>The value of a field, or null when the specification does not have it.</summary>
    public SpecificationField? this[string name] => Fields.FirstOrDefault(field => field.Name == name);
}

public enum SpecificationState
{
    /// <summary>Read from the package.</summary>
    FromFile,
    /// <summary>A default: the quote must say so.</summary>
    Assumed,
    /// <summary>Given with the request.</summary>
    Given,
}

/// <param name="Name">One of <see cref="SpecificationNames"/>.</param>
/// <param name="Value">As text, with its unit: <c>1.6 mm</c>, <c>ENIG</c>, <c>35 um</c>.</param>
/// <param name="State">How sure it is.</param>
/// <param name="Source">File and line, the default's source, or the file given.</param>
public sealed record SpecificationField(string Name, string Value, SpecificationState State, string Source);

/// <summary>The fields a build specification has, in the order they are shown.</summary>
public static class SpecificationNames
{
    public const string Thickness = "thickness";
    public const string Material = "material";
    public const string GlassTransition = "tg";
    public const string OuterCopper = "outer-copper";
    public const string InnerCopper = "inner-copper";
    public const string Finish = "finish";
    public const string MaskColour = "mask-colour";
    public const string LegendColour = "legend-colour";
    public const string IpcClass = "ipc-class";
    public const string ViaTreatment = "via-treatment";
    public const string Impedance = "impedance";
    public const string Panel = "panel";
    public const string Rohs = "rohs";
    public const string Test = "test";
    public const string Coating = "coating";

    /// <summary><c>fine</c> where the board is to be made by a maker of finer patterns than usual.</summary>
    public const string PatternClass = "pattern-class";

    /// <summary><c>none</c> where the line has no marks to find the board by.</summary>
    public const string Fiducials = "fiducials";

    public const string EdgePlating = "edge-plating";
    public const string Castellations = "castellations";

    /// <summary>Fields without a default: they are there only where somebody says so, or a finding makes it necessary.</summary>
    public static ImmutableArray<string> Optional { get; } = [PatternClass, Fiducials, EdgePlating, Castellations];

    /// <summary>Every field that a specification may have.</summary>
    public static ImmutableArray<string> Known => [.. All, .. Optional];

    /// <summary>Fields that every specification has, by default where nobody says.</summary>
    public static ImmutableArray<string> All { get; } =
        [Thickness, Material, GlassTransition, OuterCopper, InnerCopper, Finish, MaskColour, LegendColour, IpcClass, ViaTreatment, Impedance, Panel, Rohs, Test, Coating];
}
