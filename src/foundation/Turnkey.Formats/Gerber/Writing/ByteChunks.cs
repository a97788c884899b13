using System.Buffers;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>Bytes as they come, in pieces: one buffer that doubles would take twice as much memory.</summary>
internal sealed class ByteChunks : IBufferWriter<byte>
{
    private const int First = 1 << 12;
    private const int Longest = 1 << 18;

    private readonly List<(byte[] Bytes, int Used)> full = [];
    private byte[] last = new byte[First];
    private int used;
    private long before;

    public long Length => before + used;

    public void Advance(int count) => used += count;

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (last.Length - used < Math.Max(sizeHint, 1)) Grow(sizeHint);
        return last.AsSpan(used);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (last.Length - used < Math.Max(sizeHint, 1)) Grow(sizeHint);
        return last.AsMemory(used);
    }

    /// <param name="length">At most what there is.</param>
    public void Truncate(long length)
    {
        while (length < before)
        {
            (last, used) = full[^1];
            full.RemoveAt(full.Count - 1);
            before -= used;
        }
        used = (int)(length - before);
    }

    public byte[] ToArray()
    {
        var all = new byte[Length];
        var at = 0;
        foreach (var (bytes, count) in full)
        {
            bytes.AsSpan(0, count).CopyTo(all.AsSpan(at));
            at += count;
        }
        last.AsSpan(0, used).CopyTo(all.AsSpan(at));
        return all;
    }

    private void Grow(int atLeast)
    {
        full.Add((last, used));
        before += used;
        last = new byte[Math.Max(atLeast, Math.Min(2 * last.Length, Longest))];
        used = 0;
    }
}
