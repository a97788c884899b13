namespace Turnkey.Quoting;

/// <summary>Which parts of the job are quoted.</summary>
[Flags]
public enum QuoteScope
{
    None = 0,
    Fabrication = 1,
    /// <summary>Components, placement and soldering.</summary>
    Assembly = 2,
    /// <summary>Inspection, electrical and functional test, programming.</summary>
    Test = 4,
    Packaging = 8,
    All = Fabrication | Assembly | Test | Packaging,
}

public static class QuoteScopes
{
    /// <summary>Reads <c>fabrication,assembly</c>; null when a word is none of the four or there is none.</summary>
    public static QuoteScope? Parse(string? text)
    {
        var scope = QuoteScope.None;
        foreach (var word in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            QuoteScope? one = word.ToUpperInvariant() switch
            {
                "FABRICATION" => QuoteScope.Fabrication,
                "ASSEMBLY" => QuoteScope.Assembly,
                "TEST" => QuoteScope.Test,
                "PACKAGING" => QuoteScope.Packaging,
                "ALL" => QuoteScope.All,
                _ => null,
            };
            if (one is null) return null;
            scope |= one.Value;
        }
        return scope == QuoteScope.None ? null : scope;
    }

    /// <summary>The words of a scope, in the order of the work.</summary>
    public static IReadOnlyList<string> Words(this QuoteScope scope) =>
    [
        .. new[] { (QuoteScope.Fabrication, "fabrication"), (QuoteScope.Assembly, "assembly"), (QuoteScope.Test, "test"), (QuoteScope.Packaging, "packaging") }
            .Where(pair => scope.HasFlag(pair.Item1)).Select(pair => pair.Item2),
    ];
}
