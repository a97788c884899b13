using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>
/// Writes a layer in the Gerber format (Ucamco, revision 2024.05) without anything deprecated: coordinates in whole nanometres, discs as the only
/// aperture that draws, attributes of X2. What is read from the file is the image that was written: the same objects in the same order with the same
/// attributes, with these exceptions, after which writing and reading change nothing any more:
/// <list type="bullet">
/// <item>strokes of other shapes than discs, and flashes of shapes that no aperture can say exactly, come back as areas that cover the same;</item>
/// <item>contours of one area come back as one area each, holes joined by cut-ins; parts of a rounded shape as an outline and discs;</item>
/// <item>arcs with ends on two radii have one centre (<see cref="ArcCentres"/>); shapes without area are points.</item>
/// </list>
/// </summary>
public static class GerberWriter
{
    private const int FirstCode = 10;

    /// <summary>Corners of regions that one shape is flashed as where no aperture says it exactly; beyond, it is an aperture with chords for its arcs.</summary>
    private const int FlashedCorners = 100_000;

    /// <summary>
    /// Corners of regions that strokes of other shapes than discs are written as, besides a share for each feature that its file wrote out: an arc that a macro of a hundred corners
    /// follows takes a hundred thousand, and a line of a hostile file copies it thousands of times. Boards have a few thousand.
    /// </summary>
    private const int SweptCorners = 100_000, SweptCornersPerFeature = 48;

    /// <summary>The same image and attributes give the same bytes. UTF-8, lines end with a line feed.</summary>
    /// <param name="image">What is written.</param>
    /// <param name="attributes">Of the file.</param>
    /// <param name="log">Takes how many strokes and flashes were left out because they would have made the file too large; the file says it in a comment too.</param>
    /// <exception cref="ArgumentException">The image refers to shapes, areas or attributes that it does not have.</exception>
    public static ReadOnlyMemory<byte> Write(LayerImage image, GerberFileAttributes attributes, DiagnosticLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(attributes);
        var text = new GerberText();
        foreach (var command in attributes.Commands()) text.Command(command);
        text.Line("%FSLAX46Y46*%");
        text.Line("%MOMM*%");
        text.Line("G75*");
        var leftOut = new Plot(image, text).Write();
        if (leftOut > 0)
        {
            var remark = string.Create(CultureInfo.InvariantCulture, $"{leftOut} strokes and flashes are left out: as regions they would make the file too large");
            text.Line($"G04 {remark}*");
            log?.Error("gerber.too-large", 0, remark);
        }
        text.Line("M02*");
        return text.ToArray();
    }

    private sealed class Plot(LayerImage image, GerberText text)
    {
        private readonly AttributeWriter attributes = new(text);
        private readonly Dictionary<(int Shape, string? Function), int> codes = [];
        private readonly Dictionary<Contour, StrokeSweep> sweeps = [];
        private readonly ApertureForm?[] forms = new ApertureForm?[image.Shapes.Length];
        private readonly string?[] functions = [.. image.Attributes.Select(AttributeWriter.FunctionOf)];
        private bool dark = true;
        private int selected = -1;
        private long cornersLeft = SweptCorners + ((long)SweptCornersPerFeature * image.Written);
        private int leftOut;

        /// <summary>How many strokes and flashes were left out.</summary>
        public int Write()
        {
            DefineApertures();
            text.Command("LPD");
            foreach (var feature in image.Features) Write(feature);
            return leftOut;
        }

        /// <summary>In the order of first use, one for each function that a shape is used for, because functions belong to apertures.</summary>
        private void DefineApertures()
        {
            var known = new bool[forms.Length];
            var flashes = new int[forms.Length];
            foreach (var feature in image.Features)
            {
                if (feature.Kind == FeatureKind.Flash) flashes[feature.Shape]++;
            }
            var macros = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var feature in image.Features)
            {
                if (feature.Kind == FeatureKind.Area) continue;
                var shape = feature.Shape;
                if (!known[shape])
                {
                    known[shape] = true;
                    forms[shape] = ApertureForm.Of(image.Shapes[shape], chords: (long)flashes[shape] * Corners(image.Shapes[shape]) > FlashedCorners);
                }
                if (forms[shape] is not { } form || !UsesAperture(feature)) continue;
                var key = (shape, functions[feature.Attributes]);
                if (codes.ContainsKey(key)) continue;
                var code = codes[key] = FirstCode + codes.Count;
                var template = form.Template;
                if (form.Macro is { } macro)
                {
                    if (!macros.TryGetValue(macro, out var name))
                    {
                        macros[macro] = name = "Shape" + (macros.Count + 1).ToString(CultureInfo.InvariantCulture);
                        text.Line($"%AM{name}*");
                        text.Line(macro + "%");
                    }
                    template = name;
                }
                attributes.Function(functions[feature.Attributes]);
                text.Command(string.Create(CultureInfo.InvariantCulture, $"ADD{code}{template}"));
            }
            // Of a layer of areas alone, gerbv believes that its apertures got lost.
            if (codes.Count == 0) text.Command(string.Create(CultureInfo.InvariantCulture, $"ADD{FirstCode}{ApertureForm.Nothing.Template}"));
        }

