namespace Turnkey.Geometry.Distances;

/// <summary>How near two primitives come.</summary>
/// <param name="Distance">In nanometres; 0 when they touch, infinite when they are further apart than was asked for.</param>
/// <param name="At">Half way between the two nearest places, or a place that both cover.</param>
public readonly record struct Approach(double Distance, Point At)
{
    public static Approach None { get; } = new(double.PositiveInfinity, Point.Origin);
}
