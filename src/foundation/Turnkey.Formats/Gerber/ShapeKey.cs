using System.Runtime.CompilerServices;

namespace Turnkey.Formats.Gerber;

/// <summary>An aperture under a transformation. A class, so that dictionaries of it are those the framework has compiled already.</summary>
internal sealed class ShapeKey(Aperture aperture, ApertureTransform transform) : IEquatable<ShapeKey>
{
    public Aperture Aperture { get; } = aperture;

    public ApertureTransform Transform { get; } = transform;

    public bool Equals(ShapeKey? other) => other is not null && ReferenceEquals(Aperture, other.Aperture) && Transform.Equals(other.Transform);

    public override bool Equals(object? obj) => Equals(obj as ShapeKey);

    public override int GetHashCode() => (RuntimeHelpers.GetHashCode(Aperture) * 31) ^ Transform.GetHashCode();
}
