using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;

namespace Turnkey.Sourcing.Material;

/// <summary>A part to be bought for all lines that need it.</summary>
/// <param name="Members">Indices of the lines.</param>
/// <param name="First">What the part is: the first line.</param>
/// <param name="Each">Pieces mounted, per member.</param>
/// <param name="Attrition">How many pieces that takes.</param>
/// <param name="Draws">Pieces that are there already.</param>
/// <param name="Candidates">Offers; at least one unless stock covers all.</param>
/// <param name="Dual">It is to come from two suppliers.</param>
internal sealed record PartNeed(
    ImmutableArray<int> Members, PartDemand First, ImmutableArray<long> Each, Attrition Attrition, ImmutableArray<StockDraw> Draws, ImmutableArray<Candidate> Candidates, bool Dual)
{
    public long Demand => Each.Sum();

    /// <summary>Pieces that a way of feeding loses beyond what attrition allows for.</summary>
    public long Lost(Feed feed) => Math.Max(0, feed.LostPieces - (Attrition.Required - Demand));

    /// <summary>Pieces still to be ordered.</summary>
    public long ToOrder => Math.Max(0, Attrition.Required - Draws.Sum(draw => draw.Pieces));
}
