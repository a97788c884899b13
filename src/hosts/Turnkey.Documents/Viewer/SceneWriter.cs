using System.Collections.Immutable;
using System.Text;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;
using Turnkey.Documents.Markup;
using Turnkey.Geometry;

namespace Turnkey.Documents.Viewer;

/// <summary>Writes a scene on one grid: the header as JSON, then the sections that it names, one after the other.</summary>
internal sealed class SceneWriter(Assembly assembly, Board board, CopperNets nets, ImmutableArray<SceneMarker> markers, SceneLayers layers, SceneGrid grid)
{
    /// <summary>What lies farther beside the board than this, in nanometres, is not written: title blocks and notes.</summary>
    private const long Beside = 2_000_000;

    private static ReadOnlySpan<byte> Magic => "TKBS"u8;

    /// <summary>The scene before compression.</summary>
    public byte[] Write(ImmutableArray<string> leftOut, out ImmutableArray<string> notes)
    {
        var parts = new SceneParts(assembly);
        var marks = new SceneMarks(nets, parts);
        var shapes = new SceneShapes(grid);
        var bounds = layers.Top.Bounds;
        var written = layers.Entries.Select(entry => new SceneLayer(entry.Layer.Image, bounds.Grow(Beside), grid, shapes, marks, entry.Copper >= 0 ? entry.Copper : null)).ToArray();
        foreach (var layer in written) layer.Write();

        notes = Notes(leftOut, written.Sum(layer => (long)layer.LeftOut), written.Sum(layer => (long)layer.Beside));
        var header = new SceneHeader(assembly, layers, grid, marks, parts) { Notes = notes, Markers = markers };
        var (outline, holes) = (Outline(), Holes(marks));
        header.AddSection("shapes", shapes.Written.Length);
        header.AddSection("outline", outline.Length);
        header.AddSection("holes", holes.Length);
        for (var i = 0; i < written.Length; i++) header.AddLayer(layers.Entries[i], written[i].Count, written[i].Written.Length);

        var scene = new SceneBytes();
        scene.Bytes(Magic);
        scene.Unsigned(BoardScene.Version);
        var json = Encoding.UTF8.GetBytes(header.ToJson());
        scene.Unsigned(json.Length);
        scene.Bytes(json);
        scene.Bytes(shapes.Written);
        scene.Bytes(outline.Written);
        scene.Bytes(holes.Written);
        foreach (var layer in written) scene.Bytes(layer.Written);
        return scene.Written.ToArray();
    }

    private ImmutableArray<string> Notes(ImmutableArray<string> leftOut, long tooMany, long beside)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.AddRange(leftOut);
        if (nets.Diagnostics.Any(diagnostic => diagnostic.Code == "nets.too-much")) notes.Add("The copper is too crowded to be followed whole: one net may show as several.");
        if (tooMany > 0) notes.Add($"{Wording.Plural(tooMany, "object", "objects")} cannot be looked at here, because the data would become too large.");
        if (beside > 0) notes.Add($"{Wording.Plural(beside, "object", "objects")} more than 2 mm beside the board cannot be looked at here.");
        if (grid != SceneGrid.Levels[0])
        {
            notes.Add($"Because the board is large, the viewer's coordinates are rounded to {Wording.Number(grid.Unit / 1000m)} µm and edges of copper areas to {Wording.Number(grid.Tolerance / 1000m)} µm.");
        }
        return notes.ToImmutable();
    }

    private SceneBytes Outline()
    {
        var bytes = new SceneBytes();
        foreach (var contours in new[] { layers.Top.Boundaries, layers.Top.Cutouts })
        {
            bytes.Unsigned(contours.Length);
            foreach (var contour in contours) SceneContours.Write(bytes, contour, grid);
        }
        return bytes;
    }

    private SceneBytes Holes(SceneMarks marks)
    {
        const int CutsThrough = 1, MaskCloses = 2;
        var through = layers.Top.Holes.ToHashSet();
        var closed = layers.Top.Tentable.Closed.ToHashSet();
        var bytes = new SceneBytes();
        bytes.Unsigned(board.Holes.Length);
        var last = grid.Snap(Point.Origin);
        for (var i = 0; i < board.Holes.Length; i++)
        {
            var hole = board.Holes[i];
            var path = hole.Path.Direction == ArcDirection.Clockwise ? hole.Path.Reversed : hole.Path;
            var (start, end) = (grid.Snap(path.Start), grid.Snap(path.End));
            var arc = path.IsArc && (start != end || path.Start == path.End);
            bytes.Unsigned((int)hole.Kind);
            bytes.Unsigned(arc ? 1 : 0);
            bytes.Signed(start.X - last.X);
            bytes.Signed(start.Y - last.Y);
            bytes.Signed(end.X - start.X);
            bytes.Signed(end.Y - start.Y);
            if (arc)
            {
                bytes.Signed(grid.Snap(path.Centre.X) - start.X);
                bytes.Signed(grid.Snap(path.Centre.Y) - start.Y);
            }
            bytes.Unsigned(Math.Max(0, grid.Snap(hole.Diameter.Nanometres)));
            bytes.Unsigned((int)hole.Plating);
            bytes.Unsigned(Math.Max(0, hole.FromLayer ?? 0));
            bytes.Unsigned(Math.Max(0, hole.ToLayer ?? 0));
            bytes.Unsigned((int)hole.Function);
            bytes.Unsigned((through.Contains(hole) ? CutsThrough : 0) | (closed.Contains(hole) ? MaskCloses : 0));
            bytes.Unsigned(marks.NetOfHole(i));
            last = end;
        }
        return bytes;
    }
}
