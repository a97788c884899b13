namespace Turnkey.Kernel;

/// <summary>CRC-32 as zip and PNG use it (ISO-HDLC, reflected polynomial 0xEDB88320), eight bytes at a time.</summary>
public static class Crc32
{
    private static readonly uint[] Table = Build();

    public static uint Of(ReadOnlySpan<byte> content) => Continue(0, content);

    /// <summary>Of what came before and <paramref name="content"/> together.</summary>
    /// <param name="before">The checksum of what came before; 0 for nothing.</param>
    /// <param name="content">What follows it.</param>
    public static uint Continue(uint before, ReadOnlySpan<byte> content)
    {
        var crc = ~before;
        var table = Table;
        while (content.Length >= 8)
        {
            crc ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(content);
            crc = table[0x700 + (crc & 0xff)] ^ table[0x600 + ((crc >> 8) & 0xff)] ^ table[0x500 + ((crc >> 16) & 0xff)] ^ table[0x400 + (crc >> 24)]
                ^ table[0x300 + content[4]] ^ table[0x200 + content[5]] ^ table[0x100 + content[6]] ^ table[content[7]];
            content = content[8..];
        }
        foreach (var b in content) crc = table[(crc ^ b) & 0xff] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] Build()
    {
        var table = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >> 1) ^ 0xedb88320 : value >> 1;
            table[i] = value;
        }
        for (var i = 256; i < table.Length; i++) table[i] = (table[i - 256] >> 8) ^ table[table[i - 256] & 0xff];
        return table;
    }
}