        /// <summary>Only discs draw; whatever has an aperture can be flashed, and a stroke that goes nowhere is a flash.</summary>
        private bool UsesAperture(in Feature feature) =>
            feature.Kind == FeatureKind.Flash || IsPoint(feature.Shape) || image.Shapes[feature.Shape].IsSolidCircle || (!feature.Path.IsArc && feature.Path.Start == feature.Path.End);

        private bool IsPoint(int shape) => ReferenceEquals(forms[shape], ApertureForm.Nothing);

        private void Write(in Feature feature)
        {
            if (feature.Dark != dark)
            {
                dark = feature.Dark;
                text.Command(dark ? "LPD" : "LPC");
            }
            attributes.Object(image.Attributes[feature.Attributes]);
            var function = functions[feature.Attributes];
            switch (feature.Kind)
            {
                case FeatureKind.Area:
                    foreach (var contour in AreaContours.Of(image.Areas[feature.Shape])) Region(contour, function);
                    break;
                case FeatureKind.Flash when forms[feature.Shape] is not null:
                    Select(feature.Shape, function);
                    text.Flash(feature.Start);
                    break;
                case FeatureKind.Flash:
                    Flashed(feature, function);
                    break;
                case FeatureKind.Stroke when image.Shapes[feature.Shape].IsSolidCircle || IsPoint(feature.Shape):
                    Select(feature.Shape, function);
                    text.Draw(ArcCentres.Settled(feature.Path));
                    break;
                case FeatureKind.Stroke when UsesAperture(feature) && forms[feature.Shape] is not null:
                    Select(feature.Shape, function);
                    text.Flash(feature.Start);
                    break;
                default:
                    Swept(feature, function);
                    break;
            }
        }

        /// <summary>A stroke of another shape than a disc as regions; left out whole when there is no room for all of them.</summary>
        private void Swept(in Feature feature, string? function)
        {
            if (cornersLeft <= 0)
            {
                leftOut++;
                return;
            }
            attributes.Function(function);
            var begin = text.Here;
            foreach (var part in image.Shapes[feature.Shape].Parts)
            {
                if (!part.Dark) continue;
                if (!sweeps.TryGetValue(part.Contour, out var sweep)) sweeps[part.Contour] = sweep = new StrokeSweep(part.Contour, image.Shapes[feature.Shape].Kind);
                sweep.Follow(feature.Path);
                while (sweep.Next(out var polygon))
                {
                    cornersLeft -= polygon.Length;
                    if (cornersLeft > 0)
                    {
                        text.Region(polygon);
                        continue;
                    }
                    text.GoBack(begin);
                    leftOut++;
                    return;
                }
            }
        }

        /// <summary>A shape that no aperture says, as areas at its place.</summary>
        private void Flashed(in Feature feature, string? function)
        {
            // What the file wrote out itself is written whole, however much it is.
            if (image.Written < image.Features.Length) cornersLeft -= Corners(image.Shapes[feature.Shape]);
            if (cornersLeft <= 0)
            {
                leftOut++;
                return;
            }
            var placing = new Placing(feature.Start);
            foreach (var part in image.Shapes[feature.Shape].Parts)
            {
                if (part.Dark) Region(part.Contour.Transform(placing), function);
            }
        }

        private static int Corners(PadShape shape) => shape.Parts.Sum(part => part.Contour.Edges.Length);

        private void Region(Contour contour, string? function)
        {
            attributes.Function(function);
            text.Region(contour);
        }

        private void Select(int shape, string? function)
        {
            var code = codes[(shape, function)];
            if (code == selected) return;
            selected = code;
            text.Line(string.Create(CultureInfo.InvariantCulture, $"D{code}*"));
        }
    }
}
