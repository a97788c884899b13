using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// Memory for what a file does not write out but asks to be made of it: copies of blocks and step-and-repeat, transformed shapes, shapes of macros,
/// chords. What is written out is bounded by the file itself; a few bytes of a hostile one can ask for any number of copies. It grows with the file:
/// 64 kB of it never take more than 64 MB.
/// </summary>
internal sealed class Allowance(long fileLength, DiagnosticLog log)
{
    /// <summary>In bytes. A panel of a hundred boards of 20,000 objects each fits.</summary>
    private const long Most = 512L << 20;
    private const long Least = 16L << 20;
    private const long PerByte = 256;

    /// <summary>A feature of 40 bytes in an array that doubles and is at last copied to its exact size.</summary>
    public const int Feature = 120;

    /// <summary>Contour, area and the arrays around them, without the corners.</summary>
    public const int Area = 320 + Feature;

    /// <summary>One primitive of a shape, without the corners.</summary>
    public const int Part = 480;

    private readonly long granted = Math.Min(Most, Least + (PerByte * fileLength));
    private long spent;

    /// <summary>Of the file, in bytes.</summary>
    public long FileLength { get; } = fileLength;

    public bool IsExhausted { get; private set; }

    /// <returns>False when it is used up, which is said once.</returns>
    public bool TrySpend(long bytes, int line)
    {
        if (!IsExhausted && bytes <= granted - spent)
        {
            spent += bytes;
            return true;
        }
        if (!IsExhausted)
            log.Error("gerber.limit", line, $"the copies and shapes that the file asks for need more than {granted >> 20} MB; those that follow are left out");
        IsExhausted = true;
        return false;
    }

    /// <summary>In bytes.</summary>
    public static long CornersOf(Contour contour) => contour.Edges.Length * (contour.HasArcs ? 20L : 8L);
}
