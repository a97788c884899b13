using System.Buffers;

namespace Turnkey.Documents.Viewer;

/// <summary>
/// Writes whole numbers in seven-bit groups, the lowest first, each but the last with its top bit set (LEB128); signed ones folded so that small ones
/// of either sign stay short (0, -1, 1, -2 … become 0, 1, 2, 3 …).
/// </summary>
internal sealed class SceneBytes
{
    private readonly ArrayBufferWriter<byte> output = new();

    public int Length => output.WrittenCount;

    public ReadOnlySpan<byte> Written => output.WrittenSpan;

    public void Unsigned(long value)
    {
        if (value < 0) throw new ArgumentOutOfRangeException(nameof(value), value, "not negative");
        Write((ulong)value);
    }

    public void Signed(long value) => Write((ulong)((value << 1) ^ (value >> 63)));

    public void Bytes(ReadOnlySpan<byte> bytes) => output.Write(bytes);

    private void Write(ulong value)
    {
        var span = output.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7) span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        output.Advance(length);
    }
}
