using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// What LM, LR and LS do to a shape: mirrored about the y axis or not, then scaled, then rotated. Any chain of them comes down to one of these,
/// since M·R(θ) = R(−θ)·M and mirroring y is mirroring x and turning by half.
/// </summary>
/// <param name="Mirrored">x becomes −x before the rotation.</param>
/// <param name="Rotation">Degrees counter-clockwise, 0 ≤ rotation &lt; 360.</param>
/// <param name="Scale">Greater than 0.</param>
internal readonly record struct ApertureTransform(bool Mirrored, double Rotation, double Scale)
{
    public static ApertureTransform Identity { get; } = new(false, 0, 1);

    public bool IsIdentity => !Mirrored && Rotation == 0 && Scale == 1;

    public static ApertureTransform Of(bool mirrorX, bool mirrorY, double rotation, double scale) =>
        new(mirrorX != mirrorY, Normal(mirrorY ? rotation + 180 : rotation), scale);

    /// <summary>First this, then <paramref name="outer"/>.</summary>
    public ApertureTransform Then(ApertureTransform outer) =>
        new(Mirrored != outer.Mirrored, Normal(outer.Rotation + (outer.Mirrored ? -Rotation : Rotation)), Scale * outer.Scale);

    public Placing At(Point offset) => new(offset, Rotation, Mirrored, false, Scale);

    public bool Equals(ApertureTransform other) => Mirrored == other.Mirrored && Rotation == other.Rotation && Scale == other.Scale;

    public override int GetHashCode() => (BitConverter.DoubleToInt64Bits(Rotation) ^ (BitConverter.DoubleToInt64Bits(Scale) * 31)).GetHashCode() ^ (Mirrored ? 1 : 0);

    private static double Normal(double degrees)
    {
        var rest = degrees % 360;
        return rest < 0 ? (rest + 360) % 360 : rest;
    }
}
