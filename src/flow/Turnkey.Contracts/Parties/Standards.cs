namespace Turnkey.Contracts.Parties;

/// <summary>The standards that a customer may ask a manufacturer to be certified to.</summary>
public static class Standards
{
    public const string Iso9001 = "ISO 9001";
    public const string Iso13485 = "ISO 13485";
    public const string Iatf16949 = "IATF 16949";
    public const string As9100 = "AS9100";
    public const string IpcClass2 = "IPC-A-610 class 2";
    public const string IpcClass3 = "IPC-A-610 class 3";

    /// <summary>Quality management in general, medical devices, automotive, aerospace, and workmanship by class.</summary>
    public static IReadOnlyList<string> All { get; } = [Iso9001, Iso13485, Iatf16949, As9100, IpcClass2, IpcClass3];

    /// <summary>
    /// Whether a certificate to <paramref name="held"/> shows what <paramref name="asked"/> asks for. ISO 13485, IATF 16949 and AS9100 are each a
    /// standard of its own for its industry: only IATF 16949 and AS9100 contain ISO 9001 whole. Workmanship to class 3 contains class 2.
    /// </summary>
    public static bool Satisfies(string held, string asked) =>
        held == asked
        || (asked == Iso9001 && held is (Iatf16949 or As9100))
        || (asked == IpcClass2 && held == IpcClass3);
}
