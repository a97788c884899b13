using System.Runtime.Intrinsics;

namespace Turnkey.Geometry.Regions;

/// <summary>
/// Finds which pieces bound the wanted faces and links them to rings, the inside on the left. At a corner where several rings meet, each turns into the
/// piece next to it around the inside, so that no two cross.
/// </summary>
internal sealed class WindingSweep : PlaneSweep.IVisitor
{
    private const int None = SweepStatus.None;

    private readonly Pieces pieces;
    private readonly ushort wanted;
    private readonly List<(int Piece, bool Leaves)> around = [];

    /// <param name="pieces">Merged.</param>
    /// <param name="wanted">Bit m says whether faces are wanted that exactly the layers in the bit set m wind around.</param>
    public WindingSweep(Pieces pieces, ushort wanted)
    {
        this.pieces = pieces;
        this.wanted = wanted;
        Bounds = new sbyte[pieces.Count];
        Next = new int[pieces.Count];
    }

    /// <summary>
    /// 0: no bound. 1: the inside is above, the ring goes right. -1: it is below, the ring goes left. Twice that where more than one ring passes the corner
    /// that the piece starts from.
    /// </summary>
    public sbyte[] Bounds { get; }

    /// <summary>The piece that follows on the ring.</summary>
    public int[] Next { get; }

    public void Meet(int below, ReadOnlySpan<int> ending, int first, int end)
    {
        // The weight of a piece is needed only once: what winds around the face above it takes its place.
        var windings = pieces.Weight;
        var face = below == None ? Vector128<int>.Zero : windings[below];
        var inside = IsWanted(face);
        around.Clear();
        for (var piece = first; piece < end; piece++)
        {
            face += windings[piece];
            windings[piece] = face;
            var above = IsWanted(face);
            if (above != inside)
            {
                Bounds[piece] = (sbyte)(above ? 1 : -1);
                around.Add((piece, above));
            }
            inside = above;
        }
        for (var i = ending.Length - 1; i >= 0; i--)
        {
            if (Bounds[ending[i]] != 0) around.Add((ending[i], Bounds[ending[i]] < 0));
        }

        // Counter-clockwise around the corner, leaving and arriving pieces take turns, with the inside between a leaving one and the next arriving one.
        var last = around.Count > 0 && !around[0].Leaves ? around[^1].Piece : None;
        foreach (var (piece, leaves) in around)
        {
            if (!leaves) Next[piece] = last;
            else
            {
                last = piece;
                if (around.Count > 2) Bounds[piece] *= 2;
            }
        }
    }

    private bool IsWanted(Vector128<int> face)
    {
        var absent = Vector128.Equals(face, Vector128<int>.Zero).ExtractMostSignificantBits();
        return ((wanted >> (int)(~absent & 0xF)) & 1) != 0;
    }
}
