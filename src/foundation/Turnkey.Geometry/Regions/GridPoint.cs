using System.Runtime.CompilerServices;

namespace Turnkey.Geometry.Regions;

/// <summary>A corner in nanometres, half the size of a <see cref="Point"/>: the sweep reads millions.</summary>
internal readonly record struct GridPoint(int X, int Y)
{
    private const uint Sign = 0x80000000;

    /// <summary>Sorts by x, then y, as one unsigned number.</summary>
    public ulong Key
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ((ulong)((uint)X ^ Sign) << 32) | ((uint)Y ^ Sign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GridPoint Of(ulong key) => new((int)((uint)(key >> 32) ^ Sign), (int)((uint)key ^ Sign));

    public Point ToPoint() => new(X, Y);
}
