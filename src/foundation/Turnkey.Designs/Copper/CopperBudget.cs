using Turnkey.Designs.Layers;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Copper;

/// <summary>
/// What may be spent on the copper of one layer before it is given up. It grows with what a file draws, so that boards of 60,000 features are worked out
/// whole; what it only copies (step-and-repeat, blocks) brings none of its own, so that a hostile file of 64 kB takes no second.
/// </summary>
internal sealed class CopperBudget
{
    /// <summary>Bytes of a file for each object that it may have worked out: CAD tools take 18 to 70, and what is granted is twice what objects need.</summary>
    private const int BytesPerObject = 24;

    private long looks;

    /// <param name="drawn">Strokes, flashes and edges of areas. On large layers of boards each takes up to 49 corners, 26 meetings, 620 comparisons and 250 looks.</param>
    private CopperBudget(long drawn)
    {
        // What any file of 64 kB may spend: some half a second, and room for a panel that copies a small board a few times.
        Overlays = new OverlayBudget(Within(320_000, 50_000 + (100 * drawn), 10_000_000), Within(250_000, 50_000 + (60 * drawn), 10_000_000), Within(6_000_000, 1_500 * drawn, 200_000_000));
        looks = Within(5_000_000, 1_000 * drawn, 400_000_000);
        MostPieces = (int)Within(25_000, 20_000 + (2 * drawn), 4_000_000);
    }

    /// <summary>Of all overlays of the layer.</summary>
    public OverlayBudget Overlays { get; }

    /// <summary>How many pieces of copper, and features that take some away, there may be.</summary>
    public int MostPieces { get; }

    /// <summary>True once more lines and arcs were compared than may be.</summary>
    public bool IsExhausted => looks < 0;

    public static CopperBudget Of(LayerImage image)
    {
        long drawn = image.Features.Length;
        foreach (var area in image.Areas)
        {
            foreach (var contour in area.Contours) drawn += contour.Edges.Length;
        }
        return new CopperBudget(image.SourceLength is { } length ? Math.Min(drawn, length / BytesPerObject) : drawn);
    }

    /// <summary>Pays for lines and arcs that were compared with each other.</summary>
    public void Spend(long compared) => looks -= compared;

    private static long Within(long least, long wanted, long most) => Math.Clamp(wanted, least, most);
}
