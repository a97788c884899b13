using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Excellon.Writing;
using Turnkey.Formats.Gerber.Writing;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Pipeline.Outputs;

namespace Turnkey.Pipeline.Exports;

/// <summary>The files of one board. Names are those of KiCad, which every fabricator knows; what a file is stands in its attributes besides.</summary>
internal static class BoardExport
{
    /// <summary>Width of the line that the edge is drawn with; its middle is the edge.</summary>
    private static readonly Length EdgeLine = Length.FromMillimetres(0.05);

    /// <param name="diagnostics">Takes what could not be written.</param>
    /// <param name="alignment">The same text in all files: they lie over each other as they are.</param>
    public static IEnumerable<ExportedFile> Files(Board board, ExportNames names, string alignment, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        ImmutableArray<string> software = ["Turnkey", "Turnkey", Engine.Version];
        var same = alignment[..Math.Min(alignment.Length, 16)];
        foreach (var layer in Layers(board))
        {
            var attributes = GerberFileAttributes.Of(layer, board.CopperLayers) with { GenerationSoftware = software, SameCoordinates = same };
            var log = new DiagnosticLog(layer.Source);
            var content = GerberWriter.Write(layer.Image, attributes, log);
            diagnostics.AddRange(log.ToList());
            yield return new ExportedFile(new OutputFile(names.Of($"{board.Name}-{NameOf(layer, board.CopperLayers)}", ".gbr"), content), "gerber", string.Join(',', attributes.FileFunction), layer.Source);
        }
        foreach (var drills in XncFile.Of(board.Holes, board.CopperLayers))
        {
            var (sized, remarks) = WithTools(drills);
            diagnostics.AddRange(remarks);
            if (sized.Holes.IsEmpty) continue;
            var file = sized with { GenerationSoftware = software, SameCoordinates = same };
            var span = drills.IsThrough ? "" : string.Create(CultureInfo.InvariantCulture, $"L{drills.FromLayer}-L{drills.ToLayer}-");
            var plating = drills.Plating switch { Plating.Plated => "PTH", Plating.NonPlated => "NPTH", _ => "holes" };
            yield return new ExportedFile(new OutputFile(names.Of($"{board.Name}-{span}{plating}", ".drl"), XncWriter.Write(file)), "xnc", drills.FileFunction, "");
        }
    }

    /// <summary>What a drill file can hold: a tool without a size drills nothing, and in most machines stops the job.</summary>
    private static (XncFile File, IEnumerable<Diagnostic> Diagnostics) WithTools(XncFile file)
    {
        var unsized = file.Holes.Where(hole => hole.Diameter <= Length.Zero).ToArray();
        return (file with { Holes = [.. file.Holes.Where(hole => hole.Diameter > Length.Zero)] }, unsized.GroupBy(hole => hole.Source, StringComparer.Ordinal).Select(group => Diagnostic.Error(
            "export.tool-without-size", group.Key, group.First().Line,
            $"{group.Count()} {(group.All(hole => hole.Kind == HoleKind.Round) ? "holes" : "holes and slots")}, the first at {group.First().At}, have a tool without a size and are not written; give the diameter of their tools in the file or a tool list")));
    }

    /// <summary>
    /// The board's layers, all positive, with one outline: that which was understood. A file attribute (<c>.FilePolarity</c>) changes no picture, so that a
    /// negative copper layer would be read the wrong way round by all that ignore attributes, and <c>IPNEG</c> is deprecated.
    /// </summary>
    private static IEnumerable<Layer> Layers(Board board)
    {
        foreach (var layer in board.Layers)
        {
            if (layer.Role == LayerRole.Outline && board.Outline is not null) continue;
            yield return layer.Negative ? Positive(layer, board) : layer;
        }
        if (board.Outline is { } outline) yield return new Layer(LayerRole.Outline, Side.All, null, outline.Source, Drawn(outline));
    }

    private static LayerImage Drawn(BoardOutline outline)
    {
        var edges = outline.Boundaries.Concat(outline.Cutouts).SelectMany(contour => contour.Edges).Where(edge => edge.IsArc || edge.Start != edge.End);
        return new LayerImage([.. edges.Select(edge => Feature.Stroke(edge, 0, dark: true, attributes: 1))], [PadShape.Circle(EdgeLine)], [],
            [FeatureAttributes.None, new FeatureAttributes(FeatureFunction.Profile)]);
    }

    /// <summary>
    /// The same picture the other way round: a plane fills the board up to its edge, as its nets are traced; anything else, or a board without an edge, the
    /// rectangle around what is drawn. What was drawn is erased from that, in the same order.
    /// </summary>
    private static Layer Positive(Layer layer, Board board)
    {
        var image = layer.Image;
        var extent = layer.Role == LayerRole.Copper ? board.Copper.Aggregate(Box.Empty, (box, one) => box.Join(one.Image.Bounds)) : image.Bounds.Join(board.Outline?.Bounds ?? Box.Empty);
        ImmutableArray<(Contour Contour, bool Dark)> frame = layer.Role == LayerRole.Copper && board.Outline is { } outline
            ? [.. outline.Boundaries.Select(contour => (contour, true)), .. outline.Cutouts.Select(contour => (contour, false))]
            : extent.IsEmpty ? [] : [(Contour.Rectangle(extent), true)];
        ImmutableArray<Feature> features =
        [
            .. frame.Select((contour, i) => Feature.Area(image.Areas.Length + i, contour.Dark)),
            .. image.Features.Select(feature => feature.Kind switch
            {
                FeatureKind.Flash => Feature.Flash(feature.Start, feature.Shape, !feature.Dark, feature.Attributes, feature.Line),
                FeatureKind.Stroke => Feature.Stroke(feature.Path, feature.Shape, !feature.Dark, feature.Attributes, feature.Line),
                _ => Feature.Area(feature.Shape, !feature.Dark, feature.Attributes, feature.Line),
            }),
        ];
        return layer with { Negative = false, Image = new LayerImage(features, image.Shapes, image.Areas.AddRange(frame.Select(contour => new Area([contour.Contour]))), image.Attributes) };
    }

    private static string NameOf(Layer layer, int copperLayers)
    {
        var face = layer.Side switch { Side.Top => "F", Side.Bottom => "B", _ => null };
        return (layer.Role, face) switch
        {
            (LayerRole.Copper, _) when layer.CopperLayer is { } number =>
                number == 1 ? "F_Cu" : number == copperLayers ? "B_Cu" : string.Create(CultureInfo.InvariantCulture, $"In{number - 1}_Cu"),
            (LayerRole.SolderMask, not null) => face + "_Mask",
            (LayerRole.Paste, not null) => face + "_Paste",
            (LayerRole.Legend, not null) => face + "_Silkscreen",
            (LayerRole.Outline, _) => "Edge_Cuts",
            _ => Path.GetFileNameWithoutExtension(layer.Source[(layer.Source.LastIndexOf('/') + 1)..]),
        };
    }
}
