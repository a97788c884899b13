using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>What one Gerber file says.</summary>
/// <param name="Image">Its picture in its own coordinates; blocks, step-and-repeat and transformations are worked out.</param>
/// <param name="Attributes">The file attributes (<c>TF</c>), from commands or from comments.</param>
/// <param name="NegativeImage">True for <c>%IPNEG*%</c>: what the image shows dark is where there is nothing. The image itself is as drawn.</param>
/// <param name="Comments">The <c>G04</c> comments that hold no attribute; CAD tools name themselves and the layer there.</param>
/// <param name="Diagnostics">What was wrong, in the order of the file.</param>
public sealed record GerberFile(
    LayerImage Image,
    GerberAttributes Attributes,
    bool NegativeImage,
    ImmutableArray<GerberComment> Comments,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The names given with <c>%IN</c> (image) and <c>%LN</c> (the objects that follow).</summary>
    public ImmutableArray<GerberName> Names { get; init; } = [];

    /// <summary>The components of an X3 component layer; empty for any other layer.</summary>
    public ImmutableArray<GerberComponent> Components { get; init; } = [];

    /// <summary>The unit that the file states, or the one assumed (a diagnostic says so).</summary>
    public GerberUnit Unit { get; init; }

    /// <summary>How coordinates are written; null when the file does not say (a diagnostic tells what was assumed).</summary>
    public CoordinateFormat? Format { get; init; }

    /// <summary>The step of its coordinates: inch 2.4 steps by 2.54 µm. Zero when the file does not say how they are written.</summary>
    public Length Resolution => Format is { } format ? Length.FromNanometres((long)Math.Round((Unit == GerberUnit.Inch ? 25_400_000 : 1_000_000) / Math.Pow(10, format.DecimalDigits))) : Length.Zero;

    /// <summary>How many apertures the file defines; an image drawn with none of its own is RS-274D and its widths are unknown.</summary>
    public int ApertureCount { get; init; }
}

/// <summary>The text of a <c>G04</c> comment, trimmed.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Text">At most 1000 characters.</param>
public sealed record GerberComment(int Line, string Text);

/// <param name="Command"><c>IN</c> or <c>LN</c>.</param>
/// <param name="Text">The name.</param>
/// <param name="Line">From 1.</param>
public sealed record GerberName(string Command, string Text, int Line);

/// <summary>A component of an X3 component layer: one flash with the aperture function <c>ComponentMain</c>.</summary>
/// <param name="Designator">From <c>TO.C</c>.</param>
/// <param name="At">The reference point that a pick-and-place file would give.</param>
/// <param name="Rotation">Degrees counter-clockwise, from <c>TO.CRot</c>; 0 when it does not say.</param>
/// <param name="Attributes">All attributes of the component: <c>.CMfr</c>, <c>.CMPN</c>, <c>.CPkg</c>, <c>.CVal</c>, <c>.CMnt</c>, <c>.CFtp</c>, <c>.CHgt</c> …</param>
/// <param name="Line">Line of the flash.</param>
public sealed record GerberComponent(string Designator, Point At, double Rotation, ImmutableArray<GerberAttribute> Attributes, int Line);

public enum GerberUnit
{
    Millimetre,
    Inch,
}

/// <summary>How coordinates are written, from <c>%FS</c>.</summary>
/// <param name="IntegerDigits">Before the implied decimal point, of X.</param>
/// <param name="DecimalDigits">After it, of X.</param>
/// <param name="TrailingZerosOmitted">Zeros at the end are left out instead of those in front (deprecated).</param>
/// <param name="Incremental">Each coordinate is relative to the one before (deprecated).</param>
public sealed record CoordinateFormat(int IntegerDigits, int DecimalDigits, bool TrailingZerosOmitted, bool Incremental);
