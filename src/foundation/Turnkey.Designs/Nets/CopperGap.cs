using Turnkey.Geometry;

namespace Turnkey.Designs.Nets;

/// <summary>The narrowest gap between different nets on a copper layer, at least one of which has a pad, a hole or a name.</summary>
/// <param name="CopperLayer">1 is the top.</param>
/// <param name="Width">In nanometres, to a thousandth where both sides are as drawn; to 0.25 µm where copper was cut.</param>
/// <param name="At">Half way across.</param>
/// <param name="NetA">Index of the net on one side, the lower one.</param>
/// <param name="NetB">Index of the net on the other.</param>
public sealed record CopperGap(int CopperLayer, double Width, Point At, int NetA, int NetB);
