namespace Turnkey.Storage.Upkeep;

/// <summary>The note in a folder that a restore into it has not ended.</summary>
internal static class RestoreNote
{
    public const string FileName = "restore.unfinished";

    /// <exception cref="StoreException">There is one.</exception>
    public static void Refuse(string folder)
    {
        if (File.Exists(Path.Combine(folder, FileName))) throw new StoreException($"a restore into {folder} was begun and did not end; run it again");
    }
}
