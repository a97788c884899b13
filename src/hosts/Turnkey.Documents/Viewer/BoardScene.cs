using System.Collections.Immutable;
using System.IO.Compression;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;

namespace Turnkey.Documents.Viewer;

/// <summary>
/// A board as data for the viewer in the browser: its layers as painter's lists, holes, outline, nets and parts. The format is described in
/// docs/board-scene.md; the same data may stand in a page or be a file of its own.
/// </summary>
/// <param name="Content">The scene, compressed (zlib).</param>
/// <param name="Notes">What it leaves out or writes more coarsely, each a sentence a customer understands.</param>
public sealed record BoardScene(ImmutableArray<byte> Content, ImmutableArray<string> Notes)
{
    /// <summary>Of the format; a reader refuses a higher one.</summary>
    public const byte Version = 1;

    /// <summary>Bytes wanted at most; a scene above is written on a coarser grid, so that a page with it can still be sent by e-mail.</summary>
    private const int WantedBytes = 750_000;

    /// <summary>On the coarsest grid, layers that the picture does not need are left out until the scene is no larger than this.</summary>
    private const int MostBytes = 3_000_000;

    /// <param name="assembly">Its board is drawn; its BOM and placements say what the parts are.</param>
    /// <param name="nets">The nets that the copper of this board makes; <see cref="CopperNets.None"/>: those that the copper's attributes name.</param>
    /// <param name="markers">Places to be shown, such as findings.</param>
    /// <returns>Null when there is no board, or when even its outermost layers are too large for a page.</returns>
    public static BoardScene? Of(Assembly assembly, CopperNets nets, ImmutableArray<SceneMarker> markers)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(nets);
        if (assembly.Board is not { } board) return null;
        var layers = SceneLayers.Of(board);
        BoardScene? scene = null;
        foreach (var grid in SceneGrid.Levels)
        {
            scene = Write(assembly, board, nets, markers, layers, grid, ImmutableArray<string>.Empty);
            if (scene.Content.Length <= WantedBytes) return scene;
        }
        var leftOut = ImmutableArray.CreateBuilder<string>();
        while (scene!.Content.Length > MostBytes)
        {
            if (layers.Without(out var label) is not { } fewer) return null;
            layers = fewer;
            leftOut.Add($"{label} cannot be looked at here, because the data would become too large.");
            scene = Write(assembly, board, nets, markers, layers, SceneGrid.Levels[^1], leftOut.ToImmutable());
        }
        return scene;
    }

    private static BoardScene Write(Assembly assembly, Board board, CopperNets nets, ImmutableArray<SceneMarker> markers, SceneLayers layers, SceneGrid grid, ImmutableArray<string> leftOut)
    {
        var scene = new SceneWriter(assembly, board, nets, markers, layers, grid);
        var raw = scene.Write(leftOut, out var notes);
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(raw);
        return new BoardScene([.. output.ToArray()], notes);
    }
}
