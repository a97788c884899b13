using System.Runtime.InteropServices;

namespace Turnkey.Storage.Blobs;

/// <summary>Makes a name in a folder survive a power cut: on Linux a rename is on the disk only once the folder itself was flushed. Elsewhere the file system sees to it.</summary>
internal static partial class FolderFlush
{
    private const int CloseOnExec = 0x80000;

    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux()) return;
        var opened = Open(folder, CloseOnExec);
        if (opened < 0) throw new IOException($"the folder {folder} cannot be opened to flush it: {Marshal.GetLastPInvokeErrorMessage()}");
        try
        {
            // EINVAL: a file system that cannot flush folders, as some over the network.
            if (Sync(opened) != 0 && Marshal.GetLastPInvokeError() != 22) throw new IOException($"the folder {folder} cannot be flushed: {Marshal.GetLastPInvokeErrorMessage()}");
        }
        finally
        {
            _ = Close(opened);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
