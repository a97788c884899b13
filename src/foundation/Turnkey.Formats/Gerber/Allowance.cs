using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// Memory for what a file does not write out but asks to be made of it: copies of blocks and step-and-repeat, transformed shapes, shapes of macros,
/// chords. What is written out is bounded by the file itself; a few bytes of a hostile one can ask for any number of copies. It grows with the file:
/// for 64 KB it is 24 MB, which leaves room for making a picture within 64 MB in all.
/// </summary>
internal sealed class Allowance(long fileLength, DiagnosticLog log)
{
    /// <summary>In bytes. A panel of a hundred boards of 20,000 objects each fits.</summary>
    private const long Most = 512L << 20;
    private const long Least = 10L << 20;
    private const long PerByte = 224;

    /// <summary>A feature of 40 bytes, first in a piece of a list and at last in the finished array.</summary>
    public const int Feature = 80;

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

    /// <summary>In bytes. Three times what they take here: whoever writes them as text takes that much again.</summary>
    public static long CornersOf(Contour contour) => contour.Edges.Length * (contour.HasArcs ? 60L : 24L);
}
