using Turnkey.Kernel;

namespace Turnkey.Plants.Parts;

/// <summary>How the terminals of a package lie.</summary>
public enum BodyForm
{
    TwoTerminal,
    /// <summary>Two on one side, one on the other: SOT-23.</summary>
    ThreeTerminal,
    DualRow,
    Quad,
    Grid,
    /// <summary>A row of leads and a wide tab across: SOT-223, DPAK.</summary>
    Tab,
}

/// <summary>Outer dimensions of a part, terminals included, as its package has them or its name gives them.</summary>
/// <param name="Package">As the table calls it: <c>0402</c>, <c>SOIC-8</c>.</param>
/// <param name="Form">How its terminals lie.</param>
/// <param name="Length">Across the terminals or lead rows.</param>
/// <param name="Width">The other way.</param>
/// <param name="Height">Null when not known.</param>
/// <param name="Pitch">Between terminals of a row; null when not known.</param>
/// <param name="IsPolar">It has two terminals that must not be exchanged.</param>
/// <param name="Milligrams">Mass; null when not known.</param>
/// <param name="Source">Of the dimensions.</param>
public sealed record PackageBody(string Package, BodyForm Form, Length Length, Length Width, Length? Height, Length? Pitch, bool IsPolar, double? Milligrams, string Source)
{
    /// <summary>True when the mass is reckoned from volume and an assumed density.</summary>
    public bool MassIsAssumed { get; init; }

    /// <summary>The body of a part; null when neither its footprint's name nor the table tells it.</summary>
    /// <param name="footprint">Name of footprint or package as written.</param>
    /// <param name="package">As <see cref="PartKind.Package"/>; empty when nothing was recognised.</param>
    public static PackageBody? Of(string footprint, string package) => BodyTable.Shipped.Find(footprint, package);
}
