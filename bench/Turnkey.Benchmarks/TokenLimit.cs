using System.Numerics;
using System.Runtime.InteropServices;

namespace Turnkey.Benchmarks;

/// <summary>The least that any reader has to do: fetch the bytes; and find commands and numbers in them.</summary>
internal static class TokenLimit
{
    /// <summary>Adds up the content eight bytes at a time, in vectors: bound by memory alone.</summary>
    public static ulong SumBytes(ReadOnlySpan<byte> content)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<ulong>>(content);
        // Four sums, so that an addition need not wait for the one before.
        Vector<ulong> a = default, b = default, c = default, d = default;
        var i = 0;
        for (; i + 4 <= vectors.Length; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }
        for (; i < vectors.Length; i++) a += vectors[i];
        var sum = Vector.Sum(a + b + c + d);
        foreach (var rest in content[(vectors.Length * Vector<byte>.Count)..]) sum += rest;
        return sum;
    }

    /// <summary>Splits commands at <c>*</c> and parses every letter's number in them, without knowing what any of it means.</summary>
    public static Tokens Split(ReadOnlySpan<byte> content)
    {
        long commands = 0, numbers = 0, sum = 0;
        var at = 0;
        while (at < content.Length)
        {
            var letter = content[at++];
            if (letter == '*')
            {
                commands++;
                continue;
            }
            if ((uint)(letter - 'A') > 'Z' - 'A' || at >= content.Length) continue;
            var negative = content[at] == '-';
            if (negative || content[at] == '+') at++;
            var start = at;
            var value = 0L;
            while (at < content.Length && (uint)(content[at] - '0') is <= 9 and var digit)
            {
                value = (value * 10) + digit;
                at++;
            }
            if (at == start) continue;
            numbers++;
            sum += (negative ? -value : value) ^ letter;
        }
        return new Tokens(commands, numbers, sum);
    }

    /// <param name="Commands">Ended by an asterisk.</param>
    /// <param name="Numbers">After a letter.</param>
    /// <param name="Sum">Of letters and numbers: keeps the work from being left out.</param>
    internal readonly record struct Tokens(long Commands, long Numbers, long Sum);
}
