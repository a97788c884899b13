namespace Turnkey.Sourcing.Risk;

/// <summary>
/// xoshiro256++ of D. Blackman and S. Vigna (public domain), its state filled by SplitMix64 from a seed and a name. A stream hangs on nothing but these two,
/// so what one line draws does not depend on which others there are, nor on their order.
/// </summary>
internal struct RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    public RandomStream(ulong seed, ReadOnlySpan<char> name)
    {
        // FNV-1a over the UTF-16 units: names are told apart, nobody has to be kept from making two alike.
        var state = 14695981039346656037UL;
        foreach (var c in name) state = (state ^ c) * 1099511628211UL;
        state ^= seed * 0x9E3779B97F4A7C15UL;
        s0 = Split(ref state);
        s1 = Split(ref state);
        s2 = Split(ref state);
        s3 = Split(ref state);
    }

    /// <summary>For the algorithm's reference values.</summary>
    internal RandomStream(ulong s0, ulong s1, ulong s2, ulong s3) => (this.s0, this.s1, this.s2, this.s3) = (s0, s1, s2, s3);

    public ulong Next()
    {
        var sum = s0 + s3;
        var result = ((sum << 23) | (sum >> 41)) + s0;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = (s3 << 45) | (s3 >> 19);
        return result;
    }

    /// <summary>Between 0 and 1, neither of them: the middle of one of 2^52 equal parts.</summary>
    public double NextUniform() => ((Next() >> 12) + 0.5) * (1.0 / (1UL << 52));

    private static ulong Split(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
