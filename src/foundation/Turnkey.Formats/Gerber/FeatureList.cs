using Turnkey.Designs.Layers;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// Features as they come, in pieces that are never copied but into the finished array: one that doubles would take half as much memory again. A list of its
/// own also because code of the framework's lists over structs of other assemblies cannot be compiled ahead of time: compiling it at each start took
/// longer than reading a layer.
/// </summary>
internal sealed class FeatureList
{
    /// <summary>Of the pieces after the first, which grows to it.</summary>
    private const int PieceLength = 1 << PieceBits;
    private const int PieceBits = 12;

    private Feature[][] pieces = [new Feature[16]];

    // The piece that is being filled, and how far.
    private Feature[] last;
    private int used;
    private int full;

    public FeatureList() => last = pieces[0];

    public int Count => (full << PieceBits) + used;

    public ref Feature this[int index] => ref pieces[index >> PieceBits][index & (PieceLength - 1)];

    public void Add(in Feature feature)
    {
        if (used == last.Length) Grow();
        last[used++] = feature;
    }

    /// <summary>The features; the list is empty afterwards.</summary>
    public Feature[] Drain() => Drain(Count);

    /// <summary>The first <paramref name="count"/> features, at most what there is; the list is empty afterwards.</summary>
    public Feature[] Drain(int count)
    {
        var drained = full == 0 && used == count && last.Length == count ? last : Copied(count);
        pieces = [new Feature[16]];
        last = pieces[0];
        (used, full) = (0, 0);
        return drained;
    }

    private Feature[] Copied(int count)
    {
        var copied = new Feature[count];
        for (var from = 0; from < count; from += PieceLength) Array.Copy(pieces[from >> PieceBits], 0, copied, from, Math.Min(PieceLength, count - from));
        return copied;
    }

    private void Grow()
    {
        if (last.Length < PieceLength)
        {
            last = new Feature[2 * last.Length];
            Array.Copy(pieces[0], last, used);
            pieces[0] = last;
            return;
        }
        full++;
        used = 0;
        last = new Feature[PieceLength];
        if (full == pieces.Length)
        {
            var more = new Feature[2 * full][];
            Array.Copy(pieces, more, full);
            pieces = more;
        }
        pieces[full] = last;
    }
}
