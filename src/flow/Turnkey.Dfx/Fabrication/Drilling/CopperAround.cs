using Turnkey.Designs.Nets;
using Turnkey.Geometry.Distances;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>Finds copper near a thing, one place for each net.</summary>
internal static class CopperAround
{
    /// <returns>By net the nearest place, and the index of the piece.</returns>
    /// <param name="sheet">The layer.</param>
    /// <param name="thing">What it comes near to.</param>
    /// <param name="reach">In nanometres; farther is not looked.</param>
    /// <param name="concerned">Which copper counts.</param>
    public static Dictionary<int, (Approach Approach, int Piece)> Nearest(CopperSheet sheet, in Primitive thing, long reach, Func<SheetPiece, bool> concerned)
    {
        var nearest = new Dictionary<int, (Approach Approach, int Piece)>();
        foreach (var i in sheet.Index.Overlapping(thing.Bounds.Grow(reach)))
        {
            var piece = sheet.Pieces[i];
            if (!concerned(piece)) continue;
            var approach = thing.ApproachTo(piece.Primitive, reach);
            if (approach.Distance >= reach || (nearest.TryGetValue(piece.Net, out var known) && !IsNearer(approach, i, known.Approach, known.Piece))) continue;
            nearest[piece.Net] = (approach, i);
        }
        return nearest;
    }

    /// <summary>Of equals the one drawn first, so that the order of the search does not matter.</summary>
    private static bool IsNearer(in Approach a, int piece, in Approach than, int other) => a.Distance < than.Distance || (a.Distance == than.Distance && piece < other);
}
