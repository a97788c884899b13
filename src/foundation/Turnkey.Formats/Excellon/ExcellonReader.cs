namespace Turnkey.Formats.Excellon;

/// <summary>
/// Reads Excellon drill and rout files, in the dialects that CAD tools write: with a header or none, with implied or written decimal points,
/// tools in the header, the body or comments, slots as G85 or routed, step and repeat, X2 attributes in comments (XNC).
/// </summary>
public static class ExcellonReader
{
    /// <summary>
    /// True when the content is a drill program: decided by its lines, never by a file's name. Gerber, netlists, placements and tables are not.
    /// </summary>
    public static bool Recognises(ReadOnlySpan<byte> content) => DrillRecognition.IsDrill(content);

    /// <summary>Why <see cref="Recognises"/> says no, and the first line that shows it (from 1; 0 where it is the file as a whole); null when it says yes.</summary>
    public static (int Line, string Reason)? Misfit(ReadOnlySpan<byte> content) => DrillRecognition.Misfit(content);

    /// <summary>Never fails: what is not understood becomes a diagnostic of the program.</summary>
    /// <param name="path">Path in the package; its name also tells plating and layer span where the content is silent.</param>
    /// <param name="content">The whole file.</param>
    public static ExcellonProgram Read(string path, ReadOnlySpan<byte> content) => new ExcellonParser(path).Parse(SourceText.Decode(content));
}
