namespace Turnkey.Sourcing.Optimisation;

/// <summary>Segments of a line that must be bought from, and that must not. Only the first 64 can be decided on.</summary>
internal readonly record struct LineLimits(ulong Required, ulong Forbidden)
{
    public const int Segments = 64;

    public LineLimits And(int segment, bool include) => include ? this with { Required = Required | (1ul << segment) } : this with { Forbidden = Forbidden | (1ul << segment) };

    public bool Allows(in Option option)
    {
        var taken = Bit(option.First) | (option.Second < 0 ? 0 : Bit(option.Second));
        return (taken & Forbidden) == 0 && (taken & Required) == Required;
    }

    public bool Forbids(int segment) => (Bit(segment) & Forbidden) != 0;

    private static ulong Bit(int segment) => segment < Segments ? 1ul << segment : 0;
}
