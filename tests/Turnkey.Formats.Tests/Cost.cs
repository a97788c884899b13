namespace Turnkey.Formats.Tests;

/// <summary>What a small hostile file may cost; the fuzzer's own limit for a file of 64 KB.</summary>
internal static class Cost
{
    /// <summary>Megabytes allocated by this thread, without what is made at first use.</summary>
    public static double Megabytes(Action read)
    {
        read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        read();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1048576.0;
    }
}
