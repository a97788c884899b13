using System.Numerics;

namespace Turnkey.Drawing.Vector;

/// <summary>
/// A hash table of the numbers of things that lie elsewhere and are compared there: 8 bytes or less for each, where a dictionary of places takes ten times
/// as much.
/// </summary>
/// <param name="capacity">The most things that will be entered.</param>
internal sealed class IndexTable(int capacity)
{
    // A number and one; 0 where there is none.
    private readonly int[] slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, capacity + (capacity / 2)))];

    /// <summary>The number in a slot; -1 when it is empty.</summary>
    public int this[int slot]
    {
        get => slots[slot] - 1;
        set => slots[slot] = value + 1;
    }

    /// <summary>The slot before the first where a thing of this hash can be.</summary>
    public int Begin(int hash) => (int)(((uint)hash * 0x9e3779b1u) >> 7) & (slots.Length - 1);

    /// <summary>Goes to the next slot and gives the number there; -1 when it is empty: then there is no such thing, and this is its place.</summary>
    public int Next(ref int slot)
    {
        slot = (slot + 1) & (slots.Length - 1);
        return this[slot];
    }
}
