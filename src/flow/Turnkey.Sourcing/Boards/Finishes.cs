namespace Turnkey.Sourcing.Boards;

/// <summary>Surface finishes by the many names they have.</summary>
internal static class Finishes
{
    private static readonly (string Word, string Finish)[] Words =
    [
        ("ENEPIG", "enepig"), ("ENIG", "enig"), ("IMMERSION GOLD", "enig"), ("ELECTROLESS NICKEL", "enig"), ("CHEMICAL GOLD", "enig"), ("NI/AU", "enig"), ("NIAU", "enig"),
        ("HARD GOLD", "hard-gold"), ("ELECTROLYTIC GOLD", "hard-gold"), ("GOLD FINGER", "hard-gold"), ("OSP", "osp"), ("ORGANIC", "osp"),
        ("IMMERSION SILVER", "immersion-silver"), ("IMAG", "immersion-silver"), ("SILVER", "immersion-silver"),
        ("IMMERSION TIN", "immersion-tin"), ("IMSN", "immersion-tin"), ("CHEM TIN", "immersion-tin"), ("IAG", "immersion-silver"),
        ("LEAD FREE", "lead-free-hasl"), ("LEADFREE", "lead-free-hasl"), ("LF HASL", "lead-free-hasl"), ("HASL LF", "lead-free-hasl"), ("HAL LF", "lead-free-hasl"), ("PB FREE", "lead-free-hasl"),
        ("HASL", "hasl"), ("HAL", "hasl"), ("HOT AIR", "hasl"), ("GOLD", "enig"), ("TIN", "immersion-tin"),
    ];

    /// <summary>Key of the plant's finish table; <c>other</c> when it has no name that is known, null when none is given.</summary>
    public static string? Key(string text)
    {
        var upper = text.ToUpperInvariant().Replace('-', ' ').Replace('_', ' ').Trim();
        if (upper.Length == 0) return null;
        foreach (var (word, finish) in Words)
        {
            if (upper.Contains(word, StringComparison.Ordinal)) return finish;
        }
        return "other";
    }

    /// <summary>A row without finish holds for any; an unknown name only for itself.</summary>
    public static bool Agree(string row, string asked)
    {
        var (a, b) = (Key(row), Key(asked));
        return a is null || b is null || (a == b && (a != "other" || row.Trim().Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase)));
    }
}
