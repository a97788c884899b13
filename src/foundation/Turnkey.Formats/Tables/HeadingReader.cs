namespace Turnkey.Formats.Tables;

/// <summary>What the cells of one table would mean as headings. The same few texts fill most tables, so each is looked up once.</summary>
/// <remarks>Not to be shared between threads.</remarks>
internal sealed class HeadingReader<TField>(HeaderVocabulary<TField> vocabulary)
    where TField : struct, Enum
{
    private readonly Dictionary<string, IReadOnlyList<HeaderMeaning<TField>>> known = new(StringComparer.Ordinal);

    /// <summary>As <see cref="HeaderVocabulary{TField}.Match"/>.</summary>
    public IReadOnlyList<HeaderMeaning<TField>> Match(string heading)
    {
        if (!known.TryGetValue(heading, out var meanings)) known[heading] = meanings = vocabulary.Match(heading);
        return meanings;
    }
}
