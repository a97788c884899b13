using Turnkey.Designs;
using Turnkey.Designs.Layers;

namespace Turnkey.Intake.Identification;

/// <summary>What a name or an attribute says a layer is.</summary>
/// <param name="Role">What it is for; null when only a side was said.</param>
/// <param name="Side">Face; null when not said.</param>
/// <param name="Order">A number that orders copper layers from the top; it is the layer's own number only where <paramref name="Counts"/>.</param>
/// <param name="Counts">True when <paramref name="Order"/> counts from 1 = top copper (L1, L2), false for inner layers numbered apart (In1, Mid-Layer 1).</param>
/// <param name="Mechanical">A mechanical layer: the outline, a drawing, or something else; geometry decides.</param>
/// <param name="Weight">How much it is worth against other evidence.</param>
/// <param name="Evidence">What said so, for people.</param>
internal sealed record LayerMeaning(FileRole? Role, Side? Side, int? Order, bool Counts, bool Mechanical, int Weight, string Evidence);
