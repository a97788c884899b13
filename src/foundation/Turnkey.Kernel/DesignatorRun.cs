using System.Globalization;

namespace Turnkey.Kernel;

/// <summary>What stands in a list between two separators: a designator, or a range of them as written (<c>R1-R4</c>), not yet expanded.</summary>
/// <param name="First">The designator; that with the lowest number of a range.</param>
/// <param name="Count">How many there are, from 1.</param>
public readonly record struct DesignatorRun(Designator First, int Count)
{
    /// <summary>The letter behind the number counts, not the number: C1A, C1B, C1C.</summary>
    public bool InLetters { get; init; }

    /// <summary>All of them; leading zeros as in the first.</summary>
    public IEnumerable<Designator> Designators
    {
        get
        {
            if (Count == 1) return [First];
            var run = this;
            return Enumerable.Range(0, Count).Select(step => Designator.Parse(run.Text(step))!.Value);
        }
    }

    /// <summary>The last designator.</summary>
    public Designator Last => Count == 1 ? First : Designator.Parse(Text(Count - 1))!.Value;

    /// <summary>The text of the designator <paramref name="step"/> after the first, which has a number, and a letter behind it where letters count.</summary>
    internal string Text(long step)
    {
        if (InLetters) return First.Text[..^1] + (char)(First.Text[^1] + step);
        var prefix = First.Text[..First.Prefix.Length];
        var digits = First.Text.Length - prefix.Length;
        return prefix + (First.Number!.Value + step).ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
